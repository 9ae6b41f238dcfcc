import type { ReactNode } from 'react'
import type { Figures, Scope } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { funnelOf } from './breakdowns.ts'
import { smallDenominator } from './figures.ts'
import { useMetricText } from './metricText.ts'
import { Bar, OpensRow } from './OpensRow.tsx'

/** Sent → delivered → read, each with its share of the step before. */
export function MessageFunnel({
  scope,
  figures,
}: {
  readonly scope: Scope
  readonly figures: Figures
}): ReactNode {
  const text = useText('overview')
  const metricText = useMetricText()
  const format = useFormat()
  return (
    <ul className="lines">
      {funnelOf(figures).map((step) => {
        const small = step.of !== null && step.of < smallDenominator
        return (
          <li key={step.metric}>
            <OpensRow
              className="funnel-row"
              query={{ metric: step.metric, scope }}
              title={metricText.definition(step.metric)}
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
  )
}
