/** Telling whether something was met before in a cell, without a set for every cell. */

/** Never met; met, but not in this cell; met in this cell. */
export const first = 0
export const inOtherCells = 1
export const again = 2
export type Meeting = typeof first | typeof inOtherCells | typeof again

// A mark is only good for the question that made it: every question has marks of its own, greater than all before.
let marks = new Uint32Array(0)
let lastMark = 0

/** Notes ids (below `ids`) in cells (below `cells`). One is read to its end before the next is begun: they share their marks. */
export function firstSeen(ids: number, cells: number): { meet(id: number, cell: number): Meeting } {
  if (marks.length < ids || lastMark + cells >= 2 ** 32) {
    marks = new Uint32Array(Math.max(marks.length, Math.ceil(ids * 1.25)))
    lastMark = 0
  }
  const own = marks
  const base = lastMark
  lastMark += cells
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
