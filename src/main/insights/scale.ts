/** The scale on which figures of a shape spread evenly, so that distances on it can be compared. */
import { assertNever } from '../../shared/assertNever.ts'
import type { MetricShape } from '../../shared/metrics.ts'

/** What can be judged over time or between people; a state belongs to a moment, not to a period. */
export type JudgedShape = Exclude<MetricShape, 'state'>

/** Below one second (one unit of a sum) values are equal: their logarithms would lie worlds apart. */
const least = 1

/**
 * The value on its shape's even scale: durations and sums differ by factors (logarithm), Poisson counts by their roots
 * (Anscombe's 2√(x + 3/8), whose noise is 1 at every level), rates and means as they are.
 */
export function evenScale(value: number, shape: JudgedShape): number {
  switch (shape) {
    case 'duration':
    case 'sum':
      return Math.log(Math.max(value, least))
    case 'count':
      return 2 * Math.sqrt(Math.max(0, value) + 3 / 8)
    case 'rate':
    case 'mean':
      return value
    default:
      return assertNever(shape)
  }
}

/** Back from the even scale; a duration, sum or count is never below 0. */
export function fromEvenScale(scaled: number, shape: JudgedShape): number {
  switch (shape) {
    case 'duration':
    case 'sum':
      return Math.exp(scaled)
    case 'count':
      return Math.max(0, (Math.max(0, scaled) / 2) ** 2 - 3 / 8)
    case 'rate':
    case 'mean':
      return scaled
    default:
      return assertNever(shape)
  }
}
