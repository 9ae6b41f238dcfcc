/** Facts as rows: one packed row a conversation, with a number that says when it last changed. */
import { rawSql, sql, type ReadableDb, type WritableDb } from './database.ts'

/** Writes a conversation's packed facts. Facts that did not change keep their version. */
export function putFacts(db: WritableDb, conversation: number, version: number, packed: Uint8Array): void {
  sql(
    db,
    `INSERT INTO facts(conversation, version, data) VALUES (?, ?, ?)
     ON CONFLICT(conversation) DO UPDATE SET version = excluded.version, data = excluded.data WHERE data <> excluded.data`,
  ).run(conversation, version, packed)
  sql(db, 'DELETE FROM facts_gone WHERE conversation = ?').run(conversation)
}

/** Takes the facts of these conversations away, and keeps that they are gone. */
export function takeAwayFacts(db: WritableDb, version: number, conversations: readonly number[]): void {
  const gone = sql(db, 'DELETE FROM facts WHERE conversation = ?')
  const keep = sql(db, 'INSERT OR REPLACE INTO facts_gone(conversation, version) VALUES (?, ?)')
  for (const conversation of conversations)
    if (gone.run(conversation).changes > 0) keep.run(conversation, version)
}

/** Packed facts by conversation row; null for one that has none (any more). */
export function readFacts(db: ReadableDb, ids: readonly number[]): ReadonlyMap<number, Uint8Array | null> {
  const select = rawSql<[Uint8Array]>(db, 'SELECT data FROM facts WHERE conversation = ?')
  return new Map(ids.map((id) => [id, select.get(id)?.[0] ?? null]))
}

/** Every conversation's packed facts, by row. Nothing else may run on the connection while it iterates. */
export function* allFacts(db: ReadableDb): Generator<readonly [conversation: number, data: Uint8Array]> {
  yield* rawSql<[number, Uint8Array]>(
    db,
    'SELECT conversation, data FROM facts ORDER BY conversation',
  ).iterate()
}

/** Packed facts of the next conversations after a row, in order. Between two calls anything may run. */
export function factsAfter(
  db: ReadableDb,
  conversation: number,
  limit: number,
): readonly (readonly [conversation: number, data: Uint8Array])[] {
  return rawSql<[number, Uint8Array]>(
    db,
    'SELECT conversation, data FROM facts WHERE conversation > ? ORDER BY conversation LIMIT ?',
  ).all(conversation, limit)
}
