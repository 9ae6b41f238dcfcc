/**
 * A conversation as rows to draw: day separators, the items of the timeline, and the silences inside waits.
 * Pure: one timeline and its waits in, one flat list out, so the list can be drawn row by row however long it is.
 */
import type { Targets, TimelineItem, Wait } from '../../shared/contract.ts'
import type { Flag } from '../../shared/flags.ts'
import { gapHeight, waitLevel, waitSeconds, waitTarget, type WaitLevel } from './waits.ts'

/** The coloured line at the left of every row a wait passes through. */
export interface Gutter {
  readonly level: WaitLevel
  readonly starts: boolean
  readonly ends: boolean
}

/** What the last silence of a wait says besides its own length. */
export interface WaitEnd {
  readonly wait: Wait
  /** Seconds from the beginning of the wait to its end, or to now. */
  readonly total: number
  readonly target: number | null
}

export interface GapRow {
  readonly kind: 'gap'
  readonly key: string
  readonly gutter: Gutter
  /** Seconds since the contact's message before it. */
  readonly seconds: number
  readonly height: number
  readonly end: WaitEnd | null
  readonly flags: readonly Flag[]
}
export interface DayRow {
  readonly kind: 'day'
  readonly key: string
  readonly gutter: Gutter | null
  readonly at: number
}
export interface ItemRow {
  readonly kind: 'item'
  readonly key: string
  readonly gutter: Gutter | null
  readonly item: TimelineItem
}
export type ThreadRow = GapRow | DayRow | ItemRow

export interface ThreadInput {
  /** By time: the whole conversation, or a part of it without a hole. */
  readonly timeline: readonly TimelineItem[]
  /** Items before the part, and behind it; absent: none. */
  readonly before?: number
  readonly behind?: number
  readonly waits: readonly Wait[]
  readonly flags: readonly Flag[]
  readonly targets: Targets
  /** Epoch milliseconds: where a wait that goes on ends. */
  readonly now: number
  /** The calendar day of a time in the chosen zone, e.g. `2026-05-11`. */
  readonly dayOf: (at: number) => string
}

/** A silence shorter than this (seconds) is not drawn as a gap, unless it ends a wait past its target. */
const shortestGap = 60

/**
 * The rows of a conversation. Every item of the timeline comes once and in order; the rows of a wait are contiguous;
 * the silences of a wait add up to it, those under a minute left out.
 */
export function threadRows(input: ThreadInput): readonly ThreadRow[] {
  const spans = input.waits
    .map((wait) => waitSpan(wait, input))
    .filter((span) => span !== null)
    .sort((one, other) => one.first - other.first)
  const gaps = new Map(spans.flatMap((span) => span.gaps.map((gap) => [gap.before, { span, gap }] as const)))
  const rows: ThreadRow[] = []
  const [oldest] = input.timeline
  // A part that begins in the middle of a conversation does not know whether a day begins there as well.
  let day = oldest && isCut(input.before) ? input.dayOf(oldest.at) : ''
  let next = 0
  for (let index = 0; index <= input.timeline.length; index++) {
    const found = gaps.get(index)
    if (found) rows.push(gapRow(found.span, found.gap))
    const item = input.timeline[index]
    if (!item) break
    while (next < spans.length && index >= (spans[next]?.end ?? 0)) next++
    const gutter = gutterAt(spans[next], index)
    const itsDay = input.dayOf(item.at)
    if (itsDay !== day) {
      const inside = gutter !== null && !gutter.starts
      rows.push({ kind: 'day', key: `day ${itsDay}`, gutter: inside ? gutter : null, at: item.at })
      day = itsDay
    }
    rows.push({ kind: 'item', key: itemKey(item, index), gutter, item })
  }
  return closeGutters(rows, isCut(input.behind))
}

function isCut(items: number | undefined): boolean {
  return items !== undefined && items > 0
}

function itemKey(item: TimelineItem, index: number): string {
  return item.kind === 'message' || item.kind === 'comment' ? item.id : `${item.kind} ${item.at} ${index}`
}

interface Gap {
  /** Index of the item the gap is drawn before; the timeline's length: after the last. */
  readonly before: number
  readonly seconds: number
  readonly last: boolean
}
interface WaitSpan {
  readonly wait: Wait
  readonly level: WaitLevel
  readonly total: number
  readonly target: number | null
  /** Items [first, end) lie within the wait. */
  readonly first: number
  /** False: it began before the part. */
  readonly starts: boolean
  readonly end: number
  readonly gaps: readonly Gap[]
  readonly flags: readonly Flag[]
}

