import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { keepAct } from '../../../src/main/attention/acts.ts'
import { keepHandFlag } from '../../../src/main/attention/newHandFlag.ts'
import { createListDesk } from '../../../src/main/lists/listDesk.ts'
import type { ReadableDb, WritableDb } from '../../../src/main/store/database.ts'
import { openWorkspaceDb } from '../../../src/main/store/open.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import {
  conversationSorts,
  type ConversationQuery,
  type ConversationRow,
} from '../../../src/shared/contract.ts'
import { flagRuleIds, type FlagAct } from '../../../src/shared/flags.ts'
import { authors, openers, type RecordInput } from '../../../src/shared/records.ts'
import { allFlags } from '../metrics/timelines.ts'
import { apply, records, temporaryCache, temporaryFolder } from '../../support/database.ts'
import { emptied } from '../../support/emptied.ts'
import { allTime, everyChat } from '../../support/everyChat.ts'
import { plainList, plainRows } from './plainList.ts'
import { agentNames, anyConversations, company, day, days, start } from './world.ts'

const now = start + 10 * day
const hour = 3_600_000
const whole = allTime
const everything = everyChat(500)
const ports = { settings: { ...defaultSettings, flagRules: allFlags } }

function temporaryWorkspace(): WritableDb {
  const workspace = openWorkspaceDb(temporaryFolder(), 'writer')
  onTestFinished(() => void workspace.close())
  return workspace
}

function tell(cache: WritableDb, inputs: readonly RecordInput[]): void {
  apply(cache, records(...inputs), ports)
}

function deskOf(cache: ReadableDb, workspaceDb: ReadableDb, clock = { now }) {
  return createListDesk({ cache, workspaceDb, now: () => clock.now })
}

/** Of four flags one is decided, one rests, and one did rest; and a person flagged the first chat there is. */
function careForFlags(cache: WritableDb, workspace: WritableDb): void {
  const flags = cache.prepare('SELECT id FROM flags ORDER BY id').pluck().all() as readonly string[]
  const act = (act: FlagAct, remainder: number, at: number) =>
    keepAct(workspace, { flags: flags.filter((_, index) => index % 4 === remainder), act, by: null }, at)
  act({ kind: 'done', reason: null }, 0, now)
  act({ kind: 'snooze', until: now + 1 }, 1, now - 1)
  act({ kind: 'snooze', until: now }, 2, now - 1)
  const first = cache
    .prepare('SELECT rid FROM conversations WHERE started_at IS NOT NULL ORDER BY id')
    .pluck()
    .get()
  if (typeof first !== 'string') return
  const byHand = { conversation: first, message: null, text: 'look', severity: 'warning', by: null } as const
  keepHandFlag({ cache, workspaceDb: workspace }, byHand, 'one', now)
}

function opened(conversation: string): RecordInput {
  return { kind: 'conversation', id: conversation, contact: 'p0', channel: 'c0', openedAt: start }
}

function removed(conversation: string): RecordInput {
  return { kind: 'removed', of: 'conversation', id: conversation, at: start, reason: 'upstream' }
}

let reviews = 0
function review(
  workspace: WritableDb,
  conversation: string,
  state: string,
  score: number | null,
  calibration: boolean,
): void {
  reviews += 1
  workspace
    .prepare(
      `INSERT INTO reviews(id, source, conversation, reviewer, calibration, scorecard, version, state, content, score, seen, conversation_at, begun_at, changed_at, submitted_at)
       VALUES (?, 'test', ?, 'Kim', ?, 's', 1, ?, '{}', ?, '{}', 0, 0, 0, ?)`,
    )
    .run(`r${reviews}`, conversation, calibration ? 1 : 0, state, score, state === 'draft' ? null : reviews)
}

// ── any question ─────────────────────────────────────────────────────────────────────────────────────────────────

