/** Exact quantiles by selection: what a rank holds, without sorting the rest. */
import type { DurationFigure } from '../../shared/contract.ts'
import { durationBuckets } from '../../shared/metrics.ts'

/**
 * Moves the value of rank `rank` (from 0) among values[from, to) to its place, nothing greater before it, nothing
 * smaller after it, and returns it.
 */
export function selectRank(values: Float64Array, from: number, to: number, rank: number): number {
  const target = from + rank
  let low = from
  let high = to - 1
  while (low < high) {
    const pivot = medianOfThree(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0)
    let left = low
    let right = high
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1
      while ((values[right] ?? 0) > pivot) right -= 1
      if (left > right) break
      const value = values[left] ?? 0
      values[left] = values[right] ?? 0
      values[right] = value
      left += 1
      right -= 1
    }
    if (target <= right) high = right
    else if (target >= left) low = left
    else break
  }
  return values[target] ?? Number.NaN
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}

/** Which ranks (from 0) the statistics of `count` values need. */
export function ranksOf(count: number): {
  readonly lower: number
  readonly upper: number
  readonly p90: number
} {
  return {
    lower: Math.floor((count - 1) / 2),
    upper: Math.floor(count / 2),
    // In whole numbers: 0.9 is a little more than nine tenths, and ceil(0.9 × 10) must be 9.
    p90: Math.ceil((count * 9) / 10) - 1,
  }
}

/** What a duration figure is made of: all but `count` and `buckets` in a unit of which a second has `perSecond`. */
export interface DurationParts {
  readonly count: number
  /** Always milliseconds: a sum of whole numbers does not depend on their order. */
  readonly sum: number
  readonly lower: number
  readonly upper: number
  readonly p90: number
  readonly min: number
  readonly max: number
  readonly buckets: readonly number[]
}

/** The figure, in seconds. */
export function figureOfParts(parts: DurationParts, perSecond: number): DurationFigure {
  const { count, buckets } = parts
  if (count === 0) return { count, mean: null, median: null, p90: null, min: null, max: null, buckets }
  return {
    count,
    mean: parts.sum / 1000 / count,
    median: (parts.lower + parts.upper) / 2 / perSecond,
    p90: parts.p90 / perSecond,
    min: parts.min / perSecond,
    max: parts.max / perSecond,
    buckets,
  }
}

/** The figure of values[from, to), in seconds unless a second has `perSecond` of them; their order is lost. */
export function durationFigure(
  values: Float64Array,
  from: number,
  to: number,
  perSecond = 1,
): DurationFigure {
  const count = to - from
  const buckets = Array.from({ length: bucketCount }, () => 0)
  const milliseconds = 1000 / perSecond
  let sum = 0
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (let index = from; index < to; index++) {
    const value = values[index] ?? 0
    sum += Math.round(value * milliseconds)
    if (value < min) min = value
    if (value > max) max = value
    const bucket = bucketIn(value, perSecond)
    buckets[bucket] = (buckets[bucket] ?? 0) + 1
  }
  const ranks = ranksOf(count)
  const upper = selectRank(values, from, to, ranks.upper)
  const lower = ranks.lower === ranks.upper ? upper : greatest(values, from, from + ranks.upper)
  const p90 = selectRank(values, from, to, ranks.p90)
  return figureOfParts({ count, sum, lower, upper, p90, min, max, buckets }, perSecond)
}

export const bucketCount = durationBuckets.length + 1

/** Which of the seven buckets a duration in seconds falls into. */
export function bucketOf(seconds: number): number {
  return bucketIn(seconds, 1)
}

/** The same for a duration in a unit of which a second has `perSecond`. */
export function bucketIn(duration: number, perSecond: number): number {
  let bucket = 0
  while (bucket < durationBuckets.length && duration >= (durationBuckets[bucket] ?? 0) * perSecond)
    bucket += 1
  return bucket
}

function greatest(values: Float64Array, from: number, to: number): number {
  let result = Number.NEGATIVE_INFINITY
  for (let index = from; index < to; index++) result = Math.max(result, values[index] ?? 0)
  return result
}
