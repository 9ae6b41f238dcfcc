/** The words of the metric catalogue in the chosen language. English is the catalogue itself, so there is one text. */
import { durationBuckets, metrics, type MetricId } from '../../shared/metrics.ts'
import { useText } from '../ui/text.ts'

export interface MetricText {
  readonly name: (metric: MetricId) => string
  /** The name inside a sentence: "first response". */
  readonly inSentence: (metric: MetricId) => string
  /** What is counted and to whom it belongs, as a tooltip says it. */
  readonly definition: (metric: MetricId) => string
  /** The span of one of the seven duration buckets. */
  readonly bucket: (index: number) => string
}

/** Number of spans a duration falls into: one more than the bounds between them. */
export const bucketCount = durationBuckets.length + 1

export function useMetricText(): MetricText {
  const text = useText('metrics')
  return {
    name: (metric) => text(`name.${metric}`, { defaultValue: metrics[metric].name }),
    inSentence: (metric) => text(`inSentence.${metric}`, { defaultValue: metrics[metric].name }),
    definition: (metric) => text(`definition.${metric}`, { defaultValue: metrics[metric].definition }),
    bucket: (index) => text(`bucket.${String(index)}`),
  }
}
