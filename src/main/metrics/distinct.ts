/** Telling whether something was met before in a cell, without a set for every cell. */

// Shared by all questions: a mark is only good for the question that made it.
let marks = new Int32Array(0)
let used = 0
const mostMarks = 2 ** 31 - 1

/** Never met; met, but not in this cell; met in this cell. */
export const first = 0
export const inOtherCells = 1
export const again = 2
export type Meeting = typeof first | typeof inOtherCells | typeof again

/** Notes ids (below `size`) in cells (below `cells`). One is read to its end before the next is made. */
export function firstSeen(size: number, cells: number): { meet(id: number, cell: number): Meeting } {
  if (marks.length < size) {
    marks = new Int32Array(Math.ceil(size * 1.25))
    used = 0
  }
  if (used > mostMarks - cells - 1) {
    marks.fill(0)
    used = 0
  }
  const base = used
  used += cells + 1
  const own = marks
  // Most conversations and contacts are met in one cell only; the others go in here.
  const more = new Set<number>()
  return {
    meet(id, cell) {
      const mark = base + cell + 1
      const known = own[id] ?? 0
      if (known === mark) return again
      if (known > base) return more.size === more.add(id * cells + cell).size ? again : inOtherCells
      own[id] = mark
      return first
    },
  }
}
