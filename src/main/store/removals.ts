import type { RecordOf } from '../../shared/records.ts'
import { derivedPrefix } from './conversations.ts'
import { sql } from './database.ts'
import { PoisonRecord, type Work } from './work.ts'

/** Remembers what is gone, so that whatever comes later of it stays gone. True when the record said something new. */
export function keepRemoval(work: Work, record: RecordOf<'removed'>): boolean {
  if (record.of === 'conversation' && record.id.startsWith(derivedPrefix))
    throw new PoisonRecord(`removed: ids that begin with "${derivedPrefix}" are given by this application`)
  return (
    sql(
      work.db,
      `INSERT INTO removals(source, of, rid, at, reason) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT(source, of, rid) DO UPDATE SET at = min(at, excluded.at), reason = max(reason, excluded.reason)
       WHERE excluded.at < at OR excluded.reason > reason`,
    ).run(work.source, record.of, record.id, record.at, record.reason).changes > 0
  )
}
