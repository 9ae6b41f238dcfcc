/** Telling whether something was met before in a cell, without a set for every cell. */

// Shared by all questions: a mark is only good for the question that made it.
let marks = new Int32Array(0)
let used = 0
const mostMarks = 2 ** 31 - 1

/** `add` says whether an id (below `size`) is new in a cell (below `cells`). One is read to its end before the next is made. */
export function firstSeen(size: number, cells: number): { add(id: number, cell: number): boolean } {
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
    add(id, cell) {
      const mark = base + cell + 1
      const known = own[id] ?? 0
      if (known === mark) return false
      if (known > base) return more.size !== more.add(id * cells + cell).size
      own[id] = mark
      return true
    },
  }
}
