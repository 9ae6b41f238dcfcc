/** What stands in a cell of the agents' table: the one value that is shown, sorted by and saved. */
import type { DurationFigure, Figure, Figures } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { isDuration, valueOf } from '../overview/figures.ts'
import { columns, type ColumnId } from './columns.ts'

/** The value of a column: seconds, a share of 1 or a count; null: nothing to measure, or a column of words. */
export function cellValue(figures: Figures, column: ColumnId): number | null {
  const { metric, part } = columns[column]
  if (metric === null || part === 'histogram') return null
  const figure = figures[metric]
  return part === 'p90' ? (durationIn(figure)?.p90 ?? null) : valueOf(figure)
}

/** The duration behind a metric; null when the answer has none. */
export function durationOf(figures: Figures, metric: MetricId): DurationFigure | null {
  return durationIn(figures[metric])
}

function durationIn(figure: Figure | undefined): DurationFigure | null {
  return figure === undefined || !isDuration(figure) ? null : figure
}

/** Whether a figure is made from a stand-in for what nobody recorded. */
export function isEstimated(figure: Figure | undefined): boolean {
  return figure !== undefined && !isDuration(figure) && figure.estimated === true
}

export type Estimates = 'none' | 'some' | 'all'

/** How many of the values of a column are estimated: where all are, its head says so and no cell has to. */
export function estimatesIn(lines: readonly { readonly figures: Figures }[], column: ColumnId): Estimates {
  const { metric } = columns[column]
  if (metric === null) return 'none'
  const measured = lines.map(({ figures }) => figures[metric]).filter((figure) => valueOf(figure) !== null)
  const estimated = measured.filter(isEstimated).length
  if (estimated === 0) return 'none'
  return estimated === measured.length ? 'all' : 'some'
}
