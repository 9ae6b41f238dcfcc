import {
  completeHours,
  type ClockRange,
  type DayException,
  type Weekday,
  type WorkingHours,
} from '../../../src/shared/hours.ts'

/** Working hours of the workspace. */
export function workingHours(
  zone: string,
  week: Partial<Record<Weekday, readonly ClockRange[]>>,
  exceptions: readonly DayException[] = [],
): WorkingHours {
  return completeHours({ zone, week, exceptions })
}

/** The same ranges on all seven days. */
export function daily(zone: string, ...ranges: readonly ClockRange[]): WorkingHours {
  const week = { mon: ranges, tue: ranges, wed: ranges, thu: ranges, fri: ranges, sat: ranges, sun: ranges }
  return workingHours(zone, week)
}
