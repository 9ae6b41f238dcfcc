/**
 * When a report may say that something changed: the sample is large enough, chance is no explanation at the 5 % level, and
 * the difference is worth a sentence. None of these tests looks at the unit: the same figures in minutes give the same words.
 */
import { wilson, z95, type Interval } from '../../../shared/statistics.ts'
import { smallSample } from '../figures.ts'

/** A difference smaller than this share of what it is measured by is not worth a sentence. */
export const worthTelling = 0.1

export interface Count {
  readonly value: number
  /** How long was counted, in any unit both sides share. */
  readonly exposure: number
}

/**
 * Two counts of rare things: given how many there were together, the share of one is binomial (Przyborowski and Wilenski
 * 1940); its Wilson interval must not hold the share its time had. At least thirty together.
 */
export function countsDiffer(now: Count, before: Count): boolean {
  const together = now.value + before.value
  if (together < smallSample || now.exposure <= 0 || before.exposure <= 0) return false
  const usual = now.exposure / (now.exposure + before.exposure)
  return (
    !holds(wilson(now.value / together, together), usual) &&
    isWorthTelling(now.value / now.exposure, before.value / before.exposure)
  )
}

export interface Share {
  readonly share: number
  readonly of: number
}

/**
 * Two shares: Newcombe's interval of their difference from both Wilson intervals (method 10, Statistics in Medicine 17, 1998)
 * must not hold 0. What is worth telling is measured by the smaller side: 98 % to 99 % halves what is missing.
 */
export function sharesDiffer(now: Share, before: Share): boolean {
  if (Math.min(now.of, before.of) < smallSample) return false
  if (holds(differenceOf(now, before), 0)) return false
  return now.share + before.share <= 1
    ? isWorthTelling(now.share, before.share)
    : isWorthTelling(1 - now.share, 1 - before.share)
}

function differenceOf(one: Share, other: Share): Interval {
  const [of, ofOther] = [wilson(one.share, one.of), wilson(other.share, other.of)]
  const difference = one.share - other.share
  return {
    low: difference - Math.hypot(one.share - of.low, ofOther.high - other.share),
    high: difference + Math.hypot(of.high - one.share, other.share - ofOther.low),
  }
}

/** Two medians: their intervals must not overlap, which is stricter than the 5 % level. Values in any order. */
export function mediansDiffer(now: readonly number[], before: readonly number[]): boolean {
  const intervals = [medianInterval(now), medianInterval(before)] as const
  const [own, other] = intervals
  if (own === null || other === null) return false
  return (own.low > other.high || own.high < other.low) && isWorthTelling(medianOf(now), medianOf(before))
}

/**
 * The 95 % interval of a median by order statistics, whatever the values' distribution (Conover, Practical Nonparametric
 * Statistics, 3.2): the values of rank n ÷ 2 ± z √n ÷ 2. Null: fewer than thirty.
 */
export function medianInterval(values: readonly number[]): Interval | null {
  const { length } = values
  if (length < smallSample) return null
  const sorted = Float64Array.from(values).sort()
  const reach = (z95 * Math.sqrt(length)) / 2
  const low = Math.max(0, Math.floor(length / 2 - reach) - 1)
  const high = Math.min(length - 1, Math.ceil(length / 2 + reach))
  return { low: sorted[low] ?? 0, high: sorted[high] ?? 0 }
}

/** As the catalogue has it: the middle one, or the mean of the middle two. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const { length } = sorted
  const upper = sorted[Math.floor(length / 2)] ?? 0
  return length % 2 === 1 ? upper : ((sorted[length / 2 - 1] ?? 0) + upper) / 2
}

export function isWorthTelling(now: number, before: number): boolean {
  return Math.abs(now - before) >= worthTelling * Math.abs(before) && now !== before
}

function holds({ low, high }: Interval, value: number): boolean {
  return low <= value && value <= high
}
