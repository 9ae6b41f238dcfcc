import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { StoreFailure } from '../../../src/main/store/errors.ts'
import { lockProfile } from '../../../src/main/store/lock.ts'
import { migrate } from '../../../src/main/store/migrate.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/database.ts'

function failureOf(action: () => unknown): StoreFailure {
  try {
    action()
  } catch (error) {
    if (error instanceof StoreFailure) return error
    throw error
  }
  throw new Error('nothing failed')
}

/** A cache that was opened once and closed. */
function closedCache(): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder()
  openCache(folder, 'writer').close()
  return { folder, file: join(folder, 'cache.db') }
}

it('opens what it made, for writing and for reading', () => {
  const folder = temporaryFolder()
  const writer = openCache(folder, 'writer')
  expect(writer.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(writer.pragma('page_size', { simple: true })).toBe(8192)
  const reader = openCache(folder, 'reader')
  expect(reader.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0)
  expect(() => reader.prepare('DELETE FROM messages').run()).toThrow('readonly')
  reader.close()
  writer.close()
  const workspace = openWorkspaceDb(folder, 'writer')
  expect(workspace.pragma('synchronous', { simple: true })).toBe(2)
  workspace.close()
})

it('does not read a file whose making was cut off', () => {
  const { folder, file } = closedCache()
  const db = new Database(file)
  db.exec('DROP TABLE messages')
  db.exec('DROP TABLE migrations')
  db.pragma('user_version = 0')
  db.close()
  expect(failureOf(() => openCache(folder, 'reader'))).toMatchObject({ kind: 'invalid' })
})

it('refuses a file of a newer version by both numbers and leaves every byte', () => {
  const { folder, file } = closedCache()
  const db = new Database(file)
  db.pragma('user_version = 9')
  db.close()
  const before = readFileSync(file)
  const failure = failureOf(() => openCache(folder, 'writer'))
  expect(failure).toMatchObject({ kind: 'newer', message: expect.stringMatching(/format is 9.*knows 7\b/) })
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('takes an empty file for damage and not for a first run', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'workspace.db'), '')
  expect(failureOf(() => openWorkspaceDb(folder, 'writer'))).toMatchObject({ kind: 'damaged' })
  expect(statSync(join(folder, 'workspace.db')).size).toBe(0)
})

it('takes a foreign database, the other database and no database at all for damage', () => {
  const { folder, file } = closedCache()
  copyFileSync(file, join(folder, 'workspace.db'))
  expect(failureOf(() => openWorkspaceDb(folder, 'writer')).message).toContain(
    'is no database of this application',
  )
  writeFileSync(file, 'a letter to Ana, longer than the hundred bytes a header has. '.repeat(400))
  expect(failureOf(() => openCache(folder, 'writer'))).toMatchObject({ kind: 'damaged' })
})

it('finds a page that was overwritten', () => {
  const { folder, file } = closedCache()
  writeSync(openSync(file, 'r+'), Buffer.alloc(8192, 0x41), 0, 8192, 8192 * 3)
  const before = readFileSync(file)
  expect(failureOf(() => openCache(folder, 'writer'))).toMatchObject({ kind: 'damaged' })
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('forgets a first start that was cut off', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'cache.db.new'), 'half a file')
  openCache(folder, 'writer').close()
  expect(existsSync(join(folder, 'cache.db.new'))).toBe(false)
})

it('runs each migration once, in order, and refuses one that was changed', () => {
  const db = new Database(join(temporaryFolder(), 'some.db')) as unknown as WritableDb
  migrate(db, ['CREATE TABLE a(x)'])
  migrate(db, ['CREATE TABLE a(x)', 'CREATE TABLE b(x); INSERT INTO b VALUES (1)'])
  migrate(db, ['CREATE TABLE a(x)', 'CREATE TABLE b(x); INSERT INTO b VALUES (1)'])
  expect(db.prepare('SELECT count(*) FROM b').pluck().get()).toBe(1)
  const changed = failureOf(() =>
    migrate(db, ['CREATE TABLE a(x, y)', 'CREATE TABLE b(x); INSERT INTO b VALUES (1)']),
  )
  expect(changed).toMatchObject({ kind: 'damaged', message: expect.stringContaining('Version 1') })
  db.close()
})

it('keeps nothing of a migration that fails', () => {
  const db = new Database(join(temporaryFolder(), 'some.db')) as unknown as WritableDb
  expect(() => migrate(db, ['CREATE TABLE a(x); CREATE TABLE a(x)'])).toThrow('already exists')
  expect(db.pragma('user_version', { simple: true })).toBe(0)
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'a'").pluck().get()).toBe(0)
  db.close()
})

it('locks a workspace, names who holds it and lets go', () => {
  const folder = temporaryFolder()
  const lock = lockProfile(folder, { pid: 123, what: 'the desktop app' })
  const failure = failureOf(() => lockProfile(folder, { pid: 124, what: 'the command line' }))
  expect(failure).toMatchObject({
    kind: 'locked',
    message: 'This workspace is in use by the desktop app (process 123); nothing was changed.',
  })
  lock.release()
  lock.release()
  lockProfile(folder, { pid: 124, what: 'the command line' }).release()
})

it('frees the lock of a process that was killed', async () => {
  const folder = temporaryFolder()
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { lockProfile } = await import(${JSON.stringify(join(import.meta.dirname, '../../../src/main/store/lock.ts'))})
       lockProfile(${JSON.stringify(folder)}, { pid: process.pid, what: 'a test' })
       process.stdout.write('held')
       setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  expect(failureOf(() => lockProfile(folder, { pid: 1, what: 'me' })).message).toContain(
    `process ${child.pid}`,
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
  lockProfile(folder, { pid: 1, what: 'me' }).release()
})

it.skipIf(process.platform === 'win32')(
  'says that the disk is full, keeps what was there and goes on later',
  () => {
    const folder = temporaryFolder()
    const support = JSON.stringify(join(import.meta.dirname, 'fullDisk.child.ts'))
    // 6 MB a file, in blocks of 1 KiB: enough for the schema, too little for the messages.
    const limited = spawnSync(
      'bash',
      ['-c', `ulimit -f 6000; exec "$0" ${support} "$1"`, process.execPath, folder],
      {
        encoding: 'utf8',
      },
    )
    const [said, kept] = JSON.parse(limited.stdout || '[]') as [{ kind: string; message: string }, number]
    expect(said, limited.stderr).toMatchObject({
      kind: 'full',
      message: 'The disk is full: sync is paused, everything so far is kept.',
    })
    const cache = openCache(folder, 'writer')
    expect(cache.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(kept).toBeGreaterThan(0)
    expect(cache.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(kept)
    expect(cache.prepare('SELECT cursor FROM cursors').pluck().get()).toBe(String(kept))
    cache.close()
  },
)
