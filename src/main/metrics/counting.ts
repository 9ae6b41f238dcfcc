/** Counting rows by cell of the answer and kind: one by one, or from what each segment knows of its quarters of an hour. */
import { withRoom } from './columns/encoding.ts'
import { quarterMs } from './columns/months.ts'
import type { Segment } from './columns/segment.ts'
import type { Cells } from './cells.ts'
import type { Cuts } from './cuts.ts'
import type { Part } from './plans.ts'
import type { Placed, Placement, Run } from './placing.ts'
import { place, runsOf } from './placing.ts'
import type { Subject } from './selection.ts'
import { endOf } from './selection.ts'

/** `counts[cell × kinds + kind]`; cells found later have none. */
export interface Histogram {
  readonly kinds: number
  readonly counts: Int32Array
}

/** A number for each cell there was, and for all rows together. */
export interface Numbers {
  readonly cells: Float64Array
  readonly total: number
}

/** Whether rows of each kind belong to a part: a look-up instead of a question a row. Kind 0 is struck out. */
export function kindsIn(part: Pick<Part, 'all' | 'none'>, { stream }: Pick<Placement, 'stream'>): Uint8Array {
  const marks = new Uint8Array(stream.kinds.size)
  for (let kind = 1; kind < marks.length; kind++) {
    const bits = stream.bitsOf(kind)
    marks[kind] = (bits & part.all) === part.all && (bits & part.none) === 0 ? 1 : 0
  }
  return marks
}

/** Whether rows of each kind belong to any of the parts. */
export function kindsInAny(parts: readonly Part[], placement: Pick<Placement, 'stream'>): Uint8Array {
  const marks = new Uint8Array(placement.stream.kinds.size)
  for (const part of parts)
    for (const [kind, mark] of kindsIn(part, placement).entries()) marks[kind] ||= mark
  return marks
}

/** The rows of a part, by cell. */
export function rowsIn(part: Part, placement: Placement, histogram: Histogram, cellCount: number): Numbers {
  const { kinds, counts } = histogram
  const marks = kindsIn(part, placement)
  const cells = new Float64Array(cellCount)
  let total = 0
  for (let kind = 0; kind < kinds; kind++) {
    if (marks[kind] !== 1) continue
    for (let cell = 0, place = kind; place < counts.length && cell < cellCount; cell++, place += kinds) {
      const count = counts[place] ?? 0
      cells[cell] = (cells[cell] ?? 0) + count
      total += count
    }
  }
  return { cells, total }
}

