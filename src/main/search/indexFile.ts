/**
 * search.db: the index in a file of its own. It is derived, so it may be deleted at any time; it belongs to one cache.db and
 * is made anew for another.
 */
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { readMark } from '../store/derivation.ts'
import { sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { prefixLengths } from './beginnings.ts'

/** "FloS". */
const application = 0x466c6f53
/** Raise it with every change of what terms a document gives or how they are kept: older files are made anew. */
const format = 3
const file = 'search.db'

const schema = `
CREATE TABLE state(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
-- what is indexed under which number; edited: its text is that of an edit
CREATE TABLE documents(slot INTEGER PRIMARY KEY, ref INTEGER NOT NULL, edited INTEGER NOT NULL);
CREATE UNIQUE INDEX documents_ref ON documents(ref);
-- terms of three characters and more, of which beginnings are looked up; what is no longer written stays
CREATE TABLE words(word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE postings USING fts5(terms, content='', contentless_delete=1, tokenize='ascii', prefix='${prefixLengths.join(' ')}');
INSERT INTO postings(postings, rank) VALUES ('automerge', 8);
-- never many at once, which whoever writes would wait for: there are a few hundred when a first build ends
INSERT INTO postings(postings, rank) VALUES ('crisismerge', 1900);
INSERT INTO postings(postings, rank) VALUES ('hashsize', 67108864);
`

/**
 * `epoch`: of the cache.db it belongs to. `batch`: number of the last batch of changes taken from it. `building`: the next
 * conversation of the first build, newest first, 0 when all are in; `contacts`: the last contact of the first build.
 */
export type StateKey = 'epoch' | 'batch' | 'building' | 'contacts' | 'documents'

export function readState(index: ReadableDb, key: StateKey): string | number | undefined {
  return value<string | number>(index, 'SELECT value FROM state WHERE key = ?', key)
}

export function writeState(index: WritableDb, key: StateKey, state: string | number): void {
  sql(
    index,
    'INSERT INTO state(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
  ).run(key, state)
}

export type Opened<Db> =
  | { readonly kind: 'open'; readonly index: Db }
  /** There is none, or one of another cache.db or another version: one is made. */
  | { readonly kind: 'missing' }
  /** A file nobody can read, or not ours: it stays until somebody asks for another. */
  | { readonly kind: 'damaged' }

/** Opens the index of this cache.db; never throws. */
export function openIndex(dir: string, cache: ReadableDb, mode: 'writer'): Opened<WritableDb>
export function openIndex(dir: string, cache: ReadableDb, mode: 'reader'): Opened<ReadableDb>
export function openIndex(dir: string, cache: ReadableDb, mode: 'writer' | 'reader'): Opened<ReadableDb> {
  const path = join(dir, file)
  if (!existsSync(path)) return { kind: 'missing' }
  if (isGivenUp(cache)) return { kind: 'damaged' }
  let db: Database.Database | null = null
  try {
    // A file that was only begun is nobody's loss.
    if (statSync(path).size === 0) return { kind: 'missing' }
    db = new Database(path, { readonly: mode === 'reader', fileMustExist: true, timeout: 5000 })
    if (Number(db.pragma('application_id', { simple: true })) !== application) {
      db.close()
      return { kind: 'damaged' }
    }
    const index = db as ReadableDb
    if (Number(db.pragma('user_version', { simple: true })) !== format || !belongsTo(index, cache, mode)) {
      db.close()
      return { kind: 'missing' }
    }
    configure(db, mode)
    return { kind: 'open', index }
  } catch {
    db?.close()
    return { kind: 'damaged' }
  }
}

/** Deletes what is there and makes an empty index. Throws what the file system says where it cannot be deleted. */
export function createIndex(dir: string, cache: ReadableDb): WritableDb {
  const path = join(dir, file)
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
  const db = new Database(path, { timeout: 5000 })
  db.pragma('page_size = 8192')
  db.pragma('journal_mode = WAL')
  configure(db, 'writer')
  const index = db as WritableDb
  const make = db.transaction(() => {
    db.exec(schema)
    writeState(index, 'epoch', String(readMark(cache, 'epoch') ?? ''))
    writeState(index, 'batch', readBatch(cache))
    writeState(index, 'documents', 0)
    writeState(index, 'contacts', 0)
    const last = value<number | null>(cache, 'SELECT max(id) FROM conversations') ?? 0
    writeState(index, 'building', last)
    db.pragma(`application_id = ${application}`)
    db.pragma(`user_version = ${format}`)
  })
  make.immediate()
  return index
}

/** Pages in the log at which whoever writes writes them back: few, because the writer thread waits for them. */
export const ownWriteBack = 2000

/** 0: never, another does it. */
export function writeBackAt(index: WritableDb, pages: number): void {
  // Whoever is told last may come after it was closed.
  if (index.open) index.pragma(`wal_autocheckpoint = ${pages}`)
}

/** Another for every file that ever had its name; null: there is none. */
export function identityOf(dir: string): string | null {
  try {
    const { ino, birthtimeMs } = statSync(join(dir, file))
    return `${ino}:${birthtimeMs}`
  } catch {
    return null
  }
}

export function sizeOf(dir: string): number {
  let bytes = 0
  for (const end of ['', '-wal'])
    try {
      bytes += statSync(join(dir, file + end)).size
    } catch {
      // What is not there takes no room.
    }
  return bytes
}

/** Number of the last batch of changes that was taken out of `search_pending`. */
export function readBatch(cache: ReadableDb): number {
  return value<number>(cache, 'SELECT number FROM search_batch') ?? 0
}

/** Whether the writer found the file damaged. */
function isGivenUp(cache: ReadableDb): boolean {
  return value<number>(cache, 'SELECT given_up FROM search_batch') === 1
}

/**
 * A cache.db put back from a copy is older than the index, or newer: what was taken from it between is not what the index
 * has. A reader may see an older state of the cache than the writer has indexed meanwhile.
 */
function belongsTo(index: ReadableDb, cache: ReadableDb, mode: 'writer' | 'reader'): boolean {
  const ahead = Number(readState(index, 'batch')) - readBatch(cache)
  const isNear = ahead >= 0 && (mode === 'reader' || ahead <= 1)
  return isNear && readState(index, 'epoch') === readMark(cache, 'epoch')
}

function configure(db: Database.Database, mode: 'writer' | 'reader'): void {
  db.pragma('synchronous = NORMAL')
  db.pragma(`wal_autocheckpoint = ${ownWriteBack}`)
  db.pragma('journal_size_limit = 67108864')
  db.pragma(`cache_size = ${mode === 'writer' ? -131072 : -65536}`)
  db.pragma('mmap_size = 2147418112')
  db.pragma('temp_store = MEMORY')
  db.pragma('trusted_schema = OFF')
}
