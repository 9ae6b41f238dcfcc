/** Columns of rows as files: one list says their names, what they are and how they are read. */
import type { CellKind, CellValue } from '../exports/xlsx/cells.ts'

/**
 * What a column is called and means; the heads of files, docs/exports.md and the SQL views use the same names. Times are
 * epoch milliseconds until a file writes them, durations seconds, rates 0…1.
 */
export interface RowColumn {
  /** In snake case; of a metric its id. */
  readonly name: string
  readonly kind: CellKind
  readonly about: string
  /** It holds a customer's name, number, id or words: left out where names are hidden. */
  readonly personal?: true
}

/** A column with how its cells are read: once asked for a batch, then for each row of it. */
export interface ReadColumn<Batch> extends RowColumn {
  readonly read: (batch: Batch) => (row: number) => CellValue
}

/** Rows that are handed on together. */
export interface RowBatch {
  readonly length: number
  /** Cells by column, then by row. */
  readonly cells: readonly ((row: number) => CellValue)[]
}

/** How a column's cells are measured, in words. */
export function unitOf({ kind }: RowColumn): string {
  return units[kind]
}

const units: Readonly<Record<CellKind, string>> = {
  text: 'text',
  count: 'whole number',
  number: 'whole number',
  duration: 'seconds',
  rate: '0…1',
  score: 'number',
  time: 'time',
}
