import type { ReactNode } from 'react'
import type { Dimension, MetricsAnswer } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { capitalised, useLanguage, useText } from '../ui/text.ts'
import { countedBy, fastestGrowing } from './breakdowns.ts'
import { CountList } from './CountList.tsx'
import { countOf, figuresFor } from './figures.ts'
import { useKeyNames } from './keyNames.ts'
import type { Shown } from './shown.ts'
import { useBreakdownTable } from './useBreakdownTable.ts'

/** One count broken down by one dimension: bars, and the table behind them. */
export function CountCard({
  title,
  place,
  shown,
  metric,
  dimension,
  now,
  before,
  lines,
  none,
}: {
  readonly title: string
  readonly place?: string
  readonly shown: Shown
  readonly metric: MetricId
  readonly dimension: Dimension
  readonly now: MetricsAnswer
  /** null: not compared. */
  readonly before: MetricsAnswer | null
  /** How many lines stand before the rest is summed. */
  readonly lines: number
  /** What is said where there is nothing, with what would fill it. */
  readonly none: string
}): ReactNode {
  const text = useText('overview')
  const dimensions = useText('metrics')
  const format = useFormat()
  const keyName = useKeyNames()
  const language = useLanguage()
  const tableOf = useBreakdownTable()
  const rows = countedBy(dimension, metric, now.rows, before?.rows ?? null)
  const { scope } = shown
  const table = tableOf({
    title,
    head: capitalised(dimensions(`dimension.${dimension}`), language),
    metrics: [metric],
    scope,
    rows: rows.map(({ key }) => ({
      name:
        dimension === 'error' && key !== null ? `${key} ${keyName(dimension, key)}` : keyName(dimension, key),
      key: { [dimension]: key },
      now: figuresFor(now.rows, dimension, key),
      before: before === null ? null : figuresFor(before.rows, dimension, key),
    })),
  })
  return (
    <ChartCard
      title={title}
      subtitle={<Opens query={{ metric, scope }}>{format.count(countOf(now.total.metrics, metric))}</Opens>}
      aside={before === null || rows.length === 0 ? undefined : text('against')}
      table={table}
      {...(place === undefined ? {} : { place })}
    >
      <CountList
        rows={rows}
        shown={lines}
        nameOf={(key) => keyName(dimension, key)}
        {...(dimension === 'error' ? { codeOf: (key: string | null) => key ?? '' } : {})}
        queryOf={(key) => ({ metric, scope, key: { [dimension]: key } })}
        accent={fastestGrowing(rows)}
        none={none}
      />
    </ChartCard>
  )
}
