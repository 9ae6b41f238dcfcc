import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'

/** The next page of a list did not come; what is shown stays. */
export function MoreFailed({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const text = useText('assignments')
  return (
    <div className="more-failed" role="alert">
      <p>{text('log.moreFailed')}</p>
      <Button onClick={onAgain}>{text('log.again')}</Button>
    </div>
  )
}
