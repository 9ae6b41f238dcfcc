import { recall } from './recall.ts'

/** Days of Berlin, where Nordlicht works. A day is counted from 1970-01-01 by its local date. */
export const zone = 'Europe/Berlin'

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const dayLength = 24 * hour

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** How far Berlin's wall clock is ahead of UTC at that moment, in milliseconds. */
function offsetAt(at: number): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of wallClock.formatToParts(at)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour: hours = 0, minute: minutes = 0, second: seconds = 0 } = parts
  return Date.UTC(year, month - 1, day, hours, minutes, seconds) - Math.floor(at / second) * second
}

/** When the day begins in Berlin, in epoch milliseconds. */
export const midnight: (day: number) => number = recall(1024, (day) => {
  const utc = day * dayLength
  // The clocks change at 01:00 UTC, so the offset an hour or two before midnight in Berlin is that of midnight.
  return utc - offsetAt(utc - 2 * hour)
})

/** The zero of the day's working clock: noon less twelve hours. Adding 9 h gives 09:00 also when the clocks changed. */
export const clockZero: (day: number) => number = recall(1024, (day) => {
  const noon = day * dayLength + 12 * hour
  return noon - offsetAt(noon) - 12 * hour
})

/** The day that moment belongs to in Berlin. */
export function dayOf(at: number): number {
  const utcDay = Math.floor(at / dayLength)
  return at >= midnight(utcDay + 1) ? utcDay + 1 : utcDay
}

/** 0 is Monday. */
export function weekdayOf(day: number): number {
  return (day + 3) % 7
}

/** Weeks counted from Monday 1969-12-29. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7)
}
