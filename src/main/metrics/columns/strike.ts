/** Finding the rows of conversations that changed, all of them at once, and striking them out. */
import { quarterMs } from './months.ts'
import type { Segment } from './segment.ts'

/** A period of one conversation. Epoch milliseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Sorted, without overlaps. */
export function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: { from: number; to: number }[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    // What lies close together is one scan.
    if (last !== undefined && from <= last.to + quarterMs) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/** Strikes out every row of the marked slots in the stretches (sorted, apart from each other). `marks` is by slot. */
export function strikeMarked(segment: Segment, stretches: readonly Stretch[], marks: Uint8Array): void {
  const end = segment.start + 2 ** 32
  for (const { from, to } of stretches) {
    if (to <= segment.start || from >= end) continue
    const first = segment.rowAt(from)
    const last = segment.rowAt(to)
    if (first === last) continue
    const slots = segment.column('slot')
    for (let row = first; row < last; row++) if (marks[slots[row] ?? 0] === 1) segment.strike(row)
  }
  if (segment.knownBeyond !== null) strikeMarked(segment.knownBeyond, stretches, marks)
}
