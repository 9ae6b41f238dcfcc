/** What is counted of the rows of one conversation, and the columns that are made of it. */
import { assertNever } from '../../../shared/assertNever.ts'
import type { MetricId } from '../../../shared/metrics.ts'
import type { Dictionary } from '../../metrics/dictionary.ts'
import { targetsOf, type FigureSettings } from '../../metrics/figures.ts'
import { foreseen, planOf, valueIndexOf, type Part, type Plan } from '../../metrics/plans.ts'
import { streams, type Pause, type Row, type StreamName, type ValueKind } from '../../metrics/streams.ts'
import type { TargetOf } from '../../metrics/tally.ts'
import { columnsOfMetric, conversationMetrics } from '../../rows/metricColumns.ts'

/** Times that are kept one by one, in the order of their numbers in the file: only append. */
export const timedMetrics = [
  'first_response_time',
  'next_response_time',
  'resolution_time',
  'time_to_assignment',
  'time_to_first_response_from_assignment',
  'abandoned',
] as const satisfies readonly MetricId[]
export type TimedMetric = (typeof timedMetrics)[number]

/** Rows of a part, with what is measured of them. */
interface Demand {
  readonly part: Part
  readonly value: ValueOf | null
  readonly target: TargetOf | null
  /** A row without the value counts, as one that missed its target. */
  readonly endless: boolean
}

/** What was found of a demand. */
export interface Found {
  count: number
  /** Of the values of rows that have one; spans are milliseconds. */
  sum: number
  measured: number
  targeted: number
  within: number
}

interface Column {
  readonly name: string
  readonly read: (found: readonly Found[]) => number | null
}

export interface Demands {
  readonly columns: readonly Column[]
  readonly size: number
  /** Counts a row; `found` are as many as `size`. */
  count(stream: StreamName, row: Row, channel: number, found: readonly Found[]): void
  /** The times a row is of. */
  times(stream: StreamName, row: Row): readonly (readonly [metric: TimedMetric, milliseconds: number])[]
}

export function emptyFound(size: number): readonly Found[] {
  return Array.from({ length: size }, () => ({ count: 0, sum: 0, measured: 0, targeted: 0, within: 0 }))
}

/** By the calendar. What needs more than one conversation, or the clock, is no column here. */
export function demandsUnder(settings: FigureSettings, dictionary: Dictionary): Demands {
  const demands: Demand[] = []
  const numberOf = (part: Part, more: Partial<Demand> = {}): number =>
    demands.push({ part, value: valueIn(part), target: null, endless: false, ...more }) - 1
  const columns = conversationMetrics.flatMap((metric): readonly Column[] => {
    const read = readerOf(planOf(metric, settings.rules), settings, dictionary, numberOf)
    if (read === null) return []
    return columnsOfMetric(metric).map(({ name, part }) => ({ name, read: read[part] }))
  })
  const byStream = Map.groupBy(demands.entries(), ([, { part }]) => part.stream)
  const timed = Map.groupBy(
    timedMetrics.map((metric) => ({ metric, ...timedPart(planOf(metric, settings.rules)) })),
    ({ part }) => part.stream,
  )
  return {
    columns,
    size: demands.length,
    count(stream, row, channel, found) {
      for (const [index, demand] of byStream.get(stream) ?? []) {
        const own = found[index]
        if (own !== undefined && isOf(row, demand.part)) add(own, demand, row, channel)
      }
    },
    times: (stream, row) =>
      (timed.get(stream) ?? []).flatMap(({ metric, part, value }) => {
        const length = isOf(row, part) ? value(row) : null
        return length === null ? [] : [[metric, length] as const]
      }),
  }
}

// ── one row ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Spans are milliseconds; null: the row has none. */
type ValueOf = (row: Row) => number | null

function isOf(row: Row, { all, none, credit, credited }: Part): boolean {
  if ((row.bits & all) !== all || (row.bits & none) !== 0) return false
  return credited !== true || (credit === 'other' ? row.other : row.agent) >= 0
}

function add(found: Found, { part, value, target, endless }: Demand, row: Row, channel: number): void {
  found.count = part.distinct === true ? 1 : found.count + 1
  if (value === null) return
  const measured = value(row)
  if (measured !== null) {
    found.measured += 1
    found.sum += measured
  }
  if (target === null || (measured === null && !endless)) return
  const limit = target(channel, code(row.team), code(row.agent))
  if (limit === null) return
  found.targeted += 1
  if (measured !== null && measured <= limit) found.within += 1
}

/** Figures number nobody 0, facts -1. */
function code(row: number): number {
  return Math.max(0, row)
}

function valueIn({ stream, value }: Part): ValueOf | null {
  if (value === undefined) return null
  const index = valueIndexOf(stream, value.name)
  const kind = (streams[stream].values as Readonly<Record<string, ValueKind>>)[value.name]
  return (row) => {
    const length = row.values[index] ?? null
    if (length === null || kind === 'number' || row.pauses.length === 0) return length
    const from = kind === 'after' ? row.at : row.at - length
    return length - pausedIn(row.pauses, value.without, from, from + length)
  }
}

function pausedIn(
  pauses: readonly Pause[],
  kinds: readonly Pause['kind'][],
  from: number,
  to: number,
): number {
  let sum = 0
  for (const pause of pauses)
    if (kinds.includes(pause.kind)) sum += Math.max(0, Math.min(to, pause.to) - Math.max(from, pause.from))
  return sum
}

// ── what is made of them ─────────────────────────────────────────────────────────────────────────────────────────

type Readers = { readonly value: Column['read']; readonly of: Column['read'] }

function readerOf(
  plan: Plan,
  settings: FigureSettings,
  dictionary: Dictionary,
  numberOf: (part: Part, more?: Partial<Demand>) => number,
): Readers | null {
  const read =
    (index: number, field: keyof Found): Column['read'] =>
    (found) =>
      found[index]?.[field] ?? 0
  switch (plan.shape) {
    case 'count': {
      if (foreseen.has(plan.part.stream)) return null
      const value = read(numberOf(plan.part), 'count')
      return { value, of: value }
    }
    case 'share':
    case 'ratio': {
      const of = read(numberOf(plan.of), 'count')
      return { value: ratio(read(numberOf(plan.part), 'count'), of), of }
    }
    case 'duration': {
      const index = numberOf(plan.part)
      const of = read(index, 'measured')
      return { value: ratio(read(index, 'sum'), of, 1000), of }
    }
    case 'mean': {
      const index = numberOf(plan.part)
      const of = read(index, 'measured')
      return { value: ratio(read(index, 'sum'), of), of }
    }
    case 'inTarget': {
      const target = targetsOf(plan.target, settings, dictionary)
      const index = numberOf(plan.part, { target, endless: plan.endless !== undefined })
      const targeted = read(index, 'targeted')
      const all = read(index, plan.endless === undefined ? 'measured' : 'count')
      return { value: ratio(read(index, 'within'), targeted), of: (found) => targeted(found) || all(found) }
    }
    case 'contacts':
    case 'special':
      return null
    default:
      return assertNever(plan)
  }
}

function ratio(part: Column['read'], of: Column['read'], unit = 1): Column['read'] {
  return (found) => {
    const whole = of(found) ?? 0
    return whole === 0 ? null : (part(found) ?? 0) / whole / unit
  }
}

function timedPart(plan: Plan): { readonly part: Part; readonly value: ValueOf } {
  if (plan.shape !== 'duration' && plan.shape !== 'count') throw new RangeError('No metric of times.')
  return { part: plan.part, value: valueIn(plan.part) ?? (() => null) }
}