const subsetOf = <T>(values: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...values]) })
const rarely = fc.oneof(
  { weight: 4, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
)
const period = fc.oneof(
  fc.constant([0, 8.64e15] as const),
  fc
    .tuple(fc.nat(days * 24), fc.constantFrom(1, 5, 24, 48, 200))
    .map(([hour, length]) => [start + hour * 3_600_000, start + (hour + length) * 3_600_000] as const),
)
const anyQuery: fc.Arbitrary<ConversationQuery> = fc
  .record({
    period,
    agents: subsetOf(agentNames.map((_, index) => `a${index}`)),
    teams: subsetOf(['t0', 't1', 'unknown']),
    channels: subsetOf(['c0', 'c1', 'c2']),
    categories: subsetOf(['Order', 'refund', 'Änderung']),
    authors: subsetOf(authors),
    openers: subsetOf(openers),
    states: subsetOf(['open', 'pending', 'snoozed', 'closed'] as const),
    waiting: rarely,
    flagged: rarely,
    flagRules: subsetOf(flagRuleIds),
    sentiments: subsetOf(['negative', 'neutral', 'positive', 'unscored'] as const),
    languages: subsetOf(['en', 'es']),
    reviewed: fc.constantFrom(null, null, null, true, false),
    rated: fc.constantFrom(null, null, null, 'rated', 'low', 'unrated'),
    failed: rarely,
    unassigned: rarely,
    minMessages: fc.constantFrom(null, null, 2, 4),
    contact: fc.constantFrom(
      '',
      '',
      '',
      'Mull',
      'ü',
      'p1',
      'contact 1',
      '芳',
      'م',
      '0176',
      '176 55',
      '%',
      '_',
      'x',
    ),
    sort: fc.constantFrom(...conversationSorts),
    ascending: fc.boolean(),
    limit: fc.constantFrom(1, 2, 5, 500),
  })
  .map(
    ({
      period: [from, to],
      agents,
      teams,
      channels,
      categories,
      authors: wrote,
      openers: opened,
      ...rest
    }) => ({
      ...rest,
      scope: { from, to, zone: 'UTC', agents, teams, channels, categories, authors: wrote, openers: opened },
      after: null,
    }),
  )
const anyReviews = fc.array(
  fc.tuple(
    fc.nat(17),
    fc.constantFrom('draft', 'submitted', 'submitted', 'disputed', 'resolved', 'voided'),
    fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    fc.boolean(),
  ),
  { maxLength: 12 },
)

async function allPages(desk: ReturnType<typeof deskOf>, query: ConversationQuery) {
  const rows: ConversationRow[] = []
  const totals = new Set<number>()
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof desk.ask>> = await desk.ask({ ...query, after })
    rows.push(...page.rows)
    totals.add(page.total)
    expect(page.rows.length).toBeLessThanOrEqual(query.limit)
    if (page.next === null) return { rows, totals: [...totals] }
    expect(page.rows.length).toBe(query.limit)
    after = page.next
  }
}

