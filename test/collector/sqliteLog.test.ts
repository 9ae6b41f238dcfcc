import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteLog } from '../../src/collector/sqliteLog.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-sqlite-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the SQLite log', () => {
  it.skipIf(process.platform === 'win32')('can be read by nobody else on the machine', async () => {
    const log = openSqliteLog(folder)
    await log.probe(1)
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(1)
    for (const { name } of files) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
    await log.close()
  })

  it('of a newer collector is refused and left as it is', async () => {
    await openSqliteLog(folder).close()
    const database = new Database(join(folder, 'collector.db'))
    database.pragma('user_version = 99')
    database.close()
    expect(() => openSqliteLog(folder)).toThrow('written by a newer collector')
  })

  it('is shared by two collectors in one folder without mixing up numbers', async () => {
    const logs = [openSqliteLog(folder), openSqliteLog(folder)]
    const event = { receivedAt: 1, kind: 'webhook', unreadable: false, payload: '1' } as const
    const batch = { events: [event, event], wanted: [], fetched: [] }
    await Promise.all(logs.flatMap((log) => Array.from({ length: 50 }, () => log.append(batch))))
    const seqs = (await logs[0]!.read(0, 1_000, 1_000_000)).map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
    await Promise.all(logs.map((log) => log.close()))
  })
})
