import type Database from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that may read. */
export type ReadableDb = Database.Database & { readonly [readable]: true }
/** The one connection that may write. */
export type WritableDb = ReadableDb & { readonly [writable]: true }

/** What a column can hold, short of blobs. */
export type Cell = string | number | null

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()
const rawStatements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** A statement, prepared once a connection. Rows come as objects. */
export function sql<Row = unknown>(db: ReadableDb, source: string): Database.Statement<unknown[], Row> {
  return prepared(statements, db, source, false) as Database.Statement<unknown[], Row>
}

/** A statement, prepared once a connection. Rows come as arrays, in the order of the columns: several times faster. */
export function rawSql<Row extends readonly unknown[]>(
  db: ReadableDb,
  source: string,
): Database.Statement<unknown[], Row> {
  return prepared(rawStatements, db, source, true) as Database.Statement<unknown[], Row>
}

/** The first column of the first row; undefined when there is no row. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows the type of the column
export function value<T>(db: ReadableDb, source: string, ...parameters: readonly unknown[]): T | undefined {
  return rawSql<[T]>(db, source).get(...parameters)?.[0]
}

function prepared(
  cache: WeakMap<Database.Database, Map<string, Database.Statement>>,
  db: ReadableDb,
  source: string,
  raw: boolean,
): Database.Statement {
  let ofDb = cache.get(db)
  if (!ofDb) cache.set(db, (ofDb = new Map()))
  let statement = ofDb.get(source)
  if (!statement) {
    statement = db.prepare(source)
    if (raw) statement.raw()
    ofDb.set(source, statement)
  }
  return statement
}
