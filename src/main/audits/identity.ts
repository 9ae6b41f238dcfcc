/** Which workspace this is, for files that travel between workspaces. */
import { randomBytes } from 'node:crypto'
import { sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'

export interface WorkspaceIdentity {
  /** Another for every workspace.db ever made. */
  readonly id: string
  /** As its first source states it; empty where none does. */
  readonly name: string
}

const key = 'workspaceIdentity'

/** Made the first time it is asked for, and kept for good. */
export function workspaceIdentity(workspaceDb: WritableDb, cache: ReadableDb): WorkspaceIdentity {
  sql(workspaceDb, 'INSERT OR IGNORE INTO settings(key, value) VALUES (?, ?)').run(
    key,
    JSON.stringify(randomBytes(12).toString('hex')),
  )
  return {
    id: JSON.parse(
      value<string>(workspaceDb, 'SELECT value FROM settings WHERE key = ?', key) ?? '""',
    ) as string,
    name: value<string | null>(cache, 'SELECT name FROM workspaces ORDER BY source, id LIMIT 1') ?? '',
  }
}
