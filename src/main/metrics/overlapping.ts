/** Rows that last into a period, without looking at all that ever began: what lasts long is noted for each segment, once. */
import { startOfMonth } from './columns/months.ts'
import type { Column } from './columns/encoding.ts'
import type { Segment } from './columns/segment.ts'
import type { StreamColumns } from './columns/streamColumns.ts'
import type { Piece, Placement } from './placing.ts'

/** What lasts no longer is found by when it began. */
const short = 6 * 3_600_000

/**
 * The placed rows of a stream that begin before `to` and last past `from`, or begin in between. `lengthName`: the column
 * that says how long a row lasts; without a length it goes on.
 */
export function placeOverlapping(
  stream: StreamColumns,
  placement: Pick<Placement, 'cellCodes' | 'kindCodes' | 'categoryCodes' | 'rowCode'>,
  categories: ArrayLike<number>,
  lengthName: string,
  from: number,
  to: number,
): { readonly pieces: readonly Piece[]; readonly rows: readonly number[] } {
  const rows: number[] = []
  const pieces: Piece[] = []
  const { cellCodes, kindCodes, categoryCodes, rowCode } = placement
  for (const segment of stream.segments) {
    if (segment.start >= to) continue
    const first = rows.length
    // Most months have no row for the answer: of those no column is read from disk.
    let columns: readonly [cells: Column, kinds: Column, slots: Column] | null = null
    const take = (row: number) => {
      columns ??= [segment.column('cell'), segment.column('kind'), segment.column('slot')]
      const [cells, kinds, slots] = columns
      const [cell, slot] = [cells[row] ?? 0, slots[row] ?? 0]
      if ((cellCodes[cell] ?? 0) + (kindCodes[kinds[row] ?? 0] ?? 0) < 0) return
      if (categoryCodes !== null && (categoryCodes[categories[slot] ?? 0] ?? 0) < 0) return
      if (rowCode !== null && rowCode(cell, slot) < 0) return
      rows.push(row)
    }
    lastingInto(segment, lengthName, from, take)
    const last = segment.rowAt(to)
    for (let row = segment.rowAt(from); row < last; row++) take(row)
    if (rows.length > first) pieces.push({ segment, from: first, to: rows.length })
  }
  return { pieces, rows }
}

/** Rows that begin before an instant and last past it, ascending. */
function lastingInto(segment: Segment, lengthName: string, at: number, take: (row: number) => void): void {
  let ends: ((row: number) => number) | null = null
  const endOf = (row: number) => (ends ??= endsIn(segment, lengthName))(row)
  const noted = startOfMonth(segment.month + 1) <= at ? 'beyond' : 'long'
  const recent = noted === 'beyond' ? segment.length : segment.rowAt(at - short)
  for (const row of notedRows(segment, lengthName, noted)) {
    if (row >= recent) break
    if (endOf(row) > at) take(row)
  }
  if (noted === 'beyond') return
  const last = segment.rowAt(at)
  for (let row = recent; row < last; row++) if (endOf(row) > at) take(row)
}

function endsIn(segment: Segment, lengthName: string): (row: number) => number {
  const [ms, length, exact] = [segment.column('ms'), segment.column(lengthName), segment.exact(lengthName)]
  return (row) =>
    segment.start + (ms[row] ?? 0) + (segment.numberAt(length, exact, row) ?? Number.POSITIVE_INFINITY)
}

/** `long`: of all that last longer than what is found by its beginning; `beyond`: of those that last past their month. */
function notedRows(segment: Segment, lengthName: string, which: 'long' | 'beyond'): Int32Array {
  return segment.derived(`${which} ${lengthName}`, () => {
    const endOf = endsIn(segment, lengthName)
    const ms = segment.column('ms')
    const monthEnd = startOfMonth(segment.month + 1)
    const found: number[] = []
    for (let row = 0; row < segment.length; row++) {
      const end = endOf(row)
      if (which === 'beyond' ? end > monthEnd : end - segment.start - (ms[row] ?? 0) > short) found.push(row)
    }
    const value = Int32Array.from(found)
    return { value, bytes: value.byteLength }
  })
}
