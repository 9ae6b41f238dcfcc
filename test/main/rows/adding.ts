/** Adds rows up again, as somebody would in a spreadsheet or in SQL, to hold them against the answer of `metrics`. */
import { expect } from 'vitest'
import type { DurationFigure, Figure, MetricsAnswer, ValueFigure } from '../../../src/shared/contract.ts'
import { ratioParts, type ConversationMetric } from '../../../src/main/rows/metricColumns.ts'
import { metrics, type MetricId } from '../../../src/shared/metrics.ts'
import type { ReadRow, ReadTable } from '../../support/tables.ts'

type Rows = readonly ReadRow[]

const numberIn = (row: ReadRow, name: string) => Number(row[name] ?? 0)
const sumOf = (rows: Rows, of: (row: ReadRow) => number) => rows.reduce((sum, row) => sum + of(row), 0)

/** Every metric that has columns among them; those that cannot be added up from whole rows are left to other tests. */
export function conversationsAddUp({ names, rows }: ReadTable, answer: MetricsAnswer): void {
  for (const [metric, figure] of Object.entries(answer.total.metrics) as [MetricId, Figure][]) {
    if (!names.includes(metric)) continue
    expect(addedUp(metric, rows, figure), metric).toEqual(asFarAsAdded(metric, figure))
    // Where no conversation has two values, the rows hold all of them: medians and the like are theirs.
    // Fair shares of time are no whole milliseconds, as rows hold them.
    if (metric === 'handle_time') continue
    if (!('count' in figure) || rows.some((row) => numberIn(row, `${metric}_count`) > 1)) continue
    const { buckets: _, ...statistics } = figure
    expect(statisticsOf(valuesIn(rows, metric)), metric).toEqual(statistics)
  }
}

function addedUp(metric: MetricId, rows: Rows, figure: Figure): unknown {
  if ('count' in figure) return durationsOf(metric, rows)
  const { shape } = metrics[metric]
  if (metric === 'longest_wait')
    return rows.reduce<number | null>((most, row) => {
      const own = row[metric] ?? null
      return own === null ? most : Math.max(most ?? 0, Number(own))
    }, null)
  if (shape === 'count' || shape === 'state') return sumOf(rows, (row) => numberIn(row, metric))
  if (shape === 'sum') return rounded(sumOf(rows, (row) => numberIn(row, metric)))
  const of = sumOf(rows, (row) => numberIn(row, `${metric}_of`))
  const part = ratioParts[metric as ConversationMetric]
  const all = sumOf(rows, (row) =>
    part === undefined ? numberIn(row, metric) * numberIn(row, `${metric}_of`) : numberIn(row, part),
  )
  return { value: of === 0 ? null : rounded(all / of), of }
}

/** The answer, as far as it can be said from rows of conversations. */
function asFarAsAdded(metric: MetricId, figure: Figure): unknown {
  if ('count' in figure) {
    const { count, mean } = figure
    return { count, mean }
  }
  const { shape } = metrics[metric]
  if (shape === 'count' || shape === 'state') return figure.value
  if (shape === 'sum') return figure.value === null ? null : rounded(figure.value)
  // Without a target the answer tells how many there would have been.
  return figure.value === null ? { value: null, of: 0 } : { value: rounded(figure.value), of: figure.of ?? 0 }
}

/** Durations are whole milliseconds: a mean times its count is whole again. */
function durationsOf(metric: MetricId, rows: Rows): Pick<DurationFigure, 'count' | 'mean'> {
  const count = sumOf(rows, (row) => numberIn(row, `${metric}_count`))
  const sum = sumOf(rows, (row) =>
    Math.round(numberIn(row, metric) * numberIn(row, `${metric}_count`) * 1000),
  )
  return { count, mean: count === 0 ? null : sum / 1000 / count }
}

/** Sums of fractions depend on their order in the last digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(10))
}

const counted = [
  'messages_received',
  'messages_sent',
  'messages_delivered',
  'messages_read',
  'messages_failed',
  'sent_in_window',
  'sent_outside_window',
  'billable_messages',
] as const
const replied = [
  'first_response_time',
  'next_response_time',
  'time_to_first_response_from_assignment',
] as const
const inTarget = ['first_response_in_target', 'next_response_in_target'] as const

/** Counts, every statistic of the replies, and what was in target. */
export function messagesAddUp({ rows }: ReadTable, { total }: MetricsAnswer): void {
  for (const metric of counted)
    expect(
      sumOf(rows, (row) => numberIn(row, metric)),
      metric,
    ).toBe((total.metrics[metric] as ValueFigure).value)
  for (const metric of replied) {
    const { buckets: _, ...figure } = total.metrics[metric] as DurationFigure
    expect(statisticsOf(valuesIn(rows, metric)), metric).toEqual(figure)
  }
  for (const metric of inTarget) {
    const { value, of } = total.metrics[metric] as ValueFigure
    const values = valuesIn(rows, metric)
    // Where nothing has a target, the answer tells how many there would have been.
    if (value === null) expect(values, metric).toEqual([])
    else
      expect([values.reduce((sum, one) => sum + one, 0) / values.length, values.length], metric).toEqual([
        value,
        of,
      ])
  }
}

export function valuesIn(rows: Rows, name: string): readonly number[] {
  return rows.flatMap((row) => (row[name] === null || row[name] === undefined ? [] : [Number(row[name])]))
}

/** By nearest rank, as docs/metrics.md says. */
export function statisticsOf(seconds: readonly number[]): Omit<DurationFigure, 'buckets'> {
  const values = seconds.map((value) => Math.round(value * 1000)).sort((a, b) => a - b)
  const count = values.length
  if (count === 0) return { count, mean: null, median: null, p90: null, min: null, max: null }
  const at = (rank: number) => (values[rank] ?? 0) / 1000
  const [lower, upper] = [Math.floor((count - 1) / 2), Math.floor(count / 2)]
  return {
    count,
    mean: values.reduce((sum, value) => sum + value, 0) / 1000 / count,
    median: ((values[lower] ?? 0) + (values[upper] ?? 0)) / 2 / 1000,
    p90: at(Math.ceil((count * 9) / 10) - 1),
    min: at(0),
    max: at(count - 1),
  }
}
