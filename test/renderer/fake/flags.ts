/** Made-up flags that can be acted on: decisions, rests, owners and history are kept until the preview ends. */
import type { Api } from '../../../src/shared/contract.ts'
import {
  flagRuleKinds,
  type Flag,
  type FlagAct,
  type FlagHistory,
  type FlagQuery,
} from '../../../src/shared/flags.ts'
import { dayKey } from '../../../src/shared/period.ts'
import { flagsAt } from './chats.ts'
import { hour } from './world.ts'

type Flags = Pick<
  Api,
  | 'flags'
  | 'flagGroups'
  | 'flagHistory'
  | 'flagRates'
  | 'previewFlagRule'
  | 'actOnFlags'
  | 'actOnFlagGroup'
  | 'raiseFlag'
>
type Care = Pick<Flag, 'owner' | 'snoozedUntil' | 'decision' | 'reason'>
type Entry = FlagHistory['entries'][number]

const noEntry = { by: null, reason: null, owner: null, until: null }

export function fakeFlags({
  now,
  changed,
}: {
  readonly now: () => number
  readonly changed: () => void
}): Flags {
  const cares = new Map<string, Partial<Care>>()
  const acts = new Map<string, readonly Entry[]>()
  const byHand: Flag[] = []
  const all = () => [...flagsAt(now()), ...byHand].map((flag) => ({ ...flag, ...cares.get(flag.id) }))
  const open = () => all().filter((flag) => isOpen(flag, now()))
  const act = (ids: readonly string[], done: FlagAct, by: string | null) => {
    for (const id of ids) {
      cares.set(id, { ...cares.get(id), ...careAfter(done) })
      acts.set(id, [...(acts.get(id) ?? []), { ...noEntry, at: now(), by, ...done }])
    }
    changed()
    return all().filter((flag) => ids.includes(flag.id))
  }
  return {
    flags: async (query) => {
      const rows = all().filter((flag) => isWanted(flag, query, now()))
      const from = Number(query.after ?? 0)
      return {
        rows: rows.slice(from, from + query.limit),
        next: from + query.limit < rows.length ? String(from + query.limit) : null,
        total: rows.length,
        open: open().length,
        danger: open().filter(({ severity }) => severity === 'danger').length,
      }
    },
    flagGroups: async () =>
      [...Map.groupBy(open(), ({ rule }) => rule)].map(([rule, flags]) => ({
        rule,
        severity: flags[0]!.severity,
        open: flags.length,
        oldest: Math.min(...flags.map(({ raisedAt }) => raisedAt)),
        newest: Math.max(...flags.map(({ raisedAt }) => raisedAt)),
        subjects: flags.slice(0, 3).map(({ subject }) => ({ ...subject, open: 1 })),
      })),
    flagHistory: async (id) => {
      const flag = all().find((one) => one.id === id)
      if (flag === undefined) throw new Error('the preview has no such flag')
      const raised: Entry = { ...noEntry, at: flag.raisedAt, kind: 'raised' }
      return { flag, knownAt: null, entries: [raised, ...(acts.get(id) ?? [])] }
    },
    flagRates: async () =>
      [...Map.groupBy(all(), ({ rule }) => rule)].map(([rule, flags]) => ({
        rule,
        raised: flags.length * 12,
        decided: 40,
        falseAlarms: 3,
        falseAlarmRate: { value: 0.075, low: 0.026, high: 0.199 },
        medianOpen: 400,
      })),
    previewFlagRule: async ({ rule, change, zone }) => {
      const raised = Math.round(12_000 / (change.threshold ?? 300))
      return {
        from: now() - 7 * 24 * hour,
        to: now(),
        raised,
        raisedNow: 37,
        flagged: Math.min(raised, 690),
        of: 700,
        byDay: Array.from({ length: 7 }, (_, day) => ({
          day: dayKey(now() - (6 - day) * 24 * hour, zone),
          raised: Math.round((raised * (1 + (day % 3))) / 13),
        })),
        matchesEverything: raised > 630,
        examples: all()
          .filter((flag) => flag.rule === rule)
          .slice(0, 5),
      }
    },
    actOnFlags: async ({ flags, act: done, by }) => act(flags, done, by),
    actOnFlagGroup: async ({ rule, act: done, by }) => {
      const before = open().flatMap(({ id, owner, rule: of }) => (of === rule ? [{ id, owner }] : []))
      act(
        before.map(({ id }) => id),
        done,
        by,
      )
      return before
    },
    raiseFlag: async ({ conversation, message, text, severity }) => {
      const flag: Flag = {
        ...flagsAt(now())[0]!,
        id: `by_hand:${byHand.length}`,
        rule: 'by_hand',
        madeBy: 'person',
        conversation,
        severity,
        text,
        message,
        from: now(),
        raisedAt: now(),
        seconds: null,
        target: null,
      }
      byHand.push(flag)
      changed()
      return flag
    },
  }
}

function isOpen({ decision, snoozedUntil }: Flag, now: number): boolean {
  return decision === null && (snoozedUntil ?? 0) <= now
}

function isWanted(flag: Flag, query: FlagQuery, now: number): boolean {
  const { state, rules, severities = [], madeBy = null, owner = null } = query
  const inState =
    state === 'all' ||
    (state === 'open' && isOpen(flag, now)) ||
    (state === 'decided' && flag.decision !== null) ||
    (state === 'snoozed' && (flag.snoozedUntil ?? 0) > now)
  return (
    inState &&
    (rules.length === 0 || rules.includes(flag.rule)) &&
    (severities.length === 0 || severities.includes(flag.severity)) &&
    (madeBy === null || flagRuleKinds[flag.rule].madeBy === madeBy) &&
    (owner === null || (flag.owner ?? '') === owner)
  )
}

function careAfter(act: FlagAct): Partial<Care> {
  switch (act.kind) {
    case 'done':
    case 'false_alarm':
      return { decision: act.kind, reason: act.reason }
    case 'snooze':
      return { snoozedUntil: act.until }
    case 'own':
      return { owner: act.owner }
    case 'reopen':
      return { decision: null, reason: null, snoozedUntil: null }
  }
}
