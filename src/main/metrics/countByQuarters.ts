/** Counting rows of a stretch of time from what each segment knows of its quarters of an hour. */
import type { Cells } from './cells.ts'
import { quarterMs } from './columns/months.ts'
import type { Segment } from './columns/segment.ts'
import type { Cuts } from './cuts.ts'
import type { Histogram } from './histogram.ts'
import { CountBook } from './histogram.ts'
import type { Placement } from './placing.ts'
import type { Subject } from './selection.ts'
import { endOf } from './selection.ts'

/** Counts the rows of `wanted` kinds of a placement whose dimensions are of time and kind only. */
export function countByQuarters(
  subject: Subject,
  placement: Placement,
  wanted: Uint8Array,
  cuts: Cuts,
  cells: Cells,
): Histogram {
  const { stream, kindCodes } = placement
  const book = new CountBook(cells, kindCodes, wanted)
  const until = endOf(subject, stream.name)
  for (const segment of stream.segments) {
    const { starts, codes, end } = cuts.of(segment.month, until)
    if (starts.length === 0) continue
    const counted = { segment, placement, table: quarterTable(segment, placement) }
    for (let index = 0; index < starts.length; index++) {
      const to = index + 1 < starts.length ? (starts[index + 1] ?? end) : end
      countStretch(counted, starts[index] ?? 0, to, codes[index] ?? 0, book)
    }
  }
  return book.histogram()
}

/** A segment, and what is known of its quarters of an hour. */
interface CountedSegment {
  readonly segment: Segment
  readonly placement: Placement
  readonly table: QuarterTable | null
}

function countStretch(
  { segment, placement, table }: CountedSegment,
  from: number,
  to: number,
  code: number,
  book: CountBook,
): void {
  const first = Math.ceil((from - segment.start) / quarterMs)
  const last = Math.floor((to - segment.start) / quarterMs)
  if (table === null || first > last) {
    countRows(segment, placement, segment.rowAt(from), segment.rowAt(to), code, book)
    return
  }
  const [firstAt, lastAt] = [segment.start + first * quarterMs, segment.start + last * quarterMs]
  if (firstAt > from) countRows(segment, placement, segment.rowAt(from), segment.rowAt(firstAt), code, book)
  if (lastAt < to) countRows(segment, placement, segment.rowAt(lastAt), segment.rowAt(to), code, book)
  const { sums, kinds, quarters } = table
  const [start, end] = [Math.min(first, quarters) * kinds, Math.min(last, quarters) * kinds]
  for (const kind of book.wanted) {
    if (kind >= kinds) continue
    const count = (sums[end + kind] ?? 0) - (sums[start + kind] ?? 0)
    if (count > 0) book.add(code, kind, count)
  }
}

function countRows(
  segment: Segment,
  { cellCodes }: Placement,
  from: number,
  to: number,
  code: number,
  book: CountBook,
): void {
  if (from === to) return
  const kind = segment.column('kind')
  const cell = segment.column('cell')
  const counts = new Int32Array(book.kinds)
  for (let row = from; row < to; row++)
    if ((cellCodes[cell[row] ?? 0] ?? 0) >= 0) {
      const of = kind[row] ?? 0
      counts[of] = (counts[of] ?? 0) + 1
    }
  for (const of of book.wanted) if ((counts[of] ?? 0) > 0) book.add(code, of, counts[of] ?? 0)
}

/** Rows of each kind before each quarter of an hour: `sums[quarter × kinds + kind]`. */
interface QuarterTable {
  readonly sums: Uint32Array
  readonly kinds: number
  readonly quarters: number
}

/** The table of the rows that pass the filter; null for a segment of a few rows, which are counted one by one. */
function quarterTable(segment: Segment, { stream, cellCodes, filter }: Placement): QuarterTable | null {
  const starts = segment.quarters()
  if (starts === null) return null
  return segment.derived(`counts ${filter}`, () => {
    const quarters = starts.length - 1
    const kinds = stream.kinds.size
    const sums = new Uint32Array((quarters + 1) * kinds)
    const passes = Uint8Array.from(cellCodes, (code) => (code >= 0 ? 1 : 0))
    const [cell, kind] = [segment.column('cell'), segment.column('kind')]
    for (let quarter = 0; quarter < quarters; quarter++) {
      const base = (quarter + 1) * kinds
      sums.copyWithin(base, base - kinds, base)
      const end = starts[quarter + 1] ?? 0
      for (let row = starts[quarter] ?? 0; row < end; row++) {
        const place = base + (kind[row] ?? 0)
        sums[place] = (sums[place] ?? 0) + (passes[cell[row] ?? 0] ?? 0)
      }
    }
    return { value: { sums, kinds, quarters }, bytes: sums.byteLength }
  })
}
