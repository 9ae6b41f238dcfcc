/** LibreOffice opens our spreadsheets and shows the same numbers. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tablesAsXlsx, type SheetTable } from '../../../src/main/exports/xlsx.ts'
import { parseCsv } from '../../support/tables.ts'

const office = ['soffice', 'localc'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})
if (office === undefined)
  process.stderr.write(
    'LibreOffice is not here (apt install libreoffice-calc-nogui): nobody opened a spreadsheet with it.\n',
  )

const table: SheetTable = {
  title: 'Agents',
  columns: [
    { title: 'Agent', kind: 'text' },
    { title: 'First response', kind: 'duration' },
    { title: 'CSAT', kind: 'rate' },
    { title: 'Closed', kind: 'count' },
    { title: 'Score', kind: 'score' },
    { title: 'Last reply', kind: 'time' },
  ],
  rows: [
    ['=1+1', 41.5, 0.875, -12, 4.25, Date.UTC(2026, 6, 1, 10, 30, 5)],
    ['_x0041_ <b>林小美</b> & "x" 😀', 90_061, 1, 1_234_567, 0.1, Date.UTC(2026, 0, 1)],
    ['', null, null, null, null, null],
  ],
  notes: ['All teams'],
}

/** Fields by commas, texts in quotes, UTF-8, numbers in full, every sheet a file. */
const asValues = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

it.skipIf(office === undefined)(
  'LibreOffice shows the same numbers on every sheet',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'floorwalker-office-'))
    try {
      writeFileSync(
        join(folder, 'tables.xlsx'),
        await tablesAsXlsx([table, { ...table, title: 'Teams' }], 'Europe/Berlin'),
      )
      // A profile of its own, so that no other LibreOffice of this machine is asked.
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      const args = [
        profile,
        '--headless',
        '--convert-to',
        asValues,
        '--outdir',
        folder,
        join(folder, 'tables.xlsx'),
      ]
      execFileSync(office ?? '', args, { stdio: 'ignore' })
      for (const sheet of ['Agents', 'Teams']) {
        const rows = parseCsv(
          readFileSync(join(folder, `tables-${sheet}.csv`), 'utf8').replaceAll('\n', '\r\n'),
        )
        expect(rows.slice(0, 3)).toEqual([
          ['Agent', 'First response', 'CSAT', 'Closed', 'Score', 'Last reply'],
          ['=1+1', '00:41.50', '87.5%', '-12', '4.25', '2026-07-01 12:30:05'],
          ['_x0041_ <b>林小美</b> & "x" 😀', '25:01:01', '100%', '1234567', '0.1', '2026-01-01 01:00:00'],
        ])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  60_000,
)
