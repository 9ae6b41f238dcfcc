/** A report as a workbook: a sheet a table, in the order they print. */
import type { Report } from '../../../shared/reporting.ts'
import { tableAsXlsx } from '../../exports/xlsx.ts'

export async function reportAsXlsx({ tables, title, scope }: Report): Promise<Uint8Array> {
  const [first] = tables
  return tableAsXlsx({
    format: 'xlsx',
    name: '',
    title: first?.title ?? title,
    columns: first?.columns ?? [],
    rows: first?.rows ?? [],
    zone: scope.zone,
    notes: [],
  })
}
