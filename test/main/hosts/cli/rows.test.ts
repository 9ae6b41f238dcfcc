import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnsMarkdown } from '../../../../src/main/rows/columnDocs.ts'
import { rowColumns } from '../../../../src/main/rows/writeRows.ts'
import type { MetricsAnswer, ValueFigure } from '../../../../src/shared/contract.ts'
import { datasets } from '../../../../src/shared/reporting.ts'
import { parseCsv, readParquet, readSheet } from '../../../support/tables.ts'
import { call, openOffice, type Office } from './commandLine.ts'

let office: Office
beforeAll(async () => void (office = await openOffice()))
afterAll(() => office.close())

const whole = ['--from', '2026-05-01', '--to', '2026-06-01', '--zone', 'Europe/Berlin'] as const
const lists = datasets.map((dataset) => ({ dataset, columns: rowColumns({ dataset, hideNames: false }) }))

describe('floorwalker rows', () => {
  it('writes each dataset in each format, as many rows as it says, and what it says equals metrics', async () => {
    const { total } = await office.json<MetricsAnswer>('metrics', ...whole)
    const of = (id: 'conversations_opened' | 'messages_received' | 'messages_sent') =>
      (total.metrics[id] as ValueFigure).value ?? 0
    const file = (name: string) => join(office.folder, name)
    const rows = (...args: readonly string[]) =>
      office.json<{ readonly saved: string; readonly rows: number }>('rows', ...args, ...whole)
    const conversations = await rows('conversations', '--csv', file('c.csv'))
    expect(conversations).toEqual({ saved: file('c.csv'), rows: of('conversations_opened') })
    expect(parseCsv(readFileSync(file('c.csv'), 'utf8'))).toHaveLength(conversations.rows + 1)
    const messages = await rows('messages', '--parquet', file('m.parquet'), '--show-names')
    expect(messages.rows).toBe(of('messages_received') + of('messages_sent'))
    expect((await readParquet(file('m.parquet'))).rows).toHaveLength(messages.rows)
    await rows('conversations', '--xlsx', file('c.xlsx'))
    const { names } = readSheet(readFileSync(file('c.xlsx')), 2)
    expect(names).toEqual(['Column', 'Unit', 'Meaning'])
  }, 120_000)

  it('tells how far it is beside the answer, and leaves the mark out of CSV where that is asked', async () => {
    const path = join(office.folder, 'plain.csv')
    const { code, out, err } = await office.call('rows', 'messages', ...whole, '--csv', path, '--no-bom')
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+ rows written to .*plain\.csv\.\n$/u),
    })
    expect(err).toMatch(/messages looked at/u)
    expect(readFileSync(path, 'utf8').startsWith('conversation_number,')).toBe(true)
  }, 120_000)

  it('leaves an older file as it was where the new one cannot be written', async () => {
    const path = join(office.folder, 'older.csv')
    writeFileSync(path, 'old')
    const gone = await office.call('rows', 'messages', ...whole, '--csv', join(path, 'x.csv'))
    expect(gone.code).toBe(1)
    expect(gone.err).toContain('could not be written: there is no such folder; nothing was changed.')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(existsSync(`${path}.new`)).toBe(false)
  }, 120_000)

  it('says what is wrong with a call', async () => {
    const wrong = async (...args: readonly string[]) => {
      const { code, err } = await office.call('rows', ...args)
      return `${code} ${err.trim()}`
    }
    expect(await wrong()).toBe('2 Say which rows: conversations or messages.')
    expect(await wrong('messages')).toBe('2 Give one of --csv FILE, --xlsx FILE and --parquet FILE.')
    expect(await wrong('messages', '--csv', 'a', '--xlsx', 'b')).toBe(
      '2 Give one of --csv FILE, --xlsx FILE and --parquet FILE.',
    )
  })

  it('lists every column, as the page in the documentation has it', async () => {
    const page = readFileSync(new URL('../../../../docs/exports.md', import.meta.url), 'utf8')
    expect(page, 'run: npm run -s floorwalker -- rows --list --markdown > docs/exports.md').toBe(
      `${columnsMarkdown(lists)}\n`,
    )
    const { out } = await call('rows', '--list')
    for (const { columns } of lists) for (const { name } of columns) expect(out).toContain(`  ${name}  (`)
  })
})
