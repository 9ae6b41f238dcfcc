import type { WritableDb } from '../../src/main/store/database.ts'

/** The database without its rows: many examples of a property need no file of their own each. */
export function emptied(db: WritableDb): WritableDb {
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
    .pluck()
    .all() as readonly string[]
  for (const table of tables) if (!kept.includes(table)) db.prepare(`DELETE FROM ${table}`).run()
  return db
}

/** What says how far things were derived and indexed: it only goes on. */
const kept = ['derivation', 'search_batch']
