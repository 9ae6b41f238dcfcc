/** What comes in today beside the usual day, and what is still to come. */
import { quantile } from 'simple-statistics'
import type { Scope } from '../../shared/contract.ts'
import type { Arrivals } from '../../shared/live.ts'
import type { Subject } from '../metrics/selection.ts'
import { slotsADay, slotsOf, stepMs, type ArrivalDay } from '../planning/arrivalDays.ts'
import { forecastToday, learn, type Learned } from '../planning/forecastToday.ts'
import { arrivalsByDay, arrivalsByStep, localDayOf, type LocalDay } from './arrivalCounts.ts'

const weeks = 8
/** Days the forecast learns from. */
const learnedDays = 84
/** What past days taught is learned again after this long: records may come late, hours may be changed. */
const keptFor = 10 * 60_000
const mostKept = 16

/** Whether a local day, by its first instant, is off: nobody works, though the weekday is one on which somebody does. */
export type IsOff = (day: number) => boolean

type Usual = NonNullable<Arrivals['usual']>

interface Kept {
  readonly at: number
  /** Openings there were on other days: of another number they are counted anew. */
  readonly past: number
  readonly usual: Usual | null
  readonly days: number
  readonly isOff: IsOff
  readonly learned: Learned
  readonly learnedAt: number
}

/** Counts today anew each time; the days before it when they changed, and learns from them every ten minutes at most. */
export function createArrivals(isOffIn: (zone: string) => IsOff): {
  of(subject: Subject): Arrivals
} {
  const kept = new Map<string, Kept>()

  function pastOf(subject: Subject, day: LocalDay): Kept {
    const { scope, now } = subject
    const key = keyOf(scope, day)
    const known = kept.get(key)
    const past = subject.columns.rowsOf('starts').live - sumOf(arrivalsByStep(everybody(subject), day))
    if (known?.past === past && now - known.at < keptFor && now >= known.at) return known
    const isFresh = known !== undefined && now - known.learnedAt < keptFor && now >= known.learnedAt
    const isOff = isFresh ? known.isOff : isOffIn(scope.zone)
    const before = daysBefore(subject, day, isOff)
    const found: Kept = {
      at: now,
      past,
      ...usualOf(before, day, scope.zone, isOff),
      isOff,
      learned: isFresh ? known.learned : learn(before, scope.zone),
      learnedAt: isFresh ? known.learnedAt : now,
    }
    kept.delete(key)
    const oldest = kept.keys().next().value
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    kept.set(key, found)
    return found
  }

  return {
    of(subject) {
      const { scope, now } = subject
      const day = localDayOf(now, scope.zone)
      const soFar = { from: day.from, to: Math.min(day.to, now + 1) }
      const today = arrivalsByStep(subject, soFar)
      const { usual, days, learned, isOff } = pastOf(subject, day)
      const so: ArrivalDay = { from: day.from, counts: today, off: isOff(day.from) }
      const forecast = forecastToday({ days: [], today: so, at: now, zone: scope.zone }, learned)
      return {
        from: day.from,
        stepSeconds: stepMs / 1000,
        today,
        usual,
        days,
        forecast: forecast?.map(({ step, expected, low, high }) => ({ step, expected, low, high })) ?? null,
      }
    },
  }
}

function keyOf({ agents, teams, channels, categories, zone }: Scope, { from }: LocalDay): string {
  return JSON.stringify([from, zone, agents, teams, channels, categories])
}

interface PastDay extends ArrivalDay {
  /** Anybody opened anything. */
  readonly isKnown: boolean
}

/** The days the forecast learns from, oldest first; the last is yesterday. */
function daysBefore(subject: Subject, { from }: LocalDay, isOff: IsOff): readonly PastDay[] {
  const { zone } = subject.scope
  const days = Array.from({ length: learnedDays }, (_, index) => localDayOf(from, zone, index - learnedDays))
  const counts = arrivalsByDay(subject, days)
  const ofAll = arrivalsByDay(everybody(subject), days)
  return days.map((day, index) => ({
    from: day.from,
    counts: counts[index] ?? [],
    off: isOff(day.from),
    isKnown: sumOf(ofAll[index] ?? []) > 0,
  }))
}

/**
 * The same weekday of the eight weeks before: days on which anybody opened anything, working days with working days. For
 * each step of today what those days had when their clocks showed the same.
 */
function usualOf(
  before: readonly PastDay[],
  day: LocalDay,
  zone: string,
  isOff: IsOff,
): Pick<Kept, 'usual' | 'days'> {
  const todayOff = isOff(day.from)
  const days = Array.from({ length: weeks }, (_, index) => before.at(-7 * (index + 1))).filter(
    (past) => past !== undefined && past.off === todayOff && past.isKnown,
  )
  if (days.length === 0) return { usual: null, days: 0 }
  const past = days.flatMap((one) => (one ? [byClock(one.counts, slotsOf(one.from, zone))] : []))
  const usual = slotsOf(day.from, zone).map((slot) => {
    const counts = past.map((slots) => slots[slot] ?? 0)
    const [low = 0, median = 0, high = 0] = quantile(counts, [0.25, 0.5, 0.75])
    return { median, low, high }
  })
  return { usual, days: days.length }
}

function everybody(subject: Subject): Subject {
  const { from, to, zone } = subject.scope
  return { ...subject, scope: { from, to, zone, agents: [], teams: [], channels: [], categories: [] } }
}

/** By half hour of the clock: one it shows twice is the mean of both, one it skips is as the one before. */
function byClock(counts: readonly number[], slots: readonly number[]): readonly number[] {
  const shown = Map.groupBy(slots.entries(), ([, slot]) => slot)
  const found: number[] = []
  for (let slot = 0; slot < slotsADay; slot++) {
    const steps = shown.get(slot)
    found.push(
      steps === undefined
        ? (found.at(-1) ?? 0)
        : sumOf(steps.map(([step]) => counts[step] ?? 0)) / steps.length,
    )
  }
  return found
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
