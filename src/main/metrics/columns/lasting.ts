/** How long the rows of a segment last. */
import { large } from './encoding.ts'
import type { Segment } from './segment.ts'

/** When each row of a segment ends, in epoch milliseconds: infinity where it has no length. */
export function endsIn(segment: Segment, lengthName: string): (row: number) => number {
  const [ms, length, exact] = [segment.column('ms'), segment.column(lengthName), segment.exact(lengthName)]
  const { start } = segment
  return (row) => {
    const code = length[row] ?? 0
    const lasts = code < large ? code : (segment.numberAt(length, exact, row) ?? Number.POSITIVE_INFINITY)
    return start + (ms[row] ?? 0) + lasts
  }
}
