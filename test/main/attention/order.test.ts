/** Whether records came live or in a backfill, in any order and in pages of any size: the same flags, from the real store. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultFlagRules, flagRuleIds, type FlagRuleId, type FlagRules } from '../../../src/shared/flags.ts'
import type { RecordInput, SourceRecord } from '../../../src/shared/records.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { noteUnread } from '../../../src/main/store/derivation.ts'
import { openHere } from '../../../src/main/store/rebuild/background.ts'
import { catchUp, isBehind } from '../../../src/main/store/rebuild/catchUp.ts'
import { rebuildNow } from '../../../src/main/store/rebuild/rebuild.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import { apply, dump, records, temporaryCache, testPorts } from '../../support/database.ts'

const base = Date.UTC(2026, 2, 27, 8)
const minute = 60_000
const iso = (at: number) => new Date(at).toISOString()
/** Coarse, so that many fall together, over the night in which Berlin changes its clocks. */
const time = fc.nat(400).map((step) => iso(base + step * 17 * minute))
const agent = fc.constantFrom('a1', 'a2', 'a3')
const conversation = fc.constantFrom('v1', 'v2')

const fromCustomer = fc.constantFrom(
  'Where is my order?',
  'This is terrible, still broken',
  'Thank you, great service!',
  'Can I speak to your manager?',
  'Ich möchte mit einem Menschen sprechen',
  'You are all idiots',
  'My card is 4111 1111 1111 1111',
)
const fromAgent = fc.constantFrom(
  'On its way.',
  'I will call you tomorrow',
  'Ich melde mich in zwei Stunden bei Ihnen',
  'Write to anna.smith@gmail.com',
)
const template = { name: 'sale', category: 'marketing' as const }

const message: fc.Arbitrary<readonly RecordInput[]> = fc
  .record({
    id: fc.nat(9),
    at: time,
    text: fromCustomer,
    reply: fromAgent,
    by: agent,
    kind: fc.nat(9),
    fails: fc.nat(9),
  })
  .map(({ id, at, text, reply, by, kind, fails }): readonly RecordInput[] => {
    const rest = {
      kind: 'message' as const,
      conversation: `v${(id % 2) + 1}`,
      contact: `k${(id % 2) + 1}`,
      channel: 'c1',
      at,
    }
    if (kind < 5)
      return [
        {
          ...rest,
          id: `m${id}`,
          direction: 'in',
          author: { type: 'contact' },
          content: { type: 'text', text },
        },
      ]
    if (kind < 8)
      return [
        {
          ...rest,
          id: `r${id}`,
          direction: 'out',
          author: { type: 'agent', id: by },
          content: { type: 'text', text: reply },
        },
      ]
    const sent: RecordInput = {
      ...rest,
      id: `t${id}`,
      direction: 'out',
      author: { type: 'campaign' },
      content: { type: 'template', text: 'Sale!', template },
    }
    const error = { code: fails < 3 ? 131050 : 131026, title: 'no' }
    return fails < 6
      ? [sent, { kind: 'message_status', message: `t${id}`, status: 'failed', at, error }]
      : [sent]
  })

const other: fc.Arbitrary<readonly RecordInput[]> = fc.oneof(
  fc
    .record({
      conversation,
      at: time,
      to: fc.option(agent, { nil: null }),
      team: fc.constantFrom('t1', 't2', null),
    })
    .map((one): readonly RecordInput[] => [{ kind: 'assignment', ...one }]),
  fc
    .record({
      conversation,
      at: time,
      event: fc.constantFrom('closed' as const, 'closed' as const, 'reopened' as const),
    })
    .map((one): readonly RecordInput[] => [{ kind: 'conversation_event', ...one }]),
  fc
    .record({ id: fc.constantFrom('n1', 'n2', 'n3'), at: time, agent, mentions: fc.subarray(['a1', 'a2']) })
    .map((one): readonly RecordInput[] => [{ kind: 'comment', conversation: 'v1', text: 'Look', ...one }]),
  fc
    .record({ id: fc.constantFrom('r1', 'r2'), at: time, score: fc.integer({ min: 1, max: 5 }) })
    .map((one): readonly RecordInput[] => [{ kind: 'rating', conversation: 'v1', ...one }]),
  fc
    .record({
      id: fc.constantFrom('k1', 'k2'),
      optedInAt: fc.option(time, { nil: null }),
      optedOutAt: fc.option(time, { nil: null }),
      // Both may turn out to be one person.
      isSame: fc.boolean(),
    })
    .map(({ isSame, ...one }): readonly RecordInput[] => [
      { kind: 'contact', ...one, aliases: isSame ? [{ type: 'phone', value: '1' }] : [] },
    ]),
  fc.constant<readonly RecordInput[]>([{ kind: 'workspace', id: 'w', name: 'W', timezone: 'Asia/Tokyo' }]),
  fc.constantFrom('t1', undefined).map((team): readonly RecordInput[] => [
    {
      kind: 'working_hours',
      scope: team === undefined ? {} : { team },
      zone: 'Europe/Berlin',
      week: { mon: [['09:00', '17:00']], sun: [['09:00', '17:00']], fri: [['09:00', '12:00']] },
    },
  ]),
)