function waitSpan(wait: Wait, input: ThreadInput): WaitSpan | null {
  const { timeline } = input
  const { first, starts } = waitBeginning(wait, input)
  if (first < 0) return null
  const end = waitEndIndex(wait, timeline, starts ? first + 1 : first)
  if (end <= first) return null
  const ends = end < timeline.length || !isCut(input.behind)
  const total = waitSeconds(wait, input.now)
  const target = waitTarget(wait, input.targets)
  const level = waitLevel(total, target)
  const until = wait.to ?? Math.max(input.now, wait.from)
  const gaps = silences(timeline, starts ? first : nextInbound(timeline, first), end, until).filter(
    (gap) =>
      (ends || !gap.last) &&
      (gap.seconds >= shortestGap || (gap.last && (level !== 'calm' || wait.to === null))),
  )
  const flags = input.flags.filter(
    (flag) =>
      (flag.rule === 'first_response' || flag.rule === 'unresolved') &&
      flag.raisedAt >= wait.from &&
      flag.raisedAt <= until,
  )
  return { wait, level, total, target, first, starts, end, gaps, flags }
}

/** Where a wait begins among the items; of one that began before the part, its first item. */
function waitBeginning(
  wait: Wait,
  { timeline, before }: ThreadInput,
): { readonly first: number; readonly starts: boolean } {
  const [oldest] = timeline
  if (oldest && isCut(before) && oldest.at > wait.from)
    return { first: wait.to === null || wait.to >= oldest.at ? 0 : -1, starts: false }
  return { first: timeline.findIndex((item) => isInbound(item) && item.at >= wait.from), starts: true }
}

function nextInbound(timeline: readonly TimelineItem[], from: number): number {
  const next = timeline.findIndex((item, index) => index >= from && isInbound(item))
  return next < 0 ? timeline.length : next
}

function isInbound(item: TimelineItem): boolean {
  return item.kind === 'message' && item.direction === 'in'
}

/** The item that ended the wait: a person's message or the close; the one after the last when nothing ended it. */
function waitEndIndex(wait: Wait, timeline: readonly TimelineItem[], from: number): number {
  const { to } = wait
  if (to === null) return timeline.length
  for (let index = from; index < timeline.length; index++) {
    const item = timeline[index]
    if (item && (item.at > to || (item.at === to && endsWait(item, wait)))) return index
  }
  return timeline.length
}

function endsWait(item: TimelineItem, wait: Wait): boolean {
  if (wait.endedBy === 'close') return item.kind === 'event' && item.event === 'closed'
  return (
    item.kind === 'message' &&
    item.direction === 'out' &&
    (item.author.type === 'agent' || item.author.type === 'app')
  )
}

/**
 * A wait is parted by the contact's own messages; each part is drawn where it is longest silent, so that a bot's
 * answer or an assignment at its beginning does not hide how long nobody answered.
 */
function silences(
  timeline: readonly TimelineItem[],
  first: number,
  end: number,
  until: number,
): readonly Gap[] {
  const gaps: Gap[] = []
  let start = first
  let startAt = timeline[first]?.at ?? until
  let widest = { before: first + 1, silent: -1 }
  for (let index = first + 1; index <= end; index++) {
    const item = index < end ? timeline[index] : undefined
    const at = item ? item.at : until
    const silent = at - (timeline[index - 1]?.at ?? at)
    if (silent > widest.silent) widest = { before: index, silent }
    if (item && !isInbound(item)) continue
    gaps.push({ before: widest.before, seconds: (at - startAt) / 1000, last: index === end })
    start = index
    startAt = at
    widest = { before: start + 1, silent: -1 }
  }
  return gaps
}

function gapRow(span: WaitSpan, gap: Gap): GapRow {
  return {
    kind: 'gap',
    key: `gap ${span.wait.from} ${gap.before}`,
    gutter: { level: span.level, starts: false, ends: false },
    seconds: gap.seconds,
    height: gapHeight(gap.seconds),
    end: gap.last ? { wait: span.wait, total: span.total, target: span.target } : null,
    flags: gap.last ? span.flags : [],
  }
}

function gutterAt(span: WaitSpan | undefined, index: number): Gutter | null {
  if (!span || index < span.first || index >= span.end) return null
  return { level: span.level, starts: span.starts && index === span.first, ends: false }
}

/** Marks the last row of each gutter, where the line is closed; at the end of a cut part it goes on. */
function closeGutters(rows: readonly ThreadRow[], cut: boolean): readonly ThreadRow[] {
  return rows.map((row, index) => {
    if (!row.gutter || (cut && index === rows.length - 1)) return row
    const following = rows[index + 1]?.gutter
    if (following && !following.starts) return row
    return { ...row, gutter: { ...row.gutter, ends: true } }
  })
}
