/** A value in words, by its unit: on screens and on paper. */
import { assertNever } from './assertNever.ts'
import { metrics, type MetricId, type MetricUnit } from './metrics.ts'
import type { Format } from './numbers.ts'

/** `null` is "–". */
export function valueText(format: Format, metric: MetricId, value: number | null): string {
  return unitText(format, metrics[metric].unit, value)
}

/** The same where only the unit is known. */
export function unitText(format: Format, unit: MetricUnit, value: number | null): string {
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
