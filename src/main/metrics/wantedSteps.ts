/** Which steps of counted durations hold the ranks and extremes asked for, and the figures made of the values in them. */
import type { DurationFigure } from '../../shared/contract.ts'
import { bucketOfStep, noStep, stepBits } from './durationSteps.ts'
import { bucketCount, durationFigure, figureOfParts, ranksOf, selectRank } from './rank.ts'

/** A rank of a combination lies in a step, `within` the values of that step. */
interface Rank {
  readonly step: number
  readonly within: number
}

interface WantedSteps {
  readonly count: number
  readonly buckets: readonly number[]
  readonly lowest: number
  readonly highest: number
  readonly lower: Rank
  readonly upper: Rank
  readonly p90: Rank
}

// Read to the end before the next is made.
let nextScratch = new Int32Array(0)

/** Which steps of each combination hold what is asked for, and the values picked out of them. */
export class Wanted {
  /** By combination and step: where in `values` the next one picked goes; `end`: none is picked. */
  readonly next: Int32Array
  /** Behind the last one is room for what is not picked. */
  readonly values: Float64Array
  readonly end: number
  readonly #counts: Int32Array
  readonly #steps: (WantedSteps | null)[] = []

  constructor(counts: Int32Array, combinations: number) {
    this.#counts = counts
    const places: number[] = []
    let length = 0
    for (let combination = 0; combination <= combinations; combination++) {
      const wanted = wantedIn(counts, combination)
      this.#steps.push(wanted)
      if (wanted === null) continue
      const { lowest, highest, lower, upper, p90 } = wanted
      for (const step of new Set([lowest, highest, lower.step, upper.step, p90.step])) {
        const place = (combination << stepBits) | step
        places.push(place)
        length += counts[place] ?? 0
      }
    }
    this.end = length
    this.values = new Float64Array(length + 1)
    if (nextScratch.length < counts.length) nextScratch = new Int32Array(counts.length)
    this.next = nextScratch.subarray(0, counts.length).fill(length)
    let next = 0
    for (const place of places) {
      this.next[place] = next
      next += counts[place] ?? 0
    }
  }

  /** The figure of a combination once all values are picked. */
  figureOf(combination: number, sum: number): DurationFigure {
    const wanted = this.#steps[combination] ?? null
    if (wanted === null) return durationFigure(this.values, 0, 0)
    const { count, buckets, lower, upper, p90 } = wanted
    const [lowFrom, lowTo] = this.#range(combination, wanted.lowest)
    const [highFrom, highTo] = this.#range(combination, wanted.highest)
    const parts = {
      count,
      sum,
      buckets,
      min: extreme(this.values, lowFrom, lowTo, Math.min),
      max: extreme(this.values, highFrom, highTo, Math.max),
      lower: this.#ranked(combination, lower),
      upper: this.#ranked(combination, upper),
      p90: this.#ranked(combination, p90),
    }
    return figureOfParts(parts, 1000)
  }

  #ranked(combination: number, { step, within }: Rank): number {
    const [from, to] = this.#range(combination, step)
    return selectRank(this.values, from, to, within)
  }

  #range(combination: number, step: number): readonly [from: number, to: number] {
    const place = (combination << stepBits) | step
    // Every value has been picked: the next would go behind the last.
    const to = this.next[place] ?? 0
    return [to - (this.#counts[place] ?? 0), to]
  }
}

function wantedIn(counts: Int32Array, combination: number): WantedSteps | null {
  const base = combination << stepBits
  const buckets = Array.from({ length: bucketCount }, () => 0)
  let count = 0
  let lowest = -1
  let highest = 0
  for (let step = 0; step < noStep; step++) {
    const here = counts[base | step] ?? 0
    if (here === 0) continue
    if (lowest < 0) lowest = step
    highest = step
    count += here
    const bucket = bucketOfStep[step] ?? 0
    buckets[bucket] = (buckets[bucket] ?? 0) + here
  }
  if (count === 0) return null
  const ranks = ranksOf(count)
  const at = (rank: number): Rank => {
    let before = 0
    for (let step = lowest; ; step++) {
      const here = counts[base | step] ?? 0
      if (rank < before + here) return { step, within: rank - before }
      before += here
    }
  }
  return {
    count,
    buckets,
    lowest,
    highest,
    lower: at(ranks.lower),
    upper: at(ranks.upper),
    p90: at(ranks.p90),
  }
}

function extreme(
  values: Float64Array,
  from: number,
  to: number,
  of: (a: number, b: number) => number,
): number {
  let result = values[from] ?? Number.NaN
  for (let index = from + 1; index < to; index++) result = of(result, values[index] ?? 0)
  return result
}
