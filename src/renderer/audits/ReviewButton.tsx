import type { ReactNode } from 'react'
import { useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { IconChecklist } from '../ui/icons.ts'
import { useText } from '../ui/text.ts'

/** Opens the reviewer's own review of a chat, or a new one. Whoever shows it gives `R` to `openReviewOf`. */
export function ReviewButton({ conversation }: { readonly conversation: string }): ReactNode {
  const text = useText('audits')
  return (
    <Button icon={<IconChecklist />} keys="R" onClick={() => openReviewOf(conversation)}>
      {text('review.button')}
    </Button>
  )
}

/** The chat beside a scorecard. */
export function openReviewOf(conversation: string): void {
  useSelection.getState().choose({
    place: 'audits',
    section: 'review',
    audit: null,
    conversation,
    drill: null,
    search: null,
    message: null,
  })
}
