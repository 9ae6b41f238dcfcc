/** Telling whether something was met before in a cell, without a set for every cell. */

/** Never met; met, but not in this cell; met in this cell. */
export const first = 0
export const inOtherCells = 1
export const again = 2
export type Meeting = typeof first | typeof inOtherCells | typeof again

// A mark is only good for the question that made it: every question has marks of its own, greater than all before.
let lastMark = 0

/**
 * Notes ids in cells (below `cells`) in `marks[id × stride + place]`, which are used for nothing else. Nobody else may
 * use them until it is read to its end.
 */
export function firstSeen(
  marks: Float64Array,
  cells: number,
  stride = 1,
  place = 0,
): { meet(id: number, cell: number): Meeting } {
  const base = lastMark
  lastMark += cells + 1
  // Most conversations and contacts are met in one cell only; the others go in here.
  const more = new Set<number>()
  return {
    meet(id, cell) {
      const mark = base + cell + 1
      const own = id * stride + place
      const known = marks[own] ?? 0
      if (known === mark) return again
      if (known > base) return more.size === more.add(id * cells + cell).size ? again : inOtherCells
      marks[own] = mark
      return first
    },
  }
}

let sharedMarks = new Float64Array(0)

/** Marks for ids below `size`. */
export function marksFor(size: number): Float64Array {
  if (sharedMarks.length < size) sharedMarks = new Float64Array(Math.ceil(size * 1.25))
  return sharedMarks
}
