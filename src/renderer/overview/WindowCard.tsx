import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { ChangeWords } from './ChangeWords.tsx'
import { countOf } from './figures.ts'
import { useMetricText } from './metricText.ts'
import { Bar, OpensRow } from './OpensRow.tsx'
import type { Shown } from './shown.ts'
import { useBreakdownTable } from './useBreakdownTable.ts'

const metrics = ['sent_in_window', 'sent_outside_window'] as const

/** Sent while the contact's window was open, and after it had closed, where only templates may go. */
export function WindowCard({
  shown: { scope },
  now,
  before,
}: {
  readonly shown: Shown
  readonly now: MetricsAnswer
  /** null: not compared. */
  readonly before: MetricsAnswer | null
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const { name, definition } = useMetricText()
  const tableOf = useBreakdownTable()
  const figures = now.total.metrics
  const sent = metrics.reduce((sum, metric) => sum + countOf(figures, metric), 0)
  const title = text('window.title')
  const table = tableOf({
    title,
    head: text('volume.day'),
    metrics,
    scope,
    rows: now.rows.map((row) => ({
      name: format.dayLabel(row.key.day ?? ''),
      key: row.key,
      now: row.metrics,
      before: null,
    })),
  })
  return (
    <ChartCard title={title} subtitle={text('window.subtitle')} table={table}>
      <ul className="lines">
        {metrics.map((metric) => {
          const count = countOf(figures, metric)
          return (
            <li key={metric}>
              <OpensRow
                className="count-row count-compared"
                query={{ metric, scope }}
                title={definition(metric)}
              >
                <span className="line-name">{name(metric)}</span>
                <Bar
                  length={sent === 0 ? 0 : count / sent}
                  tone={metric === 'sent_in_window' ? 'accent' : 'plain'}
                />
                <span className="line-figure">{format.count(count)}</span>
                <span className="line-change">
                  <ChangeWords metric={metric} now={figures[metric]} before={before?.total.metrics[metric]} />
                </span>
              </OpensRow>
            </li>
          )
        })}
      </ul>
    </ChartCard>
  )
}
