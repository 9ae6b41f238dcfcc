/** The sources people added, in workspace.db. Secrets are named here, never held. */
import type { StoredSource } from '../sources/open.ts'
import { rawSql, sql, type ReadableDb, type WritableDb } from './database.ts'

export interface SourceEntry {
  readonly id: string
  readonly name: string
  readonly config: StoredSource
  readonly paused: boolean
}

export function listSources(db: ReadableDb): readonly SourceEntry[] {
  return rawSql<[string, string, string, number]>(
    db,
    'SELECT id, name, config, paused FROM sources ORDER BY added_at, id',
  )
    .all()
    .map(([id, name, config, paused]) => ({
      id,
      name,
      config: JSON.parse(config) as StoredSource,
      paused: paused === 1,
    }))
}

export function addSource(
  db: WritableDb,
  source: {
    readonly id: string
    readonly name: string
    readonly config: StoredSource
    readonly addedAt: number
  },
): void {
  sql(db, 'INSERT INTO sources(id, kind, name, config, added_at) VALUES (?, ?, ?, ?, ?)').run(
    source.id,
    source.config.kind,
    source.name,
    JSON.stringify(source.config),
    source.addedAt,
  )
}

/** Forgets a source; what it brought stays in the cache. */
export function removeSource(db: WritableDb, id: string): void {
  sql(db, 'DELETE FROM sources WHERE id = ?').run(id)
}

export function pauseSource(db: WritableDb, id: string, paused: boolean): void {
  sql(db, 'UPDATE sources SET paused = ? WHERE id = ?').run(paused ? 1 : 0, id)
}
