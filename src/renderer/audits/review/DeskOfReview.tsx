import type { ComponentProps, ReactNode } from 'react'
import type { Review } from '../../../shared/audits.ts'
import { ReviewDesk } from './ReviewDesk.tsx'

interface DeskOfReviewProps extends Pick<ComponentProps<typeof ReviewDesk>, 'way' | 'inQueue' | 'onDone'> {
  readonly review: Review
}

/** The desk of a review that was begun: chat, scorecard and reviewer are its own. */
export function DeskOfReview({ review, ...rest }: DeskOfReviewProps): ReactNode {
  const { id, scorecard, agent, calibration, conversation, sample, reviewer } = review
  return (
    <ReviewDesk
      itemKey={id}
      scorecard={scorecard}
      review={review}
      agent={agent}
      calibration={calibration}
      wanted={{ conversation, scorecard, sample, reviewer }}
      {...rest}
    />
  )
}
