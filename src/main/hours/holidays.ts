/** A calendar file as special days of working hours: closed on its days, and for the time of its other events. */
import type { HolidayFile } from '../../shared/contract.ts'
import { clockRangeOf, type ClockRange, type MinuteRange, type WorkingHours } from '../../shared/hours.ts'
import { dayMs } from '../../shared/period.ts'
import { inEnglish } from '../../shared/english.ts'
import { phrase, type Phrase } from '../../shared/phrases.ts'
import { dailyRanges } from './calendar.ts'
import { shortened } from './icsEvent.ts'
import { readCalendarFile, type Closure, type Skipped } from './ics.ts'

const minuteMs = 60_000
const minutesOfDay = 24 * 60

export interface Holidays extends HolidayFile {
  /** How many events of the file the days come from; the others are in `skipped`. */
  readonly taken: number
}

/**
 * The special days a calendar file makes of these hours, by date. An event of whole days closes the ranges that begin on
 * them; one with times takes its time out of the ranges it meets, and what is left after midnight begins on the day it
 * then is. Days that have an exception already keep it, so that a file may be read again.
 * @param now epoch milliseconds: how far repeating events are followed, see `readCalendarFile`
 * @throws Failed (`invalid`) where the text is no calendar, has no events, or is too large.
 */
export function readHolidays(
  text: string,
  hours: Pick<WorkingHours, 'zone' | 'week' | 'exceptions'>,
  now: number,
): Holidays {
  const file = readCalendarFile(text, hours.zone, now)
  const plan = planOf(hours)
  const skipped: Skipped[] = [...file.skipped]
  let taken = 0
  for (const closures of file.events) {
    const words = reasonToSkip(closures, plan)
    if (words !== null) skipped.push({ what: closures[0]?.name ?? '', why: inEnglish(words), words })
    else {
      taken += 1
      for (const closure of closures) close(plan, closure)
    }
  }
  return { days: daysOf(plan), skipped, taken }
}

interface Plan {
  /** The ranges that begin on a date as things stood. */
  readonly usual: (day: number) => readonly MinuteRange[]
  /** Dates that keep what they have. */
  readonly kept: ReadonlySet<number>
  /** Dates with the names of what closes them and the times it does, in minutes from the date's midnight. */
  readonly changed: Map<
    number,
    { readonly names: Set<string>; readonly closed: MinuteRange[]; allDay: boolean }
  >
}

function planOf(hours: Pick<WorkingHours, 'week' | 'exceptions'>): Plan {
  const kept = new Set(hours.exceptions.map(({ date }) => Date.parse(date)))
  return { usual: dailyRanges(hours), kept, changed: new Map() }
}

function reasonToSkip(closures: readonly Closure[], plan: Plan): Phrase | null {
  if (closures.length === 0) return phrase('calendar.skipped.replaced')
  const days = closures.flatMap((closure) => daysMet(closure, plan))
  if (days.length === 0) return phrase('calendar.skipped.outside')
  return days.every((day) => plan.kept.has(day)) ? phrase('calendar.skipped.daysKept') : null
}

/** The dates whose ranges the closure meets: for whole days its own, else also a night before that runs into it. */
function daysMet(closure: Closure, plan: Plan): readonly number[] {
  const days: number[] = []
  const first = Math.floor(closure.from / dayMs) * dayMs
  for (let day = closure.allDay ? first : first - dayMs; day < closure.to; day += dayMs)
    if (closure.allDay || plan.usual(day).some((range) => overlaps(range, minutesIn(closure, day))))
      days.push(day)
  return days
}

function close(plan: Plan, closure: Closure): void {
  for (const day of daysMet(closure, plan)) {
    if (plan.kept.has(day)) continue
    const change = plan.changed.get(day) ?? { names: new Set(), closed: [], allDay: false }
    plan.changed.set(day, change)
    if (closure.name !== '') change.names.add(closure.name)
    if (closure.allDay) change.allDay = true
    else change.closed.push(minutesIn(closure, day))
  }
}

/** The closure in minutes from a date's midnight; a minute it only touches is closed. */
function minutesIn({ from, to }: Closure, day: number): MinuteRange {
  return { from: Math.floor((from - day) / minuteMs), to: Math.ceil((to - day) / minuteMs) }
}

function overlaps(one: MinuteRange, other: MinuteRange): boolean {
  return one.from < other.to && other.from < one.to
}

function daysOf({ usual, kept, changed }: Plan): Holidays['days'] {
  const left = new Map<number, MinuteRange[]>()
  const nights = new Map<number, MinuteRange[]>()
  for (const [day, { allDay, closed }] of changed) {
    const open = allDay ? [] : closed.reduce<readonly MinuteRange[]>(without, usual(day))
    left.set(
      day,
      open.filter(({ from }) => from < minutesOfDay),
    )
    const after = open.filter(({ from }) => from >= minutesOfDay)
    if (after.length > 0) nights.set(day + dayMs, after.map(shiftedToNextDay))
  }
  for (const [day, ranges] of nights) {
    if (kept.has(day)) continue
    left.set(day, joined([...ranges, ...(left.get(day) ?? usual(day))]))
  }
  return [...left]
    .sort(([one], [other]) => one - other)
    .map(([day, ranges]) => ({
      date: new Date(day).toISOString().slice(0, 10),
      name: shortened([...(changed.get(day)?.names ?? changed.get(day - dayMs)?.names ?? [])].join(', ')),
      ranges: ranges.map((range): ClockRange => clockRangeOf(range)),
    }))
}

function without(open: readonly MinuteRange[], closed: MinuteRange): readonly MinuteRange[] {
  return open.flatMap((range) => {
    if (!overlaps(range, closed)) return [range]
    const before = { from: range.from, to: Math.min(range.to, closed.from) }
    const after = { from: Math.max(range.from, closed.to), to: range.to }
    return [before, after].filter(({ from, to }) => from < to)
  })
}

function shiftedToNextDay({ from, to }: MinuteRange): MinuteRange {
  return { from: from - minutesOfDay, to: to - minutesOfDay }
}

/** The ranges in order, those that overlap or touch as one. */
function joined(ranges: readonly MinuteRange[]): MinuteRange[] {
  const result: MinuteRange[] = []
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last === undefined || range.from > last.to) result.push(range)
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
  }
  return result
}
