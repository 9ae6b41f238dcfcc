/**
 * Working hours: when a team answers. Ranges of a wall clock by weekday, days that differ, and for whom they hold.
 * A range belongs to the day it begins on; one whose end is not after its start runs over midnight into the next day
 * (22:00–06:00), so 00:00–00:00 and 00:00–24:00 are the whole day. What the clock's changes do to a range is said in
 * main/hours/wallClock.ts.
 */
import { z } from 'zod'
import { inEnglish } from './english.ts'
import { isZone } from './period.ts'
import { listed, phrase, quoted, type Phrase } from './phrases.ts'
import { problem, problemOf } from './problems.ts'

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

// Each problem goes on after the name of its place: "The start of Monday's range 2" + "is "25:00", which …".
const from = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, {
  error: ({ input }) => problem('hours.problem.from', { value: given(input) }),
})
const to = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  error: ({ input }) => problem('hours.problem.to', { value: given(input) }),
})

const ranges = z
  .array(z.tuple([from, to], problem('hours.problem.noPair')), problem('hours.problem.noRanges'))
  .superRefine((list, context) => {
    const overlap = firstOverlap(list)
    if (overlap === null) return
    const [one, other] = overlap
    context.addIssue(problem('hours.problem.overlap', { one: shown(one), other: shown(other) }))
  })

const exception = z.object(
  {
    date: z.iso.date({
      error: ({ input }) => problem('hours.problem.noDate', { value: given(input) }),
    }),
    ranges,
    name: z
      .string(problem('hours.problem.noText'))
      .max(200, problem('hours.problem.longer', { most: 200 }))
      .optional(),
  },
  problem('hours.problem.noDay'),
)

/** The fields of hours that their record (shared/records.ts) and the settings have in common. */
export const hoursFields = {
  zone: z.string(problem('hours.problem.noZone')).refine(isZone, {
    error: ({ input }) => problem('hours.problem.unknownZone', { value: given(input) }),
  }),
  week: z.partialRecord(z.enum(weekdays), ranges, {
    error: ({ code }) =>
      code === 'invalid_type'
        ? problem('hours.problem.noWeek')
        : problem('hours.problem.noWeekday', { days: listed(weekdays) }),
  }),
  exceptions: z
    .array(exception, problem('hours.problem.noDays'))
    .superRefine((days, context) => {
      const twice = days.find(({ date }, index) => days.findIndex((day) => day.date === date) < index)
      if (twice !== undefined) context.addIssue(problem('hours.problem.dayTwice', { date: twice.date }))
    })
    .default([]),
}

const id = z
  .string(problem('hours.problem.noText'))
  .min(1, problem('hours.problem.empty'))
  .max(512, problem('hours.problem.longer', { most: 512 }))
  .optional()

/** Working hours from outside: days left out are closed, no scope is the workspace's. */
export const workingHoursSchema = z
  .object({
    scope: z.object({ team: id, channel: id }, problem('hours.problem.noScope')).nullish(),
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
  const wrong = issue === undefined ? phrase('hours.problem.unreadable') : problemOf(issue.message)
  return { ok: false, reason: asSentence(hoursProblem(issue?.path ?? [], wrong, value)) }
}

/** What is wrong, for an issue of `workingHoursSchema` at `path` in `value`: a sentence without its stop. */
export function hoursProblem(path: readonly PropertyKey[], wrong: Phrase | string, value: unknown): Phrase {
  return phrase('hours.wrong', {
    place: placeOf(path, value),
    problem: path.length === 0 ? phrase('hours.problem.whole') : wrong,
  })
}

/** A message of `hoursFields` in English, for whoever has no other words. */
export function hoursMessage(message: string): string {
  const wrong = problemOf(message)
  return typeof wrong === 'string' ? wrong : asSentence(wrong)
}

function asSentence(wrong: Phrase): string {
  const sentence = inEnglish(wrong)
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}

function placeOf(path: readonly PropertyKey[], value: unknown): Phrase | string {
  const [field, key, ...rest] = path
  if (field === 'week' && typeof key === 'string' && isWeekday(key))
    return rangePlace(phrase(`hours.weekday.${key}`), rest)
  if (field === 'exceptions' && typeof key === 'number') {
    const number = key + 1
    if (rest[0] === 'ranges') return rangePlace(dateOf(value, key), rest.slice(1))
    return rest.length === 0
      ? phrase('hours.place.day', { number })
      : phrase('hours.place.dayField', { field: String(rest[0]), number })
  }
  if (field === 'exceptions') return phrase('hours.place.days')
  if (field === 'scope')
    return key === undefined
      ? phrase('hours.place.scope')
      : phrase('hours.place.scopeField', { field: String(key) })
  return field === undefined
    ? phrase('hours.place.hours')
    : phrase('hours.place.field', { field: String(field) })
}

/** `of`: a weekday, a date, or the number of a special day. */
function rangePlace(of: Phrase | string | number, [index, end]: readonly PropertyKey[]): Phrase | string {
  const day = typeof of === 'number' ? phrase('hours.place.within', { number: of }) : of
  if (typeof index !== 'number') return day
  const number = index + 1
  if (end !== undefined) return phrase(`hours.place.${end === 0 ? 'start' : 'end'}`, { day, number })
  // A sentence begins with it.
  return typeof of === 'number'
    ? phrase('hours.place.firstRange', { day: of, number })
    : phrase('hours.place.range', { day, number })
}

/** The date of an exception, for the message about its ranges; its number where the date is wrong itself. */
function dateOf(value: unknown, index: number): string | number {
  const read = z
    .object({ exceptions: z.array(z.looseObject({ date: z.iso.date().catch('') })) })
    .safeParse(value)
  return read.data?.exceptions[index]?.date || index + 1
}

function isWeekday(text: string): text is Weekday {
  return (weekdays as readonly string[]).includes(text)
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

function given(value: unknown): Phrase | string {
  return typeof value === 'string' ? quoted(value, 40) : String(value)
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
