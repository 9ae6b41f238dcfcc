import type { ReactNode } from 'react'
import type { Figures } from '../../shared/contract.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import type { DataTable } from '../ui/dataTable.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { funnelOf } from './breakdowns.ts'
import { casesOf, countOf, smallDenominator } from './figures.ts'
import { useMetricText } from './metricText.ts'
import { Bar, OpensRow } from './OpensRow.tsx'
import type { Shown } from './shown.ts'

/** Sent → delivered → read, each with its share of the step before, and what failed. */
export function MessageFunnelCard({
  shown,
  figures,
}: {
  readonly shown: Shown
  readonly figures: Figures
}): ReactNode {
  const text = useText('overview')
  const metricText = useMetricText()
  const format = useFormat()
  const steps = funnelOf(figures)
  const { scope } = shown
  const title = text('messages.title')
  const sent = countOf(figures, 'messages_sent')
  // Rates are over messages whose source reports statuses: fewer, where a source reports none.
  const tracked = casesOf(figures.failure_rate)
  const table: DataTable = {
    title,
    columns: [
      { title: text('messages.step'), kind: 'text' },
      { title: text('messages.count'), kind: 'count' },
      { title: text('messages.aside'), kind: 'rate' },
      { title: text('messages.of'), kind: 'count' },
    ],
    rows: steps.map((step) => [text(`messages.${step.metric}`), step.count, step.share, step.of]),
    metrics: steps.map(({ metric }) => metric),
    opens: (row, column) => {
      const metric = steps[row]?.metric
      return column === 1 && metric !== undefined ? { metric, scope } : null
    },
  }
  return (
    <ChartCard
      title={title}
      subtitle={text('messages.subtitle')}
      aside={text('messages.aside')}
      table={table}
    >
      <ul className="lines">
        {steps.map((step) => {
          const of = text('ofMessages', { count: step.of ?? 0, shown: format.count(step.of) })
          const small = step.of !== null && step.of < smallDenominator
          return (
            <li key={step.metric}>
              <OpensRow
                className="funnel-row"
                query={{ metric: step.metric, scope }}
                title={`${metricText.definition(step.metric)}${step.of === null ? '' : ` (${of})`}`}
              >
                <span className="line-name">{text(`messages.${step.metric}`)}</span>
                <Bar length={step.length} tone={step.metric === 'messages_read' ? 'accent' : 'plain'} />
                <span className="line-figure">{format.count(step.count)}</span>
                <span className="line-change">
                  {step.share === null ? '' : format.rate(step.share)}
                  {small && ` ${text('of', { count: step.of ?? 0, shown: format.count(step.of) })}`}
                </span>
              </OpensRow>
            </li>
          )
        })}
      </ul>
      {tracked !== null && tracked < sent && (
        <p className="block-note">{text('messages.tracked', { shown: format.count(tracked) })}</p>
      )}
    </ChartCard>
  )
}
