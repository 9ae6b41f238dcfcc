/** Rows of schedules and runs, as they were kept. */
import type { Schedule, ScheduleRun } from '../../shared/reporting.ts'
import { sql, value, type ReadableDb } from '../store/database.ts'

interface Kept {
  readonly content: string
}

export function readSchedules(db: ReadableDb): readonly Schedule[] {
  return sql<Kept>(db, 'SELECT content FROM report_schedules ORDER BY since, id').all().map(scheduleOf)
}

export function readSchedule(db: ReadableDb, id: string): Schedule | null {
  const row = sql<Kept>(db, 'SELECT content FROM report_schedules WHERE id = ?').get(id)
  return row === undefined ? null : scheduleOf(row)
}

/** The newest run of a schedule; null: there is none. */
export function readLastRun(db: ReadableDb, schedule: string): ScheduleRun | null {
  const row = sql<Kept>(
    db,
    'SELECT content FROM schedule_runs WHERE schedule = ? ORDER BY due_at DESC, period_from DESC LIMIT 1',
  ).get(schedule)
  return row === undefined ? null : runOf(row)
}

export function readRun(
  db: ReadableDb,
  schedule: string,
  period: { readonly from: number; readonly to: number },
): ScheduleRun | null {
  const row = sql<Kept>(
    db,
    'SELECT content FROM schedule_runs WHERE schedule = ? AND period_from = ? AND period_to = ?',
  ).get(schedule, period.from, period.to)
  return row === undefined ? null : runOf(row)
}

/** Runs still to be made, the earliest first. */
export function readWaitingRuns(db: ReadableDb): readonly ScheduleRun[] {
  return sql<Kept>(
    db,
    `SELECT content FROM schedule_runs WHERE state = 'waiting' ORDER BY due_at, schedule, period_from`,
  )
    .all()
    .map(runOf)
}

/** Runs that are done or were given up, and of which nobody was told, the earliest first. */
export function readUntoldRuns(db: ReadableDb): readonly ScheduleRun[] {
  return sql<Kept>(
    db,
    `SELECT content FROM schedule_runs
     WHERE state IN ('done', 'failed') AND json_extract(content, '$.told') = 0
     ORDER BY due_at, schedule, period_from`,
  )
    .all()
    .map(runOf)
}

/** Newest first; `after`: how many to pass over. */
export function readRuns(
  db: ReadableDb,
  query: { readonly schedule: string | null; readonly after: string | null; readonly limit: number },
): { readonly rows: readonly ScheduleRun[]; readonly next: string | null; readonly total: number } {
  const from = Number(query.after ?? 0)
  const rows = sql<Kept>(
    db,
    `SELECT content FROM schedule_runs WHERE schedule = coalesce(?, schedule)
     ORDER BY due_at DESC, schedule, period_from DESC LIMIT ? OFFSET ?`,
  )
    .all(query.schedule, query.limit + 1, from)
    .map(runOf)
  const total =
    value<number>(
      db,
      'SELECT count(*) FROM schedule_runs WHERE schedule = coalesce(?, schedule)',
      query.schedule,
    ) ?? 0
  const next = rows.length > query.limit ? String(from + query.limit) : null
  return { rows: rows.slice(0, query.limit), next, total }
}

// What is read here was written from the same shapes by the writer, behind its schema.
const scheduleOf = ({ content }: Kept) => JSON.parse(content) as Schedule
const runOf = ({ content }: Kept) => JSON.parse(content) as ScheduleRun
