/** Days on which working hours say that nobody works though their weekday is a working day: holidays. */
import { addDays, dayKey, startOfDay } from '../../shared/period.ts'
import type { WorkingHours } from '../../shared/hours.ts'
import { dailyRanges } from '../hours/calendar.ts'

/**
 * Whether a local day (by its first instant) is off. Where hours differ by channel or team, a day is off only where it
 * is for each of them that works on its weekday at all; without any hours no day is.
 */
export function dayOffIn(hours: readonly WorkingHours[], zone: string): (day: number) => boolean {
  const usual = hours.map(({ week }) => dailyRanges({ week, exceptions: [] }))
  const stated = hours.map(dailyRanges)
  return (day) => {
    const date = Date.parse(dayKey(startOfDay(day, zone), zone))
    const works = usual.map((ranges) => ranges(date).length > 0)
    if (!works.some(Boolean)) return false
    return stated.every((ranges, index) => works[index] !== true || ranges(date).length === 0)
  }
}

/** The begin of the local day so many days from the one that `at` lies in. */
export function dayFrom(at: number, days: number, zone: string): number {
  return addDays(startOfDay(at, zone), days, zone)
}
