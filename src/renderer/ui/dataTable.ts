/** The table behind a chart: what it shows on screen and what is saved as a file are made of the same cells. */
import type { ExplainQuery, ExportTable } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import type { Format } from './numbers.ts'

type FileKind = ExportTable['columns'][number]['kind']
/** How a column's values are written: durations in seconds, rates 0…1, times in epoch milliseconds. */
export type CellKind = FileKind | 'money'
/** null is an empty cell: nothing to measure, never zero. */
export type Cell = string | number | null

export interface TableColumn {
  readonly title: string
  readonly kind: CellKind
}

export interface DataTable {
  /** Names the table and the file it is saved to. */
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Cell[])[]
  /** What the figures are: their definitions are printed under a saved table. */
  readonly metrics: readonly MetricId[]
  /** The number a cell opens; null: none. */
  readonly opens?: (row: number, column: number) => ExplainQuery | null
  /** More that must be known to read it, a sentence each. */
  readonly notes?: readonly string[]
}

/** A cell as the screen writes it. */
export function cellText(value: Cell, kind: CellKind, format: Format): string {
  if (typeof value === 'string') return value
  if (kind === 'text') return value === null ? '' : String(value)
  return kind === 'time' ? format.dateTime(value) : format[kind](value)
}

/** The table as the engine saves it: the cells shown, in the order shown. */
export function exportTableOf(
  table: DataTable,
  as: {
    readonly format: ExportTable['format']
    /** `2026-05-11`, the first day shown. */
    readonly day: string
    readonly zone: string
    /** Period, filters, hours and definitions in words. */
    readonly notes: readonly string[]
  },
): ExportTable {
  return {
    format: as.format,
    name: `floorwalker-${fileWord(table.title)}-${as.day}`,
    title: table.title,
    columns: table.columns.map(({ title, kind }) => ({ title, kind: fileKind(kind) })),
    rows: table.rows,
    zone: as.zone,
    notes: [...as.notes, ...(table.notes ?? [])],
  }
}

/** A sum of money is a number of two places: which currency it is in nobody says here. */
function fileKind(kind: CellKind): FileKind {
  return kind === 'money' ? 'score' : kind
}

/** "Failed by reason" → `failed-by-reason`: letters and figures of any script, nothing a file system minds. */
function fileWord(title: string): string {
  const word = title.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  return word.replaceAll(/^-|-$/g, '') || 'table'
}
