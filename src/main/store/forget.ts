import { nextFactsVersion } from './derivation.ts'
import { takeAwayFacts } from './facts.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from './database.ts'

/** The sources the cache holds anything of, oldest first. `ref` is the id they have in workspace.db. */
export function sourceRows(db: ReadableDb): readonly { readonly row: number; readonly ref: string }[] {
  return sql<{ row: number; ref: string }>(db, 'SELECT id AS row, ref FROM sources ORDER BY id').all()
}

/**
 * Deletes everything a source brought, in one transaction. Answers the rows of the conversations that are gone, so that
 * columns can drop them.
 */
export function forgetSource(db: WritableDb, source: string): readonly number[] {
  const run = db.transaction(() => {
    const row = value<number>(db, 'SELECT id FROM sources WHERE ref = ?', source)
    if (row === undefined) return []
    const gone = rawSql<[number]>(db, 'SELECT id FROM conversations WHERE source = ?')
      .all(row)
      .map(([id]) => id)
    takeAwayFacts(db, nextFactsVersion(db), gone)
    for (const table of ofConversation)
      sql(
        db,
        `DELETE FROM ${table} WHERE conversation IN (SELECT id FROM conversations WHERE source = ?)`,
      ).run(row)
    for (const table of ofSource) sql(db, `DELETE FROM ${table} WHERE source = ?`).run(row)
    sql(db, 'DELETE FROM sources WHERE id = ?').run(row)
    return gone
  })
  return run.immediate()
}

const ofConversation = ['flags', 'conversation_events', 'assignments']
const ofSource = [
  'cursors',
  'quarantine',
  'notices',
  'workspaces',
  'channels',
  'teams',
  'agents',
  'contacts',
  'contact_aliases',
  'messages',
  'early_statuses',
  'comments',
  'surveys',
  'ratings',
  'presence',
  'shifts',
  'working_hours',
  'link_clicks',
  'conversions',
  'removals',
  'conversations',
]
