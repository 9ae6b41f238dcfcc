/**
 * How sure a figure made from few values is: intervals of shares and means, agreement between people, how many more values
 * would tell two means apart. All intervals are of 95 %. Pure: chance comes in as a parameter.
 */
import {
  errorFunction,
  mean,
  probit,
  quantileSorted,
  sampleStandardDeviation,
  sum,
  weightedMean,
} from 'simple-statistics'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** The standard normal number 2.5 % lie above. */
export const z95 = 1.959963984540054
const tail = 0.025

// ── shares ───────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The score interval of a share, without correction for continuity (Wilson 1927; method 3 of Newcombe, Statistics in
 * Medicine 17, 1998). `share` in 0…1; `of` may be a fraction, as the effective size of a weighted sample is. Above 0.
 */
export function wilson(share: number, of: number): Interval {
  const z2 = z95 * z95
  const middle = share + z2 / (2 * of)
  const reach = z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  const whole = 1 + z2 / of
  // Rounding must not carry a limit past the share it is a limit of.
  return {
    low: Math.min(share, Math.max(0, (middle - reach) / whole)),
    high: Math.max(share, Math.min(1, (middle + reach) / whole)),
  }
}

/** How many equally weighted values say as much as these (Kish 1965): (Σw)² ÷ Σw². */
export function effectiveSize(weights: readonly number[]): number {
  return sum([...weights]) ** 2 / sum(weights.map((weight) => weight * weight))
}

// ── means ────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Weighted {
  readonly value: number
  /** Above 0. */
  readonly weight: number
}

export function meanOf(values: readonly Weighted[]): number {
  return weightedMean(
    values.map(({ value }) => value),
    values.map(({ weight }) => weight),
  )
}

/** Resamples of a bootstrap: with another seed a limit moves by some hundredths of the interval's width. */
const resamples = 4000

/**
 * The bias-corrected and accelerated bootstrap interval of a weighted mean (Efron 1987; Efron and Tibshirani 1993, 14.3).
 * At least two values; `random` gives numbers in [0, 1).
 */
export function bootstrapMean(values: readonly Weighted[], random: () => number): Interval {
  const estimate = meanOf(values)
  const means = meansOfResamples(values, random).sort()
  const bias = biasOf(means, estimate)
  const acceleration = accelerationOf(values, estimate)
  const limit = (z: number) => {
    const shifted = bias + z
    return quantileSorted([...means], normal(bias + shifted / (1 - acceleration * shifted)))
  }
  return { low: Math.min(estimate, limit(-z95)), high: Math.max(estimate, limit(z95)) }
}

function meansOfResamples(values: readonly Weighted[], random: () => number): Float64Array {
  const size = values.length
  const weights = Float64Array.from(values, ({ weight }) => weight)
  const weighed = Float64Array.from(values, ({ value, weight }) => value * weight)
  return new Float64Array(resamples).map(() => {
    let total = 0
    let divisor = 0
    for (let count = 0; count < size; count++) {
      const drawn = Math.floor(random() * size)
      total += weighed[drawn] ?? 0
      divisor += weights[drawn] ?? 0
    }
    return total / divisor
  })
}

/** How far the median of the resamples lies from the estimate, in standard deviations; half of the equal ones lie below. */
function biasOf(means: Float64Array, estimate: number): number {
  const same = 1e-9 * Math.max(1, Math.abs(estimate))
  const below = means.filter((one) => one < estimate - same).length
  const level = means.filter((one) => Math.abs(one - estimate) <= same).length
  const share = (below + level / 2) / means.length
  return probit(Math.min(1 - 1 / means.length, Math.max(1 / means.length, share)))
}

/** From the means without one of the values each. */
function accelerationOf(values: readonly Weighted[], estimate: number): number {
  const weights = sum(values.map(({ weight }) => weight))
  const without = values.map(
    ({ value, weight }) => (estimate * weights - value * weight) / (weights - weight),
  )
  const middle = mean(without)
  const squares = sum(without.map((one) => (middle - one) ** 2))
  return squares === 0 ? 0 : sum(without.map((one) => (middle - one) ** 3)) / (6 * squares ** 1.5)
}

/** The share of standard normal numbers below `z`: the library's own is a table rounded to 0.01. */
function normal(z: number): number {
  return (1 + errorFunction(z / Math.SQRT2)) / 2
}

