/**
 * Local days, weeks, months, hours and weekdays of instants, fast enough for every row of a scan: a period is cut into
 * quarters of an hour, and since no zone in use begins anything between two of them, each quarter has one answer.
 */
import { assertNever } from '../../shared/assertNever.ts'
import type { Dimension } from '../../shared/contract.ts'
import {
  addDays,
  dayKey,
  hourMs,
  hourOf,
  monthKey,
  offsetAt,
  startOfDay,
  weekdayOf,
  weekKey,
} from '../../shared/period.ts'

export type TimeDimension = Extract<Dimension, 'day' | 'week' | 'month' | 'hour' | 'weekday' | 'weekday-hour'>

export const quarterMs = 900_000
/** Longer periods (about 14 years) are answered quarter by quarter, as rows come along. */
const mostQuarters = 500_000

/** One way to cut a period. Codes are indexes in `keys`. */
export interface TimeBuckets {
  /** With a table: every unit of the period, those without data too. Without: those asked for so far. */
  readonly keys: readonly string[]
  /** The code of each quarter of an hour from `firstQuarter` on; null: too many, ask `codeAt`. */
  readonly table: Int32Array | null
  readonly firstQuarter: number
  /** The code of an instant inside the period. */
  readonly codeAt: (ms: number) => number
}

const remembered = new Map<string, TimeBuckets>()
const mostRemembered = 64

/** The buckets of [from, to) in `zone`. The answer is remembered: a dashboard asks the same again and again. */
export function timeBuckets(dimension: TimeDimension, from: number, to: number, zone: string): TimeBuckets {
  if (to - from > mostQuarters * quarterMs) return sparseBuckets(dimension, zone)
  const name = `${dimension} ${from} ${to} ${zone}`
  const known = remembered.get(name)
  if (known !== undefined) return known
  const buckets = denseBuckets(dimension, from, to, zone)
  const oldest = remembered.keys().next().value
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest)
  remembered.set(name, buckets)
  return buckets
}

function denseBuckets(dimension: TimeDimension, from: number, to: number, zone: string): TimeBuckets {
  const base = Math.floor(from / quarterMs)
  const codes = new Int32Array(Math.max(0, Math.ceil(to / quarterMs) - base))
  const keys = fixedKeys(dimension)
  const numbers = new Map(keys.map((key, code) => [key, code]))
  const wholeDays = keys.length === 0 || dimension === 'weekday'
  const codeOf = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, keys.length)
    return keys.push(key) - 1
  }
  for (const { start, end, weekday, firstHour, isEven } of localDays(from, to, zone)) {
    const whole = wholeDays ? codeOf(keyOf(dimension, start, zone)) : 0
    const first = Math.floor(Math.max(start, from) / quarterMs)
    const last = Math.min(base + codes.length, Math.ceil(end / quarterMs))
    if (wholeDays) codes.fill(whole, first - base, last - base)
    else
      for (let quarter = first; quarter < last; quarter++) {
        const ms = quarter * quarterMs
        const hour = firstHour + Math.floor((ms - start) / hourMs)
        codes[quarter - base] = isEven
          ? hourCode(dimension, weekday, hour)
          : codeOf(keyOf(dimension, Math.max(ms, start), zone))
      }
  }
  return {
    keys,
    table: codes,
    firstQuarter: base,
    codeAt: (ms) => codes[Math.floor(ms / quarterMs) - base] ?? -1,
  }
}

/** Keys appear as instants ask for them. */
function sparseBuckets(dimension: TimeDimension, zone: string): TimeBuckets {
  const keys = fixedKeys(dimension)
  const numbers = new Map(keys.map((key, code) => [key, code]))
  const quarters = new Map<number, number>()
  return {
    keys,
    table: null,
    firstQuarter: 0,
    codeAt(ms) {
      const quarter = Math.floor(ms / quarterMs)
      const known = quarters.get(quarter)
      if (known !== undefined) return known
      const key = keyOf(dimension, ms, zone)
      const code = numbers.get(key) ?? keys.push(key) - 1
      numbers.set(key, code)
      quarters.set(quarter, code)
      return code
    },
  }
}

/** A day of a zone: the instants it begins and ends, and what its hours are called. */
interface LocalDay {
  readonly start: number
  readonly end: number
  readonly weekday: number
  readonly firstHour: number
  /** One offset from the first to the last minute, as on most days: hours can be counted. */
  readonly isEven: boolean
}

// Days of a zone never change, and every period asks for many of them.
const daysOf = new Map<string, Map<number, LocalDay>>()
const mostDays = 20_000

/** The local days [from, to) touches. */
function* localDays(from: number, to: number, zone: string): Generator<LocalDay> {
  let days = daysOf.get(zone)
  if (days === undefined || days.size > mostDays) {
    days = new Map()
    daysOf.set(zone, days)
  }
  for (let start = startOfDay(from, zone); start < to;) {
    const day = days.get(start) ?? dayFrom(start, zone)
    days.set(start, day)
    yield day
    start = day.end
  }
}

function dayFrom(start: number, zone: string): LocalDay {
  let end = addDays(start, 1, zone)
  // A day a zone skipped altogether (Apia, 30 December 2011).
  for (let days = 2; end <= start; days++) end = addDays(start, days, zone)
  return {
    start,
    end,
    weekday: weekdayOf(start, zone),
    firstHour: hourOf(start, zone),
    isEven: offsetAt(start, zone) === offsetAt(end - 1, zone),
  }
}

function fixedKeys(dimension: TimeDimension): string[] {
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  const weekdays = [1, 2, 3, 4, 5, 6, 7]
  switch (dimension) {
    case 'hour':
      return hours.map((hour) => hourKey('hour', 1, hour))
    case 'weekday':
      return weekdays.map(String)
    case 'weekday-hour':
      return weekdays.flatMap((weekday) => hours.map((hour) => hourKey('weekday-hour', weekday, hour)))
    case 'day':
    case 'week':
    case 'month':
      return []
    default:
      return assertNever(dimension)
  }
}

function hourKey(dimension: TimeDimension, weekday: number, hour: number): string {
  const text = String(hour).padStart(2, '0')
  return dimension === 'hour' ? text : `${weekday}-${text}`
}

/** The code of an hour among the fixed keys. */
function hourCode(dimension: TimeDimension, weekday: number, hour: number): number {
  return dimension === 'hour' ? hour : (weekday - 1) * 24 + hour
}

function keyOf(dimension: TimeDimension, ms: number, zone: string): string {
  switch (dimension) {
    case 'day':
      return dayKey(ms, zone)
    case 'week':
      return weekKey(ms, zone)
    case 'month':
      return monthKey(ms, zone)
    case 'weekday':
      return String(weekdayOf(ms, zone))
    case 'hour':
    case 'weekday-hour':
      return hourKey(dimension, weekdayOf(ms, zone), hourOf(ms, zone))
    default:
      return assertNever(dimension)
  }
}
