import type { ExplainQuery, Figure } from '../../shared/contract.ts'
import { metrics } from '../../shared/metrics.ts'
import type { Format } from '../ui/numbers.ts'

/** The figure of an open number as the place it was opened from wrote it: the median of a duration, else its value. */
export function figureWords(query: ExplainQuery, figure: Figure, format: Format): string {
  if ('median' in figure) {
    // One bucket of a distribution is a count.
    return query.bucket === undefined ? format.duration(figure.median) : format.count(figure.count)
  }
  const { unit } = metrics[query.metric]
  if (unit === 'rate') return format.rate(figure.value)
  if (unit === 'score') return format.score(figure.value)
  return unit === 'seconds' ? format.duration(figure.value) : format.count(figure.value)
}