/** Counts placed rows. */
export function countPlaced({ stream, pieces, rows, cells }: Placed, cellCount: number): Histogram {
  const kinds = stream.kinds.size
  const counts = new Int32Array(cellCount * kinds)
  for (const { segment, from, to } of pieces) {
    const kind = segment.column('kind')
    for (let index = from; index < to; index++) {
      const place = (cells[index] ?? 0) * kinds + (kind[rows[index] ?? 0] ?? 0)
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return { kinds, counts }
}

/** Counts the rows of `wanted` kinds of a placement without a `rowCode`. */
export function countKinds(
  subject: Subject,
  placement: Placement,
  wanted: Uint8Array,
  cuts: Cuts,
  cells: Cells,
): Histogram {
  if (!placement.brokenByCell && placement.categoryCodes === null)
    return countByQuarters(subject, placement, wanted, cuts, cells)
  const size = (cells.combinations + 1) * wanted.length
  if (size <= mostCounters) return countByCells(subject, placement, wanted, cuts, cells)
  return countPlaced(place(subject, placement, wanted, cuts, cells), cells.size)
}

// ── by cells ─────────────────────────────────────────────────────────────────────────────────────────────────────

const mostCounters = 1 << 20

/** Counts by combination and kind at once, without a look at what is wanted, and sorts that out at the end. */
function countByCells(
  subject: Subject,
  placement: Placement,
  wanted: Uint8Array,
  cuts: Cuts,
  cells: Cells,
): Histogram {
  const kinds = wanted.length
  // Dimensions of kind are added when all is counted; rows that are filtered out count behind the last combination.
  const counts = new Int32Array((cells.combinations + 1) * kinds)
  const { cellCodes, categoryCodes } = placement
  const { category } = subject.columns.slots.columns
  const counting = { cellCodes, nowhere: cells.combinations, kinds, counts }
  for (const run of runsOf(subject, placement.stream, cuts))
    if (categoryCodes === null) countByBlocks(run, counting)
    else countByCategory(run, counting, categoryCodes, category)
  const book = new CountBook(cells, placement.kindCodes, wanted)
  for (let code = 0, place = 0; code < cells.combinations; code++, place += kinds)
    for (const kind of book.wanted) {
      const count = counts[place + kind] ?? 0
      if (count > 0) book.add(code, kind, count)
    }
  return book.histogram()
}

/** `counts[combination × kinds + kind]`; cells stand for combinations but for what the time of a run adds. */
interface Counting {
  readonly cellCodes: Int32Array
  readonly nowhere: number
  readonly kinds: number
  readonly counts: Int32Array
}

/** Whole blocks of the rows from what is known of them, the rest row by row. */
function countByBlocks({ segment, from, to, code }: Run, counting: Counting): void {
  for (let row = from; row < to;) {
    const block = Math.floor(row / blockRows)
    const end = Math.min(to, (block + 1) * blockRows)
    const isWhole = row === block * blockRows && end === row + blockRows
    const table = isWhole ? blockTable(segment, block, counting) : null
    if (table === null) countRun(segment, row, end, code, counting)
    else addTable(table, code, counting)
    row = end
  }
}

/** Rows are counted by cell and kind once for blocks of this many: some days of messages. */
const blockRows = 65_536

/** What there is in a block: `counts[i]` rows of `cells[i]` and `kinds[i]`. */
interface BlockTable {
  readonly cells: Uint32Array
  readonly kinds: Uint32Array
  readonly counts: Uint32Array
}

/** null: almost every row is of its own cell and kind, and to count rows is as good. */
function blockTable(segment: Segment, block: number, { cellCodes, kinds }: Counting): BlockTable | null {
  const pairs = cellCodes.length * kinds
  if (pairs > blockRows * 2) return null
  return segment.derived(`counts of block ${block}`, () => {
    const [cell, kind] = [segment.column('cell'), segment.column('kind')]
    const ofPair = new Uint32Array(pairs)
    for (let row = block * blockRows; row < (block + 1) * blockRows; row++) {
      const pair = (cell[row] ?? 0) * kinds + (kind[row] ?? 0)
      ofPair[pair] = (ofPair[pair] ?? 0) + 1
    }
    let length = 0
    for (let pair = 0; pair < pairs; pair++) if (ofPair[pair] !== 0) length += 1
    if (length * 3 > blockRows) return { value: null, bytes: 16 }
    const value = {
      cells: new Uint32Array(length),
      kinds: new Uint32Array(length),
      counts: new Uint32Array(length),
    }
    for (let pair = 0, index = 0; pair < pairs; pair++) {
      if (ofPair[pair] === 0) continue
      value.cells[index] = Math.floor(pair / kinds)
      value.kinds[index] = pair % kinds
      value.counts[index] = ofPair[pair] ?? 0
      index += 1
    }
    return { value, bytes: value.counts.byteLength * 3 }
  })
}

function addTable(table: BlockTable, code: number, { cellCodes, nowhere, kinds, counts }: Counting): void {
  const { cells, kinds: kindOf, counts: found } = table
  for (let index = 0; index < found.length; index++) {
    const sum = code + (cellCodes[cells[index] ?? 0] ?? 0)
    const place = (sum < 0 ? nowhere : sum) * kinds + (kindOf[index] ?? 0)
    counts[place] = (counts[place] ?? 0) + (found[index] ?? 0)
  }
}

function countRun(
  segment: Segment,
  from: number,
  to: number,
  code: number,
  { cellCodes, nowhere, kinds, counts }: Counting,
): void {
  const [cell, kind] = [segment.column('cell'), segment.column('kind')]
  for (let row = from; row < to; row++) {
    const sum = code + (cellCodes[cell[row] ?? 0] ?? 0)
    // Reckoned, not branched on: see `placeRun`.
    const left = sum >> 31
    const place = ((sum & ~left) | (nowhere & left)) * kinds + (kind[row] ?? 0)
    counts[place] = (counts[place] ?? 0) + 1
  }
}

/** The same where the category of the conversation has a say. */
function countByCategory(
  { segment, from, to, code }: Run,
  { cellCodes, nowhere, kinds, counts }: Counting,
  categoryCodes: Int32Array,
  categories: Uint32Array,
): void {
  const [cell, kind, slot] = [segment.column('cell'), segment.column('kind'), segment.column('slot')]
  for (let row = from; row < to; row++) {
    const ofCategory = categoryCodes[categories[slot[row] ?? 0] ?? 0] ?? 0
    const sum = code + (cellCodes[cell[row] ?? 0] ?? 0) + ofCategory
    const left = sum >> 31
    const place = ((sum & ~left) | (nowhere & left)) * kinds + (kind[row] ?? 0)
    counts[place] = (counts[place] ?? 0) + 1
  }
}

// ── by quarters ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Counts the rows of `wanted` kinds of a placement whose dimensions are of time and kind only. */
function countByQuarters(
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
    for (let index = 0; index < starts.length; index++) {
      const to = index + 1 < starts.length ? (starts[index + 1] ?? end) : end
      countStretch(segment, placement, starts[index] ?? 0, to, codes[index] ?? 0, book)
    }
  }
  return book.histogram()
}

/** Counts by combination of a stretch's code and the kind's. */
class CountBook {
  readonly kinds: number
  /** The kinds that count at all. */
  readonly wanted: readonly number[]
  readonly #cells: Cells
  readonly #kindCodes: Int32Array
  #counts: Int32Array

  constructor(cells: Cells, kindCodes: Int32Array, wanted: Uint8Array) {
    this.kinds = wanted.length
    this.wanted = Array.from(wanted.keys()).filter(
      (kind) => wanted[kind] === 1 && (kindCodes[kind] ?? 0) >= 0,
    )
    this.#cells = cells
    this.#kindCodes = kindCodes
    this.#counts = new Int32Array(cells.size * this.kinds)
  }

  add(code: number, kind: number, count: number): void {
    const cell = this.#cells.cellOf(code + (this.#kindCodes[kind] ?? 0))
    const place = cell * this.kinds + kind
    if (place >= this.#counts.length) this.#counts = withRoom(this.#counts, (cell + 1) * this.kinds)
    this.#counts[place] = (this.#counts[place] ?? 0) + count
  }

  histogram(): Histogram {
    return { kinds: this.kinds, counts: this.#counts.subarray(0, this.#cells.size * this.kinds) }
  }
}

function countStretch(
  segment: Segment,
  placement: Placement,
  from: number,
  to: number,
  code: number,
  book: CountBook,
): void {
  const table = quarterTable(segment, placement)
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
