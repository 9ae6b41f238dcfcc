import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import type { EventLog } from '../../src/collector/log.ts'
import { openPostgresLog } from '../../src/collector/postgresLog.ts'
import { openSqliteLog } from '../../src/collector/sqliteLog.ts'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'

/** Where a log can be kept: opening the same place twice opens the same log. */
export interface Place {
  readonly options: { readonly dataDir: string } | { readonly databaseUrl: string }
  open(): Promise<EventLog>
}

export interface Store {
  readonly name: 'sqlite' | 'postgres'
  /** A new, empty place. */
  place(): Promise<Place>
}

/** Runs the same tests against both stores. Where PostgreSQL cannot be had, they are skipped, and the run says so. */
export async function forEachStore(tests: (store: Store) => void): Promise<void> {
  describe('sqlite', () => {
    const folders: string[] = []
    afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))
    tests({
      name: 'sqlite',
      async place() {
        const dataDir = await mkdtemp(join(tmpdir(), 'floorwalker-collector-'))
        folders.push(dataDir)
        return { options: { dataDir }, open: async () => openSqliteLog(dataDir) }
      },
    })
  })
  await withPostgres((postgres) => {
    tests({
      name: 'postgres',
      async place() {
        const databaseUrl = await postgres().createDatabase()
        return {
          options: { databaseUrl },
          open: () =>
            openPostgresLog(databaseUrl, (error) => {
              throw error
            }),
        }
      },
    })
  })
}

/** Tests that need PostgreSQL. */
export async function withPostgres(tests: (postgres: () => TestPostgres) => void): Promise<void> {
  const started = await startPostgres()
  if ('unavailable' in started) {
    process.stderr.write(
      `\n*** NOT TESTED: the collector on PostgreSQL, because ${started.unavailable} ***\n\n`,
    )
  }
  describe.skipIf('unavailable' in started)('postgres', () => {
    afterAll(async () => {
      if ('stop' in started) await started.stop()
    })
    tests(() => {
      if ('unavailable' in started) throw new Error(started.unavailable)
      return started
    })
  })
}