const flagRules: FlagRules = {
  ...defaultFlagRules,
  waiting: { ...defaultFlagRules.waiting, hours: 'business' },
  reopened: { ...defaultFlagRules.reopened, threshold: 1 },
  ping_pong: { ...defaultFlagRules.ping_pong, threshold: 1 },
  reassigned_wait: { ...defaultFlagRules.reassigned_wait, teams: ['t1'] },
}
const settings = { ...defaultSettings, flagRules }
const ports = { ...testPorts, settings }

/** What makes everything be derived anew, one of them a history: together they would cover for each other. */
const flavour = fc.constantFrom('zone', 'hours', 'consent', 'more consent')
type Flavour = typeof flavour extends fc.Arbitrary<infer One> ? One : never

function belongs(record: RecordInput, to: Flavour): boolean {
  if (record.kind === 'workspace') return to === 'zone'
  if (record.kind === 'working_hours') return to === 'hours'
  return record.kind !== 'contact' || to === 'consent' || to === 'more consent'
}

/** Somebody's consent is known from the beginning. */
const known = records({ kind: 'contact', id: 'k8', optedInAt: iso(base) })

const history = fc
  .tuple(
    flavour,
    fc.array(fc.oneof({ weight: 3, arbitrary: message }, { weight: 2, arbitrary: other }), {
      minLength: 8,
      maxLength: 30,
      size: 'max',
    }),
  )
  .map(([which, inputs]) => ({
    first: which === 'more consent' ? known : [],
    all: records(...inputs.flat().filter((one) => belongs(one, which))),
  }))
  .chain(({ first, all }) =>
    fc.tuple(
      fc.constant(first),
      fc.constant(all),
      fc.shuffledSubarray([...all], { minLength: all.length }),
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
    ),
  )

/** Last comes what no conversation is made of. */
function rankOf({ kind }: SourceRecord): number {
  return kind === 'contact' || kind === 'workspace' || kind === 'working_hours' ? 1 : 0
}

/** The rules that raised a flag in some history: a property about flags that never were would hold of anything. */
const seen = new Set<FlagRuleId>()

it('raises the same flags live as in a backfill', async () => {
  const backfilled = temporaryCache()
  const live = temporaryCache()
  const bulk = temporaryCache()
  await fc.assert(
    fc.asyncProperty(history, async ([first, all, shuffled, sizes, late]) => {
      for (const cache of [backfilled, live, bulk]) {
        empty(cache)
        // From now on only what is behind is computed anew.
        await settle(cache)
        if (first.length > 0) apply(cache, first, ports)
        await settle(cache)
      }
      apply(backfilled, all, ports)
      // Nothing that comes after them derives the conversations anew by itself.
      const line = late ? shuffled.toSorted((one, other) => rankOf(one) - rankOf(other)) : [...shuffled]
      for (let page = 0; line.length > 0; page += 1)
        apply(live, line.splice(0, sizes[page % sizes.length]), ports)
      applyUnread(bulk, shuffled)
      for (const cache of [backfilled, live, bulk]) await settle(cache)
      const expected = dump(backfilled)
      expect(dump(live)).toEqual(expected)
      expect(dump(bulk)).toEqual(expected)
      for (const rule of live.prepare('SELECT DISTINCT rule FROM flags').pluck().all())
        seen.add(rule as FlagRuleId)
      rebuildNow(live, ports)
      expect(dump(live)).toEqual(expected)
    }),
    { numRuns: 150 },
  )
  const about = flagRuleIds.slice(0, flagRuleIds.indexOf('by_hand'))
  expect(about.filter((id) => !seen.has(id))).toEqual([])
}, 60_000)

/** As a page too large for it leaves them: texts that nobody read, and facts that know nothing of them. */
function applyUnread(cache: WritableDb, all: readonly SourceRecord[]): void {
  apply(cache, all, ports)
  cache.exec(
    `UPDATE messages SET text_version = 0, language = NULL, sentiment = NULL, signals = NULL, promise = NULL`,
  )
  rebuildNow(cache, ports)
  noteUnread(cache, 1)
}

async function settle(cache: WritableDb): Promise<void> {
  while (isBehind(cache, settings))
    await catchUp({
      db: cache,
      derivation: ports,
      background: openHere(cache),
      mends: false,
      page: () => 0,
      changedAfter: () => false,
      onChange: () => undefined,
      onStage: () => undefined,
      onProgress: () => undefined,
      goesOn: () => true,
    })
}

function empty(cache: WritableDb): void {
  for (const table of cache
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'migrations'")
    .pluck()
    .all())
    cache.exec(`DELETE FROM ${String(table)}`)
}
