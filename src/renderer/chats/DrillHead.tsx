import type { ReactNode } from 'react'
import type { ExplainQuery, Explanation } from '../../shared/contract.ts'
import { metrics } from '../../shared/metrics.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'

interface DrillHeadProps {
  readonly query: ExplainQuery
  readonly explanation: Explanation | undefined
}

/** Head of the list behind a number: what is listed and in which order. */
export function DrillHead({ query, explanation }: DrillHeadProps): ReactNode {
  const text = useText('chats')
  const { name } = useMetricText()
  const format = useFormat()
  const order = metrics[query.metric].shape === 'duration' ? 'sort.longest' : 'sort.recent'
  const cut = explanation !== undefined && explanation.included.length < explanation.includedTotal
  return (
    <>
      <h2>
        {name(query.metric)}
        <span>{text(order)}</span>
      </h2>
      {cut && (
        <p className="chats-list-note">
          {text('drill.shownOf', {
            shown: format.count(explanation.included.length),
            total: format.count(explanation.includedTotal),
          })}
        </p>
      )}
    </>
  )
}
