import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closerOf,
  errorCodeOf,
  formats,
  formatOf,
  reasonOf,
  ruleOf,
  anyReason,
} from '../../../src/main/metrics/bits.ts'
import { rowsOf } from '../../../src/main/metrics/rows.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import type { ConversationFacts } from '../../../src/main/metrics/facts.ts'
import type { Row, StreamName } from '../../../src/main/metrics/streams.ts'
import { streamNames, streams } from '../../../src/main/metrics/streams.ts'
import { allFlags, at, factSettings, factsOf } from './timelines.ts'
import { anyTimeline } from './workspaces.ts'

/** Every row, copied: the emitter writes the next over it. */
function allRows(facts: ConversationFacts): readonly (Row & { readonly stream: StreamName })[] {
  const rows: (Row & { stream: StreamName })[] = []
  rowsOf(facts, (stream, row) => rows.push({ ...row, stream }))
  return rows
}

function rows(stream: StreamName, text: string) {
  return allRows(factsOf(text, allFlags)).filter((row) => row.stream === stream)
}

const messageStreams: readonly StreamName[] = ['messages', 'campaigns', 'billing', 'outreach']

describe('rows', () => {
  it('have the values of their stream’s schema, whole and in range, whatever happened', () => {
    fc.assert(
      fc.property(anyTimeline(1), (timeline) => {
        const facts = deriveFacts(timeline, factSettings(allFlags))
        for (const { stream, ...row } of allRows(facts)) {
          expect(row.values).toHaveLength(Object.keys(streams[stream].values).length)
          expect(row.bits).toBeGreaterThanOrEqual(0)
          expect(row.bits).toBeLessThan(65_536)
          expect(Number.isInteger(row.word)).toBe(true)
          expect(Number.isInteger(row.at)).toBe(true)
          for (const [index, kind] of Object.values(streams[stream].values).entries()) {
            const value = row.values[index]!
            if (value === null) continue
            expect(value).toBeGreaterThanOrEqual(0)
            if (kind !== 'number') expect(Number.isInteger(value)).toBe(true)
          }
          // What carries a reason has no value: nobody can count it by mistake.
          if (!messageStreams.includes(stream) && (row.bits & anyReason) !== 0)
            expect(row.values.every((value) => value === null)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('have pauses that follow each other within the longest span', () => {
    fc.assert(
      fc.property(anyTimeline(1), (timeline) => {
        for (const row of allRows(deriveFacts(timeline, factSettings()))) {
          let before = row.at - Math.max(0, ...row.values.map((value) => value ?? 0))
          for (const pause of row.pauses) {
            expect(pause.from).toBeGreaterThanOrEqual(before)
            expect(pause.to).toBeGreaterThan(pause.from)
            before = pause.to
          }
          if (row.pauses.length > 0) expect(before).toBeLessThanOrEqual(row.at)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('are as many of each stream as there are things to count', () => {
    fc.assert(
      fc.property(anyTimeline(1), (timeline) => {
        const facts = deriveFacts(timeline, factSettings(allFlags))
        const counts = Map.groupBy(allRows(facts), ({ stream }) => stream)
        const count = (stream: StreamName) => counts.get(stream)?.length ?? 0
        const episodes = facts.episodes.length
        expect(count('messages')).toBe(facts.messages.filter((message) => message.counts).length)
        expect([count('starts'), count('replies'), count('closes')]).toEqual([episodes, episodes, episodes])
        expect(count('waits')).toBe(facts.waits.filter((wait) => !wait.first).length)
        expect(count('pickups')).toBe(episodes === 0 ? 0 : 1)
        expect(count('flags')).toBe(facts.flags.length)
        expect(count('outreach')).toBeLessThanOrEqual(1)
        expect(count('sentiments')).toBe(facts.messages.some((m) => m.counts && m.direction === 'in') ? 1 : 0)
      }),
    )
  })

  it('cover every stream', () => {
    const full = allRows(
      factsOf(
        `09:00 opened by contact
         09:00 in negative
         09:00 assigned 1
         09:01 out by bot
         09:02 bot_handoff
         09:10 out by agent 1 template 5 billable 7
         09:11 in
         09:30 closed by agent 1
         09:30 surveyed
         09:31 rated 5`,
        allFlags,
      ),
    )
    expect(new Set(full.map(({ stream }) => stream))).toEqual(new Set(streamNames))
  })
})

describe('messages', () => {
  it('are told apart by what became of them; the word is the error', () => {
    const [failed, silent] = rows(
      'messages',
      '09:00 out by agent 1 failed 131047\n09:01 out by agent 1 failed',
    )
    expect([failed!.word, silent!.word].map(errorCodeOf)).toEqual([131047, null])
    expect(silent!.word).not.toBe(0)
  })

  it('of campaigns and templates name the template, the format and when the contact wrote next', () => {
    const campaigns = rows(
      'campaigns',
      '09:00 out by agent 1 template 5\n09:30 out by campaign\n10:00 in reaction\n11:00 in\n12:00 out by agent 1 template',
    )
    expect(
      campaigns.map(({ word, agent, bits, values }) => [word, agent, formats[formatOf(bits)], values[0]]),
    ).toEqual([
      [5, 1, 'template', 2 * 3_600_000],
      [0, -1, 'text', 1.5 * 3_600_000],
      [0, 1, 'template', null],
    ])
  })

  it('are outreach where they are the first of ours', () => {
    expect(rows('outreach', '09:00 out by agent 1\n09:01 out by agent 1\n09:30 in')).toMatchObject([
      { at: at('09:00'), agent: 1, values: [1_800_000] },
    ])
    const unprompted = (text: string) => rows('outreach', text)[0]!.bits >> 12
    expect(unprompted('09:00 out by agent 1')).toBe(1)
    expect(unprompted('09:00 in\n09:01 out by agent 1')).toBe(0)
    expect(unprompted('09:00 in reaction\n09:01 out by agent 1')).toBe(1)
  })
})

describe('words', () => {
  it('name who closed, which rule, and nothing where there is nothing', () => {
    const opening = '09:00 opened by contact\n09:00 in\n'
    const closed = (text: string) => rows('closes', opening + text).map(({ word }) => closerOf(word))
    expect(closed('09:10 closed by bot')).toEqual(['bot'])
    expect(closed('')).toEqual([null])
    expect(rows('flags', `${opening}09:10 closed`).map(({ word }) => ruleOf(word))).toEqual([
      'first_response',
      'waiting',
      'unresolved',
    ])
    expect(rows('sentiments', '09:00 in negative language 3')[0]!.word).toBe(3)
    expect(rows('sentiments', '09:00 in')[0]!.word).toBe(0)
  })
})

describe('reasons', () => {
  it('say why a row counts for nothing', () => {
    const reasons = (stream: StreamName, text: string) => rows(stream, text).map(({ bits }) => reasonOf(bits))
    expect(reasons('closes', '09:00 in')).toEqual(['not_closed'])
    expect(reasons('surveys', '09:00 in\n09:10 surveyed\n09:20 surveyed\n09:21 rated 5')).toEqual([
      'not_rated',
      null,
    ])
    expect(reasons('pickups', '09:00 in')).toEqual(['never_assigned'])
    expect(reasons('sentiments', '09:00 in')).toEqual(['not_scored'])
    expect(
      reasons(
        'waits',
        '09:00 in\n09:01 out by agent 1\n09:02 in\n09:03 closed\n09:10 in\n09:11 out by app\n09:12 in',
      ),
    ).toEqual(['closed_without_reply', 'no_reply_yet'])
  })
})
