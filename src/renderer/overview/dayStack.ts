/** Answers by day as the points of a stack. */
import type { Dimension, MetricsAnswer } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { countOf, keyOf } from './figures.ts'
import type { StackPoint } from './stack.ts'

/** The days of an answer, in order. */
export function daysIn(answer: MetricsAnswer): readonly string[] {
  return answer.rows.map((row) => keyOf(row, 'day') ?? '')
}

/**
 * Counts by day and one more dimension, summed into `parts` named by their keys; a key no part names is in none. `days`
 * gives the days there are.
 */
export function countsByDay(
  days: readonly string[],
  split: MetricsAnswer,
  dimension: Dimension,
  metric: MetricId,
  parts: readonly (readonly (string | null)[])[],
): readonly (readonly number[])[] {
  const sums = new Map(days.map((day) => [day, parts.map(() => 0)]))
  for (const row of split.rows) {
    const counts = sums.get(keyOf(row, 'day') ?? '')
    const part = parts.findIndex((keys) => keys.includes(keyOf(row, dimension)))
    if (counts !== undefined && part >= 0) counts[part] = (counts[part] ?? 0) + countOf(row.metrics, metric)
  }
  return days.map((day) => sums.get(day) ?? [])
}

/** Points of days: which are not over yet, which are not wholly held. */
export function dayPoints(
  days: readonly string[],
  values: readonly (readonly (number | null)[])[],
  line: readonly (number | null)[],
  known: {
    readonly today: string
    readonly heldFrom: string | null
    readonly dayLabel: (day: string) => string
  },
): readonly StackPoint[] {
  return days.map((day, index) => ({
    label: known.dayLabel(day),
    values: values[index] ?? [],
    line: line[index] ?? null,
    unfinished: day >= known.today,
    missing: known.heldFrom !== null && day < known.heldFrom,
  }))
}