/** The mean ± z standard errors: what a bootstrap comes to where there are many values. At least two. */
export function normalMean(values: readonly Weighted[]): Interval {
  const estimate = meanOf(values)
  const weights = sum(values.map(({ weight }) => weight))
  const squares = sum(values.map(({ value, weight }) => (weight * (value - estimate)) ** 2))
  const reach = (z95 * Math.sqrt((squares * values.length) / (values.length - 1))) / weights
  return { low: estimate - reach, high: estimate + reach }
}

// ── telling two means apart ──────────────────────────────────────────────────────────────────────────────────────

/**
 * How many more values each of two groups needs until their intervals no longer overlap, if means and spread stay as they
 * are: the smallest m ≥ 1 with |x̄₁ − x̄₂| > z·(s₁ ÷ √(n₁ + m) + s₂ ÷ √(n₂ + m)). Null: more than `most`. At least two each.
 */
export function moreToSeparate(
  one: readonly number[],
  other: readonly number[],
  most: number,
): number | null {
  const apart = Math.abs(mean([...one]) - mean([...other]))
  const spreads = [one, other].map((values) => ({
    size: values.length,
    deviation: sampleStandardDeviation([...values]),
  }))
  const isApart = (more: number) =>
    apart > z95 * sum(spreads.map(({ size, deviation }) => deviation / Math.sqrt(size + more)))
  if (!isApart(most)) return null
  let [near, far] = [0, most]
  while (far - near > 1) {
    const middle = Math.floor((near + far) / 2)
    if (isApart(middle)) far = middle
    else near = middle
  }
  return far
}

// ── agreement ────────────────────────────────────────────────────────────────────────────────────────────────────

/** What differing means: of names, only that they differ; of ranks, how many stand between; of numbers, how far apart they lie. */
export type AlphaScale = 'nominal' | 'ordinal' | 'interval'

/**
 * Krippendorff's alpha over units, each with the values people gave it; who gave which does not matter, and units with
 * fewer than two values say nothing (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). 1: all agree; 0: as
 * chance would have it. Null: there is no pair, or all values are one.
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], scale: AlphaScale): number | null {
  const paired = units.filter((values) => values.length > 1)
  const all = paired.flat()
  if (all.length === 0) return null
  const disagreement = scale === 'nominal' ? unlikePairs : squaredDistances
  const on = scale === 'ordinal' ? middleRanks(all) : null
  const read = (values: readonly number[]) => (on === null ? values : values.map((one) => on.get(one) ?? 0))
  const expected = disagreement(read(all)) / (all.length - 1)
  // Equal values add up to tiny distances where they are not whole.
  if (!(expected > 1e-9)) return null
  const observed = sum(paired.map((values) => disagreement(read(values)) / (values.length - 1)))
  return 1 - observed / expected
}

/** Σ over all ordered pairs of (a − b)². */
function squaredDistances(values: readonly number[]): number {
  const middle = mean([...values])
  return 2 * values.length * sum(values.map((one) => (one - middle) ** 2))
}

/** How many ordered pairs are of two different values. */
function unlikePairs(values: readonly number[]): number {
  const sizes = [...Map.groupBy(values, (one) => one).values()].map((group) => group.length)
  return values.length ** 2 - sum(sizes.map((size) => size * size))
}

/** Krippendorff's ordinal distance is the difference of the middle ranks. */
function middleRanks(values: readonly number[]): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>()
  let before = 0
  for (const [value, group] of [...Map.groupBy(values, (one) => one)].sort(([a], [b]) => a - b)) {
    ranks.set(value, before + group.length / 2)
    before += group.length
  }
  return ranks
}

/**
 * The percentile bootstrap interval of alpha over whole units. Null: fewer than `fewest` units with a pair, or hardly a
 * resample in which values differ.
 */
export function alphaInterval(
  units: readonly (readonly number[])[],
  scale: AlphaScale,
  random: () => number,
  fewest: number,
): Interval | null {
  const paired = units.filter((values) => values.length > 1)
  if (paired.length < fewest) return null
  const drawn = () => paired.map(() => paired[Math.floor(random() * paired.length)] ?? [])
  const alphas = Array.from({ length: resamples }, () => krippendorffAlpha(drawn(), scale))
    .filter((alpha) => alpha !== null)
    .sort((a, b) => a - b)
  if (alphas.length < resamples / 2) return null
  return { low: quantileSorted(alphas, tail), high: quantileSorted(alphas, 1 - tail) }
}
