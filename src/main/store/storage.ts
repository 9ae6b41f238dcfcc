import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { SyncHealth } from '../../shared/contract.ts'
import { value, type ReadableDb } from './database.ts'

/** How much is held, for the sync-health page. */
export function readStorage(db: ReadableDb, dir: string): SyncHealth['storage'] {
  return {
    cacheBytes: sizeOf(join(dir, 'cache.db')),
    walBytes: sizeOf(join(dir, 'cache.db-wal')),
    messages: value<number>(db, 'SELECT count(*) FROM messages') ?? 0,
    conversations: value<number>(db, 'SELECT count(*) FROM conversations WHERE started_at IS NOT NULL') ?? 0,
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
