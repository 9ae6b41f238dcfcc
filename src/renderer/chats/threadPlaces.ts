/** The rows of a part of a conversation by the place of the item they stand with. */
import type { TimelineItem } from '../../shared/contract.ts'
import { type ThreadInput, type ThreadRow, threadRows } from './threadRows.ts'

/** A stretch of a timeline without a hole. */
export interface TimelinePart {
  /** Place of its first item. */
  readonly first: number
  readonly timeline: readonly TimelineItem[]
}

/** Parts of one timeline, which may overlap or lie apart. */
export function partAround(parts: readonly TimelinePart[], place: number): TimelinePart | null {
  let [from, to] = [place, place]
  const reaches = ({ first, timeline }: TimelinePart) => first <= to && first + timeline.length >= from
  for (let grown = true; grown;) {
    const touching = parts.filter((part) => part.timeline.length > 0 && reaches(part))
    const start = Math.min(from, ...touching.map((part) => part.first))
    const end = Math.max(to, ...touching.map((part) => part.first + part.timeline.length))
    grown = start < from || end > to
    from = start
    to = end
  }
  if (from === to) return null
  const timeline: TimelineItem[] = []
  for (const part of parts.toSorted((one, other) => one.first - other.first)) {
    const skip = from + timeline.length - part.first
    if (part.first >= from && part.first < to && skip < part.timeline.length)
      timeline.push(...part.timeline.slice(Math.max(0, skip)))
  }
  return { first: from, timeline }
}

/** What stands at each place: day and silence before the item, the item; behind the last also the silence that goes on. */
export function threadPlaces(
  part: TimelinePart,
  total: number,
  rest: Omit<ThreadInput, 'timeline' | 'before' | 'behind'>,
): ReadonlyMap<number, readonly ThreadRow[]> {
  const { first, timeline } = part
  const behind = Math.max(0, total - first - timeline.length)
  const places = new Map<number, ThreadRow[]>()
  let place = first
  for (const row of threadRows({ ...rest, timeline, before: first, behind })) {
    const at = Math.min(place, first + timeline.length - 1)
    const rows = places.get(at)
    if (rows) rows.push(row)
    else places.set(at, [row])
    if (row.kind === 'item') place += 1
  }
  return places
}
