/** How far a value lies from the middle of its group, hardly moved by a few values far away. */
import { mean, median } from 'simple-statistics'

/** `centre` is the median. `spread` is in the units of a standard deviation; 0: all values are one. */
export interface Robust {
  readonly centre: number
  readonly spread: number
}

/** Of normal values the median absolute deviation is this share of the standard deviation. */
const medianDeviationShare = 0.6745
/** √(π/2): of normal values the standard deviation in mean absolute deviations. */
const meanDeviationTimes = 1.253314

/**
 * Median and spread of a group, never empty. The spread comes from the median absolute deviation; where more than half
 * of the values are one and that is 0, from the mean absolute deviation about the median (Iglewicz and Hoaglin 1993).
 */
export function robust(values: readonly number[]): Robust {
  const centre = median([...values])
  const deviations = values.map((value) => Math.abs(value - centre))
  const medianDeviation = median(deviations)
  const spread =
    medianDeviation > 0 ? medianDeviation / medianDeviationShare : mean(deviations) * meanDeviationTimes
  return { centre, spread }
}
