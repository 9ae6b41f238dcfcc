/**
 * A report as CSV (RFC 4180): one long table, a line a figure, so that one head fits blocks of every shape. Values are raw:
 * durations in seconds, rates 0…1, times as ISO 8601 in the report's zone, nothing where nothing was measured.
 */
import { toZonedIso } from '../../../shared/period.ts'
import type { Report, ReportColumn, ReportTable } from '../../../shared/reporting.ts'
import { tableAsCsv } from '../../exports/csv.ts'

type Cell = ReportTable['rows'][number][number]

/** The unit a column's values are in. */
const units = {
  text: '',
  count: 'count',
  duration: 's',
  rate: 'ratio',
  score: 'score',
  time: 'time',
} as const satisfies Record<ReportColumn['kind'], string>

const head = ['block', 'title', 'row', 'column', 'metric', 'part', 'unit', 'value']

export function reportAsCsv({ tables, scope: { zone } }: Pick<Report, 'tables' | 'scope'>): Uint8Array {
  return tableAsCsv({
    format: 'csv',
    name: '',
    title: '',
    columns: head.map((title) => ({ title, kind: 'text' })),
    rows: tables.flatMap((table) => linesOf(table, zone)),
    zone,
    notes: [],
  })
}

/** A line for each value of a row; its texts say what the row is of. */
function linesOf(table: ReportTable, zone: string): readonly (readonly Cell[])[] {
  return table.rows.flatMap((row) => {
    const texts = row.filter((cell, index) => table.columns[index]?.kind === 'text' && cell !== null)
    return table.columns.flatMap(({ title, kind, metric, part }, index) => {
      if (kind === 'text') return []
      const cell = row[index] ?? null
      const value = kind === 'time' && typeof cell === 'number' ? toZonedIso(cell, zone) : cell
      return [
        [table.block, table.title, texts.join(' / '), title, metric ?? '', part ?? '', units[kind], value],
      ]
    })
  })
}
