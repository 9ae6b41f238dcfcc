import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { IconChecklist } from '../ui/icons.ts'
import { useText } from '../ui/text.ts'
import { openReviewOf } from './sections.ts'

/** Opens the reviewer's own review of a chat, or a new one. Whoever shows it gives `R` to `openReviewOf`. */
export function ReviewButton({ conversation }: { readonly conversation: string }): ReactNode {
  const text = useText('audits')
  return (
    <Button icon={<IconChecklist />} keys="R" onClick={() => openReviewOf(conversation)}>
      {text('review.button')}
    </Button>
  )
}
