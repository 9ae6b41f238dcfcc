/**
 * Working hours as instants: sorted spans of UTC milliseconds in which somebody answers. A calendar covers whole UTC
 * years and grows by itself when asked beyond them; from 1970 to the end of 2199, outside of which it is closed.
 */
import {
  minutesOf,
  weekdays,
  type ClockRange,
  type MinuteRange,
  type WorkingHours,
} from '../../shared/hours.ts'
import { dayMs, hourMs } from '../../shared/period.ts'
import { endOf, startOf } from './wallClock.ts'

const earliest = Date.UTC(1970, 0)
const latest = Date.UTC(2200, 0)
const minuteMs = 60_000

/** The open spans of [from, to): `ends[i]` is exclusive and before `starts[i + 1]`. */
interface OpenSpans {
  readonly from: number
  readonly to: number
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Open milliseconds before the start of each span; one more for all of them. */
  readonly openBefore: Float64Array
  /** For each hour from `from` on, and for `to`, the first span that ends after its beginning. */
  readonly index: Uint32Array
}

export interface Calendar {
  readonly hours: WorkingHours
  /** Replaced as a whole when the calendar grows. */
  spans: OpenSpans
}

/** The calendar of the hours; the first question tells which years it has to cover. */
export function createCalendar(hours: WorkingHours): Calendar {
  const none = new Float64Array(0)
  const spans = { starts: none, ends: none, openBefore: none, index: new Uint32Array(0) }
  // From after to: it covers nothing, and the years it grows by are those asked for.
  return { hours, spans: { from: latest, to: earliest, ...spans } }
}

/** The calendar of the hours, ready for [from, to). */
export function buildCalendar(hours: WorkingHours, from: number, to: number): Calendar {
  const calendar = createCalendar(hours)
  coveringSpans(calendar, clamp(from), clamp(to))
  return calendar
}

/**
 * Open milliseconds from one instant to a later one; 0 where `to` is not later. Exact, in constant time and without
 * allocation: made for tens of millions of calls a second.
 */
export function openMilliseconds(calendar: Calendar, from: number, to: number): number {
  if (!(to > from)) return 0
  const [first, last] = [clamp(from), clamp(to)]
  const spans = coveringSpans(calendar, first, last)
  return openUntil(spans, last) - openUntil(spans, first)
}

/** Whether the instant lies in working hours. */
export function isOpen(calendar: Calendar, at: number): boolean {
  return nextOpening(calendar, at, at) === at
}

/**
 * The first instant from `at` on that lies in working hours, `at` itself where it does; null: it never opens again, or
 * not by `until`.
 */
export function nextOpening(calendar: Calendar, at: number, until = latest): number | null {
  for (let reach = at; ;) {
    const spans = coveringSpans(calendar, clamp(at), clamp(reach))
    const start = spans.starts[spanAt(spans, clamp(at))]
    if (start !== undefined) {
      const opening = Math.max(start, at)
      return opening <= until ? opening : null
    }
    if (spans.to > until || spans.to >= latest) return null
    reach = spans.to + (spans.to - spans.from)
  }
}

/**
 * The first instant by which so many open milliseconds passed since `from`: `from` itself for none. null: not within five
 * years.
 */
export function afterOpen(calendar: Calendar, from: number, open: number): number | null {
  if (open <= 0) return from
  const last = clamp(from + longestSearch)
  for (let reach = clamp(from + open); ; reach = Math.min(reach + yearMs, last)) {
    const spans = coveringSpans(calendar, clamp(from), reach)
    const target = openUntil(spans, clamp(from)) + open
    const position = firstReaching(spans.openBefore, target) - 1
    const start = spans.starts[position]
    if (start !== undefined) {
      const at = start + target - (spans.openBefore[position] ?? 0)
      return at <= last ? at : null
    }
    if (reach >= last) return null
  }
}

const yearMs = 366 * dayMs
const longestSearch = 5 * yearMs

