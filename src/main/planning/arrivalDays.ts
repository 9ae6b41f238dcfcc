/** Arrivals by half-hours of local days: what forecasts are made of. A day may have 23 or 25 hours, so 46 or 50 steps. */
import { addDays, hourMs, offsetAt, startOfDay, weekdayOf } from '../../shared/period.ts'

export const stepMs = hourMs / 2
/** Half-hours a clock shows in a day. */
export const slotsADay = 48

/** `from`: the first instant of the local day. `counts`: arrivals in each step from there on, all of the day's. */
export interface ArrivalDay {
  readonly from: number
  readonly counts: readonly number[]
  /** Working hours say that nobody works on it though the weekday is one on which somebody does. */
  readonly off: boolean
}

/** How many steps the local day has that begins at `from`. */
export function stepsOf(from: number, zone: string): number {
  return Math.ceil((addDays(from, 1, zone) - from) / stepMs)
}

/** Which half-hour of the day the clocks show at an instant, 0…47. */
export function slotAt(at: number, zone: string): number {
  const wall = at + offsetAt(at, zone)
  return Math.floor((((wall % (slotsADay * stepMs)) + slotsADay * stepMs) % (slotsADay * stepMs)) / stepMs)
}

/** The half-hours of the clock that the steps of a day are: as the clocks change one is skipped, or comes twice. */
export function slotsOf(from: number, zone: string): readonly number[] {
  return Array.from({ length: stepsOf(from, zone) }, (_, step) => slotAt(from + step * stepMs, zone))
}

/** The days of [from, to), empty of arrivals, earliest first. `from` and `to` are begins of local days. */
export function emptyDays(
  from: number,
  to: number,
  zone: string,
): readonly { readonly from: number; readonly counts: number[] }[] {
  const days: { readonly from: number; readonly counts: number[] }[] = []
  for (let day = startOfDay(from, zone); day < to; day = addDays(day, 1, zone))
    days.push({ from: day, counts: Array.from({ length: stepsOf(day, zone) }, () => 0) })
  return days
}

/** Arrivals counted into days. Those outside of them are not counted. */
export function countIntoDays(
  arrivals: ArrayLike<number>,
  from: number,
  to: number,
  zone: string,
): readonly Omit<ArrivalDay, 'off'>[] {
  const days = emptyDays(from, to, zone)
  const starts = days.map((day) => day.from)
  for (let index = 0; index < arrivals.length; index++) {
    const at = arrivals[index] ?? 0
    const day = days[lastUpTo(starts, at)]
    const step = day === undefined ? -1 : Math.floor((at - day.from) / stepMs)
    if (at < to && day !== undefined && step < day.counts.length)
      day.counts[step] = (day.counts[step] ?? 0) + 1
  }
  return days
}

/** Index of the last of the ascending numbers that is not after `at`; -1: none. */
export function lastUpTo(numbers: ArrayLike<number>, at: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** 1 Monday … 7 Sunday of the local day. */
export function weekdayOfDay({ from }: Pick<ArrivalDay, 'from'>, zone: string): number {
  return weekdayOf(from, zone)
}
