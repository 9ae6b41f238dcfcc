/** Times of a wall clock that come every day, in a zone: quiet hours and the digest. Days are the zone's, with 23 or 25 hours too. */
import { addDays, dayKey, dayMs, localInstant, startOfDay } from '../../shared/period.ts'

export interface QuietHours {
  readonly from: string
  readonly to: string
}

interface Span {
  readonly from: number
  readonly to: number
}

/** When the quiet hours `at` lies in are over; null: it lies in none. Equal times are the whole day, and never over for long. */
export function quietUntil(at: number, quiet: QuietHours | null, zone: string): number | null {
  return quietSpans(at, quiet, zone).find(({ from, to }) => from <= at && at < to)?.to ?? null
}

/** The last end of quiet hours at or before `at`; null: there are none. */
export function quietEndBefore(at: number, quiet: QuietHours | null, zone: string): number | null {
  return (
    quietSpans(at, quiet, zone)
      .map(({ to }) => to)
      .findLast((to) => to <= at) ?? null
  )
}

/** The last moment at or before `at` at which the zone's clocks showed the time (first showed it, where twice that day). */
export function lastTime(time: string, at: number, zone: string): number {
  return daysRound(at, zone)
    .map((day) => timeOfDay(day, time, zone))
    .filter((moment) => moment <= at)
    .reduce((one, other) => Math.max(one, other), at - 2 * dayMs)
}

/** The first moment after `at` at which they show it. */
export function nextTime(time: string, at: number, zone: string): number {
  return daysRound(at, zone)
    .map((day) => timeOfDay(day, time, zone))
    .filter((moment) => moment > at)
    .reduce((one, other) => Math.min(one, other), at + 2 * dayMs)
}

/** Those that begin on the days round `at`, oldest first. */
function quietSpans(at: number, quiet: QuietHours | null, zone: string): readonly Span[] {
  if (quiet === null) return []
  return daysRound(at, zone).map((day) => {
    const ends = quiet.to > quiet.from ? day : addDays(day, 1, zone)
    return { from: timeOfDay(day, quiet.from, zone), to: timeOfDay(ends, quiet.to, zone) }
  })
}

/** The starts of the local days from two before `at` to one after. */
function daysRound(at: number, zone: string): readonly number[] {
  const today = startOfDay(at, zone)
  return [-2, -1, 0, 1].map((shift) => addDays(today, shift, zone))
}

function timeOfDay(day: number, time: string, zone: string): number {
  return localInstant(`${dayKey(day, zone)}T${time}`, zone)
}
