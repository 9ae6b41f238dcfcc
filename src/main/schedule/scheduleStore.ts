/** Schedules and their runs, in workspace.db. */
import { randomUUID } from 'node:crypto'
import type { Schedule, ScheduleDraft, ScheduleRun } from '../../shared/reporting.ts'
import { sql, type WritableDb } from '../store/database.ts'
import { readSchedule } from './scheduleRows.ts'
import { checkSchedule } from './scheduleSchema.ts'

export interface ScheduleWrites {
  /** Periods that ended before it was made, or before its rhythm was changed, are none of its business. */
  keepSchedule(draft: ScheduleDraft): Promise<Schedule>
  /** Its runs go with it; files stay where they are. */
  removeSchedule(id: string): Promise<void>
  keepRuns(runs: readonly ScheduleRun[]): Promise<void>
}

export function createScheduleWrites({
  workspaceDb: db,
  now,
}: {
  readonly workspaceDb: WritableDb
  readonly now: () => number
}): ScheduleWrites {
  const keepRuns = db.transaction((runs: readonly ScheduleRun[]) => {
    const kept = sql(
      db,
      `INSERT INTO schedule_runs(schedule, period_from, period_to, due_at, state, content) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET state = excluded.state, content = excluded.content
       WHERE state <> 'done' OR excluded.state = 'done'`,
    )
    for (const run of runs)
      kept.run(run.schedule, run.from, run.to, run.dueAt, run.state, JSON.stringify(run))
  })
  const remove = db.transaction((id: string) => {
    sql(db, 'DELETE FROM schedule_runs WHERE schedule = ?').run(id)
    sql(db, 'DELETE FROM report_schedules WHERE id = ?').run(id)
  })
  return {
    async keepSchedule(draft) {
      const checked = checkSchedule(draft)
      const before = checked.id === null ? null : readSchedule(db, checked.id)
      const at = now()
      const schedule: Schedule = {
        ...checked,
        id: before?.id ?? randomUUID(),
        since: before !== null && hasSameRhythm(before, checked) ? before.since : at,
      }
      sql(
        db,
        `INSERT INTO report_schedules(id, content, since, changed_at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET content = excluded.content, since = excluded.since, changed_at = excluded.changed_at`,
      ).run(schedule.id, JSON.stringify(schedule), schedule.since, at)
      return schedule
    },
    removeSchedule: async (id) => remove.immediate(id),
    keepRuns: async (runs) => keepRuns.immediate(runs),
  }
}

/** One that rested does not make up for what it slept through. */
function hasSameRhythm(before: Schedule, after: ScheduleDraft): boolean {
  const wakes = after.active && !before.active
  const named = ['every', 'on', 'at', 'zone'] as const
  return !wakes && named.every((key) => before[key] === after[key])
}
