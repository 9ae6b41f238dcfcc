import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exclusionReasons } from '../../../src/shared/contract.ts'
import { flagRuleIds } from '../../../src/shared/flags.ts'
import { actors, authors, openers } from '../../../src/shared/records.ts'
import { formats } from '../../../src/main/metrics/bits.ts'
import { ByteReader, ByteWriter } from '../../../src/main/metrics/bytes.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import type { ConversationFacts } from '../../../src/main/metrics/facts.ts'
import { packFacts, unpackFacts, unpackGlance, unpackHolding } from '../../../src/main/metrics/pack.ts'
import { allFlags, factSettings } from './timelines.ts'
import { anyTimeline } from './workspaces.ts'

const row = fc.integer({ min: -1, max: 2 ** 31 })
const k = fc.integer({ min: -1, max: 2 ** 52 - 1 })
// All that a record may state as a time.
const time = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 })
const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const text = fc.string({ unit: 'grapheme' })

const anyFacts: fc.Arbitrary<ConversationFacts> = fc.record({
  conversation: fc.nat(),
  contact: row,
  channel: row,
  category: row,
  messages: fc.array(
    fc.record({
      k,
      at: time,
      direction: fc.constantFrom('in', 'out'),
      counts: fc.boolean(),
      author: fc.constantFrom(...authors),
      agent: row,
      assigned: row,
      team: row,
      tracked: fc.boolean(),
      delivered: fc.boolean(),
      read: fc.boolean(),
      failed: fc.boolean(),
      errorCode: fc.integer(),
      inWindow: fc.constantFrom(null, true, false),
      format: fc.constantFrom(null, ...formats),
      template: row,
      pricing: row,
      billable: fc.boolean(),
    }),
  ),
  episodes: fc.array(
    fc.record({
      index: fc.nat(),
      startedAt: time,
      openedBy: fc.constantFrom(...openers),
      openedByAgent: row,
      assignedAtStart: row,
      teamAtStart: row,
      clockAt: nullable(time),
      firstReplyAt: nullable(time),
      firstReplyAgent: row,
      firstReplyMessage: k,
      firstInboundAt: nullable(time),
      handoffAt: nullable(time),
      noFirstResponse: fc.constantFrom(null, ...exclusionReasons),
      firstAssignedAt: nullable(time),
      firstAssignedAgent: row,
      closedAt: nullable(time),
      closedByType: fc.constantFrom('', ...actors),
      closedByAgent: row,
      agentAtClose: row,
      teamAtClose: row,
      rests: fc.array(fc.record({ from: time, to: nullable(time) }), { maxLength: 3 }),
      botTookPart: fc.boolean(),
      askedForPerson: fc.boolean(),
      personTookPart: fc.boolean(),
      ratedBadly: fc.boolean(),
      neglect: nullable(fc.record({ from: time, at: time })),
    }),
  ),
  waits: fc.array(
    fc.record({
      episode: fc.nat(),
      first: fc.boolean(),
      from: time,
      last: time,
      to: nullable(time),
      endedBy: fc.constantFrom(null, 'reply', 'close'),
      agent: row,
      message: k,
      assigned: row,
      team: row,
    }),
  ),
  personWaits: fc.array(fc.record({ episode: fc.nat(), from: time, to: nullable(time) })),
  assignments: fc.array(
    fc
      .record({
        at: time,
        from: row,
        to: row,
        team: row,
        source: fc.constantFrom('stated' as const, 'diffed' as const, 'unknown' as const),
        since: fc.nat(),
      })
      .map(({ since, ...one }) => ({ ...one, earliest: one.source === 'diffed' ? one.at - since : one.at })),
  ),
  inferred: fc.array(fc.record({ at: time, to: row, team: row })),
  ratings: fc.array(fc.record({ at: time, score: number, min: number, max: number, agent: row, team: row })),
  surveys: fc.array(fc.record({ at: time, agent: row, team: row })),
  flags: fc.array(
    fc.record({
      id: text,
      rule: fc.constantFrom(...flagRuleIds),
      severity: fc.constantFrom('danger', 'warning'),
      agent: row,
      team: row,
      from: time,
      raisedAt: time,
      endedAt: nullable(time),
      seconds: nullable(number),
      target: nullable(number),
      code: nullable(fc.integer()),
      text: nullable(text),
      message: nullable(text),
      messages: fc.array(text, { maxLength: 8 }),
    }),
  ),
  mood: nullable(
    fc.record({
      at: time,
      message: k,
      sentiment: fc.constantFrom(null, 'negative', 'neutral', 'positive'),
      language: row,
      agent: row,
      team: row,
      settledAt: nullable(time),
    }),
  ),
  engagedFor: fc.nat(),
  head: fc.record({
    state: fc.constantFrom('open', 'pending', 'snoozed', 'closed'),
    startedAt: time,
    lastAt: time,
    lastMessage: k,
    agent: row,
    team: row,
    category: row,
    waitingSince: nullable(time),
    firstResponse: nullable(number),
    resolution: nullable(number),
    messages: fc.nat(),
  }),
})

function expectParts(facts: ConversationFacts): void {
  const { episodes, personWaits, assignments, inferred } = facts
  expect(unpackHolding(packFacts(facts))).toEqual({ episodes, personWaits, assignments, inferred })
  const { mood, flagsEnd } = unpackGlance(packFacts(facts))
  expect(mood).toEqual(facts.mood)
  expect(flagsEnd).toBe(Math.max(-Infinity, ...facts.flags.map(({ endedAt }) => endedAt ?? Infinity)))
}

describe('packed facts', () => {
  it('come back exactly, whatever they are', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(unpackFacts(packFacts(facts))).toEqual(facts)
        expectParts(facts)
      }),
    )
  })

  it('come back exactly for facts as they are derived', () => {
    fc.assert(
      fc.property(anyTimeline(7), (timeline) => {
        const facts = deriveFacts(timeline, factSettings(allFlags))
        expect(unpackFacts(packFacts(facts))).toStrictEqual(facts)
        expectParts(facts)
      }),
    )
  })

  it('are told from those of another version and from bytes cut short', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(), (facts, cut) => {
        const bytes = packFacts(facts)
        expect(() => unpackFacts(bytes.subarray(0, cut % bytes.length))).toThrow(RangeError)
      }),
      { numRuns: 50 },
    )
    expect(() => unpackFacts(Uint8Array.of(99))).toThrow('version 99')
  })
})

describe('bytes', () => {
  it('hold any number and text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, fc.maxSafeNat(), text)), (entries) => {
        const writer = new ByteWriter()
        for (const [decimal, whole, words] of entries) {
          writer.decimal(decimal)
          writer.unsigned(whole)
          writer.text(words)
        }
        const reader = new ByteReader(writer.take())
        for (const [decimal, whole, words] of entries)
          expect([reader.decimal(), reader.unsigned(), reader.text()]).toStrictEqual([decimal, whole, words])
        expect(reader.finished).toBe(true)
      }),
    )
  })
  it('hold seconds in few bytes', () => {
    const writer = new ByteWriter()
    writer.decimal(63.2)
    expect(writer.take()).toHaveLength(3)
  })
})
