/** A week of working hours as the editor changes it: pure, so that every rule can be tested without a screen. */
import type { ClockRange, DayException, Weekday, WorkingHours } from '../../../shared/hours.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]
const dayMinutes = 1440

/** The days in an order such as `Format.weekdays` gives: 1 Monday … 7 Sunday. */
export function weekdaysIn(order: readonly number[]): readonly Weekday[] {
  return order.flatMap((day) => weekdays[day - 1] ?? [])
}

/** Nine to five on working days. */
export function usualHours(zone: string, scope: WorkingHours['scope']): WorkingHours {
  const working: readonly ClockRange[] = [['09:00', '17:00']]
  return {
    scope,
    zone,
    week: { mon: working, tue: working, wed: working, thu: working, fri: working, sat: [], sun: [] },
    exceptions: [],
  }
}

/** Minutes of a clock such as `09:30`; NaN where it is none. */
export function minuteOf(clock: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(clock) ?? []
  return hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes)
}

/** A range in minutes of its day; over midnight it ends past 1,440. */
export function spanOf([from, to]: ClockRange): { readonly from: number; readonly to: number } {
  const start = minuteOf(from)
  const end = minuteOf(to)
  return { from: start, to: end > start ? end : end + dayMinutes }
}

/** What is wrong with the ranges of one day; null: nothing. */
export function problemOf(ranges: readonly ClockRange[]): 'clock' | 'overlap' | null {
  const spans = ranges.map(spanOf).toSorted((one, other) => one.from - other.from)
  if (spans.some(({ from, to }) => Number.isNaN(from) || Number.isNaN(to))) return 'clock'
  return spans.some(({ from }, index) => from < (spans[index - 1]?.to ?? 0)) ? 'overlap' : null
}

/** The next range a person is likely to add: the afternoon after the last one. */
export function nextRange(ranges: readonly ClockRange[]): ClockRange | null {
  const last = ranges.toSorted((one, other) => minuteOf(one[0]) - minuteOf(other[0])).at(-1)
  if (last === undefined) return ['09:00', '17:00']
  const { to } = spanOf(last)
  if (to + 120 > dayMinutes) return null
  return [clockOf(to + 60), clockOf(Math.min(to + 300, dayMinutes))]
}

/** The pieces a range covers of the week's days, each within one day: what is drawn. */
export function piecesOf(week: WorkingHours['week']): readonly {
  readonly day: Weekday
  readonly from: number
  readonly to: number
  /** Began the day before. */
  readonly carried: boolean
}[] {
  return weekdays.flatMap((day, index) =>
    week[day].flatMap((range) => {
      const { from, to } = spanOf(range)
      if (Number.isNaN(from) || Number.isNaN(to)) return []
      const next = weekdays[(index + 1) % 7] ?? 'mon'
      const own = { day, from, to: Math.min(to, dayMinutes), carried: false }
      return to <= dayMinutes ? [own] : [own, { day: next, from: 0, to: to - dayMinutes, carried: true }]
    }),
  )
}

/** Minutes of the week, as it is written. */
export function weekMinutes(week: WorkingHours['week']): number {
  return piecesOf(week).reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Adds days; a day already there is replaced. In the order of their dates. */
export function withDays(
  exceptions: readonly DayException[],
  added: readonly DayException[],
): readonly DayException[] {
  const dates = new Set(added.map(({ date }) => date))
  return [...exceptions.filter(({ date }) => !dates.has(date)), ...added].toSorted((one, other) =>
    one.date < other.date ? -1 : 1,
  )
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** `9` and `930` are what people type for 09:00 and 09:30. */
export function completed(typed: string): string {
  const digits = typed.replaceAll(/\D/g, '')
  if (typed.includes(':') || digits.length === 0 || digits.length > 4) return typed.trim().padStart(5, '0')
  const hours = digits.length <= 2 ? digits : digits.slice(0, -2)
  return `${hours.padStart(2, '0')}:${digits.length <= 2 ? '00' : digits.slice(-2)}`
}
