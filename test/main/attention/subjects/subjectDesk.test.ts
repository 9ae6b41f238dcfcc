import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawFlag } from '../../../../src/main/attention/rawFlag.ts'
import { createSubjectDesk } from '../../../../src/main/attention/subjects/subjectDesk.ts'
import { createColumns } from '../../../../src/main/metrics/columns.ts'
import type { WritableDb } from '../../../../src/main/store/database.ts'
import { readDictionary } from '../../../../src/main/store/dictionary.ts'
import { allFacts } from '../../../../src/main/store/facts.ts'
import { defaultSettings } from '../../../../src/main/store/settings.ts'
import type { Settings } from '../../../../src/shared/contract.ts'
import { defaultFlagRules } from '../../../../src/shared/flags.ts'
import type { RecordInput } from '../../../../src/shared/records.ts'
import { apply, records, temporaryCache } from '../../../support/database.ts'
import { emptied } from '../../../support/emptied.ts'
import { anyConversations, company, day, start } from '../../lists/world.ts'
import { temporaryWorkspace } from '../flagStore.ts'

const minute = 60_000
const settings: Settings = {
  ...defaultSettings,
  agentCapacity: 1,
  flagRules: {
    ...defaultFlagRules,
    waiting: { ...defaultFlagRules.waiting, threshold: 60 },
    idle: { ...defaultFlagRules.idle, threshold: 60 },
  },
}
const now = start + 6 * day

function deskOf(cache: WritableDb, workspaceDb: WritableDb, clock = { now }) {
  let dictionary = readDictionary(cache)
  return createSubjectDesk({
    cache,
    workspaceDb,
    columns() {
      const columns = createColumns()
      columns.replaceAll(allFacts(cache))
      return columns
    },
    // As the reader does: another one only where something changed.
    dictionary() {
      const found = readDictionary(cache)
      if (JSON.stringify(found) !== JSON.stringify(dictionary)) dictionary = found
      return dictionary
    },
    settings: () => settings,
    now: () => clock.now,
  })
}

const tell = (cache: WritableDb, inputs: readonly RecordInput[]) => apply(cache, records(...inputs))
const sorted = (flags: readonly RawFlag[]) => flags.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const presence = Array.from({ length: 6 }, (_, index): RecordInput => ({
  kind: 'presence',
  agent: `a${index}`,
  at: start + index * 3_600_000,
  state: index === 5 ? 'away' : 'online',
}))

describe('flags about agents', () => {
  it('are the same whether records came one by one, in any order, or all at once', async () => {
    const cache = temporaryCache()
    const whole = temporaryCache()
    const workspace = temporaryWorkspace()
    let raised = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        anyConversations.chain((told) => {
          const all = [...presence, ...told.flat()]
          return fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
            fc.integer({ min: 1, max: 9 }),
          )
        }),
        async ([all, shuffled, pageLength]) => {
          for (const db of [cache, whole]) emptied(db)
          tell(cache, company)
          const clock = { now }
          const live = deskOf(cache, workspace, clock)
          for (let from = 0; from < shuffled.length; from += pageLength) {
            tell(cache, shuffled.slice(from, from + pageLength))
            // Presence is looked at every five seconds.
            clock.now += 5000
            await live.flags(0)
          }
          tell(whole, [...company, ...all])
          const flags = sorted(await live.flags(0))
          // Rows are numbered as things arrive: by the names in their ids the flags are the same.
          const named = (list: readonly RawFlag[]) =>
            list.map((flag) => ({ ...flag, subject: flag.subject.kind, agent: null }))
          expect(named(flags)).toEqual(named(sorted(await deskOf(whole, workspace, clock).flags(0))))
          expect(flags).toEqual(sorted(await deskOf(cache, workspace, clock).flags(0)))
          raised = new Set([...raised, ...flags.map(({ rule }) => rule)])
        },
      ),
      { numRuns: 40 },
    )
    expect([...raised].sort()).toEqual(['idle', 'overloaded'])
  }, 60_000)

  it('come and go with what agents hold and who waits', async () => {
    const cache = temporaryCache()
    const clock = { now: start + 4 * 3_600_000 }
    const chat = (id: string, agent: string | null, at: number): RecordInput[] => [
      { kind: 'conversation', id, contact: 'p0', channel: 'c0', openedAt: at },
      {
        kind: 'message',
        id: `${id}.1`,
        conversation: id,
        at,
        direction: 'in',
        content: { type: 'text', text: '?' },
      },
      { kind: 'assignment', conversation: id, at, to: agent, team: 't0' },
    ]
    tell(cache, [...company, ...presence, ...chat('v1', 'a0', clock.now), ...chat('v2', 'a0', clock.now)])
    const desk = deskOf(cache, temporaryWorkspace(), clock)
    const open = async () =>
      (await desk.flags(clock.now))
        .filter(({ raisedAt, endedAt }) => raisedAt <= clock.now && (endedAt ?? Infinity) > clock.now)
        .map(({ id }) => id.split(':').slice(0, 2).join(' '))
        .sort()
    expect(await open()).toEqual([])
    // The customers wait longer than a minute, and a3 of the same team held nothing for another.
    expect(desk.nextChange(clock.now)).toBe(clock.now + 2 * minute)
    clock.now += 2 * minute
    expect(await open()).toEqual(['idle a3'])
    clock.now += 3 * minute
    expect(await open()).toEqual(['idle a3', 'overloaded a0'])
    tell(cache, [{ kind: 'assignment', conversation: 'v2', at: clock.now, to: 'a3', team: 't0' }])
    expect(await open()).toEqual([])
    expect((await desk.flags(0)).map(({ rule, endedAt }) => [rule, endedAt])).toEqual(
      expect.arrayContaining([
        ['overloaded', clock.now],
        ['idle', clock.now],
      ]),
    )
  })

  it('are about what fails, too, and what the cloud says of numbers', async () => {
    const cache = temporaryCache()
    const at = start + 5 * day
    const sent = Array.from({ length: 30 }, (_, index): RecordInput[] => [
      {
        kind: 'message',
        id: `m${index}`,
        conversation: 'v1',
        at: at + index * 1000,
        direction: 'out',
        author: { type: 'campaign' },
        content: { type: 'template', template: { name: 'offer', language: 'en', category: 'marketing' } },
      },
      {
        kind: 'message_status',
        message: `m${index}`,
        status: index % 2 === 0 ? 'failed' : 'sent',
        at: at + index * 1000,
      },
    ]).flat()
    tell(cache, [...company, { kind: 'channel', id: 'c0', name: 'Main', phone: '+49 30 5557 0142' }])
    tell(cache, [{ kind: 'conversation', id: 'v1', contact: 'p0', channel: 'c0', openedAt: at }, ...sent])
    cache.exec(
      `INSERT INTO notices(source, rid, at, severity, kind, text) VALUES (1, 'n', ${at}, 'warning', 'phone_number_quality_update', 'Number +493055570142: flagged.')`,
    )
    const flags = await deskOf(cache, temporaryWorkspace()).flags(at)
    expect(flags.map(({ id, subject }) => [id, subject.kind])).toEqual([
      [`failing_template:offer:${at + 19_000}`, 'template'],
      [`failing_channel:c0:${at + 19_000}`, 'channel'],
      ['quality_fell:n', 'channel'],
    ])
    expect(flags.at(-1)?.subject).toEqual(flags.at(-2)?.subject)
  })
})
