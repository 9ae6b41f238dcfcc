/** Rows through a real engine: the thread that makes them, what it tells, and what is left when it is given up. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine.ts'
import type { Events } from '../../../src/shared/contract.ts'
import { chaoticRecords } from '../../reference/chaos.ts'
import { createMemoryShell, openEngine, wholeScope } from '../../support/workspace.ts'

let folder = ''
let engine: Engine
let path = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-thread-'))
  path = join(folder, 'rows.xlsx')
  const shell = { ...createMemoryShell(), chooseFile: async () => ({ path, keep: async () => path }) }
  engine = await openEngine(join(folder, 'workspace'), { shell, tells: false })
  const file = join(folder, 'records.ndjson')
  writeFileSync(
    file,
    chaoticRecords(1)
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  )
  await engine.writer?.importFiles([file])
  await engine.reader.refresh({ conversations: null, dictionary: true })
}, 120_000)
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const query = {
  dataset: 'messages',
  format: 'xlsx',
  scope: wholeScope(0, Date.UTC(2100, 0)),
  language: 'en',
  hideNames: true,
} as const

it('a file of rows is made, told of, and made again with the same bytes', async () => {
  const told: Events['saving'][] = []
  const stop = engine.listen('saving', (how) => void told.push(how))
  const { saved, rows } = await engine.api.saveRows(query)
  stop()
  expect({ saved, any: rows > 0 }).toEqual({ saved: path, any: true })
  const of = told.at(-1)?.of ?? 0
  expect(told[0]).toEqual({ rows: 0, of })
  expect(told.at(-1)).toEqual({ rows: of, of })
  const first = readFileSync(path)
  await engine.api.saveRows(query)
  expect(Buffer.compare(first, readFileSync(path))).toBe(0)
}, 120_000)

it('one that is given up leaves the older file, and no draft', async () => {
  writeFileSync(path, 'old')
  const saving = engine.api.saveRows(query)
  await engine.api.cancelRows()
  // It may just have been done.
  const { saved } = await saving
  expect(readFileSync(path).equals(Buffer.from('old'))).toBe(saved === null)
  expect(existsSync(`${path}.new`)).toBe(false)
  expect((await engine.api.saveRows(query)).saved).toBe(path)
}, 120_000)
