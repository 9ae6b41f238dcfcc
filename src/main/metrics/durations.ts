/** Figures of durations by cell and in total, exact, from placed rows: their values sorted out cell by cell. */
import type { DurationFigure } from '../../shared/contract.ts'
import { none } from './columns/encoding.ts'
import type { Segment } from './columns/segment.ts'
import type { Measured } from './measure.ts'
import type { Placed } from './placing.ts'
import { durationFigure } from './rank.ts'

export interface DurationFigures {
  readonly cells: readonly DurationFigure[]
  readonly total: DurationFigure
}

export type ValuesOf = (segment: Segment) => Measured

/** One figure a cell, and that of all rows. `marks`: the kinds that count; rows without a value do not. */
export function durationsOf(
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
