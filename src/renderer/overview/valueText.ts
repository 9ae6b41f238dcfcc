/** A value of a metric in the page's words. */
import type { MetricId } from '../../shared/metrics.ts'
import { valueText } from '../../shared/valueText.ts'
import { useFormat } from '../ui/format.ts'

type ValueText = (metric: MetricId, value: number | null) => string

export function useValueText(): ValueText {
  const format = useFormat()
  return (metric, value) => valueText(format, metric, value)
}