describe('lists of conversations', () => {
  it('are a plain sort of all rows that pass every filter, cut into pages', async () => {
    const cache = temporaryCache()
    const workspace = temporaryWorkspace()
    await fc.assert(
      fc.asyncProperty(
        anyConversations,
        anyReviews,
        fc.array(anyQuery, { minLength: 12, maxLength: 12 }),
        async (told, reviewed, queries) => {
          for (const db of [cache, workspace]) emptied(db)
          tell(cache, [...company, ...told.flat()])
          for (const [number, ...rest] of reviewed) review(workspace, `v${number}`, ...rest)
          careForFlags(cache, workspace)
          const desk = deskOf(cache, workspace)
          const rows = plainRows(cache, workspace, now)
          const all = rows.map(({ row }) => row)
          const ids = rows.map(({ id }) => id)
          expect([...ids, 1e6].map(desk.row)).toEqual([...all, null])
          await desk.ask(everything)
          expect([...ids, 1e6].map(desk.row)).toEqual([...all, null])
          for (const query of queries) {
            const expected = plainList(rows, query)
            const answer = await allPages(desk, query)
            expect(answer.rows.map(({ id }) => id)).toEqual(expected)
            expect(answer.totals).toEqual([expected.length])
            for (const row of answer.rows)
              expect(row).toEqual(rows.find((plain) => plain.row.id === row.id)?.row)
          }
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)

  it('are, whatever changed between two pages, what they would be if they were built anew', async () => {
    const cache = temporaryCache()
    const workspace = temporaryWorkspace()
    const change = fc.oneof(
      fc.record({ kind: fc.constant('more' as const), part: fc.nat(2) }),
      fc.record({ kind: fc.constant('removed' as const), chat: fc.nat(17) }),
      fc.record({
        kind: fc.constant('contact' as const),
        id: fc.nat(8),
        name: fc.constantFrom('Aaron', 'zzz', 'Müller', null),
      }),
      fc.record({
        kind: fc.constantFrom('agent' as const, 'channel' as const, 'team' as const),
        id: fc.nat(2),
        name: fc.constantFrom('Aaron', 'zzz', 'Item 9'),
      }),
      fc.record({ kind: fc.constant('review' as const), chat: fc.nat(17), score: fc.nat(100) }),
      fc.record({ kind: fc.constant('care' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(
        anyConversations,
        anyConversations,
        fc.array(change, { maxLength: 4 }),
        fc.array(anyQuery, { minLength: 6, maxLength: 6 }),
        async (told, more, changes, queries) => {
          for (const db of [cache, workspace]) emptied(db)
          tell(cache, [...company, ...told.flat()])
          const clock = { now }
          const desk = deskOf(cache, workspace, clock)
          const asked = [
            ...conversationSorts.map((sort, index) => ({ ...everything, sort, ascending: index % 2 === 0 })),
            ...queries,
          ]
          const askAll = async (of: typeof desk) => {
            const answers = []
            for (const query of asked) answers.push(await of.ask(query))
            return answers
          }
          const expectAsAnew = async () =>
            expect(await askAll(desk)).toEqual(await askAll(deskOf(cache, workspace, clock)))
          await askAll(desk)
          for (const one of changes) {
            if (one.kind === 'more')
              tell(
                cache,
                more.flat().filter((_, index) => index % 3 === one.part),
              )
            else if (one.kind === 'removed') tell(cache, [removed(`v${one.chat}`)])
            else if (one.kind === 'contact')
              tell(cache, [{ kind: 'contact', id: `p${one.id}`, name: one.name, updatedAt: now }])
            else if (one.kind === 'review') review(workspace, `v${one.chat}`, 'submitted', one.score, false)
            else if (one.kind === 'care') careForFlags(cache, workspace)
            else
              tell(cache, [{ kind: one.kind, id: `${one.kind[0]}${one.id}`, name: one.name, updatedAt: now }])
            clock.now += 60_000
            await desk.refresh()
            await expectAsAnew()
          }
          tell(cache, more.flat())
          clock.now += 60_000
          await desk.refresh()
          await expectAsAnew()
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)

  it('lose and double nothing that stays as it is, while others change between the pages', async () => {
    const cache = temporaryCache()
    const workspace = temporaryWorkspace()
    await fc.assert(
      fc.asyncProperty(
        anyConversations,
        fc.constantFrom(...conversationSorts),
        fc.boolean(),
        fc.array(fc.nat(17), { minLength: 1, maxLength: 6 }),
        async (told, sort, ascending, changes) => {
          for (const db of [cache, workspace]) emptied(db)
          tell(cache, [...company, ...told.flat()])
          const desk = deskOf(cache, workspace)
          const query = { ...everything, sort, ascending, limit: 2 }
          const { rows } = await allPages(desk, query)
          const seen: string[] = []
          const changed = new Set<string>()
          for (let after: string | null = null, turn = 0; ; turn += 1) {
            const page: Awaited<ReturnType<typeof desk.ask>> = await desk.ask({ ...query, after })
            seen.push(...page.rows.map(({ id }) => id))
            if (page.next === null) break
            after = page.next
            const number = changes[turn]
            if (number === undefined) continue
            const id = `v${number}`
            changed.add(id)
            tell(cache, [
              number % 3 === 0
                ? removed(id)
                : { kind: 'rating', id: `late ${turn}`, conversation: id, at: start + 20 * day, score: 1 },
            ])
            await desk.refresh()
          }
          const unchanged = (ids: readonly string[]) => ids.filter((id) => !changed.has(id))
          expect(unchanged(seen)).toEqual(unchanged(rows.map(({ id }) => id)))
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)

  it('are read again by the next question after they could not be read', async () => {
    const cache = temporaryCache()
    tell(cache, [
      ...company,
      { kind: 'conversation', id: 'v', contact: 'p0', channel: 'c0', openedAt: start },
    ])
    const facts = cache.prepare('SELECT data FROM facts').pluck().get()
    cache.prepare('UPDATE facts SET data = ?').run(Buffer.from([99]))
    const desk = deskOf(cache, temporaryWorkspace())
    await expect(desk.ask(everything)).rejects.toThrow('derive them again')
    cache.prepare('UPDATE facts SET data = ?').run(facts)
    expect((await desk.ask(everything)).total).toBe(1)
  })

  it('take over at once what another thread wrote of reviews', async () => {
    const cache = temporaryCache()
    const folder = temporaryFolder()
    const [writer, reader] = [openWorkspaceDb(folder, 'writer'), openWorkspaceDb(folder, 'reader')]
    onTestFinished(() => [writer, reader].forEach((db) => void db.close()))
    tell(cache, [...company, ...['v1', 'v2', 'v3'].map(opened)])
    const desk = deskOf(cache, reader)
    const ids = async (query: Partial<ConversationQuery>) =>
      (await desk.ask({ ...everything, ...query })).rows.map(({ id }) => id)
    expect(await ids({ sort: 'score' })).toEqual(['v3', 'v2', 'v1'])
    expect(await ids({ reviewed: true })).toEqual([])
    review(writer, 'v2', 'submitted', 50, false)
    expect(await ids({ sort: 'score' })).toEqual(['v2', 'v3', 'v1'])
    expect(await ids({ reviewed: true })).toEqual(['v2'])
    review(writer, 'v1', 'submitted', 60, false)
    review(writer, 'v2', 'submitted', 70, false)
    expect(await ids({ sort: 'score' })).toEqual(['v2', 'v1', 'v3'])
    review(writer, 'v3', 'submitted', 90, false)
    expect(await ids({ sort: 'score' })).toEqual(['v3', 'v2', 'v1'])
    review(writer, 'v1', 'submitted', 95, false)
    review(writer, 'v3', 'submitted', 50, false)
    expect(await ids({ sort: 'score' })).toEqual(['v1', 'v2', 'v3'])
  })

  it('follow somebody into another team, though nothing happened in a chat', async () => {
    const cache = temporaryCache()
    const of = (team: string, updatedAt: number): RecordInput => ({
      kind: 'agent',
      id: 'a0',
      name: 'Ana',
      teams: [team],
      updatedAt,
    })
    tell(cache, [
      ...company,
      of('t0', start),
      opened('v1'),
      { kind: 'assignment', conversation: 'v1', at: start, to: 'a0' },
    ])
    const desk = deskOf(cache, temporaryWorkspace())
    const total = async (team: string) =>
      (await desk.ask({ ...everything, scope: { ...whole, teams: [team] } })).total
    expect([await total('t0'), await total('t1')]).toEqual([1, 0])
    tell(cache, [of('t1', now)])
    await desk.refresh()
    expect([await total('t0'), await total('t1')]).toEqual([0, 1])
  })

  it('take over a new name within a minute, though nothing happened in a chat', async () => {
    const cache = temporaryCache()
    const opened = ['p0', 'p5', 'p6'].map((contact): RecordInput => ({
      kind: 'conversation',
      id: `of ${contact}`,
      contact,
      channel: 'c0',
      openedAt: start,
    }))
    tell(cache, [...company, ...opened])
    const clock = { now }
    const desk = deskOf(cache, temporaryWorkspace(), clock)
    const byName = async () =>
      (await desk.ask({ ...everything, sort: 'contact', ascending: true })).rows.map(
        ({ contact }) => contact.name,
      )
    expect(await byName()).toEqual(['Contact 9', 'Contact 10', 'Müller'])
    tell(cache, [{ kind: 'contact', id: 'p0', name: 'Abel', updatedAt: now }])
    clock.now += 60_000
    await desk.refresh()
    expect(await byName()).toEqual(['Abel', 'Contact 9', 'Contact 10'])
    expect((await desk.ask({ ...everything, contact: 'abe' })).total).toBe(1)
    expect((await desk.ask({ ...everything, contact: 'mull' })).total).toBe(0)
  })

  it('are of a period when something happened in it, not when it only lies within a conversation', async () => {
    const cache = temporaryCache()
    const said = (at: number): RecordInput => ({
      kind: 'comment',
      id: `at ${at}`,
      conversation: 'v',
      at: start + at,
      text: 'x',
    })
    tell(cache, [
      ...company,
      { kind: 'conversation', id: 'v', contact: 'p0', channel: 'c0', openedAt: start },
      said(6 * hour),
      said(7 * hour),
      said(4 * day),
      said(5 * day),
    ])
    const desk = deskOf(cache, temporaryWorkspace())
    const isActive = async (from: number, to: number) =>
      (await desk.ask({ ...everything, scope: { ...whole, from: start + from, to: start + to } })).total === 1
    expect(await isActive(5 * hour, 6 * hour)).toBe(false)
    expect(await isActive(5 * hour, 6 * hour + 1)).toBe(true)
    expect(await isActive(6.5 * hour, 8 * hour)).toBe(true)
    expect(await isActive(8 * hour, 4 * day)).toBe(false)
    expect(await isActive(8 * hour, 4 * day + 1)).toBe(true)
    expect(await isActive(4 * day + 1, 5 * day)).toBe(false)
  })

  it.each(['', 'x', 'bm8=', 'WzEsMiwzXQ', 'e30'])(
    'refuse a place to go on from that is none (%s), in words',
    async (after) => {
      const desk = deskOf(temporaryCache(), temporaryWorkspace())
      await expect(desk.ask({ ...everything, after })).rejects.toThrow(
        'The place in the list to go on from cannot be read.',
      )
    },
  )

  it('refuse a place of a list that is sorted by something else', async () => {
    const cache = temporaryCache()
    tell(cache, [
      ...company,
      { kind: 'conversation', id: 'v1', contact: 'p0', channel: 'c0', openedAt: start },
      { kind: 'conversation', id: 'v2', contact: 'p1', channel: 'c0', openedAt: start },
    ])
    const desk = deskOf(cache, temporaryWorkspace())
    const { next } = await desk.ask({ ...everything, sort: 'contact', limit: 1 })
    await expect(desk.ask({ ...everything, sort: 'last', after: next })).rejects.toThrow('cannot be read')
  })
})
