/** The Mann–Kendall test: whether values rise or fall with time more steadily than chance lets them. */
import { errorFunction } from 'simple-statistics'

/** `time` in any unit that grows; values may repeat, and so may times. */
export interface TimedValue {
  readonly time: number
  readonly value: number
}

/** `s`: rising pairs less falling pairs. `p`: the chance of an `s` at least as far from 0 when nothing changes. */
export interface Monotony {
  readonly s: number
  readonly p: number
}

/** Up to this many points the chance is counted out; past it the normal curve is exact enough. */
const countedUpTo = 40

/** Tests for a steady rise or fall; ties of either kind are reckoned with, the order of the points is of no matter. */
export function mannKendall(points: readonly TimedValue[]): Monotony {
  let s = 0
  for (const [index, one] of points.entries())
    for (const other of points.slice(index + 1))
      s += Math.sign(other.time - one.time) * Math.sign(other.value - one.value)
  const values = groupSizes(points.map((point) => point.value))
  const times = groupSizes(points.map((point) => point.time))
  const counted = points.length <= countedUpTo && times.every((size) => size === 1)
  return { s, p: counted ? countedChance(s, values) : normalChance(s, points.length, values, times) }
}

/** How often each distinct number occurs. */
function groupSizes(numbers: readonly number[]): readonly number[] {
  return [...Map.groupBy(numbers, (number) => number).values()].map((group) => group.length)
}

/**
 * Over all orders of the values: the share whose `s` is at least as far from 0. With `i` falling pairs,
 * s = pairs of unequal values − 2 i.
 */
function countedChance(s: number, sizes: readonly number[]): number {
  const shares = fallingPairs(sizes)
  const unequal = shares.length - 1
  return Math.min(
    1,
    shares.reduce(
      (sum, share, falling) => (Math.abs(unequal - 2 * falling) >= Math.abs(s) ? sum + share : sum),
      0,
    ),
  )
}

/** By sizes of groups: as many weeks of hundreds of agents, whose values seldom repeat, ask for the same. */
const knownPairs = new Map<string, readonly number[]>()
const mostKnown = 500

/** The share of all orders with 0, 1, 2 … falling pairs. */
function fallingPairs(sizes: readonly number[]): readonly number[] {
  const key = sizes.join()
  const known = knownPairs.get(key)
  if (known !== undefined) return known
  const shares = countFallingPairs(sizes)
  if (knownPairs.size >= mostKnown) knownPairs.clear()
  knownPairs.set(key, shares)
  return shares
}

/** Each group of equals falls in among the ones before it, independently. */
function countFallingPairs(sizes: readonly number[]): readonly number[] {
  let shares: readonly number[] = [1]
  let before = 0
  for (const size of sizes) {
    shares = sumOfBoth(shares, fallingAcross(before, size))
    before += size
  }
  return shares
}

/**
 * Mann and Whitney's U for groups of `left` and `right` values: the share of their orders with 0, 1, 2 … falling pairs.
 * The last place is one of the left (it stands behind all of the right: `right` pairs) or one of the right (none).
 */
function fallingAcross(left: number, right: number): readonly number[] {
  let row: readonly (readonly number[])[] = Array.from({ length: right + 1 }, () => [1])
  for (let a = 1; a <= left; a++) {
    const next: (readonly number[])[] = [[1]]
    for (let b = 1; b <= right; b++) {
      const shares = Array.from({ length: a * b + 1 }, () => 0)
      for (const [pairs, share] of (row[b] ?? []).entries())
        shares[pairs + b] = (shares[pairs + b] ?? 0) + (share * a) / (a + b)
      for (const [pairs, share] of (next[b - 1] ?? []).entries())
        shares[pairs] = (shares[pairs] ?? 0) + (share * b) / (a + b)
      next.push(shares)
    }
    row = next
  }
  return row[right] ?? [1]
}

/** The distribution of the sum of two independent numbers. */
function sumOfBoth(one: readonly number[], other: readonly number[]): readonly number[] {
  const sum = Array.from({ length: one.length + other.length - 1 }, () => 0)
  for (const [i, left] of one.entries())
    for (const [j, right] of other.entries()) sum[i + j] = (sum[i + j] ?? 0) + left * right
  return sum
}

/** Kendall's normal approximation with the variance for ties in value and time, and the correction for continuity. */
function normalChance(s: number, n: number, values: readonly number[], times: readonly number[]): number {
  const total = (sizes: readonly number[], term: (size: number) => number) =>
    sizes.reduce((sum, size) => sum + term(size), 0)
  const spread = (size: number) => size * (size - 1) * (2 * size + 5)
  const pairs = (size: number) => size * (size - 1)
  const triples = (size: number) => size * (size - 1) * (size - 2)
  const variance =
    (spread(n) - total(values, spread) - total(times, spread)) / 18 +
    (n > 1 ? (total(values, pairs) * total(times, pairs)) / (2 * pairs(n)) : 0) +
    (n > 2 ? (total(values, triples) * total(times, triples)) / (9 * triples(n)) : 0)
  if (variance <= 0 || s === 0) return 1
  return bothTails((Math.abs(s) - 1) / Math.sqrt(variance))
}

/** The chance that a standard normal number lies at least `z` from 0. */
function bothTails(z: number): number {
  // The library's table of the normal curve is rounded to 0.01; its error function is good to 1e-7.
  return Math.min(1, 1 - errorFunction(Math.abs(z) / Math.SQRT2))
}
