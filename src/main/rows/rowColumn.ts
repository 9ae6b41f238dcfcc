/** Columns of rows as files: one list says their names, what they are and how they are read. */
import type { MetricId } from '../../shared/metrics.ts'
import type { CellKind, CellValue } from '../exports/xlsx/cells.ts'

/** How a column follows from a metric: what of its figure it holds. */
export interface MetricMeaning {
  readonly metric: MetricId
  /**
   * `value`: the figure; `mean`: of durations; `count`, `of`: how many it was made of; `ratio`: the same, where sums are of
   * `summed`; `reply`, `inTarget`: of the reply that ended a wait.
   */
  readonly as: 'value' | 'mean' | 'count' | 'of' | 'ratio' | 'reply' | 'inTarget'
  readonly summed?: string
}

/**
 * What a column is called; `columnWords.ts` says what it means. The heads of files, docs/exports.md and the SQL views use the
 * same names. Times are epoch milliseconds until a file writes them, durations seconds, rates 0…1.
 */
export interface RowColumn {
  /** In snake case; of a metric its id. */
  readonly name: string
  readonly kind: CellKind
  readonly meaning?: MetricMeaning
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
