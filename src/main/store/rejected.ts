/** What could not be read, and what the sources said about themselves, for the sync-health page. */
import type { List, Rejected, SyncHealth } from '../../shared/contract.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { clampLimit, pageOf } from './keyset.ts'

const shownOfRaw = 2000
const latestNotices = 100

export function countRejected(db: ReadableDb): number {
  return value<number>(db, 'SELECT count(*) FROM quarantine') ?? 0
}

/** Newest first. */
export function listRejected(
  db: ReadableDb,
  query: { readonly after: string | null; readonly limit: number },
): List<Rejected> {
  const limit = clampLimit(query.limit)
  const before = query.after === null ? Number.MAX_SAFE_INTEGER : Number(query.after)
  const rows = rawSql<[number, number, string, string, string, number]>(
    db,
    `SELECT q.id, q.at, s.ref, q.reason, substr(q.raw, 1, ${shownOfRaw}), q.times FROM quarantine q JOIN sources s ON s.id = q.source
     WHERE q.id < ? ORDER BY q.id DESC LIMIT ?`,
  ).all(before, limit + 1)
  return pageOf(
    rows,
    limit,
    ([, at, source, reason, raw, times]) => ({ at, source, reason, raw, times }),
    ([id]) => String(id),
  )
}

/** Newest first. */
export function listNotices(db: ReadableDb): SyncHealth['notices'] {
  return rawSql<[number, SyncHealth['notices'][number]['severity'], string, string]>(
    db,
    `SELECT at, severity, kind, text FROM notices ORDER BY at DESC LIMIT ${latestNotices}`,
  )
    .all()
    .map(([at, severity, kind, text]) => ({ at, severity, kind, text }))
}
