/**
 * How far what is derived is derived. Facts carry the number of the change that wrote them, so that whoever keeps a copy
 * asks for what changed since; the epoch tells a rebuilt database from the one the copy was made of.
 */
import { rawSql, sql, value, type ReadableDb, type WritableDb } from './database.ts'

export interface FactsVersion {
  /** Another for every database ever made. */
  readonly epoch: string
  /** The newest number given to changed facts. */
  readonly version: number
}

export function readFactsVersion(db: ReadableDb): FactsVersion {
  return {
    epoch: String(readMark(db, 'epoch') ?? ''),
    version: Number(readMark(db, 'facts_version') ?? 0),
  }
}

/** The next number, for all facts one transaction writes or takes away. */
export function nextFactsVersion(db: WritableDb): number {
  return (
    rawSql<[number]>(
      db,
      `INSERT INTO derivation(key, value) VALUES ('facts_version', 1)
       ON CONFLICT(key) DO UPDATE SET value = value + 1 RETURNING value`,
    ).get()?.[0] ?? 0
  )
}

/** Conversations whose facts changed after a version, or are gone since. Ascending. */
export function conversationsChangedAfter(db: ReadableDb, version: number): readonly number[] {
  return rawSql<[number]>(
    db,
    // Left to itself SQLite walks all facts, so as to have them in order.
    `SELECT conversation FROM facts INDEXED BY facts_version WHERE version > ?
     UNION SELECT conversation FROM facts_gone INDEXED BY facts_gone_version WHERE version > ? ORDER BY 1`,
  )
    .all(version, version)
    .map(([conversation]) => conversation)
}

/** Some text of a conversation from this row on is unread. */
export function noteUnread(db: WritableDb, conversation: number): void {
  sql(
    db,
    `INSERT INTO derivation(key, value) VALUES ('unread_from', ?)
     ON CONFLICT(key) DO UPDATE SET value = min(value, excluded.value)`,
  ).run(conversation)
}

/**
 * What the rows were last computed with: another value wanted means that something must be computed anew.
 * `facts`: packing, version of the rules' code and settings of the facts; `gap`: of the derived conversations; `texts`, `topics`: what read the messages
 * and by which rules; `recomputed`: while any of these is another than wanted, how many per cent are computed anew; `unread_from`, `reading_from`: the first conversation that may hold an unread text, noted and being seen to.
 */
export type Mark =
  | 'epoch'
  | 'facts_version'
  | 'facts'
  | 'gap'
  | 'texts'
  | 'topics'
  | 'recomputed'
  | 'unread_from'
  | 'reading_from'

/** The share of the past that was computed anew, 0…1, while it does not all follow the settings and this program; null: it does. */
export function readRecomputed(db: ReadableDb): number | null {
  const percent = readMark(db, 'recomputed')
  return percent === undefined ? null : Number(percent) / 100
}

export function readMark(db: ReadableDb, key: Mark): string | number | undefined {
  return value<string | number>(db, 'SELECT value FROM derivation WHERE key = ?', key)
}

export function writeMark(db: WritableDb, key: Mark, mark: string | number): void {
  sql(
    db,
    'INSERT INTO derivation(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
  ).run(key, mark)
}

export function clearMark(db: WritableDb, key: Mark): void {
  sql(db, 'DELETE FROM derivation WHERE key = ?').run(key)
}
