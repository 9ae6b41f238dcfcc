/**
 * Figures of many durations by cell and in total, exact, in two passes over the rows. The first counts values by steps and
 * adds them up; then it is known which steps hold the ranks asked for, and the second pass picks out only those values.
 */
import type { DurationFigure } from '../../shared/contract.ts'
import type { Cells } from './cells.ts'
import type { Column } from './columns/encoding.ts'
import { noStep, stepBits, stepsIn } from './durationSteps.ts'
import type { DurationFigures, ValuesOf } from './durations.ts'
import type { Placement, Run } from './placing.ts'
import { isBySlot } from './placing.ts'
import { durationFigure } from './rank.ts'
import { Wanted } from './wantedSteps.ts'

/** With fewer rows a combination than this, sorting values out cell by cell is less work than counting steps. */
const fewRows = 48
/** Of more combinations the counts of steps would not stay in the processor’s cache. */
const mostCombinations = 4096

/** Rows of one segment, and what is read of them. */
interface Stretch {
  readonly runs: readonly Run[]
  readonly cell: Column
  readonly kind: Column
  readonly value: Column
  readonly step: Uint8Array
}

/**
 * One figure a cell, and that of all rows; rows without a value do not count. null where rows have to be placed one by one:
 * conversations have a say in it, values do not fit four bytes, or there are few rows. `kindCodes`: of the kinds that count.
 */
export function steppedDurations(
  runs: readonly Run[],
  placement: Pick<Placement, 'cellCodes' | 'kindCodes' | 'categoryCodes' | 'rowCode'>,
  valuesOf: ValuesOf,
  cells: Cells,
): DurationFigures | null {
  const { combinations } = cells
  const rows = runs.reduce((sum, { from, to }) => sum + to - from, 0)
  if (isBySlot(placement) || combinations > mostCombinations || rows < combinations * fewRows) return null
  const stretches = stretchesOf(runs, valuesOf)
  if (stretches === null) return null
  const steps = new Steps(rows, combinations)
  for (const stretch of stretches)
    for (const run of stretch.runs) steps.count(stretch, run, placement.cellCodes, placement.kindCodes)
  const sums = steps.addUp()
  const wanted = new Wanted(steps.counts, combinations)
  pick(steps, wanted, combinations)
  const figures: DurationFigure[] = []
  for (let combination = 0; combination < combinations; combination++)
    if (steps.occurs[combination] === 1)
      figures[cells.cellOf(combination)] = wanted.figureOf(combination, sums[combination] ?? 0)
  const nothing = durationFigure(new Float64Array(0), 0, 0)
  return {
    cells: Array.from(figures, (figure: DurationFigure | undefined) => figure ?? nothing),
    total: wanted.figureOf(combinations, sums[combinations] ?? 0),
  }
}

function stretchesOf(runs: readonly Run[], valuesOf: ValuesOf): readonly Stretch[] | null {
  const stretches: Stretch[] = []
  for (const [segment, own] of Map.groupBy(runs, (run) => run.segment)) {
    const measured = valuesOf(segment)
    if (measured.exact.size > 0) return null
    const [cell, kind] = [segment.column('cell'), segment.column('kind')]
    stretches.push({ runs: own, cell, kind, value: measured.column, step: stepsIn(segment, measured) })
  }
  return stretches
}

// Read to the end before the next figures are begun.
let valueScratch = new Uint32Array(0)
let placeScratch = new Int32Array(0)
let countScratch = new Int32Array(0)

/** Sums side by side: an addition need not wait for the one before it. */
const sumsEach = 4

/** Values counted by combination and step, and added up; behind the combinations those of all together. */
class Steps {
  readonly counts: Int32Array
  /** The values that count, one after the other, and where each was counted: combination << stepBits | step. */
  readonly values: Uint32Array
  readonly places: Int32Array
  length = 0
  /** By combination: 1 where there are rows, with a value or without. */
  readonly occurs: Uint8Array
  readonly #combinations: number
  readonly #sums: Float64Array

  constructor(rows: number, combinations: number) {
    const size = (combinations + 1) << stepBits
    if (countScratch.length < size) countScratch = new Int32Array(size)
    if (placeScratch.length < rows) {
      valueScratch = new Uint32Array(Math.ceil(rows * 1.25))
      placeScratch = new Int32Array(valueScratch.length)
    }
    this.counts = countScratch.subarray(0, size).fill(0)
    this.values = valueScratch
    this.places = placeScratch
    this.occurs = new Uint8Array(combinations)
    this.#combinations = combinations
    this.#sums = new Float64Array(combinations * sumsEach)
  }

  count(
    { cell, kind, value, step }: Stretch,
    { from, to, code }: Run,
    cellCodes: Int32Array,
    kindCodes: Int32Array,
  ): void {
    const { counts, values, places, occurs } = this
    const sums = this.#sums
    let { length } = this
    for (let row = from; row < to; row++) {
      const combination = code + (cellCodes[cell[row] ?? 0] ?? 0) + (kindCodes[kind[row] ?? 0] ?? 0)
      // Nearly all rows count, or few do: unlike in `placeRun` a branch is foreseen.
      if (combination < 0) continue
      occurs[combination] = 1
      const of = step[row] ?? noStep
      if (of === noStep) continue
      const place = (combination << stepBits) | of
      const part = combination * sumsEach + (row & (sumsEach - 1))
      const own = value[row] ?? 0
      counts[place] = (counts[place] ?? 0) + 1
      sums[part] = (sums[part] ?? 0) + own
      places[length] = place
      values[length] = own
      length += 1
    }
    this.length = length
  }

  /** Counts what is of all together. @returns the sum of each combination, and behind them that of all. */
  addUp(): Float64Array {
    const { counts } = this
    const combinations = this.#combinations
    const sums = new Float64Array(combinations + 1)
    const all = combinations << stepBits
    for (let combination = 0; combination < combinations; combination++) {
      for (let part = combination * sumsEach; part < (combination + 1) * sumsEach; part++)
        sums[combination] = (sums[combination] ?? 0) + (this.#sums[part] ?? 0)
      sums[combinations] = (sums[combinations] ?? 0) + (sums[combination] ?? 0)
      if (this.occurs[combination] !== 1) continue
      const from = combination << stepBits
      for (let step = 0; step < noStep; step++)
        counts[all | step] = (counts[all | step] ?? 0) + (counts[from | step] ?? 0)
    }
    return sums
  }
}

/** Puts every value of a wanted step in its place, for its combination and for all together. */
function pick(
  { values, places, length }: Steps,
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
