/** Counting rows by cell and kind at once, without a look at what is wanted; that is sorted out at the end. */
import type { Cells } from './cells.ts'
import type { Segment } from './columns/segment.ts'
import type { Cuts } from './cuts.ts'
import type { Histogram } from './histogram.ts'
import { CountBook } from './histogram.ts'
import type { Placement, Run } from './placing.ts'
import { runsOf } from './placing.ts'
import type { Subject } from './selection.ts'

/** Counts by combination and kind at once, without a look at what is wanted, and sorts that out at the end. */
export function countByCells(
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
