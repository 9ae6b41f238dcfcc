import type { ReactNode } from 'react'
import type { Dimension, MetricsAnswer } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import { capitalised, useLanguage, useText } from '../ui/text.ts'
import { namedRows, type NamedRow, totalRow } from './breakdownTable.ts'
import { casesOf, valueOf } from './figures.ts'
import { FigureTable, type RestsOn } from './FigureTable.tsx'
import { useKeyNames } from './keyNames.ts'
import type { Shown } from './shown.ts'
import { useBreakdownTable } from './useBreakdownTable.ts'

/** Several figures broken down by one dimension, those with most cases first; under them the figures of all. */
export function FigureCard({
  title,
  subtitle,
  place,
  shown,
  dimension,
  metrics,
  now,
  before,
  restsOn = null,
  lines = 12,
  none,
}: {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly place?: string
  readonly shown: Shown
  readonly dimension: Dimension
  readonly metrics: readonly MetricId[]
  readonly now: MetricsAnswer
  /** null: not compared. */
  readonly before: MetricsAnswer | null
  /** A column of the cases one of the metrics rests on. */
  readonly restsOn?: RestsOn | null
  /** How many lines are shown; the table behind has all. */
  readonly lines?: number
  /** What is said where there is nothing, with what would fill it. */
  readonly none: string
}): ReactNode {
  const text = useText('overview')
  const dimensions = useText('metrics')
  const keyName = useKeyNames()
  const language = useLanguage()
  const tableOf = useBreakdownTable()
  const head = capitalised(dimensions(`dimension.${dimension}`), language)
  const rows = namedRows(dimension, now, before, (key) => keyName(dimension, key))
    .filter((row) => metrics.some((metric) => weightIn(row, metric) > 0))
    .toSorted((one, other) => weightOf(other, metrics) - weightOf(one, metrics))
  const all = rows.length > 1 ? [totalRow(text('all'), now, before)] : []
  const table = tableOf({ title, head, rows: [...rows, ...all], metrics, scope: shown.scope })
  return (
    <ChartCard title={title} subtitle={subtitle} table={table} {...(place === undefined ? {} : { place })}>
      {rows.length === 0 ? (
        <p className="block-note">{none}</p>
      ) : (
        <>
          <FigureTable
            label={title}
            head={head}
            rows={[...rows.slice(0, lines), ...all]}
            columns={metrics}
            restsOn={restsOn}
            scope={shown.scope}
            targets={shown.targets}
          />
          {rows.length > lines && (
            <p className="block-note">{text('more', { count: rows.length - lines })}</p>
          )}
        </>
      )}
    </ChartCard>
  )
}

/** Rows go by the first metric they have anything of: the most first. */
function weightOf(row: NamedRow, metrics: readonly MetricId[]): number {
  return metrics.map((metric) => weightIn(row, metric)).find((weight) => weight > 0) ?? 0
}

function weightIn(row: NamedRow, metric: MetricId): number {
  const figure = row.now[metric]
  return casesOf(figure) ?? valueOf(figure) ?? 0
}
