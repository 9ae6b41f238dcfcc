import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { exportTable } from '../../../src/main/exports/exportTable.ts'
import type { ExportTable } from '../../../src/shared/contract.ts'
import { parseCsv, readSheet } from '../../support/tables.ts'
import { unzipped } from '../../support/zip.ts'
import { tableAsCsv } from '../../../src/main/exports/csv.ts'
import { tablesAsXlsx } from '../../../src/main/exports/xlsx.ts'

/** As OWASP lists them. */
function startsLikeFormula(text: string): boolean {
  return /^\s*[=+\-@\t\r\n＝＋－＠]/u.test(text) && !/^-\d+(?:\.\d+)?$/u.test(text)
}

const looksLikeMarkup = fc.constantFrom(
  '_x0041_',
  '_x005F_x0041_',
  '<f>1</f>',
  '&lt;',
  ' a ',
  '\r\n',
  ']]>',
  '=1+1',
)

const table: ExportTable = {
  format: 'csv',
  name: 'agents',
  title: 'Agents',
  columns: [
    { title: 'Agent', kind: 'text' },
    { title: 'First response', kind: 'duration' },
    { title: 'CSAT', kind: 'rate' },
    { title: 'Closed', kind: 'count' },
    { title: 'Last reply', kind: 'time' },
  ],
  rows: [
    ['Ana, "the fast"', 41.5, 0.875, 12, Date.UTC(2026, 6, 1, 10, 30)],
    ['=HYPERLINK("http://evil.example")', null, null, 0, null],
    ['林小美', 90_061, 1, 3, Date.UTC(2026, 0, 1)],
  ],
  zone: 'Europe/Berlin',
  notes: ['1 July to 31 July 2026, all teams'],
}

describe('a table as CSV', () => {
  it('writes numbers as they are, nothing for what cannot be known, and keeps texts texts', async () => {
    const { name, bytes } = await exportTable(table)
    expect(name).toBe('agents.csv')
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      [
        '\uFEFFAgent,First response (s),CSAT,Closed,Last reply',
        '"Ana, ""the fast""",41.5,0.875,12,2026-07-01T12:30:00+02:00',
        `"'=HYPERLINK(""http://evil.example"")",,,0,`,
        '林小美,90061,1,3,2026-01-01T01:00:00+01:00',
        '',
      ].join('\r\n'),
    )
  })

  it('can be read back cell by cell, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const columns = texts.map(() => ({ title: 'x', kind: 'text' as const }))
          const { bytes } = await exportTable({ ...table, columns, rows: [texts] })
          const [, row] = parseCsv(new TextDecoder().decode(bytes))
          expect(row).toEqual(
            texts.map((text) => (startsLikeFormula(text) ? `'${text}` : text).toWellFormed()),
          )
        },
      ),
    )
  })

  it('keeps negative numbers numbers, also as text, and no text that begins like a formula', () => {
    const columns = [{ title: 'x', kind: 'text' as const }]
    const texts = ['-12.5', '-1+1', '+49 30', '@SUM(A1)', '\tx', ' \n=x', '＝1', '－1', 'x=1', '-']
    const csv = tableAsCsv({ ...table, columns, rows: texts.map((text) => [text]) })
    expect(parseCsv(new TextDecoder().decode(csv)).slice(1).flat()).toEqual([
      '-12.5',
      `'-1+1`,
      `'+49 30`,
      `'@SUM(A1)`,
      `'\tx`,
      `' \n=x`,
      `'＝1`,
      `'－1`,
      'x=1',
      `'-`,
    ])
    const numbers = tableAsCsv({ ...table, columns: [{ title: 'n', kind: 'score' }], rows: [[-3.25]] })
    expect(new TextDecoder().decode(numbers)).toBe('n\r\n-3.25\r\n')
  })

  it('leaves the mark of spreadsheets out where it is not wanted', () => {
    const start = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1', 0, 5)
    expect(start(tableAsCsv(table))).toBe('\u00EF\u00BB\u00BFAg')
    expect(start(tableAsCsv(table, { mark: false }))).toBe('Agent')
  })

  it('refuses a row that does not fit its columns', async () => {
    await expect(exportTable({ ...table, rows: [['only one']] })).rejects.toThrow('Row 1 of the table')
  })
})

