import type { ReactNode } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { commandKeys } from '../../ui/Keys.tsx'
import { useFailureText } from '../../ui/failureText.tsx'
import { useText } from '../../ui/text.ts'
import type { ReviewDeskProps } from './ReviewDesk.tsx'

interface SubmitPartProps {
  readonly refused: Failure | null
  readonly busy: boolean
  readonly way: ReviewDeskProps['way']
  readonly onSubmit: () => void
  /** The score. */
  readonly children: ReactNode
}

/** Always in sight at the foot of the card: the score, what stands against submitting, and the way out. */
export function SubmitPart({ refused, busy, way, onSubmit, children }: SubmitPartProps): ReactNode {
  const text = useText('audits')
  const failureText = useFailureText()
  return (
    <div className="audit-submit">
      {refused !== null && (
        <div role="alert" className="audit-refused">
          <p dir="auto">{failureText(refused).message}</p>
          <p dir="auto">{failureText(refused).hint}</p>
        </div>
      )}
      {children}
      <Button primary keys={commandKeys('↵')} disabled={busy} onClick={onSubmit}>
        {text(`submit.${way}`)}
      </Button>
    </div>
  )
}
