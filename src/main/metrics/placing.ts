/** Which cell of the answer each row of a stream belongs to. */
import type { Axis } from './axes.ts'
import type { Cells } from './cells.ts'
import type { Column } from './columns/encoding.ts'
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
  /** The rest, asked for every row; null: cells and kinds say all. */
  readonly rowCode: ((cell: number, slot: number) => number) | null
  /** Some dimension looks at cells. */
  readonly brokenByCell: boolean
  /** Equal names mean equal filters. */
  readonly filter: string
}

/** A run of rows of one segment; the cell of row `from + i` is `cells[offset + i]`. */
export interface Piece {
  readonly segment: Segment
  readonly from: number
  readonly to: number
  readonly offset: number
}

export interface Placed extends Placement {
  readonly pieces: readonly Piece[]
  /** By place: the cell of the answer; -1: the row is left out. */
  readonly cells: Int32Array
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
  const broken = axes.map(({ dimension, codeAt }, index) => (codeAt === null ? `${dimension} ${factors[index]}` : ''))
  return stream.remembered(`${filter} ${broken.join()}`, () => {
    const filters = filtersOf(subject, stream, credit)
    if (credited) filters.push(byAnybody(subject, stream, credit))
    const codes = axes.flatMap((axis, index) => {
      const code = axis.codes(stream, credit)
      return code === null ? [] : [{ code, factor: factors[index] ?? 1 }]
    })
    const [cellCodes, kindCodes] = [new Int32Array(stream.cells.size), new Int32Array(stream.kinds.size)]
    for (let cell = 0; cell < cellCodes.length; cell++) cellCodes[cell] = codeOf('cell', cell, filters, codes)
    for (let kind = 1; kind < kindCodes.length; kind++) kindCodes[kind] = codeOf('kind', kind, filters, codes)
    kindCodes[0] = outside
    return {
      stream,
      credit,
      cellCodes,
      kindCodes,
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

/** What all filters and dimensions that look at cells (or kinds) make of one. */
function codeOf(
  by: 'cell' | 'kind',
  key: number,
  filters: readonly RowCode[],
  codes: readonly Factored[],
): number {
  for (const filter of filters) if (filter.by === by && filter.of(key) !== 1) return outside
  let sum = 0
  for (const { code, factor } of codes) if (code.by === by) sum += code.of(key) * factor
  return sum
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
  const kindCodes = placement.kindCodes.map((code, kind) => (wanted[kind] === 1 ? code : outside))
  const until = endOf(subject, placement.stream.name)
  const runs: Run[] = []
  const pieces: Piece[] = []
  let length = 0
  for (const segment of placement.stream.segments) {
    const { starts, codes, end } = cuts.of(segment.month, until)
    if (starts.length === 0) continue
    const first = segment.rowAt(starts[0] ?? 0)
    const last = segment.rowAt(end)
    if (first === last) continue
    pieces.push({ segment, from: first, to: last, offset: length })
    for (let index = 0, from = first; index < starts.length && from < last; index++) {
      const to = index + 1 < starts.length ? segment.rowAt(starts[index + 1] ?? 0) : last
      if (to > from) runs.push({ segment, from, to, offset: length + from - first, code: codes[index] ?? 0 })
      from = to
    }
    length += last - first
  }
  const placed = scratch(length)
  for (const run of runs) placeRun(run, placement, kindCodes, cells, placed)
  return { ...placement, pieces, cells: placed }
}

interface Run {
  readonly segment: Segment
  readonly from: number
  readonly to: number
  readonly offset: number
  readonly code: number
}

function placeRun(
  { segment, from, to, offset, code }: Run,
  { cellCodes, rowCode }: Placement,
  kindCodes: Int32Array,
  cells: Cells,
  placed: Int32Array,
): void {
  const cell = segment.column('cell')
  const kind = segment.column('kind')
  const combinations = placed.subarray(offset, offset + to - from)
  if (rowCode === null) addCodes(cell, kind, from, code, cellCodes, kindCodes, combinations)
  else {
    const slot = segment.column('slot')
    for (let index = 0; index < combinations.length; index++) {
      const row = from + index
      const known = code + (cellCodes[cell[row] ?? 0] ?? 0) + (kindCodes[kind[row] ?? 0] ?? 0)
      const sum = known < 0 ? -1 : known + rowCode(cell[row] ?? 0, slot[row] ?? 0)
      combinations[index] = sum < 0 ? -1 : sum
    }
  }
  toCells(combinations, cells)
}

function addCodes(
  cell: Column,
  kind: Column,
  from: number,
  base: number,
  cellCodes: Int32Array,
  kindCodes: Int32Array,
  into: Int32Array,
): void {
  for (let index = 0; index < into.length; index++) {
    const row = from + index
    const sum = base + (cellCodes[cell[row] ?? 0] ?? 0) + (kindCodes[kind[row] ?? 0] ?? 0)
    into[index] = sum < 0 ? -1 : sum
  }
}

/** Puts cells in the place of combinations. */
function toCells(combinations: Int32Array, cells: Cells): void {
  const { table } = cells
  for (let index = 0; index < combinations.length; index++) {
    const combination = combinations[index] ?? 0
    if (combination < 0) continue
    const known = table === null ? -1 : (table[combination] ?? -1)
    combinations[index] = known < 0 ? cells.cellOf(combination) : known
  }
}

// One placement is read to its end before the next is made: they share their memory.
let scratchCells = new Int32Array(0)

function scratch(length: number): Int32Array {
  if (length > scratchCells.length) scratchCells = new Int32Array(Math.ceil(length * 1.25))
  return scratchCells.subarray(0, length)
}
