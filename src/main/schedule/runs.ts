/** What a schedule's next step is: pure, by the clock's reading and by what was done before. */
import type { Failure } from '../../shared/contract.ts'
import type { Schedule, ScheduleRun } from '../../shared/reporting.ts'
import { nextDue, periodsDue } from './duePeriods.ts'

const minute = 60_000

/** Longer absences leave the oldest out: nobody reads a year of daily reports at once. */
export const mostCaughtUp = 35
const mostTries = 6
/** After the first failure, the second, … */
const retryAfter = [minute, 5 * minute, 15 * minute, 60 * minute, 180 * minute]
/** Data that is not complete is looked at anew this often. */
const lookAgain = minute

/**
 * The runs of periods that fell due since the last one known, the earliest first: to be kept before anything is made.
 * `known`: when the newest run fell due; null: there was none.
 */
export function newRuns(schedule: Schedule, known: number | null, now: number): readonly ScheduleRun[] {
  const after = Math.max(schedule.since, known ?? schedule.since)
  const periods = periodsDue(schedule, after, now)
  return periods.map((period, index): ScheduleRun => ({
    schedule: schedule.id,
    ...period,
    state: index < periods.length - mostCaughtUp ? 'left_out' : 'waiting',
    tries: 0,
    triedAt: null,
    madeAt: null,
    files: [],
    completeTo: null,
    reason: null,
    told: false,
  }))
}

/** What a report would be made of. */
export interface DataState {
  /** How far data is complete; null: nobody can say. */
  readonly completeTo: number | null
  /** The share that follows the present rules, 0…1, while the past is computed anew; null: all of it does. */
  readonly recomputed: number | null
}

export type Step =
  | { readonly kind: 'make' }
  /** Not before the moment. */
  | { readonly kind: 'wait'; readonly until: number }

/** Whether a waiting run is to be made now: it is patient with a sync that is behind and with figures that are recomputed. */
export function stepOf(
  run: ScheduleRun,
  { patience }: Pick<Schedule, 'patience'>,
  { completeTo, recomputed }: DataState,
  now: number,
): Step {
  if (run.tries > 0) {
    const again = (run.triedAt ?? run.dueAt) + (retryAfter[run.tries - 1] ?? 0)
    if (now < again) return { kind: 'wait', until: again }
  }
  const patientUntil = run.dueAt + patience * minute
  const isComplete = (completeTo === null || completeTo >= run.to) && recomputed === null
  if (!isComplete && now < patientUntil)
    return { kind: 'wait', until: Math.min(patientUntil, now + lookAgain) }
  return { kind: 'make' }
}

/** The run after a try that failed. */
export function failedRun(
  { reasonWords: _before, ...run }: ScheduleRun,
  { message, words }: Pick<Failure, 'message' | 'words'>,
  now: number,
): ScheduleRun {
  const tries = run.tries + 1
  return {
    ...run,
    tries,
    triedAt: now,
    reason: message,
    ...(words && { reasonWords: { ...words, key: `${words.key}.message` } }),
    state: tries >= mostTries ? 'failed' : 'waiting',
    told: false,
  }
}

/** The run after it was made; how far data was complete is told only where that was before the period's end. */
export function doneRun(
  { reasonWords: _before, ...run }: ScheduleRun,
  files: readonly string[],
  { completeTo, recomputed }: DataState,
  now: number,
): ScheduleRun {
  const isPartial = completeTo !== null && completeTo < run.to
  return {
    ...run,
    state: 'done',
    tries: run.tries + 1,
    triedAt: now,
    madeAt: now,
    files,
    completeTo: isPartial ? completeTo : null,
    ...(recomputed !== null && { recomputed }),
    reason: null,
    told: false,
  }
}

/** When the schedule is due next; null: it rests. */
export function nextAt(schedule: Schedule, known: number | null, now: number): number | null {
  if (!schedule.active) return null
  return nextDue(schedule, Math.max(schedule.since, known ?? schedule.since, now)).dueAt
}
