/**
 * Figures of many durations by cell and in total, exact, in two passes over the rows. The first counts values by steps and
 * adds them up; then it is known which steps hold the ranks asked for, and the second pass picks out only those values.
 */
import type { DurationFigure } from '../../shared/contract.ts'
import type { Cells } from './cells.ts'
import { bucketOfStep, noStep, stepBits, stepsIn } from './durationSteps.ts'
import type { DurationFigures, ValuesOf } from './durations.ts'
import type { Placement, Run } from './placing.ts'
import { isBySlot } from './placing.ts'
import { bucketCount, durationFigure, figureOfParts, ranksOf, selectRank } from './rank.ts'

/** With fewer rows a combination than this, sorting values out cell by cell is less work than counting steps. */
const fewRows = 48
/** Of more combinations the counts of steps would not stay in the processor’s cache. */
const mostCombinations = 4096

/** Whether the durations of these rows can be counted by steps: conversations have no say, and all values fit four bytes. */
export function areManyDurations(
  runs: readonly Run[],
  placement: Placement,
  valuesOf: ValuesOf,
  cells: Cells,
): boolean {
  if (isBySlot(placement) || cells.combinations > mostCombinations) return false
  const rows = runs.reduce((sum, { from, to }) => sum + to - from, 0)
  return (
    rows >= cells.combinations * fewRows && runs.every(({ segment }) => valuesOf(segment).exact.size === 0)
  )
}

/** One figure a cell, and that of all rows. `kindCodes`: of the kinds that count; rows without a value do not. */
export function steppedDurations(
  runs: readonly Run[],
  placement: Pick<Placement, 'cellCodes' | 'kindCodes'>,
  valuesOf: ValuesOf,
  cells: Cells,
): DurationFigures {
  const { combinations } = cells
  const gathered = gather(runs, placement, valuesOf, combinations)
  const { counts, sums } = countSteps(gathered, combinations)
  const wanted = new Wanted(counts, combinations)
  pick(gathered, wanted, combinations)
  const figures: DurationFigure[] = []
  for (let combination = 0; combination < combinations; combination++)
    if (gathered.occurs[combination] === 1)
      figures[cells.cellOf(combination)] = wanted.figureOf(combination, sums[combination] ?? 0)
  const nothing = durationFigure(new Float64Array(0), 0, 0)
  return {
    cells: Array.from(figures, (figure: DurationFigure | undefined) => figure ?? nothing),
    total: wanted.figureOf(combinations, sums[combinations] ?? 0),
  }
}

/** The values that count, one after the other. */
interface Gathered {
  readonly values: Uint32Array
  /** Of each: its combination << stepBits | its step. */
  readonly places: Int32Array
  readonly length: number
  /** By combination: 1 where there are rows, with a value or without. */
  readonly occurs: Uint8Array
}

// Read to the end before the next figures are begun.
let valueScratch = new Uint32Array(0)
let placeScratch = new Int32Array(0)

function gather(
  runs: readonly Run[],
  { cellCodes, kindCodes }: Pick<Placement, 'cellCodes' | 'kindCodes'>,
  valuesOf: ValuesOf,
  combinations: number,
): Gathered {
  const rows = runs.reduce((sum, { from, to }) => sum + to - from, 0)
  // One more: a row that does not count is written behind the last one.
  if (placeScratch.length <= rows) {
    valueScratch = new Uint32Array(Math.ceil(rows * 1.25) + 1)
    placeScratch = new Int32Array(valueScratch.length)
  }
  const [values, places] = [valueScratch, placeScratch]
  const occurs = new Uint8Array(combinations + 1)
  let length = 0
  for (const { segment, from, to, code } of runs) {
    const [cell, kind] = [segment.column('cell'), segment.column('kind')]
    const measured = valuesOf(segment)
    const { column } = measured
    const step = stepsIn(segment, measured)
    // Nearly all rows count, or few do: what follows is worth a branch.
    for (let row = from; row < to; row++) {
      const combination = code + (cellCodes[cell[row] ?? 0] ?? 0) + (kindCodes[kind[row] ?? 0] ?? 0)
      if (combination < 0) continue
      occurs[combination] = 1
      const of = step[row] ?? noStep
      values[length] = column[row] ?? 0
      places[length] = (combination << stepBits) | of
      length += of === noStep ? 0 : 1
    }
  }
  return { values, places, length, occurs }
}

