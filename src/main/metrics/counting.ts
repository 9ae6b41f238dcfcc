/** How many rows of a part there are, by cell of the answer. */
import type { Cells } from './cells.ts'
import { countByCells } from './countByCells.ts'
import { countByQuarters } from './countByQuarters.ts'
import type { Cuts } from './cuts.ts'
import type { Histogram } from './histogram.ts'
import type { Part } from './plans.ts'
import type { Placed, Placement } from './placing.ts'
import { place } from './placing.ts'
import type { Subject } from './selection.ts'

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

/** Counters that stay in the processor’s cache. */
const mostCounters = 1 << 20

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
