/** Which cell of the answer each row of a stream belongs to. */
import type { Axis } from './axes.ts'
import type { Cells } from './cells.ts'
import type { Segment } from './columns/segment.ts'
import type { StreamColumns } from './columns/streamColumns.ts'
import type { Cuts } from './cuts.ts'
import type { Credit, RowCode, Subject } from './selection.ts'
import { byAnybody, endOf, filterKey, filtersOf } from './selection.ts'

/** In tables of codes: filtered out. Two of them and any combination add up to less than 0, in 32 bits. */
const outside = -(2 ** 30)

/** A question about the rows of one stream, credited one way. */
export interface Placement {
  readonly stream: StreamColumns
  readonly credit: Credit
  /** What rows add to their combination, by cell and by kind; below 0: filtered out. Kind 0 is struck out. */
  readonly cellCodes: Int32Array
  readonly kindCodes: Int32Array
  /** What they add by the category of their conversation; null: it does not matter. */
  readonly categoryCodes: Int32Array | null
  /** The rest, asked for every row; null: the others say all. */
  readonly rowCode: ((cell: number, slot: number) => number) | null
  /** Some dimension looks at cells. */
  readonly brokenByCell: boolean
  /** Equal names mean equal filters. */
  readonly filter: string
}

/** The rows of one segment that have a cell lie at [from, to) in `Placed.rows` and `Placed.cells`. */
export interface Piece {
  readonly segment: Segment
  readonly from: number
  readonly to: number
}

export interface Placed extends Placement {
  readonly pieces: readonly Piece[]
  /** Rows of the piece's segment, ascending. */
  readonly rows: Int32Array
  /** The cell of the answer each belongs to. */
  readonly cells: Int32Array
  readonly length: number
}

/** How the rows of a stream find their cells. `credited`: only rows of somebody. */
export function placementOf(
  subject: Subject,
  stream: StreamColumns,
  part: { readonly credit: Credit; readonly credited?: boolean },
  axes: readonly Axis[],
  factors: readonly number[],
): Placement {
  const { credit, credited = false } = part
  const filter = `${filterKey(subject)} ${credit} ${credited}`
  const broken = axes.map(({ dimension, codeAt }, index) =>
    codeAt === null ? `${dimension} ${factors[index]}` : '',
  )
  const largestCategory = subject.columns.slots.largest.category
  return stream.remembered(`${filter} ${broken.join()} ${largestCategory}`, () => {
    const filters = filtersOf(subject, stream, credit)
    if (credited) filters.push(byAnybody(subject, stream, credit))
    const codes = axes.flatMap((axis, index) => {
      const code = axis.codes(stream, credit)
      return code === null ? [] : [{ code, factor: factors[index] ?? 1 }]
    })
    const kindCodes = codesOf('kind', stream.kinds.size, filters, codes)
    kindCodes[0] = outside
    const isByCategory = [...filters, ...codes.map(({ code }) => code)].some(({ by }) => by === 'category')
    return {
      stream,
      credit,
      cellCodes: codesOf('cell', stream.cells.size, filters, codes),
      kindCodes,
      categoryCodes: isByCategory ? codesOf('category', largestCategory + 1, filters, codes) : null,
      rowCode: rowCodeOf(filters, codes),
      brokenByCell: codes.some(({ code }) => code.by === 'cell'),
      filter,
    }
  })
}

interface Factored {
  readonly code: RowCode
  readonly factor: number
}

/** What all filters and dimensions that look at cells (or kinds, or categories) make of each. */
function codesOf(
  by: 'cell' | 'kind' | 'category',
  size: number,
  filters: readonly RowCode[],
  codes: readonly Factored[],
): Int32Array {
  const found = new Int32Array(size)
  for (const { code, factor } of codes)
    if (code.by === by)
      for (let key = 0; key < size; key++) found[key] = (found[key] ?? 0) + code.of(key) * factor
  for (const filter of filters)
    if (filter.by === by) for (let key = 0; key < size; key++) if (filter.of(key) !== 1) found[key] = outside
  return found
}

/** Whether conversations have a say in which rows count and where. */
export function isBySlot({ categoryCodes, rowCode }: Pick<Placement, 'categoryCodes' | 'rowCode'>): boolean {
  return categoryCodes !== null || rowCode !== null
}

/** The same for those that look at conversations; null: none does. */
function rowCodeOf(filters: readonly RowCode[], codes: readonly Factored[]): Placement['rowCode'] {
  const passes = filters.flatMap((filter) => (filter.by === 'row' ? [filter.of] : []))
  const added = codes.flatMap(({ code, factor }) => (code.by === 'row' ? [{ of: code.of, factor }] : []))
  if (passes.length + added.length === 0) return null
  return (cell, slot) => {
    for (const pass of passes) if (pass(cell, slot) !== 1) return outside
    let sum = 0
    for (const { of, factor } of added) sum += of(cell, slot) * factor
    return sum
  }
}

