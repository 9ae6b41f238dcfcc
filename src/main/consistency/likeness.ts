/**
 * The likest of many sets of terms, without looking at all of them (prefix filtering, as in exact set-similarity joins):
 * two that are nearly equal share one of their rarest terms, and two of them where there is more than one heavy term to
 * share, so only those that do are compared.
 */
import { heaviestTerm, type Terms } from './terms.ts'

/** Two questions this alike, or more, are one; see docs/checks.md for what that was measured by. */
export const nearlyEqual = 0.6
/** Sums of weights are compared with this much play. */
const rounding = 1e-9
/** Sets compared for one shared term or pair of terms: those added first. Bounds the work where all is alike. */
const mostCompared = 32

/** Terms by their rank, the rarest first. */
export interface Ranked {
  readonly ranks: readonly number[]
  readonly weights: readonly number[]
  readonly weight: number
}

export interface Likeness {
  rank(terms: Terms): Ranked
  /** The likest of those added that is nearly equal; null: none is. */
  likest(ranked: Ranked): Ranked | null
  add(ranked: Ranked): void
}

/** `all`: every set that will be ranked, for how rare a term is. */
export function createLikeness(all: readonly Terms[]): Likeness {
  const rankOf = ranksIn(all)
  const postings = new Map<number, Ranked[]>()
  return {
    rank(terms) {
      const sorted = [...terms]
        .map(([term, weight]) => ({ rank: rankOf.get(term) ?? 0, weight }))
        .sort((one, other) => one.rank - other.rank)
      const weights = sorted.map(({ weight }) => weight)
      return {
        ranks: sorted.map(({ rank }) => rank),
        weights,
        weight: weights.reduce((sum, weight) => sum + weight, 0),
      }
    },
    likest(ranked) {
      let best: Ranked | null = null
      let bestLikeness = 0
      const seen = new Set<Ranked>()
      for (const key of isLight(ranked) ? singles(ranked) : pairs(ranked))
        for (const other of postings.get(key) ?? []) {
          if (seen.has(other)) continue
          seen.add(other)
          if (
            Math.min(ranked.weight, other.weight) <
            nearlyEqual * Math.max(ranked.weight, other.weight) - rounding
          )
            continue
          const likeness = similarityOf(ranked, other)
          if (likeness < nearlyEqual - rounding || likeness <= bestLikeness) continue
          best = other
          bestLikeness = likeness
        }
      return best
    },
    add(ranked) {
      for (const key of [...singles(ranked), ...pairs(ranked)]) {
        const list = postings.get(key)
        if (list === undefined) postings.set(key, [ranked])
        else if (list.length < mostCompared) list.push(ranked)
      }
    },
  }
}

/** As `similarity` of the terms. */
function similarityOf(one: Ranked, other: Ranked): number {
  let shared = 0
  for (let left = 0, right = 0; left < one.ranks.length && right < other.ranks.length;) {
    const first = one.ranks[left] ?? 0
    const second = other.ranks[right] ?? 0
    if (first === second) shared += one.weights[left] ?? 0
    if (first <= second) left += 1
    if (second <= first) right += 1
  }
  return shared / (one.weight + other.weight - shared)
}

function ranksIn(all: readonly Terms[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const terms of all) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const sorted = [...counts].sort(([one, some], [other, more]) => some - more || (one < other ? -1 : 1))
  return new Map(sorted.map(([term], rank) => [term, rank]))
}

/** So light that one shared term may be all a nearly equal one has in common. */
function isLight({ weight }: Ranked): boolean {
  return nearlyEqual * weight <= heaviestTerm + rounding
}

/** The rarest terms, so many that what is left could not make two sets nearly equal. */
function singles(ranked: Ranked): readonly number[] {
  return ranked.ranks.slice(0, prefixLength(ranked, 0))
}

/** Every two of the rarest terms, so many that what is left and one term more could not. */
function pairs(ranked: Ranked): readonly number[] {
  const ranks = ranked.ranks.slice(0, prefixLength(ranked, heaviestTerm))
  return ranks.flatMap((one, index) => ranks.slice(index + 1).map((other) => -(one * 2 ** 26 + other) - 1))
}

function prefixLength({ weights, weight }: Ranked, more: number): number {
  let left = weight
  let length = 0
  while (length < weights.length && left + more >= nearlyEqual * weight - rounding) {
    left -= weights[length] ?? 0
    length += 1
  }
  return length
}
