import { createHash } from 'node:crypto'
import { storeFailed } from './errors.ts'
import { sql, value, type WritableDb } from './database.ts'

/** Migration n of a database is entry n - 1. Written once, never changed: the hash of each is kept in the database. */
export type Migrations = readonly string[]

/**
 * Brings a database to the newest version, each migration in a transaction of its own. Throws a `StoreFailure`:
 * `damaged` when a migration that already ran is not the one known here.
 */
export function migrate(db: WritableDb, migrations: Migrations): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > 0) checkHashes(db, migrations, version)
  for (let next = version + 1; next <= migrations.length; next += 1)
    runMigration(db, next, migrations[next - 1] ?? '')
}

function runMigration(db: WritableDb, version: number, migration: string): void {
  const run = db.transaction(() => {
    // Another process may have migrated while this one waited for the lock.
    if (Number(db.pragma('user_version', { simple: true })) >= version) return
    db.exec(
      'CREATE TABLE IF NOT EXISTS migrations(version INTEGER PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID',
    )
    db.exec(migration)
    sql(db, 'INSERT INTO migrations(version, sha256) VALUES (?, ?)').run(version, sha256(migration))
    db.pragma(`user_version = ${version}`)
  })
  run.immediate()
}

function checkHashes(db: WritableDb, migrations: Migrations, version: number): void {
  for (let ran = 1; ran <= version; ran += 1) {
    const hash = value<string>(db, 'SELECT sha256 FROM migrations WHERE version = ?', ran)
    if (hash === sha256(migrations[ran - 1] ?? '')) continue
    throw storeFailed('damaged', 'store.otherBuild', { version: String(ran), file: db.name })
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
