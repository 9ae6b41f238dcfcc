/** How far each stream is: committed together with the rows of its last page. */
import { rawSql, value, type ReadableDb } from './database.ts'

export interface Cursor {
  readonly cursor: string
  /** Epoch milliseconds. */
  readonly completeTo: number | null
  readonly backfilledTo: number | null
  /** The last page said that no more was to be had. */
  readonly finished: boolean
}

export function readCursor(db: ReadableDb, source: string, stream: string): Cursor | null {
  const row = rawSql<[string, number | null, number | null, number]>(
    db,
    `SELECT cursor, complete_to, backfilled_to, done FROM cursors
     WHERE source = (SELECT id FROM sources WHERE ref = ?) AND stream = ?`,
  ).get(source, stream)
  return row ? { cursor: row[0], completeTo: row[1], backfilledTo: row[2], finished: row[3] === 1 } : null
}

/** What a source brought so far: records applied and things rejected. */
export function sourceCounts(
  db: ReadableDb,
  source: string,
): { readonly records: number; readonly rejected: number } {
  const of = '(SELECT id FROM sources WHERE ref = ?)'
  return {
    records:
      value<number>(db, `SELECT coalesce(sum(records), 0) FROM cursors WHERE source = ${of}`, source) ?? 0,
    rejected: value<number>(db, `SELECT count(*) FROM quarantine WHERE source = ${of}`, source) ?? 0,
  }
}

/** The time to which everything is held: the earliest of the sources that can say. Null when none can. */
export function readCompleteTo(db: ReadableDb): number | null {
  return (
    value<number | null>(
      db,
      `SELECT min(reached) FROM (SELECT max(complete_to) AS reached FROM cursors GROUP BY source) WHERE reached IS NOT NULL`,
    ) ?? null
  )
}
