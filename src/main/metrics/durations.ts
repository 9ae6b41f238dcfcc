/**
 * Figures of durations by cell and in total, exact, in two passes. The first counts values by steps of an eighth of their
 * size (so finely that none holds an edge of the distribution's buckets inside) and adds them up; then it is known which
 * steps hold the ranks asked for, and the second pass picks out only those values.
 */
import type { DurationFigure } from '../../shared/contract.ts'
import { durationBuckets } from '../../shared/metrics.ts'
import { none } from './columns/encoding.ts'
import type { Segment } from './columns/segment.ts'
import type { Measured } from './measure.ts'
import type { Placed } from './placing.ts'
import { bucketCount, bucketIn, durationFigure, figureOfParts, ranksOf, selectRank } from './rank.ts'

export interface DurationFigures {
  readonly cells: readonly DurationFigure[]
  readonly total: DurationFigure
}

type ValuesOf = (segment: Segment) => Measured

/** With fewer values a cell than this, sorting them out cell by cell is less work than counting steps. */
const fewACell = 48

/** One figure a cell, and that of all rows. `marks`: the kinds that count; rows without a value do not. */
export function durationsOf(
  placed: Placed,
  marks: Uint8Array,
  valuesOf: ValuesOf,
  cellCount: number,
): DurationFigures {
  const isPlain = placed.pieces.every(({ segment }) => valuesOf(segment).exact.size === 0)
  return isPlain && placed.length >= cellCount * fewACell
    ? bySteps(placed, marks, valuesOf, cellCount)
    : byGathering(placed, marks, valuesOf, cellCount)
}

// ── few values, or some that do not fit into four bytes ──────────────────────────────────────────────────────────

function byGathering(
  { pieces, rows, cells }: Placed,
  marks: Uint8Array,
  valuesOf: ValuesOf,
  cellCount: number,
): DurationFigures {
  const ends = new Int32Array(cellCount + 1)
  for (const { segment, from, to } of pieces) {
    const kind = segment.column('kind')
    const { column } = valuesOf(segment)
    for (let index = from; index < to; index++) {
      const row = rows[index] ?? 0
      const cell = cells[index] ?? 0
      if (marks[kind[row] ?? 0] !== 1 || column[row] === none) continue
      ends[cell + 1] = (ends[cell + 1] ?? 0) + 1
    }
  }
  for (let cell = 1; cell <= cellCount; cell++) ends[cell] = (ends[cell] ?? 0) + (ends[cell - 1] ?? 0)
  const starts = ends.slice(0, cellCount)
  const next = ends.slice()
  const values = new Float64Array(ends[cellCount] ?? 0)
  for (const { segment, from, to } of pieces) {
    const kind = segment.column('kind')
    const { column, exact } = valuesOf(segment)
    for (let index = from; index < to; index++) {
      const row = rows[index] ?? 0
      const cell = cells[index] ?? 0
      if (marks[kind[row] ?? 0] !== 1 || column[row] === none) continue
      const place = next[cell] ?? 0
      values[place] = segment.numberAt(column, exact, row) ?? 0
      next[cell] = place + 1
    }
  }
  return {
    cells: Array.from(starts, (start, cell) => durationFigure(values, start, next[cell] ?? 0, 1000)),
    total: durationFigure(values, 0, values.length, 1000),
  }
}

// ── many values ──────────────────────────────────────────────────────────────────────────────────────────────────

const stepBits = 8
const steps = 1 << stepBits
/** No value falls into it: the row does not count. */
const noStep = steps - 1

/** A rough step of a value in milliseconds: an eighth of a power of two, single values below 16. At most 239. */
function roughStep(value: number): number {
  if (value < 16) return value
  const power = 31 - Math.clz32(value)
  return ((power - 2) << 3) + ((value >>> (power - 3)) & 7)
}

const edges: readonly number[] = durationBuckets.map((seconds) => seconds * 1000)

