import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { exportTable } from '../../../src/main/exports/exportTable.ts'
import type { ExportTable } from '../../../src/shared/contract.ts'
import { unzipped } from '../../support/zip.ts'

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
            texts.map((text) => (/^\s*[=+\-@\t\r]/u.test(text) ? `'${text}` : text).toWellFormed()),
          )
        },
      ),
    )
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

  it('survives characters XML cannot hold', async () => {
    const rows = [['\u0000\u0008a\uFFFF', 1, 1, 1, null]] as const
    const { bytes } = await exportTable({ ...table, format: 'xlsx', rows })
    expect(unzipped(bytes, 'xl/worksheets/sheet1.xml').length).toBeGreaterThan(0)
  })
})

/** A small reader of RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let inside = false
  for (let index = text.startsWith('\uFEFF') ? 1 : 0; index < text.length; index++) {
    const character = text[index]
    if (inside) {
      if (character !== '"') cell += character
      else if (text[index + 1] === '"') cell += text[index++]
      else inside = false
    } else if (character === '"') inside = true
    else if (character === ',' || (character === '\r' && text[index + 1] === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (character === '\r') {
        rows.push([])
        index += 1
      }
    } else cell += character
  }
  return rows
}
