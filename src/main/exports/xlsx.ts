/** Tables as a spreadsheet: typed cells, frozen heads, the notes under the rows. Nothing in it is a formula. */
import type { ExportTable } from '../../shared/contract.ts'
import { createWorkbook } from './xlsx/workbook.ts'

/** One sheet: a table with its title and what is printed under it. */
export type SheetTable = Pick<ExportTable, 'title' | 'columns' | 'rows' | 'notes'>

/** The spreadsheet's bytes. Durations are true durations (fractions of a day), times are local to the table's zone. */
export function tableAsXlsx(table: ExportTable): Promise<Uint8Array> {
  return tablesAsXlsx([table], table.zone)
}

/**
 * One sheet a table, in their order; a workbook of none has one empty sheet. Names are made unique and fit for a sheet.
 * @throws RangeError for a table of more than 1,048,575 rows.
 */
export async function tablesAsXlsx(tables: readonly SheetTable[], zone: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const workbook = createWorkbook((bytes) => void parts.push(bytes))
  for (const table of tables.length > 0 ? tables : [nothing]) {
    const { title, columns, rows, notes } = table
    const widths = columns.map((column, index) => widthOf(column.title, rows, index))
    await workbook.beginSheet({ title, columns, widths, zone })
    for (const row of rows) await workbook.row((column) => row[column] ?? null)
    if (notes.length > 0) await workbook.notes(notes)
  }
  await workbook.finish()
  return new Uint8Array(Buffer.concat(parts))
}

const nothing: SheetTable = { title: '', columns: [], rows: [], notes: [] }

function widthOf(title: string, rows: ExportTable['rows'], column: number): number {
  return rows
    .slice(0, 200)
    .reduce((width, row) => Math.max(width, String(row[column] ?? '').length), title.length)
}
