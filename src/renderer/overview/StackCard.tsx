import type { ReactNode } from 'react'
import type { MetricId } from '../../shared/metrics.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import { useText } from '../ui/text.ts'
import { type Stack, type StackQuery, stackTable } from './stack.ts'
import { StackChart, StackKey } from './StackChart.tsx'

export interface StackCardProps {
  readonly title: string
  readonly subtitle?: string
  /** What the chart shows, in one sentence. */
  readonly label: string
  readonly stack: Stack
  /** What is drawn, for the table's definitions. */
  readonly metrics: readonly MetricId[]
  readonly queryOf: StackQuery
  /** What the points are; days where nothing is said. */
  readonly head?: string
  /** The column of all parts in the table. */
  readonly total?: string
  /** `none`: the subtitle says what is drawn. `names`: points overlap, so that they do not add up. */
  readonly legend?: 'sums' | 'names' | 'none'
  readonly height?: number
  readonly place?: string
}

/** A stack of bars as a block of a page: the chart with its key, and the table behind it. */
export function StackCard(props: StackCardProps): ReactNode {
  const { title, subtitle, label, stack, metrics, queryOf, head, total, legend, height, place } = props
  const text = useText('overview')
  const table = stackTable(stack, {
    title,
    head: head ?? text('volume.day'),
    metrics,
    words: {
      unfinished: text('volume.unfinished'),
      missing: text('volume.missing'),
      total: total ?? text('volume.total'),
    },
    queryOf,
  })
  const key =
    legend === 'none' ? undefined : (
      <StackKey stack={stack} {...(legend === 'names' ? { withSums: false } : {})} />
    )
  return (
    <ChartCard
      title={title}
      table={table}
      {...(subtitle === undefined ? {} : { subtitle })}
      {...(key === undefined ? {} : { aside: key })}
      {...(place === undefined ? {} : { place })}
    >
      <StackChart
        stack={stack}
        table={table}
        label={label}
        queryOf={queryOf}
        {...(height === undefined ? {} : { height })}
      />
    </ChartCard>
  )
}
