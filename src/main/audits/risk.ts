/** Where something may have gone wrong: what makes a conversation more likely to be drawn, and by how much. */
import { quantile } from 'simple-statistics'
import type { Scope } from '../../shared/contract.ts'
import type { FlagRuleId } from '../../shared/flags.ts'
import { firstEpisode, ruleOf, sentimentBits } from '../metrics/bits.ts'
import type { Columns } from '../metrics/columns.ts'
import type { StreamName, ValueName } from '../metrics/streams.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import type { Candidate } from './candidates.ts'
import { everAll, scanRows } from './scan.ts'

/**
 * What each risk adds to the weight 1 of every conversation. In the period: a flag was raised that nobody called a false
 * alarm; it was rated in the lower half of the scale; the customer waited longer than in nine of ten; more messages than in
 * nine of ten; it was opened again; a message of ours failed. In all: the customer was displeased.
 */
const riskWeights = {
  flagged: 3,
  low_rating: 3,
  negative: 2,
  long_wait: 2,
  reopened: 1,
  many_messages: 1,
  failed: 1,
} as const
type Risk = keyof typeof riskWeights
const risks = Object.keys(riskWeights) as readonly Risk[]

/** The share of candidates that are not conspicuous for their waits or messages. */
const usual = 0.9
/** Shorter waits (milliseconds) and fewer messages are never conspicuous. */
const shortWait = 120_000
const fewMessages = 10
/** The middle of the scale of ratings, which runs from 1 to 5. */
const middleRating = 3

export interface RiskPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly columns: () => Columns
}

export interface Weighed {
  readonly weight: number
  /** Heaviest first. */
  readonly risks: readonly string[]
}

/** How much each candidate weighs in a risk-weighted draw. `now`: what is foreseen after it has not happened. */
export function weighRisks(
  ports: RiskPorts,
  scope: Scope,
  candidates: readonly Candidate[],
  now: number,
): (candidate: Candidate) => Weighed {
  const columns = ports.columns()
  const period = { from: scope.from, to: Math.min(scope.to, now + 1) }
  const waited = longestWaits(columns, period)
  const longWait = mostOf(
    candidates.map(({ slot }) => waited.get(slot) ?? 0),
    shortWait,
  )
  const manyMessages = mostOf(
    candidates.map(({ messages }) => messages),
    fewMessages,
  )
  const flagged = flagsRaised(ports, period)
  const displeased = slotsWith(
    columns,
    'sentiments',
    everAll,
    (bits) => (bits & sentimentBits.negative) !== 0,
  )
  const reopened = slotsWith(columns, 'starts', period, (bits) => (bits & firstEpisode) === 0)
  const badlyRated = new Set<number>()
  scanRows(
    columns,
    'ratings',
    period,
    (slot, _cell, _kind, _at, score) => {
      if (score < middleRating) badlyRated.add(slot)
    },
    'score',
  )
  const has: Readonly<Record<Risk, (candidate: Candidate) => boolean>> = {
    flagged: ({ slot }) => flagged.has(slot),
    low_rating: ({ slot }) => badlyRated.has(slot),
    negative: ({ slot }) => displeased.has(slot),
    long_wait: ({ slot }) => (waited.get(slot) ?? 0) > longWait,
    reopened: ({ slot }) => reopened.has(slot),
    many_messages: ({ messages }) => messages > manyMessages,
    failed: ({ failed }) => failed,
  }
  return (candidate) => {
    const found = risks.filter((risk) => has[risk](candidate))
    return { weight: found.reduce((sum, risk) => sum + riskWeights[risk], 1), risks: found }
  }
}

function mostOf(values: readonly number[], least: number): number {
  return values.length === 0 ? least : Math.max(least, quantile([...values], usual))
}

export interface Flagged {
  /** The rules that were broken, in the order they first were. */
  readonly rules: readonly FlagRuleId[]
  /** When the newest flag was raised. */
  readonly at: number
}

/** The conversations with a flag that was raised in the period and that nobody called a false alarm. */
export function flagsRaised(
  ports: RiskPorts,
  period: { readonly from: number; readonly to: number },
): ReadonlyMap<number, Flagged> {
  const columns = ports.columns()
  const stream = columns.streams.flags
  const falseAlarms = falseAlarmsOf(ports)
  const raised = new Map<number, { rule: FlagRuleId; at: number }[]>()
  scanRows(columns, 'flags', period, (slot, _cell, kind, at) => {
    const rule = ruleOf(stream.wordOf(kind))
    if (rule === null || (falseAlarms.size > 0 && falseAlarms.has(flagKey(slot, rule, at)))) return
    const known = raised.get(slot)
    if (known === undefined) raised.set(slot, [{ rule, at }])
    else known.push({ rule, at })
  })
  return new Map(
    [...raised].map(([slot, flags]) => {
      const inOrder = flags.toSorted((a, b) => a.at - b.at || (a.rule < b.rule ? -1 : 1))
      return [slot, { rules: [...new Set(inOrder.map(({ rule }) => rule))], at: inOrder.at(-1)?.at ?? 0 }]
    }),
  )
}

function falseAlarmsOf({ cache, workspaceDb }: RiskPorts): ReadonlySet<string> {
  const flag = rawSql<[number, string, number]>(
    cache,
    'SELECT conversation, rule, raised_at FROM flags WHERE id = ?',
  )
  const decided = rawSql<[string]>(
    workspaceDb,
    `SELECT flag FROM flag_decisions WHERE decision = 'false_alarm'`,
  ).all()
  return new Set(
    decided.flatMap(([id]) => {
      const found = flag.get(id)
      return found ? [flagKey(...found)] : []
    }),
  )
}

function flagKey(slot: number, rule: string, at: number): string {
  return `${slot} ${rule} ${at}`
}

/** Milliseconds by the calendar of the longest wait that ended in the period, or was given up in it. */
function longestWaits(
  columns: Columns,
  period: { readonly from: number; readonly to: number },
): ReadonlyMap<number, number> {
  const longest = new Map<number, number>()
  const note = <S extends StreamName>(name: S, value: ValueName<S>) =>
    scanRows(
      columns,
      name,
      period,
      (slot, _cell, _kind, _at, waited) => {
        if (waited > (longest.get(slot) ?? 0)) longest.set(slot, waited)
      },
      value,
    )
  note('replies', 'opening')
  note('waits', 'first')
  note('neglects', 'waited')
  return longest
}

function slotsWith(
  columns: Columns,
  name: StreamName,
  period: { readonly from: number; readonly to: number },
  isSought: (bits: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>()
  const stream = columns.streams[name]
  scanRows(columns, name, period, (slot, _cell, kind) => {
    if (isSought(stream.bitsOf(kind))) found.add(slot)
  })
  return found
}
