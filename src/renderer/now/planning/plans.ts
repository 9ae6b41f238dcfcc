/** What the planning part says and draws, without a screen. */
import { addDays, type Period, startOfDay, startOfWeek } from '../../../shared/period.ts'
import type { Forecast, ReplayFigures, ShiftChange, Staffing, WhatIf } from '../../../shared/planning.ts'

export type ForecastStep = Forecast['steps'][number]
export type ForecastDay = 'today' | 'tomorrow'

/** The steps of one of the two days a forecast is of. */
export function stepsOn(
  { steps, at }: Pick<Forecast, 'steps' | 'at'>,
  day: ForecastDay,
  zone: string,
): readonly ForecastStep[] {
  const tomorrow = addDays(startOfDay(at, zone), 1, zone)
  return steps.filter(({ from }) => from >= tomorrow === (day === 'tomorrow'))
}

export interface Busiest {
  readonly from: number
  readonly to: number
}

/** How many are expected, and the busiest hour: the two half-hours in a row that bring most. null: nothing comes. */
export function outlook(
  steps: readonly ForecastStep[],
  stepSeconds: number,
): { readonly expected: number; readonly busiest: Busiest | null } {
  const expected = steps.reduce((sum, step) => sum + step.expected, 0)
  const perHour = Math.max(1, Math.round(3600 / stepSeconds))
  let best = { index: -1, sum: 0 }
  for (let index = 0; index + perHour <= steps.length; index++) {
    const sum = steps.slice(index, index + perHour).reduce((all, step) => all + step.expected, 0)
    if (sum > best.sum) best = { index, sum }
  }
  const first = steps[best.index]
  const last = steps[best.index + perHour - 1]
  if (first === undefined || last === undefined || Math.round(expected) === 0)
    return { expected, busiest: null }
  return { expected, busiest: { from: first.from, to: last.from + stepSeconds * 1000 } }
}

// ── staffing ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const staffingDays = ['today', 'yesterday', 'weekAgo'] as const
export type StaffingDay = (typeof staffingDays)[number]

/** The local day meant, as seen at `now`; today goes to its end. */
export function staffingPeriod(day: StaffingDay, now: number, zone: string): Period {
  const back = { today: 0, yesterday: -1, weekAgo: -7 }[day]
  const from = addDays(startOfDay(now, zone), back, zone)
  return { from, to: addDays(from, 1, zone) }
}

export type StaffedHour = Staffing['hours'][number]

/** The hours worth showing: from the first to the last in which somebody was there or somebody came. */
export function shownHours(hours: readonly StaffedHour[]): readonly StaffedHour[] {
  const matters = ({ arrivals, present }: StaffedHour) => arrivals > 0 || present > 0
  const first = hours.findIndex(matters)
  return first < 0 ? [] : hours.slice(first, hours.findLastIndex(matters) + 1)
}

/**
 * Of the hours in which somebody was there and somebody came. `short`: with fewer there than needed. `hopeless`: no number
 * of agents would have helped. `outside`: customers of the other hours, whom nobody was there for.
 */
export function shortages(hours: readonly StaffedHour[]): {
  readonly short: readonly StaffedHour[]
  readonly hopeless: readonly StaffedHour[]
  readonly counted: number
  readonly outside: number
} {
  const isStaffed = ({ present }: StaffedHour) => present >= 0.5
  const asked = hours.filter((hour) => hour.arrivals > 0 && isStaffed(hour))
  return {
    short: asked.filter(({ present, needed }) => needed !== null && needed > Math.round(present)),
    hopeless: asked.filter(({ needed }) => needed === null),
    counted: asked.length,
    outside: hours.reduce((sum, hour) => sum + (isStaffed(hour) ? 0 : hour.arrivals), 0),
  }
}

// ── what-if ──────────────────────────────────────────────────────────────────────────────────────────────────────

export const replayedWeeks = [1, 2, 4] as const
export type ReplayedWeeks = (typeof replayedWeeks)[number]

/** So many whole weeks, Monday to Sunday, before the one that runs. */
export function weeksBefore(weeks: ReplayedWeeks, now: number, zone: string): Period {
  const to = startOfWeek(now, zone)
  return { from: addDays(to, -7 * weeks, zone), to }
}

export const workingDays: readonly number[] = [1, 2, 3, 4, 5]

/** The shift a new row of the form begins with. */
export function newChange(team: string | null): ShiftChange {
  return { team, weekdays: workingDays, from: 9, to: 17, agents: 1 }
}

/** Whether a change means anything: it has days, hours in order and agents. */
export function isWhole({ weekdays, from, to, agents }: ShiftChange): boolean {
  return weekdays.length > 0 && from < to && agents !== 0
}

/** The figures compared, in the order of the table; seconds, shares and hours. */
export const comparedFigures = [
  ['medianFirstResponse', 'duration'],
  ['p90FirstResponse', 'duration'],
  ['inTarget', 'rate'],
  ['medianWait', 'duration'],
  ['utilization', 'rate'],
  ['hours', 'count'],
] as const satisfies readonly (readonly [keyof ReplayFigures, 'duration' | 'rate' | 'count'])[]

/** Hours of the day in which somebody came or was there, before or after the change. */
export function livelyHours(byHour: WhatIf['byHour']): WhatIf['byHour'] {
  const matters = (hour: WhatIf['byHour'][number]) =>
    hour.arrivals > 0 || hour.present > 0 || hour.changedPresent > 0
  const first = byHour.findIndex(matters)
  return first < 0 ? [] : byHour.slice(first, byHour.findLastIndex(matters) + 1)
}

/**
 * Where an axis of waits ends, in minutes: a night's wait of hours would press all others flat. null: nothing is cut.
 */
export function cutAt(minutes: readonly (number | null)[]): number | null {
  const known = minutes.filter((one) => one !== null).toSorted((one, other) => one - other)
  const most = known.at(-1) ?? 0
  const usual = known[Math.floor((known.length - 1) / 2)] ?? 0
  const top = [1, 2, 5, 10, 20, 30, 60, 120, 240, 480].find((one) => one >= 3 * usual) ?? most
  return most > 2 * top ? top : null
}
