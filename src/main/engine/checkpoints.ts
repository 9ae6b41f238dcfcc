import { sql, type WritableDb } from '../store/database.ts'

const everyMs = 30_000

/**
 * Empties the write-ahead log while nothing else happens. SQLite's own checkpoints leave the file as long as it ever
 * was, and hide a failing disk; this one would throw, and the next write says so to the person.
 */
export function startCheckpoints(cache: WritableDb): { stop(): void } {
  const timer = setInterval(() => {
    try {
      sql(cache, 'PRAGMA wal_checkpoint(TRUNCATE)').all()
    } catch {
      // The next page meets the same fault in a transaction, where it is told and nothing is half done.
      return
    }
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
