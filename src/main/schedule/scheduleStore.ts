/** Schedules and their runs, in workspace.db. */
import type { Schedule, ScheduleDraft, ScheduleRun } from '../../shared/reporting.ts'
import type { WritableDb } from '../store/database.ts'
import { notYet } from '../reports/notYet.ts'

export interface ScheduleWrites {
  keepSchedule(draft: ScheduleDraft): Promise<Schedule>
  removeSchedule(id: string): Promise<void>
  keepRun(run: ScheduleRun): Promise<void>
}

export function createScheduleWrites(_ports: {
  readonly workspaceDb: WritableDb
  readonly now: () => number
}): ScheduleWrites {
  return { keepSchedule: notYet, removeSchedule: notYet, keepRun: notYet }
}
