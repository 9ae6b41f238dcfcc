/** A table as a spreadsheet: typed cells, a frozen head, the notes under the rows. Nothing in it is a formula. */
import writeExcelFile, { type Row } from 'write-excel-file/node'
import type { ExportTable } from '../../shared/contract.ts'
import { offsetAt } from '../../shared/period.ts'

type Kind = ExportTable['columns'][number]['kind']

const daySeconds = 86_400
const dayMs = daySeconds * 1000
/** Spreadsheets count days from 30 December 1899. */
const daysBefore1970 = 25_569
/** What a spreadsheet can show of one cell. */
const longestText = 32_767

const formats: Readonly<Record<Exclude<Kind, 'text'>, string>> = {
  count: '#,##0',
  duration: '[h]:mm:ss',
  rate: '0.0%',
  score: '0.00',
  time: 'yyyy-mm-dd hh:mm',
}

/** The spreadsheet's bytes. Durations are true durations (fractions of a day), times are local to the table's zone. */
export async function tableAsXlsx(table: ExportTable): Promise<Uint8Array> {
  const head: Row = table.columns.map(({ title }) => ({
    value: clean(title),
    type: String,
    fontWeight: 'bold',
  }))
  const rows = table.rows.map((row): Row =>
    row.map((value, index) => cellOf(value, table.columns[index]?.kind ?? 'text', table.zone)),
  )
  const widths = table.columns.map((column, index) => ({ width: widthOf(column.title, table.rows, index) }))
  const notes = table.notes.map((note): Row => [{ value: clean(note), type: String }])
  const data = [head, ...rows, ...(notes.length > 0 ? [[], ...notes] : [])]
  const options = { sheet: sheetName(table.title), columns: widths, stickyRowsCount: 1 }
  return new Uint8Array(await writeExcelFile(data, options).toBuffer())
}

function cellOf(value: string | number | null, kind: Kind, zone: string): Row[number] {
  if (value === null) return null
  if (typeof value === 'string') return { value: clean(value), type: String }
  if (kind === 'text') return { value: String(value), type: String }
  return { value: numberOf(value, kind, zone), type: Number, format: formats[kind] }
}

function numberOf(value: number, kind: Exclude<Kind, 'text'>, zone: string): number {
  if (kind === 'duration') return value / daySeconds
  if (kind === 'time') return (value + offsetAt(value, zone)) / dayMs + daysBefore1970
  return value
}

/** Control characters are no XML; a longer text would make the file unreadable. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are exactly the characters XML forbids
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '').slice(0, longestText)
}

/** At most 31 characters, none that a sheet's name may not have. */
function sheetName(title: string): string {
  return (
    clean(title)
      .replaceAll(/[\\/?*[\]:']/gu, ' ')
      .slice(0, 31)
      .trim() || 'Floorwalker'
  )
}

function widthOf(title: string, rows: ExportTable['rows'], column: number): number {
  let width = title.length
  for (const row of rows.slice(0, 200)) width = Math.max(width, String(row[column] ?? '').length)
  return Math.min(60, Math.max(10, width + 2))
}
