/**
 * Working hours: when a team answers. Ranges of a wall clock by weekday, days that differ, and for whom they hold.
 * A range belongs to the day it begins on; one whose end is not after its start runs over midnight into the next day
 * (22:00–06:00), so 00:00–00:00 and 00:00–24:00 are the whole day. What the clock's changes do to a range is said in
 * main/hours/wallClock.ts.
 */
import { z } from 'zod'
import { isZone } from './period.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Two times of a wall clock, `09:00` to `12:30`. */
export type ClockRange = readonly [from: string, to: string]

/** Whom hours hold for: a team, a channel, or the team's conversations on the channel. */
export interface HoursScope {
  readonly team?: string | undefined
  readonly channel?: string | undefined
}

/** A day that differs from its weekday: its ranges replace those that begin on that date. None: closed. */
export interface DayException {
  /** Local date, `2026-12-25`. */
  readonly date: string
  readonly ranges: readonly ClockRange[]
  readonly name?: string | undefined
}

export interface WorkingHours {
  /** null: the whole workspace. */
  readonly scope: HoursScope | null
  /** IANA name. */
  readonly zone: string
  readonly week: Readonly<Record<Weekday, readonly ClockRange[]>>
  readonly exceptions: readonly DayException[]
}

// ── ranges in minutes ────────────────────────────────────────────────────────────────────────────────────────────

const minutesOfDay = 24 * 60

/** Minutes from the midnight a range's day begins with; `to` is after `from` and may lie in the next day. */
export interface MinuteRange {
  readonly from: number
  readonly to: number
}

/** The range in minutes of its day's wall clock. */
export function minutesOf([from, to]: ClockRange): MinuteRange {
  const start = minuteOf(from)
  const end = minuteOf(to)
  return { from: start, to: end > start ? end : end + minutesOfDay }
}

/** The range as it is written; `from` lies in its day. */
export function clockRangeOf({ from, to }: MinuteRange): ClockRange {
  return [clockOf(from), clockOf(to === minutesOfDay ? to : to % minutesOfDay)]
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

// Each message goes on after the name of its place: "The start of Monday's 2nd range" + "is "25:00", which …".
const from = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, {
  error: ({ input }) =>
    `is ${quoted(input)}, which no clock shows: write hours and minutes from 00:00 to 23:59, such as 09:30.`,
})
const to = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  error: ({ input }) =>
    `is ${quoted(input)}, which no clock shows: write hours and minutes from 00:00 to 24:00, such as 17:30.`,
})

const ranges = z
  .array(z.tuple([from, to], 'is no pair of times such as ["09:00","17:30"].'), 'is no list of ranges.')
  .superRefine((list, context) => {
    const overlap = firstOverlap(list)
    if (overlap !== null)
      context.addIssue(
        `has the ranges ${overlap.map(shown).join(' and ')}, which overlap: make them one, or end the first before the second begins.`,
      )
  })

const exception = z.object(
  {
    date: z.iso.date({
      error: ({ input }) => `is ${quoted(input)}, which is no date: write a day such as 2026-12-25.`,
    }),
    ranges,
    name: z.string('is no text.').max(200, 'is longer than 200 characters.').optional(),
  },
  'is no day with a date and ranges.',
)

/** The fields of hours that their record (shared/records.ts) and the settings have in common. */
export const hoursFields = {
  zone: z.string('is missing: give an IANA name such as Europe/Berlin.').refine(isZone, {
    error: ({ input }) =>
      `is ${quoted(input)}, which is no time zone: give an IANA name such as Europe/Berlin or America/New_York.`,
  }),
  week: z.partialRecord(z.enum(weekdays), ranges, {
    error: ({ code }) =>
      code === 'invalid_type'
        ? 'is no list of ranges by weekday.'
        : `has a day that is none: name them ${weekdays.join(', ')}.`,
  }),
  exceptions: z
    .array(exception, 'is no list of days.')
    .superRefine((days, context) => {
      const twice = days.find(({ date }, index) => days.findIndex((day) => day.date === date) < index)
      if (twice !== undefined)
        context.addIssue(`has ${twice.date} twice: keep one entry with all ranges of that day.`)
    })
    .default([]),
}

const id = z.string('is no text.').min(1, 'is empty.').max(512, 'is longer than 512 characters.').optional()

/** Working hours from outside: days left out are closed, no scope is the workspace's. */
export const workingHoursSchema = z
  .object({
    scope: z.object({ team: id, channel: id }, 'is neither empty nor names a team or a channel.').nullish(),
    ...hoursFields,
  })
  .transform(completeHours)

/** Hours as the records state them, or as `workingHoursSchema` read them. */
interface StatedHours {
  readonly scope?: HoursScope | null | undefined
  readonly zone: string
  readonly week: Readonly<Partial<Record<Weekday, readonly ClockRange[]>>>
  readonly exceptions: readonly DayException[]
}

