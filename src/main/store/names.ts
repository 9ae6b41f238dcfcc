/** The ids the screens use: record ids; where two sources share one, `source/id` for the later source. */
import { rawSql, value, type ReadableDb } from './database.ts'

type Table = 'conversations' | 'contacts' | 'agents' | 'teams' | 'channels'

/** Id of a conversation for the screens. */
export function conversationName(db: ReadableDb, source: number, rid: string): string {
  return nameOf(db, 'conversations', source, rid)
}

/** Row of a conversation by its id; null when there is none. */
export function conversationByName(db: ReadableDb, name: string): number | null {
  const row = value<number>(
    db,
    `SELECT id FROM conversations WHERE source IN (SELECT id FROM sources) AND rid = ? AND started_at IS NOT NULL
     ORDER BY source LIMIT 1`,
    name,
  )
  if (row !== undefined) return row
  for (const [source, ref] of rawSql<[number, string]>(db, 'SELECT id, ref FROM sources').all()) {
    if (!name.startsWith(`${ref}/`)) continue
    const rid = name.slice(ref.length + 1)
    const found = value<number>(db, 'SELECT id FROM conversations WHERE source = ? AND rid = ?', source, rid)
    if (found !== undefined) return found
  }
  return null
}

/** Id of an entity for the screens. */
export function nameOf(db: ReadableDb, table: Table, source: number, rid: string): string {
  const first = value<number>(db, 'SELECT min(id) FROM sources')
  if (source === first) return rid
  const earlier = value(
    db,
    `SELECT 1 FROM ${table} WHERE source IN (SELECT id FROM sources WHERE id < ?) AND rid = ?`,
    source,
    rid,
  )
  if (earlier === undefined) return rid
  return `${value<string>(db, 'SELECT ref FROM sources WHERE id = ?', source) ?? source}/${rid}`
}
