import type { ReactNode } from 'react'
import type { ExplainQuery, Explanation } from '../../shared/contract.ts'
import { metrics } from '../../shared/metrics.ts'
import { closeNumber } from '../selection.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useFormat } from '../ui/format.ts'
import { IconArrowLeft } from '../ui/icons.ts'
import { Keys } from '../ui/Keys.tsx'
import { useText } from '../ui/text.ts'
import { figureWords } from './figureWords.ts'
import { Phrase } from './Phrase.tsx'
import { useScopeWords } from './useScopeWords.ts'

interface DrillBarProps {
  readonly query: ExplainQuery
  readonly explanation: Explanation | undefined
  readonly onShowLeftOut: () => void
}

/** While a number is open: the way back, the number, its scope, how much is behind it and how much was left out. */
export function DrillBar({ query, explanation, onShowLeftOut }: DrillBarProps): ReactNode {
  const text = useText('chats')
  const { name } = useMetricText()
  const format = useFormat()
  const scope = useScopeWords(query)
  const left = explanation?.excludedTotal ?? 0
  return (
    <section className="chats-drill" aria-label={text('drill.label')}>
      <button
        type="button"
        className="chats-icon-button"
        aria-label={text('drill.back')}
        onClick={closeNumber}
      >
        <IconArrowLeft />
      </button>
      <p className="chats-drill-number">
        <span className="chats-name">{name(query.metric)}</span>
        {explanation && (
          <>
            {metrics[query.metric].shape === 'duration' && <span>{text('drill.median')}</span>}
            <span className="chats-strong">{figureWords(query, explanation.figure, format)}</span>
          </>
        )}
        <span className="chats-drill-scope">{scope}</span>
      </p>
      {explanation && (
        <p className="chats-drill-behind">
          <Behind explanation={explanation} />
          {left > 0 && (
            <button type="button" className="chats-link" onClick={onShowLeftOut}>
              {text('drill.leftOut', { count: left, shown: format.count(left) })}
            </button>
          )}
        </p>
      )}
      <p className="chats-drill-keys">
        <span>
          {text('drill.next')} <Keys>J</Keys>
        </span>
        <span>
          {text('drill.toNumber')} <Keys>Esc</Keys>
        </span>
      </p>
    </section>
  )
}

function Behind({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  const { included, includedTotal } = explanation
  // Several cases can lie in one conversation; only when all are listed is it known in how many.
  const conversations = new Set(included.map((evidence) => evidence.conversation)).size
  const each = included.length < includedTotal || conversations === includedTotal
  const unit = each ? 'drill.conversations' : 'drill.cases'
  const count = text(unit, { count: includedTotal, shown: format.count(includedTotal) })
  return (
    <Phrase
      text={text('drill.behind', { count: includedTotal })}
      parts={{ count: <span className="chats-name">{count}</span> }}
    />
  )
}
