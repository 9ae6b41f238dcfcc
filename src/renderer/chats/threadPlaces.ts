/** The rows of a part of a conversation by the place of the item they stand with. */
import type { TimelineItem } from '../../shared/contract.ts'
import { type ThreadInput, type ThreadRow, threadRows } from './threadRows.ts'

/** A stretch of a timeline without a hole. */
export interface TimelinePart {
  /** Place of its first item. */
  readonly first: number
  readonly timeline: readonly TimelineItem[]
}

/** How far what is held reaches round a place without a hole, `to` exclusive; null: the place is not held. Parts may overlap. */
export function reachAround(
  parts: readonly TimelinePart[],
  place: number,
): { readonly from: number; readonly to: number } | null {
  let [from, to] = [place, place]
  for (let grown = true; grown;) {
    const touching = parts.filter(
      ({ first, timeline }) => timeline.length > 0 && first <= to && first + timeline.length >= from,
    )
    const start = Math.min(from, ...touching.map(({ first }) => first))
    const end = Math.max(to, ...touching.map(({ first, timeline }) => first + timeline.length))
    grown = start < from || end > to
    from = start
    to = end
  }
  return from === to ? null : { from, to }
}

/** What stands from one place to another, all of it held. */
export function partFrom(parts: readonly TimelinePart[], from: number, to: number): TimelinePart {
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
