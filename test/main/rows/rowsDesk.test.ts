import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRowsDesk, type RowsThread } from '../../../src/main/rows/rowsDesk.ts'
import type { RowsQuery } from '../../../src/shared/reporting.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'floorwalker-rows-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const query: RowsQuery = {
  dataset: 'messages',
  format: 'parquet',
  scope: {
    from: Date.UTC(2026, 4, 4, 22),
    to: Date.UTC(2026, 4, 5),
    zone: 'Europe/Berlin',
    agents: [],
    teams: [],
    channels: [],
    categories: [],
  },
  language: 'en',
  hideNames: true,
}

/** A desk whose thread writes a draft and then waits to be told what became of it. */
function desk(options: { readonly chosen?: boolean } = {}) {
  const path = join(folder, 'kept.parquet')
  const ended = Promise.withResolvers<{ readonly rows: number }>()
  const begun = Promise.withResolvers<void>()
  const asked: string[] = []
  let ends = 0
  const thread: RowsThread = {
    writeRows(wanted) {
      writeFileSync(`${wanted.path}.new`, 'half')
      begun.resolve()
      return ended.promise
    },
    async end() {
      ends += 1
      ended.reject(new Error('a thread ended with code 1'))
    },
  }
  const told: unknown[] = []
  const made = createRowsDesk({
    shell: {
      async chooseFile({ name, type }) {
        asked.push(name, type)
        return options.chosen === false ? null : { path, keep: async () => 'kept' }
      },
    },
    async start(limits, saving) {
      asked.push(Object.keys(limits).join())
      saving({ rows: 1, of: 2 })
      return thread
    },
    emit: (how) => void told.push(how),
  })
  return { ...made, path, begun: begun.promise, ended, asked, told, ends: () => ends }
}

describe('saving rows', () => {
  it('asks where first, names the file by its day, and ends the thread when it is done', async () => {
    const { saveRows, asked, ended, told, ends } = desk()
    ended.resolve({ rows: 12 })
    expect(await saveRows(query)).toEqual({ saved: 'kept', rows: 12 })
    expect(asked).toEqual([
      'floorwalker-messages-2026-05-05.parquet',
      'application/vnd.apache.parquet',
      'maxYoungGenerationSizeMb,maxOldGenerationSizeMb',
    ])
    expect(told).toEqual([{ rows: 1, of: 2 }])
    expect(ends()).toBe(1)
  })

  it('begins nothing where they changed their mind', async () => {
    const { saveRows, ends } = desk({ chosen: false })
    expect(await saveRows(query)).toEqual({ saved: null, rows: 0 })
    expect(ends()).toBe(0)
  })

  it('can be given up: the older file stays, the draft goes, and another may be made', async () => {
    const { saveRows, cancelRows, path, begun } = desk()
    writeFileSync(path, 'old')
    const saving = saveRows(query)
    await begun
    await expect(saveRows(query)).rejects.toMatchObject({ kind: 'busy' })
    await cancelRows()
    expect(await saving).toEqual({ saved: null, rows: 0 })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(existsSync(`${path}.new`)).toBe(false)
    await expect(saveRows(query), 'begun anew').rejects.toThrow('a thread ended')
  })

  it('says what went wrong, and takes the draft away', async () => {
    const { saveRows, path, begun, ended } = desk()
    const saving = saveRows(query)
    await begun
    ended.reject(new Error('the disk is full'))
    await expect(saving).rejects.toThrow('the disk is full')
    expect(existsSync(`${path}.new`)).toBe(false)
  })
})
