/** Figures counted the plain way: every row of every conversation is looked at, nothing is remembered. */
import type { Dimension, Scope } from '../../../src/shared/contract.ts'
import type { MetricId } from '../../../src/shared/metrics.ts'
import { dayKey, hourOf, monthKey, weekdayOf, weekKey } from '../../../src/shared/period.ts'
import { authors, openers } from '../../../src/shared/records.ts'
import { defaultRules } from '../../../src/shared/rules.ts'
import { authorOf } from '../../../src/main/metrics/bits.ts'
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import type { ConversationFacts } from '../../../src/main/metrics/facts.ts'
import type { Part } from '../../../src/main/metrics/plans.ts'
import { foreseen, planOf, valueIndexOf } from '../../../src/main/metrics/plans.ts'
import { rowsOf } from '../../../src/main/metrics/rows.ts'
import type { Row, StreamName } from '../../../src/main/metrics/streams.ts'
import type { AnswerData } from '../../../src/main/metrics/answer.ts'

export const plainDimensions = [
  'agent',
  'team',
  'channel',
  'category',
  'opened-by',
  'author',
  'day',
  'week',
  'month',
  'hour',
  'weekday',
  'weekday-hour',
] as const satisfies readonly Dimension[]
type PlainDimension = (typeof plainDimensions)[number]

/** Streams whose rows are messages, so that they have an author. */
const writtenBySomebody: ReadonlySet<StreamName> = new Set(['messages', 'campaigns', 'billing', 'outreach'])

interface PlainRow extends Row {
  readonly stream: StreamName
  readonly facts: ConversationFacts
}

export function allRows(all: Iterable<ConversationFacts>): readonly PlainRow[] {
  const rows: PlainRow[] = []
  for (const facts of all)
    rowsOf(facts, (stream, row) =>
      rows.push({ ...row, values: [...row.values], pauses: [...row.pauses], stream, facts }),
    )
  return rows
}

/** By key (one dimension, `null` for none), and under `total`. Durations: sorted milliseconds. */
export interface Plain {
  readonly total: unknown
  readonly rows: ReadonlyMap<string | null, unknown>
}

export function naive(
  rows: readonly PlainRow[],
  dictionary: Dictionary,
  metric: MetricId,
  scope: Scope,
  by: PlainDimension,
  data: AnswerData,
): Plain | null {
  const plan = planOf(metric, defaultRules)
  if (plan.shape === 'special' || plan.shape === 'contacts') return null
  const inPart = (part: Part) => rows.filter((row) => passes(row, part, dictionary, scope, data))
  const value = (row: PlainRow, part: Part) => row.values[valueIndexOf(part.stream, part.value!.name)] ?? null
  const figure = (part: Part, own: readonly PlainRow[], others: readonly PlainRow[]): unknown => {
    const values = part.value === undefined ? [] : own.map((row) => value(row, part))
    const known = values.filter((one) => one !== null)
    switch (plan.shape) {
      case 'count':
        if (plan.over !== undefined)
          return known.filter((one) => one > defaultRules[plan.over!] * 1000).length
        return part.distinct === true ? new Set(own.map((row) => row.facts.conversation)).size : own.length
      case 'share':
      case 'ratio':
        return others.length === 0 ? null : own.length / others.length
      case 'duration':
        return known.toSorted((a, b) => a - b)
      case 'mean':
        return known.length === 0
          ? null
          : known.toSorted((a, b) => a - b).reduce((a, b) => a + b, 0) / known.length
      case 'inTarget': {
        const target = data.targets[plan.target]
        const of = plan.endless === undefined ? known.length : values.length
        return target === null || of === 0 ? null : known.filter((one) => one <= target * 1000).length / of
      }
    }
  }
  const part = plan.part
  const of = plan.shape === 'share' || plan.shape === 'ratio' ? plan.of : null
  const own = inPart(part)
  const others = of === null ? [] : inPart(of)
  const keyOf = (row: PlainRow, credit: Part['credit']) => keyOn(row, credit, dictionary, scope, by)
  const keys = new Set([
    ...own.map((row) => keyOf(row, part.credit)),
    ...others.map((row) => keyOf(row, of?.credit ?? 'agent')),
  ])
  return {
    total: figure(part, own, others),
    rows: new Map(
      [...keys].map((key) => [
        key,
        figure(
          part,
          own.filter((row) => keyOf(row, part.credit) === key),
          others.filter((row) => keyOf(row, of?.credit ?? 'agent') === key),
        ),
      ]),
    ),
  }
}

function agentOf(row: PlainRow, credit: Part['credit']): number {
  return credit === 'current' ? (row.facts.assignments.at(-1)?.to ?? -1) : row[credit]
}

function teamOf(row: PlainRow, credit: Part['credit'], dictionary: Dictionary): number {
  return dictionary.agents.find((agent) => agent.row === agentOf(row, credit))?.teams[0] ?? row.team
}

function passes(row: PlainRow, part: Part, dictionary: Dictionary, scope: Scope, data: AnswerData): boolean {
  const to = foreseen.has(row.stream) ? Math.min(scope.to, data.now + 1) : scope.to
  const among = (wanted: readonly string[], name: string | null | undefined) =>
    wanted.length === 0 || (name != null && wanted.includes(name))
  return (
    row.stream === part.stream &&
    row.at >= scope.from &&
    row.at < to &&
    (row.bits & part.all) === part.all &&
    (row.bits & part.none) === 0 &&
    (part.credited !== true || agentOf(row, part.credit) >= 0) &&
    among(scope.agents, keyOn(row, part.credit, dictionary, scope, 'agent')) &&
    among(scope.teams, keyOn(row, part.credit, dictionary, scope, 'team')) &&
    among(scope.channels, keyOn(row, part.credit, dictionary, scope, 'channel')) &&
    among(scope.categories, keyOn(row, part.credit, dictionary, scope, 'category')) &&
    among(scope.openers ?? [], openers[row.opener]) &&
    (!writtenBySomebody.has(row.stream) || among(scope.authors ?? [], authors[authorOf(row.bits)]))
  )
}

function keyOn(
  row: PlainRow,
  credit: Part['credit'],
  dictionary: Dictionary,
  { zone }: Scope,
  by: PlainDimension,
): string | null {
  const named = (entries: readonly { readonly row: number; readonly id: string }[], wanted: number) =>
    wanted < 0 ? null : (entries.find((entry) => entry.row === wanted)?.id ?? `#${wanted}`)
  const two = (value: number) => String(value).padStart(2, '0')
  switch (by) {
    case 'agent':
      return named(dictionary.agents, agentOf(row, credit))
    case 'team':
      return named(dictionary.teams, teamOf(row, credit, dictionary))
    case 'channel':
      return named(dictionary.channels, row.facts.channel)
    case 'category':
      return dictionary.categories.find((entry) => entry.row === row.facts.category)?.name ?? null
    case 'opened-by':
      return openers[row.opener] ?? null
    case 'author':
      return writtenBySomebody.has(row.stream) ? (authors[authorOf(row.bits)] ?? null) : null
    case 'day':
      return dayKey(row.at, zone)
    case 'week':
      return weekKey(row.at, zone)
    case 'month':
      return monthKey(row.at, zone)
    case 'hour':
      return two(hourOf(row.at, zone))
    case 'weekday':
      return String(weekdayOf(row.at, zone))
    case 'weekday-hour':
      return `${weekdayOf(row.at, zone)}-${two(hourOf(row.at, zone))}`
  }
}
