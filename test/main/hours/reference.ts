/** Working hours the slow way: minute by minute, with Intl's own clock and none of the product's arithmetic. */
import { weekdays, type ClockRange, type WorkingHours } from '../../../src/shared/hours.ts'

const minuteMs = 60_000
const dayMs = 1440 * minuteMs
const clocks = new Map<string, Intl.DateTimeFormat>()

/** What the zone's clocks show, as if it were UTC. */
function shownAt(ms: number, zone: string): number {
  let format = clocks.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    clocks.set(zone, format)
  }
  return Date.parse(`${format.format(ms).replace(' ', 'T')}Z`)
}

/** Open minutes of [from, to), both on whole minutes. */
export function openMinutes(hours: WorkingHours, from: number, to: number): number {
  const first = from - 3 * dayMs
  const shown: number[] = []
  for (let at = first; at < to + 3 * dayMs; at += minuteMs) shown.push(shownAt(at, hours.zone))
  const open = new Uint8Array(shown.length)
  const firstDay = Math.floor((shown[0] ?? 0) / dayMs) * dayMs + dayMs
  for (let day = firstDay; day < to + 2 * dayMs; day += dayMs)
    for (const range of rangesOn(hours, day)) {
      const [start, end] = wallRange(range, day)
      // It begins with the first minute at or after its start, and ends after the last that is before its end.
      const begins = shown.findIndex((wall) => wall >= start)
      const ends = shown.findLastIndex((wall) => wall < end) + 1
      if (begins >= 0) open.fill(1, begins, Math.max(begins, ends))
    }
  return open.subarray((from - first) / minuteMs, (to - first) / minuteMs).reduce((sum, one) => sum + one, 0)
}

function rangesOn(hours: WorkingHours, day: number): readonly ClockRange[] {
  const date = new Date(day).toISOString().slice(0, 10)
  const weekday = weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? 'mon'
  return hours.exceptions.find((exception) => exception.date === date)?.ranges ?? hours.week[weekday]
}

function wallRange([from, to]: ClockRange, day: number): readonly [number, number] {
  const [start, end] = [from, to].map((clock) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    return day + (hour * 60 + minute) * minuteMs
  })
  return [start ?? 0, (end ?? 0) > (start ?? 0) ? (end ?? 0) : (end ?? 0) + dayMs]
}
