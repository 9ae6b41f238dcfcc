/** The agents' table as it is saved: the rows and columns shown, in the order shown; a spread is seven shares. */
import { assertNever } from '../../shared/assertNever.ts'
import type { Figures } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { bucketCount } from '../overview/metricText.ts'
import type { Cell, CellKind, DataTable, TableColumn } from '../ui/dataTable.ts'
import type { TableRow } from './agentRows.ts'
import { cellValue, durationOf, isEstimated } from './cells.ts'
import { columns as catalogue, type ColumnId } from './columns.ts'
import type { Findings } from './findings.ts'

/** The words of a saved table. */
export interface FileWords {
  readonly title: string
  readonly team: string
  readonly agent: string
  readonly noTeam: string
  /** A column's whole name: "First response, median". */
  readonly column: (column: ColumnId) => string
  /** "< 30 s" */
  readonly bucket: (index: number) => string
  readonly coping: (findings: Findings) => string
  readonly notes: (findings: Findings) => string
  /** Says of a metric that these agents' values are estimated. */
  readonly estimated: (metric: MetricId, agents: readonly string[]) => string
}

const kinds = {
  seconds: 'duration',
  rate: 'rate',
  score: 'score',
  money: 'money',
  count: 'count',
} as const satisfies Record<string, CellKind>

/** A team's own figures stand in a row without an agent. */
export function agentsFile(
  rows: readonly TableRow[],
  columns: readonly ColumnId[],
  words: FileWords,
): DataTable {
  const metricsShown = new Set(columns.flatMap((column) => catalogue[column].metric ?? []))
  return {
    title: words.title,
    columns: [
      { title: words.team, kind: 'text' },
      { title: words.agent, kind: 'text' },
      ...columns.flatMap((column) => headsOf(column, words)),
    ],
    rows: rows.map((row) => [
      row.group.name ?? words.noTeam,
      row.kind === 'team' ? null : row.line.agent.name,
      ...columns.flatMap((column) => cellsOf(row, column, words)),
    ]),
    metrics: [...metricsShown],
    notes: [...metricsShown].flatMap((metric) => {
      const estimated = rows.flatMap((row) =>
        row.kind === 'agent' && isEstimated(row.line.figures[metric]) ? [row.line.agent.name] : [],
      )
      return estimated.length === 0 ? [] : [words.estimated(metric, estimated)]
    }),
  }
}

function headsOf(column: ColumnId, words: FileWords): readonly TableColumn[] {
  const { metric, part } = catalogue[column]
  const title = words.column(column)
  if (part === 'histogram')
    return buckets().map((bucket) => ({ title: `${title} ${words.bucket(bucket)}`, kind: 'rate' }))
  return [{ title, kind: metric === null ? 'text' : kinds[metrics[metric].unit] }]
}

function cellsOf(row: TableRow, column: ColumnId, words: FileWords): readonly Cell[] {
  const { part } = catalogue[column]
  switch (part) {
    case 'histogram':
      // The table draws no spread of a team.
      return row.kind === 'team' ? buckets().map(() => null) : sharesOf(row.line.figures, column)
    case 'coping':
      return [row.kind === 'team' ? null : words.coping(row.line.findings)]
    case 'notes':
      return [row.kind === 'team' ? null : words.notes(row.line.findings)]
    case 'value':
    case 'median':
    case 'p90':
    case 'dial':
      return [cellValue(row.kind === 'team' ? row.group.figures : row.line.figures, column)]
    default:
      return assertNever(part)
  }
}

function sharesOf(figures: Figures, column: ColumnId): readonly Cell[] {
  const { metric } = catalogue[column]
  const figure = metric === null ? null : durationOf(figures, metric)
  return buckets().map((bucket) =>
    figure === null || figure.count === 0 ? null : (figure.buckets[bucket] ?? 0) / figure.count,
  )
}

function buckets(): readonly number[] {
  return Array.from({ length: bucketCount }, (_none, bucket) => bucket)
}
