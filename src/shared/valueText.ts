/** A value of a metric in words, by the metric's unit: on screens and on paper. */
import { assertNever } from './assertNever.ts'
import { metrics, type MetricId } from './metrics.ts'
import type { Format } from './numbers.ts'

/** `null` is "–". */
export function valueText(format: Format, metric: MetricId, value: number | null): string {
  const { unit } = metrics[metric]
  switch (unit) {
    case 'seconds':
      return format.duration(value)
    case 'rate':
      return format.rate(value)
    case 'score':
      return format.score(value)
    case 'money':
      return format.money(value)
    case 'count':
      return format.count(value)
    default:
      return assertNever(unit)
  }
}
