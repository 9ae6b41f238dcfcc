/** What agents promise: "I'll call you tomorrow", and by when. */
import { assertNever } from '../../shared/assertNever.ts'
import type { Clause } from './clauses.ts'
import { packPromise, wholeDay, type PromisedTime } from './promisedTimes.ts'
import type { Patterns } from './patterns.ts'

export type Day =
  | { readonly kind: 'day'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'week'; readonly weeks: number }

/** How a language names times. Each is looked for in a clause's text; of a list the first that stands there counts. */
export interface TimeWords {
  /** "In two hours": minutes; null: it says too little. */
  readonly offsets: readonly (readonly [RegExp, (match: RegExpExecArray) => number | null])[]
  /** "Tomorrow"; with a minute where the word says when of the day ("tonight"). */
  readonly days: readonly (readonly [RegExp, Day, minute?: number])[]
  /** "In the afternoon": the minute by which it is over. */
  readonly parts: readonly (readonly [RegExp, minute: number])[]
  /** "At 5 pm": the minute of the day; null: no time. */
  readonly clocks: readonly (readonly [RegExp, (match: RegExpExecArray) => number | null])[]
}

export interface PromiseWords {
  /** Who will do what. */
  readonly cues: Patterns
  /** Where one of these stands, nothing is promised: negations, conditions, attempts. */
  readonly unless: Patterns
  readonly times: TimeWords
}

/** The first time promised in a clause, as one number; null: none is. */
export function promiseIn(clauses: readonly Clause[], words: PromiseWords): number | null {
  for (const { text, asks } of clauses) {
    if (asks || !words.cues.matches(text) || words.unless.matches(text)) continue
    const time = timeIn(text, words.times)
    if (time !== null) return packPromise(time)
  }
  return null
}

function timeIn(text: string, words: TimeWords): PromisedTime | null {
  for (const [pattern, minutesOf] of words.offsets) {
    const match = pattern.exec(text)
    const minutes = match === null ? null : minutesOf(match)
    if (minutes !== null && minutes > 0) return offsetOf(minutes)
  }
  const day = words.days.find(([pattern]) => pattern.test(text))
  const clock = clockIn(text, words)
  const part = words.parts.find(([pattern]) => pattern.test(text))?.[1] ?? null
  const minute = clock ?? part ?? day?.[2] ?? null
  if (day !== undefined) return onDay(day[1], minute ?? wholeDay)
  if (clock !== null) return { kind: 'clock', minute: clock }
  return part === null ? null : { kind: 'day', days: 0, minute: part }
}

function clockIn(text: string, { clocks }: TimeWords): number | null {
  for (const [pattern, minuteOf] of clocks) {
    const match = pattern.exec(text)
    const minute = match === null ? null : minuteOf(match)
    if (minute !== null) return minute
  }
  return null
}

/** Whole days are meant as days. */
function offsetOf(minutes: number): PromisedTime {
  return minutes > wholeDay && minutes % wholeDay === 0
    ? { kind: 'day', days: minutes / wholeDay, minute: wholeDay }
    : { kind: 'in', minutes }
}

function onDay(day: Day, minute: number): PromisedTime {
  switch (day.kind) {
    case 'day':
      return { kind: 'day', days: day.days, minute }
    case 'weekday':
      return { kind: 'weekday', weekday: day.weekday, minute }
    case 'week':
      return day
    default:
      return assertNever(day)
  }
}

/** Minute of the day; null: no clock shows it. `half`: a bare hour from 1 to 7 is one of the afternoon. */
export function minuteOfDay(
  hours: string | undefined,
  minutes: string | undefined,
  half: 'am' | 'pm' | 'likely' | '24h',
): number | null {
  const hour = Number(hours ?? Number.NaN)
  const minute = Number(minutes ?? 0)
  if (!(hour <= 24) || !(minute < 60)) return null
  if (half === 'pm' && hour < 12) return (hour + 12) * 60 + minute
  if (half === 'am' && hour === 12) return minute
  if (half === 'likely' && hour >= 1 && hour <= 7) return (hour + 12) * 60 + minute
  return hour * 60 + minute
}
