/** Figures of durations by cell and in total. */
import type { DurationFigure } from '../../shared/contract.ts'
import type { Measured } from './measure.ts'
import type { Placed } from './placing.ts'
import { durationFigure } from './rank.ts'
import type { Segment } from './columns/segment.ts'
import { none } from './columns/encoding.ts'

/** One figure a cell, and that of all rows. `marks`: the kinds that count; rows without a value do not. */
export function durationsOf(
  { pieces, cells }: Placed,
  marks: Uint8Array,
  valuesOf: (segment: Segment) => Measured,
  cellCount: number,
): { readonly cells: readonly DurationFigure[]; readonly total: DurationFigure } {
  const ends = new Int32Array(cellCount)
  for (const { segment, from, to, offset } of pieces) {
    const kind = segment.column('kind')
    const { column } = valuesOf(segment)
    for (let index = offset, row = from; row < to; index++, row++) {
      const cell = cells[index] ?? 0
      if (cell < 0 || marks[kind[row] ?? 0] !== 1 || column[row] === none) continue
      ends[cell] = (ends[cell] ?? 0) + 1
    }
  }
  for (let cell = 1; cell < cellCount; cell++) ends[cell] = (ends[cell] ?? 0) + (ends[cell - 1] ?? 0)
  const values = new Float64Array(ends[cellCount - 1] ?? 0)
  const next = new Int32Array(cellCount)
  next.set(ends.subarray(0, Math.max(0, cellCount - 1)), Math.min(1, cellCount))
  for (const { segment, from, to, offset } of pieces) {
    const kind = segment.column('kind')
    const { column, exact } = valuesOf(segment)
    for (let index = offset, row = from; row < to; index++, row++) {
      const cell = cells[index] ?? 0
      if (cell < 0 || marks[kind[row] ?? 0] !== 1 || column[row] === none) continue
      const place = next[cell] ?? 0
      values[place] = segment.numberAt(column, exact, row) ?? 0
      next[cell] = place + 1
    }
  }
  return {
    cells: Array.from(ends, (end, cell) => durationFigure(values, ends[cell - 1] ?? 0, end, 1000)),
    total: durationFigure(values, 0, values.length, 1000),
  }
}
