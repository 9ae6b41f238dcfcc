/**
 * Periods, zones and calendar units, on both sides of the contract. An instant is UTC epoch milliseconds; a zone is an
 * IANA name. A day is what its zone says: it may have 23 or 25 hours, begin at 01:00, or not exist at all.
 */
import { assertNever } from './assertNever.ts'

export interface Period {
  readonly from: number
  readonly to: number
}

export const presets = [
  'today',
  'yesterday',
  'last7',
  'last28',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
] as const
export type Preset = (typeof presets)[number]

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

// ── offsets ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Offsets of one zone in one UTC year: `starts[i]` is when `offsets[i]` (milliseconds east) begins to hold. */
interface YearOfOffsets {
  readonly starts: readonly number[]
  readonly offsets: readonly number[]
}

interface Zone {
  readonly format: Intl.DateTimeFormat
  readonly years: Map<number, YearOfOffsets>
}

// Intl takes microseconds a call, more than the whole scan of a dashboard: each zone's transitions are found once a year.
const zones = new Map<string, Zone>()
const probeEvery = 7 * dayMs

function zoneNamed(name: string): Zone {
  const known = zones.get(name)
  if (known !== undefined) return known
  const format = formatOf(name)
  if (format === null)
    throw new RangeError(
      `${JSON.stringify(name)} is no time zone: give an IANA name such as Europe/Berlin or America/New_York.`,
    )
  const zone = { format, years: new Map<number, YearOfOffsets>() }
  zones.set(name, zone)
  return zone
}

function formatOf(name: string): Intl.DateTimeFormat | null {
  // Intl would also take fixed offsets such as +01:00, which know no daylight saving: not a zone of ours.
  if (!/^[A-Za-z]/.test(name)) return null
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  } catch {
    return null
  }
}

/** Whether `text` is an IANA zone name this machine knows. */
export function isZone(text: string): boolean {
  return zones.has(text) || formatOf(text) !== null
}

function askOffset(zone: Zone, ms: number): number {
  const name = zone.format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name)
  if (match === null) return 0
  const [, sign, hours, minutes, seconds] = match
  const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)
  return (sign === '-' ? -size : size) * 1000
}

function yearOf(zone: Zone, year: number): YearOfOffsets {
  const known = zone.years.get(year)
  if (known !== undefined) return known
  const end = utcDate(year + 1, 0, 1)
  let at = utcDate(year, 0, 1)
  let offset = askOffset(zone, at)
  const starts = [at]
  const offsets = [offset]
  while (at < end) {
    const next = Math.min(at + probeEvery, end)
    const nextOffset = askOffset(zone, next)
    if (nextOffset !== offset) {
      starts.push(firstInstant(at, next, (ms) => askOffset(zone, ms) !== offset))
      offsets.push(nextOffset)
      offset = nextOffset
    }
    at = next
  }
  const result = { starts, offsets }
  zone.years.set(year, result)
  return result
}

/** The first millisecond in (after, until] at which `holds` is true; it is at `until`. */
function firstInstant(after: number, until: number, holds: (ms: number) => boolean): number {
  let low = after
  let high = until
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

function utcDate(year: number, month: number, day: number): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month, day)
}

/** The zone's offset from UTC at an instant, in milliseconds, positive east. */
export function offsetAt(ms: number, zone: string): number {
  const { starts, offsets } = yearOf(zoneNamed(zone), new Date(ms).getUTCFullYear())
  let index = starts.length - 1
  while (index > 0 && (starts[index] ?? 0) > ms) index -= 1
  return offsets[index] ?? 0
}

/** A wall clock as if it were UTC: what the zone's clocks show, in milliseconds. */
function wallClock(ms: number, zone: string): number {
  return ms + offsetAt(ms, zone)
}

