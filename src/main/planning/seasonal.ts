/**
 * What a day is likely to bring: the level of the last days × how much of a mean day its weekday is × how the weekday's
 * arrivals lie over the day. Days unlike their weekday (a campaign, an outage) and days off train nothing.
 */
import { mean, median } from 'simple-statistics'
import { robust } from '../insights/robust.ts'
import { type ArrivalDay, slotsADay, slotsOf, weekdayOfDay } from './arrivalDays.ts'

/** Weeks whose days train. */
export const trainingDays = 56
/** With fewer days nothing can be said of a weekday. */
export const fewestDays = 14
/** Days after which a day counts half as much for the level. */
const levelHalfLife = 10
/** A day this many spreads from what its weekday is like is not like it. */
const unusual = 3.5
/** Arrivals of the whole week that count as much for a weekday's course as those of its own. */
const pooled = 1

export interface Seasonal {
  /** Expected arrivals in each step of a day. */
  expected(day: Pick<ArrivalDay, 'from' | 'off'>): readonly number[]
}

/** Learns from days, earliest first, none of them later than what is to be expected. null: too few. */
export function learnSeasonal(days: readonly ArrivalDay[], zone: string): Seasonal | null {
  const known = sinceFirstArrival(days).slice(-trainingDays)
  if (known.length < fewestDays) return null
  const usual = known.filter((day) => !day.off)
  const like = usual.filter((day) => isLikeItsWeekday(day, usual, zone))
  if (like.length === 0) return null
  const level = levelOf(like, zone)
  const course = coursesOf(like, zone)
  const off = known.filter((day) => day.off)
  return {
    expected(day) {
      const slots = slotsOf(day.from, zone)
      if (day.off) return ofDayOff(slots, off, zone)
      const weekday = weekdayOfDay(day, zone)
      const total = level * weekdayShare(like, weekday, zone)
      const shape = course(weekday)
      return slots.map((slot) => total * (shape[slot] ?? 0))
    },
  }
}

function sinceFirstArrival(days: readonly ArrivalDay[]): readonly ArrivalDay[] {
  const first = days.findIndex((day) => totalOf(day) > 0)
  return first < 0 ? [] : days.slice(first)
}

export function totalOf({ counts }: Pick<ArrivalDay, 'counts'>): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

function sameWeekday(days: readonly ArrivalDay[], weekday: number, zone: string): readonly ArrivalDay[] {
  return days.filter((day) => weekdayOfDay(day, zone) === weekday)
}

function isLikeItsWeekday(day: ArrivalDay, days: readonly ArrivalDay[], zone: string): boolean {
  const totals = sameWeekday(days, weekdayOfDay(day, zone), zone).map(totalOf)
  if (totals.length < 3) return true
  const { centre, spread } = robust(totals)
  // Counts scatter by their root even where the weeks before were all alike.
  return Math.abs(totalOf(day) - centre) <= unusual * Math.max(spread, Math.sqrt(centre), 1)
}

/** A weekday's mean over that of all weekdays; 1 where the weekday never was. */
function weekdayShare(days: readonly ArrivalDay[], weekday: number, zone: string): number {
  const means = [1, 2, 3, 4, 5, 6, 7].map((one) => {
    const totals = sameWeekday(days, one, zone).map(totalOf)
    return totals.length === 0 ? null : mean(totals)
  })
  const known = means.filter((one) => one !== null)
  const all = known.length === 0 ? 0 : mean(known)
  return all === 0 ? 0 : (means[weekday - 1] ?? all) / all
}

/** Arrivals of a mean day now: of the days, freed of their weekday, the later ones weigh more. */
function levelOf(days: readonly ArrivalDay[], zone: string): number {
  const shares = new Map([1, 2, 3, 4, 5, 6, 7].map((one) => [one, weekdayShare(days, one, zone)]))
  let [arrivals, weights] = [0, 0]
  for (const [index, day] of days.entries()) {
    const weight = 0.5 ** ((days.length - 1 - index) / levelHalfLife)
    arrivals += weight * totalOf(day)
    weights += weight * (shares.get(weekdayOfDay(day, zone)) ?? 1)
  }
  return weights === 0 ? 0 : arrivals / weights
}

/** How a weekday's arrivals lie over the clock: its own, leaning on those of its kind (a working day, a weekend's). */
function coursesOf(days: readonly ArrivalDay[], zone: string): (weekday: number) => readonly number[] {
  const remembered = new Map<number, readonly number[]>()
  return (weekday) => {
    const known = remembered.get(weekday)
    if (known !== undefined) return known
    const own = countsBySlot(sameWeekday(days, weekday, zone), zone)
    const kind = days.filter((day) => isWeekend(weekdayOfDay(day, zone)) === isWeekend(weekday))
    // A Saturday's hours are not a Sunday's: only working days lean on each other.
    const like = isWeekend(weekday) ? own : countsBySlot(kind, zone)
    const total = sumOf(own)
    const share = sumOf(like)
    const blended = own.map(
      (count, slot) => count + (share === 0 ? 0 : (pooled * total * (like[slot] ?? 0)) / share),
    )
    const course = shareOf(smoothed(total === 0 ? like : blended))
    remembered.set(weekday, course)
    return course
  }
}

function isWeekend(weekday: number): boolean {
  return weekday > 5
}

function countsBySlot(days: readonly ArrivalDay[], zone: string): readonly number[] {
  const counts = Array.from({ length: slotsADay }, () => 0)
  for (const day of days)
    for (const [step, slot] of slotsOf(day.from, zone).entries())
      counts[slot] = (counts[slot] ?? 0) + (day.counts[step] ?? 0)
  return counts
}

/** Half of each, a quarter of either neighbour: half-hours next to each other are alike. */
function smoothed(values: readonly number[]): readonly number[] {
  return values.map(
    (value, index) => value / 2 + ((values[index - 1] ?? value) + (values[index + 1] ?? value)) / 4,
  )
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function shareOf(values: readonly number[]): readonly number[] {
  const sum = sumOf(values)
  return sum === 0 ? values : values.map((value) => value / sum)
}

/** As on the days off there were; nothing where there was none. */
function ofDayOff(slots: readonly number[], off: readonly ArrivalDay[], zone: string): readonly number[] {
  if (off.length === 0) return slots.map(() => 0)
  const total = median(off.map(totalOf))
  const course = shareOf(smoothed(countsBySlot(off, zone)))
  return slots.map((slot) => total * (course[slot] ?? 0))
}
