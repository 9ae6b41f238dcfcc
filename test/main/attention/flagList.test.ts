import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversationRuleIds, flagRuleKinds, type Flag, type FlagQuery } from '../../../src/shared/flags.ts'
import { temporaryCache } from '../../support/database.ts'
import { emptied } from '../../support/emptied.ts'
import {
  agentCount,
  conversationCount,
  flagStore,
  furnish,
  minute,
  openQuery,
  putFlags,
  start,
  temporaryWorkspace,
  type StoredFlag,
} from './flagStore.ts'

const anyMoment = fc.integer({ min: -5, max: 12 }).map((steps) => start + steps * minute)
const anyStored: fc.Arbitrary<readonly StoredFlag[]> = fc
  .array(
    fc.record({
      rule: fc.constantFrom(...conversationRuleIds.filter((rule) => rule !== 'by_hand')),
      severity: fc.constantFrom('danger', 'warning'),
      conversation: fc.integer({ min: 1, max: conversationCount }),
      agent: fc.integer({ min: 0, max: agentCount }),
      raisedAt: anyMoment,
      endedAt: fc.option(anyMoment, { nil: null }),
    }),
    { maxLength: 14 },
  )
  .map((flags) => flags.map((flag, index) => ({ ...flag, id: `${flag.rule}:${index}` })))
const anyAct = fc.record({
  at: fc.integer({ min: 0, max: 8 }).map((steps) => start + steps * minute),
  picks: fc.array(fc.nat(30), { maxLength: 4 }),
  act: fc.oneof(
    fc.record({ kind: fc.constant('done' as const), reason: fc.constantFrom(null, 'ok') }),
    fc.record({ kind: fc.constant('false_alarm' as const), reason: fc.constantFrom(null, 'no') }),
    fc.record({
      kind: fc.constant('snooze' as const),
      until: fc.constantFrom(9, 11, 14).map((one) => start + one * minute),
    }),
    fc.record({ kind: fc.constant('own' as const), owner: fc.constantFrom(null, 'Kim', 'Lee') }),
    fc.record({ kind: fc.constant('reopen' as const) }),
    fc.record({
      kind: fc.constant('make' as const),
      severity: fc.constantFrom('danger' as const, 'warning' as const),
    }),
  ),
})
const anyQuery: fc.Arbitrary<FlagQuery> = fc.record({
  scope: fc.record({
    zone: fc.constant('UTC'),
    teams: fc.constant([]),
    from: fc.constantFrom(0, start),
    to: fc.constantFrom(8.64e15, start + 5 * minute),
    agents: fc.constantFrom([], [], ['a1'], ['a2', 'a3']),
    channels: fc.constantFrom([], [], ['c1']),
    categories: fc.constantFrom([], [], ['Refund']),
  }),
  state: fc.constantFrom('open', 'open', 'snoozed', 'decided', 'all'),
  rules: fc.oneof(fc.constant([]), fc.subarray([...conversationRuleIds])),
  severities: fc.constantFrom([], ['danger'] as const, ['warning', 'danger'] as const),
  madeBy: fc.constantFrom(null, 'rule', 'person'),
  owner: fc.constantFrom(null, '', 'Kim'),
  after: fc.constant(null),
  limit: fc.constantFrom(1, 3, 500),
})

/** The definition of a list, the plain way: of all flags, those that pass every test, newest first. */
function plainly(flags: readonly Flag[], query: FlagQuery, now: number): readonly Flag[] {
  const { scope } = query
  const inScope = (flag: Flag) => {
    const row = Number(flag.conversation?.slice(1))
    return (
      flag.raisedAt >= scope.from &&
      flag.raisedAt < scope.to &&
      (scope.agents.length === 0 || scope.agents.includes(flag.agent ?? '')) &&
      (scope.channels.length === 0 || scope.channels.includes(`c${2 - (row % 2)}`)) &&
      (scope.categories.length === 0 || row === 1)
    )
  }
  const rests = (flag: Flag) => flag.snoozedUntil !== null && flag.snoozedUntil > now
  const states = {
    open: (flag: Flag) => flag.endedAt === null && flag.decision === null && !rests(flag),
    snoozed: (flag: Flag) => flag.endedAt === null && flag.decision === null && rests(flag),
    decided: (flag: Flag) => flag.decision !== null,
    all: () => true,
  }
  return flags
    .filter(
      (flag) =>
        inScope(flag) &&
        states[query.state](flag) &&
        (query.rules.length === 0 || query.rules.includes(flag.rule)) &&
        (!query.severities?.length || query.severities.includes(flag.severity)) &&
        (!query.madeBy || flagRuleKinds[flag.rule].madeBy === query.madeBy) &&
        (query.owner == null || (flag.owner ?? '') === query.owner),
    )
    .sort((a, b) => b.raisedAt - a.raisedAt || (a.id < b.id ? 1 : -1))
}

describe('lists of flags', () => {
  it('are a plain sort of all flags that pass every filter, cut into pages, whatever people did', async () => {
    const cache = temporaryCache()
    const workspaceDb = temporaryWorkspace()
    await fc.assert(
      fc.asyncProperty(
        anyStored,
        fc.array(anyAct, { maxLength: 8 }),
        fc.array(anyQuery, { minLength: 10, maxLength: 10 }),
        async (stored, acts, queries) => {
          furnish(emptied(cache))
          putFlags(cache, stored)
          const { api, reader, clock } = flagStore({ cache, workspaceDb: emptied(workspaceDb) })
          const made: string[] = []
          for (const { at, picks, act } of acts.toSorted((a, b) => a.at - b.at)) {
            clock.now = at
            if (act.kind === 'make') {
              const conversation = `v${((picks[0] ?? 0) % conversationCount) + 1}`
              const flag = await api.raiseFlag({
                conversation,
                message: null,
                text: 'look',
                severity: act.severity,
                by: 'Kim',
              })
              made.push(flag.id)
              continue
            }
            const ids = [...stored.filter(({ raisedAt }) => raisedAt <= at).map(({ id }) => id), ...made]
            const flags = picks.flatMap((pick) => ids[pick % Math.max(1, ids.length)] ?? [])
            await api.actOnFlags({ flags, act, by: null })
          }
          clock.now = start + 10 * minute
          const due = stored.filter(({ raisedAt }) => raisedAt <= clock.now).map(({ id }) => id)
          const all = await reader.findFlags([...due, ...made])
          for (const query of queries) {
            const expected = plainly(all, query, clock.now)
            const open = plainly(all, { ...openQuery, scope: query.scope }, clock.now)
            const rows: Flag[] = []
            for (let after: string | null = null; ;) {
              const page = await api.flags({ ...query, after })
              expect(page.total).toBe(expected.length)
              expect(page.open).toBe(open.length)
              expect(page.danger).toBe(open.filter(({ severity }) => severity === 'danger').length)
              rows.push(...page.rows)
              after = page.next
              if (after === null) break
            }
            expect(rows).toEqual(expected)
          }
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  it('refuse a place to go on from that is none', async () => {
    await expect(flagStore().api.flags({ ...openQuery, after: '%' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })
})
