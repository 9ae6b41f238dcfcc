import type { ReactNode } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import { Button } from '../../ui/Button.tsx'
import { commandKeys } from '../../ui/Keys.tsx'
import { useText } from '../../ui/text.ts'

interface SubmitPartProps {
  readonly refused: Failure | null
  readonly busy: boolean
  /** Another item follows. */
  readonly hasNext: boolean
  readonly onSubmit: () => void
}

/** The way out: submits and opens the next item. What stands against it is said here. */
export function SubmitPart({ refused, busy, hasNext, onSubmit }: SubmitPartProps): ReactNode {
  const text = useText('audits')
  return (
    <div className="audit-submit">
      {refused !== null && (
        <div role="alert" className="audit-refused">
          <p dir="auto">{refused.message}</p>
          <p dir="auto">{refused.hint}</p>
        </div>
      )}
      <Button primary keys={commandKeys('↵')} disabled={busy} onClick={onSubmit}>
        {text(hasNext ? 'submit.next' : 'submit.last')}
      </Button>
    </div>
  )
}