/** By rough step: its step, and the edge of a bucket that lies inside, from which on it is the next one. */
const stepOfRough = new Uint8Array(240)
const edgeInRough = new Float64Array(240).fill(Number.POSITIVE_INFINITY)
/** By step: its bucket. */
const bucketOfStep = new Uint8Array(steps)
for (let rough = 0; rough < 240; rough++) {
  const power = (rough >> 3) + 2
  const lowest = rough < 16 ? rough : ((rough & 7) + 8) * 2 ** (power - 3)
  const width = rough < 16 ? 1 : 2 ** (power - 3)
  const bucket = bucketIn(lowest, 1000)
  stepOfRough[rough] = rough + bucket
  bucketOfStep[rough + bucket] = bucket
  const edge = edges.find((one) => one > lowest && one < lowest + width)
  if (edge === undefined) continue
  edgeInRough[rough] = edge
  bucketOfStep[rough + bucket + 1] = bucket + 1
}

/** The step of every row's value, once for all questions. */
function stepsIn(segment: Segment, { name, column }: Measured): Uint8Array {
  return segment.derived(`steps of ${name}`, () => {
    const value = new Uint8Array(column.length)
    for (let row = 0; row < column.length; row++) value[row] = stepOf(column[row] ?? none)
    return { value, bytes: value.byteLength }
  })
}

function stepOf(value: number): number {
  if (value === none) return noStep
  const rough = roughStep(value)
  return (stepOfRough[rough] ?? 0) + (value >= (edgeInRough[rough] ?? 0) ? 1 : 0)
}

/** Values by cell and step; the row after the last cell is of all together. */
interface Steps {
  readonly counts: Int32Array
  readonly sums: Float64Array
  /** By place in `Placed.cells`: the step of the row's value. */
  readonly step: Uint8Array
}

// Read to the end before the next figure is begun.
let stepScratch = new Uint8Array(0)
let countScratch = new Int32Array(0)
let placeScratch = new Int32Array(0)

function bySteps(placed: Placed, marks: Uint8Array, valuesOf: ValuesOf, cellCount: number): DurationFigures {
  const found = countSteps(placed, marks, valuesOf, cellCount)
  const wanted = new Wanted(found.counts, cellCount)
  pick(placed, found.step, valuesOf, wanted, cellCount)
  return {
    cells: Array.from({ length: cellCount }, (_, cell) => wanted.figureOf(cell, found.sums[cell] ?? 0)),
    total: wanted.figureOf(cellCount, found.sums[cellCount] ?? 0),
  }
}

function countSteps(
  { pieces, rows, cells, length }: Placed,
  marks: Uint8Array,
  valuesOf: ValuesOf,
  cellCount: number,
): Steps {
  const size = (cellCount + 1) * steps
  if (countScratch.length < size) countScratch = new Int32Array(size)
  if (stepScratch.length < length) stepScratch = new Uint8Array(Math.ceil(length * 1.25))
  const counts = countScratch.subarray(0, size).fill(0)
  const sums = new Float64Array(cellCount + 1)
  const step = stepScratch
  for (const { segment, from, to } of pieces) {
    const kind = segment.column('kind')
    const measured = valuesOf(segment)
    const { column } = measured
    const stepOf = stepsIn(segment, measured)
    for (let index = from; index < to; index++) {
      const row = rows[index] ?? 0
      const cell = cells[index] ?? 0
      const value = column[row] ?? none
      const of = marks[kind[row] ?? 0] === 1 ? (stepOf[row] ?? noStep) : noStep
      step[index] = of
      if (of === noStep) continue
      const place = (cell << stepBits) | of
      counts[place] = (counts[place] ?? 0) + 1
      sums[cell] = (sums[cell] ?? 0) + value
    }
  }
  const all = cellCount << stepBits
  for (let cell = 0; cell < cellCount; cell++) {
    sums[cellCount] = (sums[cellCount] ?? 0) + (sums[cell] ?? 0)
    const base = cell << stepBits
    for (let of = 0; of < steps; of++) {
      const count = counts[base | of] ?? 0
      if (count > 0) counts[all | of] = (counts[all | of] ?? 0) + count
    }
  }
  return { counts, sums, step }
}