/** The first instant at which the zone's clocks show `wall`; where they skip it, the instant of the skip. */
function instantOf(wall: number, zone: string): number {
  const before = offsetAt(wall - dayMs, zone)
  const after = offsetAt(wall + dayMs, zone)
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)] as const
  const shown = candidates.find((ms) => wallClock(ms, zone) === wall)
  if (shown !== undefined) return shown
  return firstInstant(candidates[0], candidates[1], (ms) => offsetAt(ms, zone) === after)
}

/**
 * The instant at which the zone's clocks show `2026-05-11T09:00`; where they skip it, the instant of the skip. Not a number
 * for a text that is no such time.
 */
export function localInstant(text: string, zone: string): number {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN
  return Number.isNaN(wall) ? wall : instantOf(wall, zone)
}

// ── calendar units ───────────────────────────────────────────────────────────────────────────────────────────────

function wallDay(wall: number): number {
  return Math.floor(wall / dayMs) * dayMs
}

/** The first instant of the local day `ms` lies in. */
export function startOfDay(ms: number, zone: string): number {
  return instantOf(wallDay(wallClock(ms, zone)), zone)
}

/** The first instant of the local week (from Monday) `ms` lies in. */
export function startOfWeek(ms: number, zone: string): number {
  const day = wallDay(wallClock(ms, zone))
  return instantOf(day - (weekdayOfWall(day) - 1) * dayMs, zone)
}

/** The first instant of the local month `ms` lies in, or of the month `shift` months later. */
export function startOfMonth(ms: number, zone: string, shift = 0): number {
  const date = new Date(wallClock(ms, zone))
  return instantOf(utcDate(date.getUTCFullYear(), date.getUTCMonth() + shift, 1), zone)
}

/** The same time of day `days` local days later (earlier when negative); from the start of a day to the start of a day. */
export function addDays(ms: number, days: number, zone: string): number {
  const wall = wallClock(ms, zone)
  const day = wallDay(wall)
  // A day may begin at 01:00, the next one at 00:00.
  const from = instantOf(day, zone) === ms ? day : wall
  return instantOf(from + days * dayMs, zone)
}

/** Local date: `2026-05-11`. */
export function dayKey(ms: number, zone: string): string {
  return isoDate(wallClock(ms, zone))
}

/** ISO week: `2026-W19`; the week belongs to the year of its Thursday. */
export function weekKey(ms: number, zone: string): string {
  const day = wallDay(wallClock(ms, zone))
  const thursday = new Date(day + (4 - weekdayOfWall(day)) * dayMs)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - utcDate(year, 0, 1)) / (7 * dayMs)) + 1
  return `${pad(year, 4)}-W${pad(week, 2)}`
}

/** Local month: `2026-05`. */
export function monthKey(ms: number, zone: string): string {
  return dayKey(ms, zone).slice(0, 7)
}

/** Local hour of the day, 0…23. */
export function hourOf(ms: number, zone: string): number {
  return new Date(wallClock(ms, zone)).getUTCHours()
}

/** Local day of the week: 1 Monday … 7 Sunday. */
export function weekdayOf(ms: number, zone: string): number {
  return weekdayOfWall(wallClock(ms, zone))
}

function weekdayOfWall(wall: number): number {
  return ((new Date(wall).getUTCDay() + 6) % 7) + 1
}

function isoDate(wall: number): string {
  const date = new Date(wall)
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}

// ── texts ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** RFC 3339 in the zone: `2026-01-01T00:00:00+01:00`, with milliseconds where there are some. */
export function toZonedIso(ms: number, zone: string): string {
  const offset = offsetAt(ms, zone)
  const clock = new Date(ms + offset).toISOString()
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const time = clock.endsWith('.000Z') ? clock.slice(0, -5) : clock.slice(0, -1)
  return `${time}${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`
}

