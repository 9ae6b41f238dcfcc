/** Figures row by row as the table behind a chart: value, cases where it rests on some, and the value before. */
import type { Dimension, ExplainQuery, Figures, MetricsAnswer, Scope } from '../../shared/contract.ts'
import { metrics, type MetricId, type MetricUnit } from '../../shared/metrics.ts'
import type { Cell, CellKind, DataTable, TableColumn } from '../ui/dataTable.ts'
import { casesOf, figuresFor, keyOf, valueOf } from './figures.ts'

/** One line of a breakdown. */
export interface NamedRow {
  readonly name: string
  /** Narrows the figures to this row; undefined: all of them. */
  readonly key: ExplainQuery['key'] | undefined
  readonly now: Figures
  /** null: not compared. */
  readonly before: Figures | null
}

export interface BreakdownWords {
  readonly name: (metric: MetricId) => string
  /** What a figure rests on: "CSAT, cases". */
  readonly cases: (metric: MetricId) => string
  /** The value before: "CSAT, before". */
  readonly before: (metric: MetricId) => string
}

const kinds: Readonly<Record<MetricUnit, CellKind>> = {
  count: 'count',
  seconds: 'duration',
  rate: 'rate',
  score: 'score',
  money: 'money',
}

/** How the values of a metric are written in a table. */
export function kindOf(metric: MetricId): CellKind {
  return kinds[metrics[metric].unit]
}

/** The rows of an answer by one dimension, in its order, named. Rows without any of `metrics` are left out. */
export function namedRows(
  dimension: Dimension,
  now: MetricsAnswer,
  before: MetricsAnswer | null,
  nameOf: (key: string | null) => string,
): readonly NamedRow[] {
  return now.rows.map((row) => {
    const key = keyOf(row, dimension)
    return {
      name: nameOf(key),
      key: { [dimension]: key },
      now: row.metrics,
      before: before === null ? null : figuresFor(before.rows, dimension, key),
    }
  })
}

/** The line of all, under the others. */
export function totalRow(name: string, now: MetricsAnswer, before: MetricsAnswer | null): NamedRow {
  return { name, key: undefined, now: now.total.metrics, before: before?.total.metrics ?? null }
}

/** One column a metric, one of cases where it rests on some, one of the value before where it is compared. */
export function breakdownTable(question: {
  readonly title: string
  /** What the rows are, such as "channel". */
  readonly head: string
  readonly rows: readonly NamedRow[]
  readonly metrics: readonly MetricId[]
  readonly scope: Scope
  readonly words: BreakdownWords
}): DataTable {
  const { title, head, rows, scope, words } = question
  const compared = rows.some((row) => row.before !== null)
  const columns = question.metrics.flatMap((metric) => columnsOf(metric, rows, compared, words))
  return {
    title,
    columns: [{ title: head, kind: 'text' }, ...columns.map(({ column }) => column)],
    rows: rows.map((row) => [row.name, ...columns.map(({ cellOf }) => cellOf(row))]),
    metrics: question.metrics,
    opens(row, column) {
      const metric = columns[column - 1]?.opens ?? null
      const key = rows[row]?.key
      if (metric === null) return null
      return key === undefined ? { metric, scope } : { metric, scope, key }
    },
  }
}

interface BreakdownColumn {
  readonly column: TableColumn
  readonly cellOf: (row: NamedRow) => Cell
  /** The metric a figure of this column opens; null: it is of another period. */
  readonly opens: MetricId | null
}

function columnsOf(
  metric: MetricId,
  rows: readonly NamedRow[],
  compared: boolean,
  words: BreakdownWords,
): readonly BreakdownColumn[] {
  const kind = kindOf(metric)
  const rests = rows.some((row) => casesOf(row.now[metric]) !== null)
  const value: BreakdownColumn = {
    column: { title: words.name(metric), kind },
    cellOf: (row) => cellOf(row.now, metric),
    opens: metric,
  }
  const cases: BreakdownColumn = {
    column: { title: words.cases(metric), kind: 'count' },
    cellOf: (row) => casesOf(row.now[metric]),
    opens: metric,
  }
  const before: BreakdownColumn = {
    column: { title: words.before(metric), kind },
    cellOf: (row) => (row.before === null ? null : cellOf(row.before, metric)),
    opens: null,
  }
  return [value, ...(rests ? [cases] : []), ...(compared ? [before] : [])]
}

/** A count nobody added to is 0, a rate or a time of nothing is empty. */
function cellOf(figures: Figures, metric: MetricId): Cell {
  return valueOf(figures[metric]) ?? (metrics[metric].shape === 'count' ? 0 : null)
}
