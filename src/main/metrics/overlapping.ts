/** Rows that last into a period, without looking at all that ever began: what lasts long is noted for each segment, once. */
import type { Column } from './columns/encoding.ts'
import { endsIn } from './columns/lasting.ts'
import { startOfMonth } from './columns/months.ts'
import type { Segment } from './columns/segment.ts'
import type { StreamColumns } from './columns/streamColumns.ts'
import type { Piece, Placement } from './placing.ts'

/** What lasts no longer is found by when it began. */
const short = 6 * 3_600_000

interface Stretch {
  readonly from: number
  readonly to: number
  /** Only rows that begin before one of these and last to it, ascending; null: all. */
  readonly moments: readonly number[] | null
}

/**
 * The placed rows of a stream that begin before `to` and last past `from`, or begin in between. `lengthName`: the column
 * that says how long a row lasts; without a length it goes on.
 */
export function placeOverlapping(
  stream: StreamColumns,
  placement: Pick<Placement, 'cellCodes' | 'kindCodes' | 'categoryCodes' | 'rowCode'>,
  categories: ArrayLike<number>,
  lengthName: string,
  { from, to, moments }: Stretch,
): { readonly pieces: readonly Piece[]; readonly rows: readonly number[] } {
  const rows: number[] = []
  const pieces: Piece[] = []
  const { cellCodes, kindCodes, categoryCodes, rowCode } = placement
  for (const whole of stream.segments) {
    if (whole.start >= to) continue
    // A month that was over says in a few rows what went on after it; of the others nothing is read.
    const isOver = startOfMonth(whole.month + 1) <= from
    const segment = isOver ? stream.beyondOf(whole) : whole
    if (segment.length === 0) continue
    const first = rows.length
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
    if (isOver) endingAfter(segment, lengthName, from, take)
    else {
      lastingInto(segment, lengthName, from, take)
      if (moments === null) beginningIn(segment, { from, to }, take)
      else beginningIn(segment, { from, to }, lastingTo(segment, lengthName, moments, take))
    }
    if (rows.length > first) pieces.push({ segment, from: first, to: rows.length })
  }
  return { pieces, rows }
}

function beginningIn(
  segment: Segment,
  { from, to }: Pick<Stretch, 'from' | 'to'>,
  take: (row: number) => void,
): void {
  const last = segment.rowAt(to)
  for (let row = segment.rowAt(from); row < last; row++) take(row)
}

/** Takes those of ascending rows that begin before a moment and last to it. */
function lastingTo(
  segment: Segment,
  lengthName: string,
  moments: readonly number[],
  take: (row: number) => void,
): (row: number) => void {
  const endOf = endsIn(segment, lengthName)
  const ms = segment.column('ms')
  let next = 0
  return (row) => {
    const begin = segment.start + (ms[row] ?? 0)
    while (next < moments.length && begin >= (moments[next] ?? 0)) next += 1
    if (endOf(row) >= (moments[next] ?? Number.POSITIVE_INFINITY)) take(row)
  }
}

/** All rows that last past an instant. */
function endingAfter(segment: Segment, lengthName: string, at: number, take: (row: number) => void): void {
  const endOf = endsIn(segment, lengthName)
  for (let row = 0; row < segment.length; row++) if (endOf(row) > at) take(row)
}

/** Rows that begin before an instant and last past it, ascending. */
function lastingInto(segment: Segment, lengthName: string, at: number, take: (row: number) => void): void {
  const last = segment.rowAt(at)
  if (last === 0) return
  const endOf = endsIn(segment, lengthName)
  const recent = segment.rowAt(at - short)
  for (const row of longRows(segment, lengthName)) {
    if (row >= recent) break
    if (endOf(row) > at) take(row)
  }
  for (let row = recent; row < last; row++) if (endOf(row) > at) take(row)
}

/** All rows that last longer than what is found by its beginning. */
function longRows(segment: Segment, lengthName: string): Int32Array {
  return segment.derived(`long ${lengthName}`, () => {
    const endOf = endsIn(segment, lengthName)
    const ms = segment.column('ms')
    const found: number[] = []
    for (let row = 0; row < segment.length; row++)
      if (endOf(row) - segment.start - (ms[row] ?? 0) > short) found.push(row)
    const value = Int32Array.from(found)
    return { value, bytes: value.byteLength }
  })
}
