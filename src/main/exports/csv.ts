/** A table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read every script). */
import type { ExportTable } from '../../shared/contract.ts'
import { toZonedIso } from '../../shared/period.ts'

/** Head, rows, and nothing else: notes would be rows to whoever reads the file. Numbers are written as they are. */
export function tableAsCsv(table: ExportTable): Uint8Array {
  const head = table.columns.map(({ title, kind }) => (kind === 'duration' ? `${title} (s)` : title))
  const rows = table.rows.map((row) => row.map((value, index) => cellText(value, table, index)))
  const lines = [head, ...rows].map((cells) => cells.map(quoted).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function cellText(value: string | number | null, table: ExportTable, column: number): string {
  if (value === null) return ''
  if (typeof value === 'string') return harmless(value)
  return table.columns[column]?.kind === 'time' ? toZonedIso(value, table.zone) : String(value)
}

/** Spreadsheets take a text that begins like a formula for one: an apostrophe keeps it a text. */
function harmless(text: string): string {
  return /^[\s]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
