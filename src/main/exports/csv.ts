/** A table as CSV (RFC 4180, UTF-8). */
import type { ExportTable } from '../../shared/contract.ts'
import { toZonedIso } from '../../shared/period.ts'
import type { CellKind, CellValue } from './xlsx/cells.ts'

/** Spreadsheets read every script with it; some programs take it for a part of the first name. */
export const byteOrderMark = '\uFEFF'

/** Head, rows, and nothing else: notes would be rows to whoever reads the file. Numbers are written as they are. */
export function tableAsCsv(table: ExportTable, options: { readonly mark?: boolean } = {}): Uint8Array {
  const head = table.columns.map(({ title, kind }) => (kind === 'duration' ? `${title} (s)` : title))
  const writers = table.columns.map(({ kind }) => csvCellWriter(kind, table.zone))
  const lines = [
    csvLine(head.map(csvText)),
    ...table.rows.map((row) => csvLine(writers.map((write, column) => write(row[column] ?? null)))),
  ]
  return new TextEncoder().encode(((options.mark ?? true) ? byteOrderMark : '') + lines.join(''))
}

/** Cells that are written already, as one line. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`
}

/** Writes the cells of one column: times as RFC 3339 in the zone, nothing for what cannot be known. */
export function csvCellWriter(kind: CellKind, zone: string): (value: CellValue) => string {
  return (value) => {
    if (value === null) return ''
    if (typeof value === 'string') return csvText(value)
    return kind === 'time' ? toZonedIso(value, zone) : String(value)
  }
}

export function csvText(text: string): string {
  const cell = harmless(text)
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * Spreadsheets take a text that begins like a formula for one: an apostrophe keeps it a text. The signs are those OWASP
 * names (“CSV Injection”), wide ones included, behind any space; a negative number is a number.
 */
function harmless(text: string): string {
  return /^\s*[=+\-@\t\r\n＝＋－＠]/u.test(text) && !/^-\d+(?:\.\d+)?$/u.test(text) ? `'${text}` : text
}