/** Index of the first of the ascending sums that reaches the target. */
function firstReaching(sums: Float64Array, target: number): number {
  let low = 0
  let high = sums.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) < target) low = middle + 1
    else high = middle
  }
  return low
}

/** The spans, grown first where [from, to] reaches beyond them. */
function coveringSpans(calendar: Calendar, from: number, to: number): OpenSpans {
  const { spans } = calendar
  if (from >= spans.from && to <= spans.to) return spans
  const years = wholeYears(Math.min(from, spans.from), Math.max(to, spans.to))
  return (calendar.spans = spansOf(calendar.hours, years.from, years.to))
}

/** The instant itself, or the nearest one a calendar knows. */
function clamp(ms: number): number {
  if (ms > latest) return latest
  return ms > earliest ? ms : earliest
}

function wholeYears(from: number, to: number): { readonly from: number; readonly to: number } {
  return {
    from: Date.UTC(new Date(from).getUTCFullYear(), 0),
    to: clamp(Date.UTC(new Date(to).getUTCFullYear() + 1, 0)),
  }
}

function openUntil(spans: OpenSpans, at: number): number {
  const position = spanAt(spans, at)
  const before = spans.openBefore[position] ?? 0
  const start = spans.starts[position] ?? at
  return at > start ? before + (at - start) : before
}

/** The span the instant lies in, or the next one after it. */
function spanAt({ from, ends, index }: OpenSpans, at: number): number {
  let position = index[Math.floor((at - from) / hourMs)] ?? ends.length
  while ((ends[position] ?? Number.POSITIVE_INFINITY) <= at) position += 1
  return position
}

// ── from rules to spans ──────────────────────────────────────────────────────────────────────────────────────────

function spansOf(hours: WorkingHours, from: number, to: number): OpenSpans {
  const starts: number[] = []
  const ends: number[] = []
  const rangesOn = dailyRanges(hours)
  // Two days around: a zone is up to 14 hours from UTC, and a range may reach into the next day.
  for (let day = from - 2 * dayMs; day < to + 2 * dayMs; day += dayMs)
    for (const range of rangesOn(day)) {
      const start = Math.max(startOf(day + range.from * minuteMs, hours.zone), from)
      const end = Math.min(endOf(day + range.to * minuteMs, hours.zone), to)
      if (start >= end) continue
      const last = ends.at(-1)
      if (last !== undefined && start <= last) ends[ends.length - 1] = Math.max(last, end)
      else {
        starts.push(start)
        ends.push(end)
      }
    }
  const openBefore = new Float64Array(starts.length + 1)
  for (const [index, start] of starts.entries())
    openBefore[index + 1] = (openBefore[index] ?? 0) + (ends[index] ?? start) - start
  return {
    from,
    to,
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    openBefore,
    index: indexOf(ends, from, to),
  }
}

function indexOf(ends: readonly number[], from: number, to: number): Uint32Array {
  const index = new Uint32Array((to - from) / hourMs + 1).fill(ends.length)
  let bucket = 0
  for (const [position, end] of ends.entries())
    for (; from + bucket * hourMs < end; bucket += 1) index[bucket] = position
  return index
}

/** The ranges that begin on a date, earliest first. A date is its midnight as if it were UTC. */
export function dailyRanges({
  week,
  exceptions,
}: Pick<WorkingHours, 'week' | 'exceptions'>): (day: number) => readonly MinuteRange[] {
  const usual = weekdays.map((weekday) => inOrder(week[weekday]))
  const special = new Map(exceptions.map(({ date, ranges }) => [Date.parse(date), inOrder(ranges)]))
  return (day) => special.get(day) ?? usual[weekdayIndex(day)] ?? []
}

function inOrder(ranges: readonly ClockRange[]): readonly MinuteRange[] {
  return ranges.map(minutesOf).sort((one, other) => one.from - other.from)
}

/** 0 Monday … 6 Sunday. */
function weekdayIndex(day: number): number {
  return (new Date(day).getUTCDay() + 6) % 7
}
