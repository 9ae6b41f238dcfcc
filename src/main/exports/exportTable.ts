/** A table somebody looks at, as a file: the same cells, in the same order. */
import type { ExportTable } from '../../shared/contract.ts'
import { tableAsCsv } from './csv.ts'
import { tableAsXlsx } from './xlsx.ts'

export interface TableFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<ExportTable['format'], string>

/** The file of a table. @throws RangeError for a row with more or fewer cells than there are columns. */
export async function exportTable(table: ExportTable): Promise<TableFile> {
  const wrong = table.rows.findIndex((row) => row.length !== table.columns.length)
  if (wrong >= 0)
    throw new RangeError(`Row ${wrong + 1} of the table has another number of cells than there are columns.`)
  const bytes = table.format === 'csv' ? tableAsCsv(table) : await tableAsXlsx(table)
  return { name: `${table.name}.${table.format}`, type: types[table.format], bytes }
}
