/**
 * Times as people promise them ("tomorrow afternoon", "in two hours"): kept as they were said, in one number, and told as
 * an instant once the writer's clock and zone are known. A changed zone needs no text to be read again.
 */
import { assertNever } from '../../shared/assertNever.ts'
import { dayMs } from '../../shared/period.ts'
import { endOf, wallOf } from '../hours/wallClock.ts'

/** Each means its end: `minute` is the minute of the day by which it is over, 1440 for the day's own end. */
export type PromisedTime =
  /** So many minutes from the message on. */
  | { readonly kind: 'in'; readonly minutes: number }
  /** So many days after the message's own. */
  | { readonly kind: 'day'; readonly days: number; readonly minute: number }
  /** The next such day after the message's own; 0 is Monday. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly minute: number }
  /** The end of the week, so many after the message's own. */
  | { readonly kind: 'week'; readonly weeks: number }
  /** When a clock next shows it. */
  | { readonly kind: 'clock'; readonly minute: number }

export const wholeDay = 1440
const minuteMs = 60_000
const place = 1_000_000

/** The time as one number. */
export function packPromise(time: PromisedTime): number {
  switch (time.kind) {
    case 'in':
      return Math.min(time.minutes, place - 1)
    case 'day':
      return place + Math.min(time.days, 400) * 2000 + time.minute
    case 'weekday':
      return 2 * place + time.weekday * 2000 + time.minute
    case 'week':
      return 3 * place + time.weeks
    case 'clock':
      return 4 * place + time.minute
    default:
      return assertNever(time)
  }
}

function unpackPromise(packed: number): PromisedTime {
  const rest = packed % place
  const minute = rest % 2000
  switch (Math.floor(packed / place)) {
    case 0:
      return { kind: 'in', minutes: rest }
    case 1:
      return { kind: 'day', days: (rest - minute) / 2000, minute }
    case 2:
      return { kind: 'weekday', weekday: (rest - minute) / 2000, minute }
    case 3:
      return { kind: 'week', weeks: rest }
    default:
      return { kind: 'clock', minute }
  }
}

/** When what a message of that moment promised is due: after the message, in epoch milliseconds. */
export function dueOf(packed: number, at: number, zone: string): number {
  const time = unpackPromise(packed)
  if (time.kind === 'in') return at + time.minutes * minuteMs
  const today = Math.floor(wallOf(at, zone) / dayMs) * dayMs
  const on = (days: number, minute: number) => endOf(today + days * dayMs + minute * minuteMs, zone)
  // 1 January 1970 was a Thursday.
  const weekday = (today / dayMs + 3) % 7
  switch (time.kind) {
    case 'day': {
      const due = on(time.days, time.minute)
      // "This morning", said in the afternoon.
      return due > at ? due : on(time.days, wholeDay)
    }
    case 'weekday':
      return on(((time.weekday - weekday + 6) % 7) + 1, time.minute)
    case 'week':
      return on(7 - weekday + time.weeks * 7, 0)
    case 'clock': {
      const due = on(0, time.minute)
      return due > at ? due : on(1, time.minute)
    }
    default:
      return assertNever(time)
  }
}