describe('a table as a spreadsheet', () => {
  it('has typed cells: durations in days, rates, times local to the zone, texts never formulas', async () => {
    const { name, bytes } = await exportTable({ ...table, format: 'xlsx' })
    expect(name).toBe('agents.xlsx')
    const sheet = unzipped(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toContain('<f>')
    const numbers = [...sheet.matchAll(/<v>([^<]*)<\/v>/gu)].map(([, value]) => Number(value))
    expect(numbers).toContain(41.5 / 86_400)
    expect(numbers).toContain(0.875)
    // 1 July 2026 12:30 in Berlin: 46,204 days after 30 December 1899, and 12.5 hours.
    expect(numbers.some((value) => Math.abs(value - (46_204 + 12.5 / 24)) < 1e-9)).toBe(true)
    expect(sheet).toContain('frozen')
    expect(sheet).toContain('r="A6"')
  })

  it('holds texts as long as a cell can be, and cuts longer ones', async () => {
    const columns = ['a', 'b', 'c'].map((title) => ({ title, kind: 'text' as const }))
    const row = ['&'.repeat(32_767), 'x'.repeat(40_000), 'ü'.repeat(32_767)]
    const { bytes } = await exportTable({ ...table, format: 'xlsx', columns, rows: [row, row] })
    const cut = row.map((text) => text.slice(0, 32_767))
    expect(
      readSheet(bytes)
        .rows.slice(0, 2)
        .map((cells) => Object.values(cells)),
    ).toEqual([cut, cut])
  })

  it('holds every text as it is, whatever it looks like', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), looksLikeMarkup), { minLength: 1 }),
        async (texts) => {
          const columns = texts.map((_, index) => ({ title: `c${index}`, kind: 'text' as const }))
          const sheet = readSheet(
            (await exportTable({ ...table, format: 'xlsx', columns, rows: [texts], notes: [] })).bytes,
          )
          // oxlint-disable-next-line no-control-regex -- what XML cannot hold is left out
          const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu
          expect(Object.values(sheet.rows[0] ?? {})).toEqual(
            texts.map((text) => text.toWellFormed().replaceAll(forbidden, '')),
          )
        },
      ),
    )
  })

  it('has one sheet a table, each under a name of its own that a sheet may have', async () => {
    const titles = [
      'Agents: July/August?',
      "'",
      'agents  july august ',
      'x'.repeat(40),
      'X'.repeat(40),
      '𝒜'.repeat(31),
      'History',
    ]
    const bytes = await tablesAsXlsx(
      titles.map((title) => ({ ...table, title })),
      table.zone,
    )
    const names = [...unzipped(bytes, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/gu)].map(
      ([, name = '']) => name,
    )
    expect(names).toEqual([
      'Agents  July August',
      'Floorwalker',
      'agents  july august 2',
      'x'.repeat(31),
      `${'X'.repeat(29)} 2`,
      '𝒜'.repeat(15),
      'History 2',
    ])
    for (const sheet of titles.keys()) expect(readSheet(bytes, sheet + 1).rows[2]?.['Agent']).toBe('林小美')
    const notes = readSheet(bytes, 2).rows.at(-1)
    expect(notes?.['Agent']).toBe('1 July to 31 July 2026, all teams')
  })

  it('is the same bytes whenever it is made, and opens with nothing in it', async () => {
    const [one, other] = [await tablesAsXlsx([table], table.zone), await tablesAsXlsx([table], table.zone)]
    expect(Buffer.compare(one, other)).toBe(0)
    expect(unzipped(await tablesAsXlsx([], 'UTC'), 'xl/worksheets/sheet1.xml')).toContain('<sheetData>')
  })

  it('survives characters XML cannot hold', async () => {
    const rows = [['\u0000\u0008a\uFFFF', 1, 1, 1, null]] as const
    const { bytes } = await exportTable({ ...table, format: 'xlsx', rows })
    expect(unzipped(bytes, 'xl/worksheets/sheet1.xml').length).toBeGreaterThan(0)
  })
})