const rfc3339 = /^(\d{4}-\d\d-\d\d)[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/

/**
 * Reads a boundary of a period: a bare date is its midnight in `zone`, a time is RFC 3339 with its own zone.
 * @throws RangeError with one sentence a person can act on.
 */
export function parseBoundary(text: string, zone: string): number {
  const trimmed = text.trim()
  const date = /^\d{4}-\d\d-\d\d$/.test(trimmed) ? trimmed : rfc3339.exec(trimmed)?.[1]
  const midnight = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`)
  // 2026-02-30 would quietly become 2 March.
  if (Number.isNaN(midnight) || isoDate(midnight) !== date) throw notABoundary(text)
  if (date === trimmed) return instantOf(midnight, zone)
  const ms = Date.parse(trimmed.replace(' ', 'T').toUpperCase())
  if (Number.isNaN(ms)) throw notABoundary(text)
  return ms
}

function notABoundary(text: string): RangeError {
  return new RangeError(
    `${JSON.stringify(text.slice(0, 80))} is no date: give a day such as 2026-05-11, or a time with its zone such as 2026-05-11T09:00:00+02:00.`,
  )
}

// ── periods ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The period a name stands for at `now`. Days count whole, today included; `to` is exclusive. */
export function periodOf(preset: Preset, now: number, zone: string): Period {
  const today = startOfDay(now, zone)
  const tomorrow = addDays(today, 1, zone)
  const monday = startOfWeek(now, zone)
  switch (preset) {
    case 'today':
      return { from: today, to: tomorrow }
    case 'yesterday':
      return { from: addDays(today, -1, zone), to: today }
    case 'last7':
      return { from: addDays(tomorrow, -7, zone), to: tomorrow }
    case 'last28':
      return { from: addDays(tomorrow, -28, zone), to: tomorrow }
    case 'this-week':
      return { from: monday, to: addDays(monday, 7, zone) }
    case 'last-week':
      return { from: addDays(monday, -7, zone), to: monday }
    case 'this-month':
      return { from: startOfMonth(now, zone), to: startOfMonth(now, zone, 1) }
    case 'last-month':
      return { from: startOfMonth(now, zone, -1), to: startOfMonth(now, zone) }
    default:
      return assertNever(preset)
  }
}

/**
 * The period to compare with: the calendar unit before where the period is one (May against April, a quarter, a year),
 * else as many local days just before, else the same length just before. While the period is not over at `now`, only
 * the part of the one before that had passed at the same place in it: until 14:32 of its twelfth day.
 */
export function previousPeriod(from: number, to: number, zone: string, now = to): Period {
  const before = wholePrevious(from, to, zone)
  if (now <= from || now >= to) return before
  const elapsed = wallClock(now, zone) - wallClock(from, zone)
  const until = instantOf(wallClock(before.from, zone) + elapsed, zone)
  return { from: before.from, to: Math.max(before.from + 1, Math.min(before.to, until)) }
}

/**
 * Whether of a period everything is held. Where the data begins within it, every difference from it would be one of the
 * data. `span`: the first and the last message held; null: none.
 */
export function isHeldWhole({ from, to }: Period, span: Period | null): boolean {
  // The first message comes some time after the first day has begun.
  return span !== null && span.from - from < (to - from) / 7
}

function wholePrevious(from: number, to: number, zone: string): Period {
  const months = wholeMonths(from, to, zone)
  const firstMonth = new Date(wallClock(from, zone)).getUTCMonth()
  const isUnit = months === 1 || (months === 3 && firstMonth % 3 === 0) || (months === 12 && firstMonth === 0)
  if (isUnit) return { from: startOfMonth(from, zone, -months), to: from }
  if (startOfDay(from, zone) === from && startOfDay(to, zone) === to && to > from) {
    const days = Math.round((wallDay(wallClock(to, zone)) - wallDay(wallClock(from, zone))) / dayMs)
    return { from: addDays(from, -days, zone), to: from }
  }
  return { from: from - (to - from), to: from }
}

/** How many whole months the period is made of; 0 when it does not begin and end with one. */
function wholeMonths(from: number, to: number, zone: string): number {
  if (startOfMonth(from, zone) !== from || startOfMonth(to, zone) !== to) return 0
  const first = new Date(wallClock(from, zone))
  const last = new Date(wallClock(to, zone))
  return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
}
