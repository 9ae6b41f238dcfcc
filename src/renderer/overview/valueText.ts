/** A value of a metric in words, by the metric's unit. */
import { assertNever } from '../../shared/assertNever.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { useFormat } from '../ui/format.ts'
import type { Format } from '../ui/numbers.ts'

type ValueText = (metric: MetricId, value: number | null) => string

export function useValueText(): ValueText {
  const format = useFormat()
  return (metric, value) => valueText(format, metric, value)
}

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
