import type { ReactNode } from 'react'
import { assertNever } from '../../../shared/assertNever.ts'
import type { ReviewContent, Scorecard } from '../../../shared/audits.ts'
import { criteriaOf } from '../../../shared/scoring.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { useFailureText } from '../../ui/failureText.tsx'
import { useText } from '../../ui/text.ts'
import { ratedCount } from './content.ts'
import type { Saving } from './draft.ts'

interface CardHeadProps {
  readonly scorecard: Scorecard
  readonly content: ReviewContent
  readonly saving: Saving
  readonly onRetry: () => void
}

/** Which scorecard, how much of it is rated, and whether what was typed is kept. */
export function CardHead({ scorecard, content, saving, onRetry }: CardHeadProps): ReactNode {
  const text = useText('audits')
  const criteria = criteriaOf(scorecard.sections)
  return (
    <header className="audit-card-head">
      <h2 dir="auto">{text('card.version', { name: scorecard.name, version: scorecard.version })}</h2>
      <div className="audit-card-state">
        <span>{text('card.scored', { done: ratedCount(criteria, content), count: criteria.length })}</span>
        <SavingLine saving={saving} onRetry={onRetry} />
      </div>
    </header>
  )
}

function SavingLine({ saving, onRetry }: Pick<CardHeadProps, 'saving' | 'onRetry'>): ReactNode {
  const text = useText('audits')
  const failureText = useFailureText()
  const format = useFormat()
  switch (saving.kind) {
    case 'untouched':
      return null
    // The time of the last save stays until the next one is there: it takes milliseconds.
    case 'saving':
      return <span className="audit-saved">{text('saving.now')}</span>
    case 'saved':
      return <span className="audit-saved">{text('saving.saved', { at: format.exactTime(saving.at) })}</span>
    case 'failed':
      return (
        <div className="audit-unsaved" role="alert">
          <p>{text('saving.failed')}</p>
          <p dir="auto">{failureText(saving.failure).message}</p>
          <Button onClick={onRetry}>{text('saving.again')}</Button>
        </div>
      )
    default:
      return assertNever(saving)
  }
}
