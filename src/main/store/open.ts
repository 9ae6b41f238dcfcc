import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { phrase } from '../../shared/phrases.ts'
import { asStoreFailure, storeFailed, StoreFailure } from './errors.ts'
import { migrate, type Migrations } from './migrate.ts'
import { cache0001 } from './migrations/cache-0001.ts'
import { cache0002 } from './migrations/cache-0002.ts'
import { cache0003 } from './migrations/cache-0003.ts'
import { cache0004 } from './migrations/cache-0004.ts'
import { cache0005 } from './migrations/cache-0005.ts'
import { cache0006 } from './migrations/cache-0006.ts'
import { cache0007 } from './migrations/cache-0007.ts'
import { workspace0001 } from './migrations/workspace-0001.ts'
import { workspace0002 } from './migrations/workspace-0002.ts'
import { workspace0003 } from './migrations/workspace-0003.ts'
import { workspace0004 } from './migrations/workspace-0004.ts'
import { workspace0005 } from './migrations/workspace-0005.ts'
import type { ReadableDb, WritableDb } from './database.ts'

interface Kind {
  readonly file: string
  /** SQLite's application_id: four letters that say whose file this is. */
  readonly application: number
  readonly migrations: Migrations
  readonly pragmas: readonly string[]
  readonly whenDamaged: `store.badFileTodo.${'cache' | 'workspace'}`
}

const cacheKind: Kind = {
  file: 'cache.db',
  application: 0x466c6f43, // "FloC"
  migrations: [cache0001, cache0002, cache0003, cache0004, cache0005, cache0006, cache0007],
  // 6,000 pages of 8 KiB: the log is written back at 47 MB and stays under 64 MB; fewer, longer write-backs are faster.
  pragmas: ['synchronous = NORMAL', 'wal_autocheckpoint = 6000', 'journal_size_limit = 67108864'],
  whenDamaged: 'store.badFileTodo.cache',
}

const workspaceKind: Kind = {
  file: 'workspace.db',
  application: 0x466c6f57, // "FloW"
  migrations: [workspace0001, workspace0002, workspace0003, workspace0004, workspace0005],
  pragmas: ['synchronous = FULL'],
  whenDamaged: 'store.badFileTodo.workspace',
}

/** Opens the cache of a workspace; a writer creates and migrates it. Throws a `StoreFailure` and leaves the file as it was. */
export function openCache(dir: string, mode: 'writer'): WritableDb
export function openCache(dir: string, mode: 'reader'): ReadableDb
export function openCache(dir: string, mode: 'writer' | 'reader'): ReadableDb {
  return open(dir, cacheKind, mode)
}

/** Opens the database of what exists only here; a writer creates and migrates it. Throws a `StoreFailure`. */
export function openWorkspaceDb(dir: string, mode: 'writer'): WritableDb
export function openWorkspaceDb(dir: string, mode: 'reader'): ReadableDb
export function openWorkspaceDb(dir: string, mode: 'writer' | 'reader'): ReadableDb {
  return open(dir, workspaceKind, mode)
}

function open(dir: string, kind: Kind, mode: 'writer' | 'reader'): ReadableDb {
  const path = join(dir, kind.file)
  let db: Database.Database | null = null
  try {
    if (mode === 'writer') mkdirSync(dir, { recursive: true, mode: 0o700 })
    if (existsSync(path)) checkFile(path, kind, mode)
    else if (mode === 'writer') create(path, kind)
    db = new Database(path, { readonly: mode === 'reader', fileMustExist: true, timeout: 5000 })
    configure(db, kind, mode)
    if (mode === 'writer') migrate(db as WritableDb, kind.migrations)
    return db as ReadableDb
  } catch (error) {
    db?.close()
    const failure = asStoreFailure(error)
    if (failure === null) throw error
    throw failure.kind === 'damaged' && !(error instanceof StoreFailure)
      ? damaged(kind, path, 'damaged', error)
      : failure
  }
}

/** Makes an empty database under another name and renames it, so that a file of this name is always ours and never empty. */
function create(path: string, kind: Kind): void {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  const db = new Database(draft)
  db.pragma('page_size = 8192')
  db.pragma(`application_id = ${kind.application}`)
  db.close()
  renameSync(draft, path)
}

function configure(db: Database.Database, kind: Kind, mode: 'writer' | 'reader'): void {
  if (mode === 'writer') db.pragma('journal_mode = WAL')
  for (const pragma of kind.pragmas) db.pragma(pragma)
  db.pragma(`cache_size = ${mode === 'writer' ? -262144 : -65536}`)
  db.pragma('mmap_size = 2147418112')
  db.pragma('temp_store = MEMORY')
  db.pragma('foreign_keys = OFF')
  db.pragma('trusted_schema = OFF')
}

/** Looks at an existing file without changing a byte of it: a foreign, empty, damaged or newer file is refused. */
function checkFile(path: string, kind: Kind, mode: 'writer' | 'reader'): void {
  const { size } = statSync(path)
  if (size === 0) throw damaged(kind, path, 'empty')
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    const application = Number(db.pragma('application_id', { simple: true }))
    const version = Number(db.pragma('user_version', { simple: true }))
    if (application !== kind.application) throw damaged(kind, path, 'foreign')
    if (version > kind.migrations.length)
      throw storeFailed('newer', 'store.newer', {
        path,
        format: String(version),
        known: String(kind.migrations.length),
      })
    if (mode === 'reader' && version < kind.migrations.length)
      throw storeFailed('invalid', 'store.older', { path })
    // A large cache is checked by "verify": its damage shows when a page is read, and everything in it can be had again.
    const check = mode === 'writer' && size < 128 * 2 ** 20
    if (check && db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(kind, path, 'damaged')
  } finally {
    db.close()
  }
}

function damaged(
  kind: Kind,
  path: string,
  what: 'damaged' | 'empty' | 'foreign',
  cause?: unknown,
): StoreFailure {
  return storeFailed(
    'damaged',
    'store.badFile',
    { path, what: phrase(`store.badFileIs.${what}`), todo: phrase(kind.whenDamaged) },
    cause,
  )
}
