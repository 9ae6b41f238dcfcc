/** What the reader thread answers of schedules. */
import type { Api } from '../../shared/contract.ts'
import type { Schedule, ScheduleRun, ScheduleState } from '../../shared/reporting.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { readCompleteTo } from '../store/cursors.ts'
import { readRecomputed } from '../store/derivation.ts'
import { type DataState, nextAt } from './runs.ts'
import {
  readLastRun,
  readRun,
  readRuns,
  readSchedule,
  readSchedules,
  readUntoldRuns,
  readWaitingRuns,
} from './scheduleRows.ts'

/** What the desk decides by. */
export interface ScheduleGround {
  readonly schedules: readonly (Schedule & { readonly knownTo: number | null })[]
  readonly waiting: readonly ScheduleRun[]
  readonly data: DataState
}

export interface ScheduleReads extends Pick<Api, 'schedules' | 'scheduleRuns'> {
  scheduleGround(): Promise<ScheduleGround>
  untoldRuns(): Promise<readonly ScheduleRun[]>
  findSchedule(id: string): Promise<ScheduleState | null>
  findRun(
    schedule: string,
    period: { readonly from: number; readonly to: number },
  ): Promise<ScheduleRun | null>
}

export function createScheduleReads({
  cache,
  workspaceDb: db,
  now,
}: Pick<ReadPorts, 'cache' | 'workspaceDb' | 'now'>): ScheduleReads {
  const stateOf = (schedule: Schedule): ScheduleState => {
    const last = readLastRun(db, schedule.id)
    return { ...schedule, last, nextAt: nextAt(schedule, last?.dueAt ?? null, now()) }
  }
  return {
    schedules: () => Promise.resolve(readSchedules(db).map(stateOf)),
    scheduleRuns: (query) => Promise.resolve(readRuns(db, query)),
    scheduleGround: () =>
      Promise.resolve({
        schedules: readSchedules(db).map((schedule) => ({
          ...schedule,
          knownTo: readLastRun(db, schedule.id)?.dueAt ?? null,
        })),
        waiting: readWaitingRuns(db),
        data: { completeTo: readCompleteTo(cache), recomputed: readRecomputed(cache) },
      }),
    untoldRuns: () => Promise.resolve(readUntoldRuns(db)),
    findSchedule(id) {
      const schedule = readSchedule(db, id)
      return Promise.resolve(schedule === null ? null : stateOf(schedule))
    },
    findRun: (schedule, period) => Promise.resolve(readRun(db, schedule, period)),
  }
}