/** A rank of a cell lies in a step, `within` the values of that step. */
interface Rank {
  readonly step: number
  readonly within: number
}

interface WantedCell {
  readonly count: number
  readonly buckets: readonly number[]
  readonly lowest: number
  readonly highest: number
  readonly lower: Rank
  readonly upper: Rank
  readonly p90: Rank
}

/** Which steps of each cell hold what is asked for, and the values picked out of them. */
class Wanted {
  /** By cell and step: where the next value picked goes; -1: none is picked. */
  readonly places: Int32Array
  readonly values: Float64Array
  readonly #counts: Int32Array
  readonly #cells: (WantedCell | null)[] = []

  constructor(counts: Int32Array, cellCount: number) {
    this.#counts = counts
    const size = (cellCount + 1) * steps
    if (placeScratch.length < size) placeScratch = new Int32Array(size)
    this.places = placeScratch.subarray(0, size).fill(-1)
    let length = 0
    for (let cell = 0; cell <= cellCount; cell++) {
      const wanted = wantedIn(counts, cell)
      this.#cells.push(wanted)
      if (wanted === null) continue
      for (const step of [
        wanted.lowest,
        wanted.highest,
        wanted.lower.step,
        wanted.upper.step,
        wanted.p90.step,
      ]) {
        const place = (cell << stepBits) | step
        if (this.places[place] !== -1) continue
        this.places[place] = length
        length += counts[place] ?? 0
      }
    }
    this.values = new Float64Array(length)
  }

  /** The figure of a cell once all values are picked. */
  figureOf(cell: number, sum: number): DurationFigure {
    const wanted = this.#cells[cell] ?? null
    if (wanted === null) return durationFigure(this.values, 0, 0)
    const { count, buckets, lower, upper, p90 } = wanted
    const [lowFrom, lowTo] = this.#range(cell, wanted.lowest)
    const [highFrom, highTo] = this.#range(cell, wanted.highest)
    const parts = {
      count,
      sum,
      buckets,
      min: extreme(this.values, lowFrom, lowTo, Math.min),
      max: extreme(this.values, highFrom, highTo, Math.max),
      lower: this.#ranked(cell, lower),
      upper: this.#ranked(cell, upper),
      p90: this.#ranked(cell, p90),
    }
    return figureOfParts(parts, 1000)
  }

  #ranked(cell: number, { step, within }: Rank): number {
    const [from, to] = this.#range(cell, step)
    return selectRank(this.values, from, to, within)
  }

  #range(cell: number, step: number): readonly [from: number, to: number] {
    const place = (cell << stepBits) | step
    // Every value has been picked: the next would go behind the last.
    const to = this.places[place] ?? 0
    return [to - (this.#counts[place] ?? 0), to]
  }
}

function wantedIn(counts: Int32Array, cell: number): WantedCell | null {
  const base = cell << stepBits
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

/** Puts every value of a wanted step in its place. */
function pick(
  { pieces, rows, cells }: Placed,
  step: Uint8Array,
  valuesOf: ValuesOf,
  { places, values }: Wanted,
  cellCount: number,
): void {
  const all = cellCount << stepBits
  for (const { segment, from, to } of pieces) {
    const { column } = valuesOf(segment)
    for (let index = from; index < to; index++) {
      const of = step[index] ?? noStep
      if (of === noStep) continue
      const row = rows[index] ?? 0
      const own = ((cells[index] ?? 0) << stepBits) | of
      const place = places[own] ?? -1
      if (place >= 0) {
        values[place] = column[row] ?? 0
        places[own] = place + 1
      }
      const inAll = places[all | of] ?? -1
      if (inAll >= 0) {
        values[inAll] = column[row] ?? 0
        places[all | of] = inAll + 1
      }
    }
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
