/** Bars in a row, stacked of parts, with the period before as a line: by day, or by hour. */
import type { ExplainQuery } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import type { DataTable } from '../ui/dataTable.ts'
import type { Format } from '../ui/numbers.ts'

/** Which of the chart's colours a part has; the accent is the one that matters. */
export type Tone = 'accent' | 'one' | 'two' | 'three'

export interface StackPart {
  readonly name: string
  readonly tone: Tone
}

export interface StackPoint {
  /** What stands on the axis. */
  readonly label: string
  /** One value a part, in their order; null: nothing to measure. */
  readonly values: readonly (number | null)[]
  /** What the line shows here; null: nothing. */
  readonly line: number | null
  /** Has not ended, so its bars will grow. */
  readonly unfinished?: boolean
  /** Lies before what is held: not the whole truth. */
  readonly missing?: boolean
}

export interface Stack {
  readonly points: readonly StackPoint[]
  readonly parts: readonly StackPart[]
  /** What the line is; null: there is none. */
  readonly line: string | null
  readonly kind: 'count' | 'rate'
  /** Every how many points one is named on the axis. */
  readonly labelEvery: number
}

/** What a point opens: one of its parts, its line, or all of them (null). Answers null where there is nothing to open. */
export type StackQuery = (point: number, part: number | 'line' | null) => ExplainQuery | null

interface StackWords {
  readonly unfinished: string
  readonly missing: string
  /** The column of all parts. */
  readonly total: string
}

/** The stack as a table, a point a row. Parts of a count are summed where there are several. */
export function stackTable(
  stack: Stack,
  table: {
    readonly title: string
    /** What the points are, such as "day". */
    readonly head: string
    readonly metrics: readonly MetricId[]
    readonly words: StackWords
    readonly queryOf: StackQuery
  },
): DataTable {
  const { points, parts, line, kind } = stack
  const { words } = table
  const summed = kind === 'count' && parts.length > 1
  const state = (point: StackPoint): string =>
    point.missing === true ? ` (${words.missing})` : point.unfinished === true ? ` (${words.unfinished})` : ''
  return {
    title: table.title,
    metrics: table.metrics,
    columns: [
      { title: table.head, kind: 'text' },
      ...parts.map(({ name }) => ({ title: name, kind })),
      ...(summed ? [{ title: words.total, kind }] : []),
      ...(line === null ? [] : [{ title: line, kind }]),
    ],
    rows: points.map((point) => [
      `${point.label}${state(point)}`,
      ...point.values,
      ...(summed ? [sumOf(point.values)] : []),
      ...(line === null ? [] : [point.line]),
    ]),
    opens(row, column) {
      if (column === 0) return null
      if (column <= parts.length) return table.queryOf(row, column - 1)
      return table.queryOf(row, summed && column === parts.length + 1 ? null : 'line')
    },
  }
}

/** The sum of what there is; 0 of nothing. */
export function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/** A value of the stack in words. */
export function stackValue(value: number | null, kind: Stack['kind'], format: Format): string {
  return kind === 'rate' ? format.rate(value) : format.count(value)
}