/** Values by combination and step, and added up; behind the combinations those of all together. */
interface Steps {
  readonly counts: Int32Array
  readonly sums: Float64Array
}

let countScratch = new Int32Array(0)

/** Sums side by side: an addition need not wait for the one before it. */
const sumsEach = 4

function countSteps({ values, places, length }: Gathered, combinations: number): Steps {
  const size = (combinations + 1) << stepBits
  if (countScratch.length < size) countScratch = new Int32Array(size)
  const counts = countScratch.subarray(0, size).fill(0)
  const parts = new Float64Array(combinations * sumsEach)
  for (let index = 0; index < length; index++) {
    const place = places[index] ?? 0
    counts[place] = (counts[place] ?? 0) + 1
    const part = (place >> stepBits) * sumsEach + (index & (sumsEach - 1))
    parts[part] = (parts[part] ?? 0) + (values[index] ?? 0)
  }
  const sums = new Float64Array(combinations + 1)
  const all = combinations << stepBits
  for (let combination = 0; combination < combinations; combination++) {
    for (let part = combination * sumsEach; part < (combination + 1) * sumsEach; part++)
      sums[combination] = (sums[combination] ?? 0) + (parts[part] ?? 0)
    sums[combinations] = (sums[combinations] ?? 0) + (sums[combination] ?? 0)
    const from = combination << stepBits
    for (let step = 0; step < noStep; step++)
      counts[all | step] = (counts[all | step] ?? 0) + (counts[from | step] ?? 0)
  }
  return { counts, sums }
}

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

let nextScratch = new Int32Array(0)

/** Which steps of each combination hold what is asked for, and the values picked out of them. */
class Wanted {
  /** By combination and step: where in `values` the next one picked goes; `end`: none is picked. */
  readonly next: Int32Array
  /** Behind the last one is room for what is not picked. */
  readonly values: Float64Array
  readonly end: number
  readonly #counts: Int32Array
  readonly #steps: (WantedSteps | null)[] = []

  constructor(counts: Int32Array, combinations: number) {
    this.#counts = counts
    if (nextScratch.length < counts.length) nextScratch = new Int32Array(counts.length)
    this.next = nextScratch.subarray(0, counts.length).fill(-1)
    let length = 0
    for (let combination = 0; combination <= combinations; combination++) {
      const wanted = wantedIn(counts, combination)
      this.#steps.push(wanted)
      if (wanted === null) continue
      const { lowest, highest, lower, upper, p90 } = wanted
      for (const step of [lowest, highest, lower.step, upper.step, p90.step]) {
        const place = (combination << stepBits) | step
        if (this.next[place] !== -1) continue
        this.next[place] = length
        length += counts[place] ?? 0
      }
    }
    this.end = length
    this.values = new Float64Array(length + 1)
    for (let place = 0; place < this.next.length; place++)
      if (this.next[place] === -1) this.next[place] = length
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

/** Puts every value of a wanted step in its place, for its combination and for all together. */
function pick(
  { values, places, length }: Gathered,
  { next, values: picked, end }: Wanted,
  combinations: number,
): void {
  const all = combinations << stepBits
  for (let index = 0; index < length; index++) {
    const value = values[index] ?? 0
    const own = places[index] ?? 0
    const inAll = all | (own & noStep)
    // What is not wanted goes behind the last one, and the next of it too.
    const place = next[own] ?? 0
    picked[place] = value
    next[own] = place + ((place - end) >>> 31)
    const placeInAll = next[inAll] ?? 0
    picked[placeInAll] = value
    next[inAll] = placeInAll + ((placeInAll - end) >>> 31)
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
