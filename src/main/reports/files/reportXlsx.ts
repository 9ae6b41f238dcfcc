/** A report as a workbook: a sheet a table, in the order they print. */
import type { Report } from '../../../shared/reporting.ts'
import { tablesAsXlsx } from '../../exports/xlsx.ts'

export function reportAsXlsx({ tables, title, subtitle, scope }: Report): Promise<Uint8Array> {
  const notes = [title, subtitle]
  return tablesAsXlsx(
    tables.map((table) => ({ ...table, notes })),
    scope.zone,
  )
}