/** The hours a valid `working_hours` record states: all seven days, an empty scope as the workspace's. */
export function completeHours({ scope, zone, week, exceptions }: StatedHours): WorkingHours {
  const { mon = [], tue = [], wed = [], thu = [], fri = [], sat = [], sun = [] } = week
  const named = scope?.team !== undefined || scope?.channel !== undefined
  return { scope: named ? scope : null, zone, week: { mon, tue, wed, thu, fri, sat, sun }, exceptions }
}

export type ReadHours =
  { readonly ok: true; readonly hours: WorkingHours } | { readonly ok: false; readonly reason: string }

/**
 * Reads a foreign value as working hours. Never throws; the reason is one sentence that names the place and what to
 * do: `The start of Monday's range 2 is "25:00", which no clock shows: write …`.
 */
export function readWorkingHours(value: unknown): ReadHours {
  const parsed = workingHoursSchema.safeParse(value)
  if (parsed.success) return { ok: true, hours: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, reason: hoursProblem(issue?.path ?? [], issue?.message ?? 'cannot be read.', value) }
}

/** One sentence for an issue of `workingHoursSchema` at `path` in `value`. */
export function hoursProblem(path: readonly PropertyKey[], message: string, value: unknown): string {
  return `${placeOf(path, value)} ${path.length === 0 ? 'cannot be read: give a zone and a week.' : message}`
}

const dayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

function placeOf(path: readonly PropertyKey[], value: unknown): string {
  const [field, key, ...rest] = path
  if (field === 'week' && typeof key === 'string' && isWeekday(key)) return rangePlace(dayNames[key], rest)
  if (field === 'exceptions' && typeof key === 'number') {
    if (rest[0] === 'ranges') return rangePlace(dateOf(value, key), rest.slice(1))
    return rest.length === 0 ? `Special day ${key + 1}` : `The ${String(rest[0])} of special day ${key + 1}`
  }
  if (field === 'exceptions') return 'The list of special days'
  if (field === 'scope') return key === undefined ? 'The scope' : `The ${String(key)} the hours hold for`
  return field === undefined ? 'These working hours' : `The ${String(field)}`
}

function rangePlace(day: string, [index, end]: readonly PropertyKey[]): string {
  if (typeof index !== 'number') return day
  const range = `${day}'s range ${index + 1}`
  if (end === undefined) return range.charAt(0).toUpperCase() + range.slice(1)
  return `The ${end === 0 ? 'start' : 'end'} of ${range}`
}

/** The date of an exception, for the message about its ranges; its number where the date is wrong itself. */
function dateOf(value: unknown, index: number): string {
  const read = z
    .object({ exceptions: z.array(z.looseObject({ date: z.iso.date().catch('') })) })
    .safeParse(value)
  return read.data?.exceptions[index]?.date || `special day ${index + 1}`
}

function isWeekday(text: string): text is Weekday {
  return Object.hasOwn(dayNames, text)
}

function firstOverlap(list: readonly ClockRange[]): readonly [ClockRange, ClockRange] | null {
  const sorted = list
    .map((range) => ({ range, ...minutesOf(range) }))
    .sort((one, other) => one.from - other.from || one.to - other.to)
  for (const [index, next] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before !== undefined && next.from < before.to) return [before.range, next.range]
  }
  return null
}

function shown([start, end]: ClockRange): string {
  return `${start}–${end}`
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value)
}

// ── whom hours hold for ──────────────────────────────────────────────────────────────────────────────────────────

/** The hours that hold on a channel for the first of the teams that has any; null: none are known. */
export type HoursOf = (channel: string | null, teams: readonly string[]) => WorkingHours | null

/**
 * Which of the hours hold for whom: a team on a channel before the channel, before the team, before the workspace. Of
 * two for the same scope the later in the list wins: put what people set after what the sources state.
 */
export function hoursResolver(list: readonly WorkingHours[]): HoursOf {
  // Nested, not one map of joined keys: a rebuild asks once a conversation.
  const byChannel = new Map<string | null, Map<string | null, WorkingHours>>()
  for (const hours of list) {
    const channel = hours.scope?.channel ?? null
    const byTeam = byChannel.get(channel) ?? new Map<string | null, WorkingHours>()
    byChannel.set(channel, byTeam.set(hours.scope?.team ?? null, hours))
  }
  const anywhere = byChannel.get(null)
  return (channel, teams) => {
    const here = channel === null ? undefined : byChannel.get(channel)
    return ofTeams(here, teams) ?? here?.get(null) ?? ofTeams(anywhere, teams) ?? anywhere?.get(null) ?? null
  }
}

function ofTeams(
  byTeam: ReadonlyMap<string | null, WorkingHours> | undefined,
  teams: readonly string[],
): WorkingHours | undefined {
  if (byTeam === undefined) return undefined
  for (const team of teams) {
    const hours = byTeam.get(team)
    if (hours !== undefined) return hours
  }
  return undefined
}
