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

/** The figure of values[from, to) (seconds); their order is lost. */
export function durationFigure(values: Float64Array, from: number, to: number): DurationFigure {
  const count = to - from
  const buckets = durationBuckets.map(() => 0)
  buckets.push(0)
  if (count === 0) return { count, mean: null, median: null, p90: null, min: null, max: null, buckets }
  let sum = 0
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (let index = from; index < to; index++) {
    const value = values[index] ?? 0
    // In milliseconds the sum is exact, whatever the order of the rows.
    sum += Math.round(value * 1000)
    if (value < min) min = value
    if (value > max) max = value
    const bucket = bucketOf(value)
    buckets[bucket] = (buckets[bucket] ?? 0) + 1
  }
  const upper = selectRank(values, from, to, Math.floor(count / 2))
  const lower = count % 2 === 1 ? upper : greatest(values, from, from + count / 2)
  // In whole numbers: 0.9 is a little more than nine tenths, and ceil(0.9 × 10) must be 9.
  const p90 = selectRank(values, from, to, Math.ceil((count * 9) / 10) - 1)
  return { count, mean: sum / 1000 / count, median: (lower + upper) / 2, p90, min, max, buckets }
}

/** Which of the seven buckets a duration in seconds falls into. */
export function bucketOf(seconds: number): number {
  let bucket = 0
  while (bucket < durationBuckets.length && seconds >= (durationBuckets[bucket] ?? 0)) bucket += 1
  return bucket
}

function greatest(values: Float64Array, from: number, to: number): number {
  let result = Number.NEGATIVE_INFINITY
  for (let index = from; index < to; index++) result = Math.max(result, values[index] ?? 0)
  return result
}