/** Places every row of the period whose kind is `wanted`; rows of other kinds make no cells. */
export function place(
  subject: Subject,
  placement: Placement,
  wanted: Uint8Array,
  cuts: Cuts,
  cells: Cells,
): Placed {
  const kindCodes = kindCodesIn(placement, wanted)
  const runs = runsOf(subject, placement.stream, cuts)
  const most = runs.reduce((sum, { from, to }) => sum + to - from, 0)
  const target: Target = { ...scratch(most), length: 0 }
  const pieces: { segment: Segment; from: number; to: number }[] = []
  for (const run of runs) {
    const from = target.length
    if (isBySlot(placement) || cells.table === null)
      placeBySlot(run, placement, kindCodes, subject.columns.slots.columns.category, cells, target)
    else placeRun(run, placement.cellCodes, kindCodes, cells, cells.table, target)
    const last = pieces.at(-1)
    if (last?.segment === run.segment) last.to = target.length
    else pieces.push({ segment: run.segment, from, to: target.length })
  }
  return { ...placement, pieces, ...target }
}

/** What rows of each kind add, but that only those of `wanted` kinds count. */
export function kindCodesIn({ kindCodes }: Pick<Placement, 'kindCodes'>, wanted: Uint8Array): Int32Array {
  return kindCodes.map((code, kind) => (wanted[kind] === 1 ? code : outside))
}

/** Rows [from, to) of a segment, all of one stretch of time with its code. */
export interface Run {
  readonly segment: Segment
  readonly from: number
  readonly to: number
  readonly code: number
}

/** The rows of a stream in the period. */
export function runsOf(subject: Subject, stream: StreamColumns, cuts: Cuts): readonly Run[] {
  const until = endOf(subject, stream.name)
  const runs: Run[] = []
  for (const segment of stream.segments) {
    const { starts, codes, end } = cuts.of(segment.month, until)
    let from = starts.length === 0 ? 0 : segment.rowAt(starts[0] ?? 0)
    const last = starts.length === 0 ? 0 : segment.rowAt(end)
    for (let index = 0; index < starts.length && from < last; index++) {
      const to = index + 1 < starts.length ? segment.rowAt(starts[index + 1] ?? 0) : last
      if (to > from) runs.push({ segment, from, to, code: codes[index] ?? 0 })
      from = to
    }
  }
  return runs
}

interface Target {
  readonly rows: Int32Array
  readonly cells: Int32Array
  length: number
}

function placeRun(
  { segment, from, to, code }: Run,
  cellCodes: Int32Array,
  kindCodes: Int32Array,
  cells: Cells,
  table: Int32Array,
  target: Target,
): void {
  const [cell, kind] = [segment.column('cell'), segment.column('kind')]
  const { rows, cells: placed } = target
  const nowhere = cells.combinations
  let length = target.length
  // Whether a row counts is as good as random: what it is written to and how far it goes is reckoned, not branched on.
  for (let row = from; row < to; row++) {
    const sum = code + (cellCodes[cell[row] ?? 0] ?? 0) + (kindCodes[kind[row] ?? 0] ?? 0)
    const left = sum >> 31
    const combination = (sum & ~left) | (nowhere & left)
    let found = table[combination] ?? 0
    if (found < 0) found = cells.cellOf(combination)
    rows[length] = row
    placed[length] = found
    length += 1 + left
  }
  target.length = length
}

function placeBySlot(
  { segment, from, to, code }: Run,
  { cellCodes, categoryCodes, rowCode }: Placement,
  kindCodes: Int32Array,
  categories: Uint32Array,
  cells: Cells,
  target: Target,
): void {
  const [cell, kind, slot] = [segment.column('cell'), segment.column('kind'), segment.column('slot')]
  const { rows, cells: placed } = target
  let length = target.length
  for (let row = from; row < to; row++) {
    let sum = code + (cellCodes[cell[row] ?? 0] ?? 0) + (kindCodes[kind[row] ?? 0] ?? 0)
    if (sum < 0) continue
    if (categoryCodes !== null) sum += categoryCodes[categories[slot[row] ?? 0] ?? 0] ?? 0
    if (sum < 0) continue
    if (rowCode !== null) sum += rowCode(cell[row] ?? 0, slot[row] ?? 0)
    if (sum < 0) continue
    rows[length] = row
    placed[length] = cells.cellOf(sum)
    length += 1
  }
  target.length = length
}

// One placement is read to its end before the next is made: they share their memory.
let shared = { rows: new Int32Array(0), cells: new Int32Array(0) }

function scratch(length: number): Pick<Target, 'rows' | 'cells'> {
  // One more: a row that does not count is written behind the last one.
  if (length >= shared.rows.length) {
    const size = Math.ceil(length * 1.25) + 1
    shared = { rows: new Int32Array(size), cells: new Int32Array(size) }
  }
  return shared
}
