/** Which periods a schedule makes a report of, and when each is due. Days are the zone's, with 23 or 25 hours too. */
import { assertNever } from '../../shared/assertNever.ts'
import {
  addDays,
  dayKey,
  dayMs,
  localInstant,
  type Period,
  startOfDay,
  startOfMonth,
  startOfWeek,
  weekdayOf,
} from '../../shared/period.ts'
import type { Schedule } from '../../shared/reporting.ts'

/** When a schedule falls due. */
export type Rhythm = Pick<Schedule, 'every' | 'on' | 'at' | 'zone'>

export interface DuePeriod extends Period {
  readonly dueAt: number
}

/** A month and the longest day that a zone skipped or repeated. */
const longestStep = 33

/** The periods that fall due after `after` and not after `until`, the earliest first. Each had ended when it fell due. */
export function periodsDue(rhythm: Rhythm, after: number, until: number): readonly DuePeriod[] {
  const due: DuePeriod[] = []
  let day = startOfDay(after - dayMs, rhythm.zone)
  while (day <= until) {
    const period = dueOn(day, rhythm)
    const isNew = period !== null && period.from !== due.at(-1)?.from
    if (isNew && period.dueAt > after && period.dueAt <= until) due.push(period)
    day = nextDay(day, rhythm.zone)
  }
  return due
}

/** The first period that falls due after a moment. */
export function nextDue(rhythm: Rhythm, after: number): DuePeriod {
  const [next] = periodsDue(rhythm, after, after + longestStep * dayMs)
  if (next === undefined) throw new Error('A schedule that is never due.')
  return next
}

/** The newest period that has ended. */
export function newestPeriod(rhythm: Rhythm, now: number): Period {
  return periodBefore(now, rhythm)
}

/** What falls due on a local day; null: nothing does. */
function dueOn(day: number, rhythm: Rhythm): DuePeriod | null {
  const { every, on, at, zone } = rhythm
  if (every === 'week' && weekdayOf(day, zone) !== on) return null
  if (every === 'month' && Number(dayKey(day, zone).slice(8)) !== on) return null
  // Where the day has no such time, the moment the clocks skipped it; never before the day began.
  const dueAt = Math.max(day, localInstant(`${dayKey(day, zone)}T${at}`, zone))
  return { ...periodBefore(day, rhythm), dueAt }
}

function periodBefore(moment: number, { every, zone }: Rhythm): Period {
  switch (every) {
    case 'day': {
      const to = startOfDay(moment, zone)
      return { from: startOfDay(to - 1, zone), to }
    }
    case 'week': {
      const to = startOfWeek(moment, zone)
      return { from: startOfWeek(to - 1, zone), to }
    }
    case 'month': {
      const to = startOfMonth(moment, zone)
      return { from: startOfMonth(to - 1, zone), to }
    }
    default:
      return assertNever(every)
  }
}

/** Zones have skipped whole days: the next one is later, however many hours that takes. */
function nextDay(day: number, zone: string): number {
  const next = addDays(day, 1, zone)
  return next > day ? next : startOfDay(day + 2 * dayMs, zone)
}
