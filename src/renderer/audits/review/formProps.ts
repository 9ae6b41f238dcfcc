import type { Review, ReviewAction } from '../../../shared/audits.ts'

/** What every form of a submitted review is given. */
export interface FormProps {
  readonly review: Review
  readonly act: (action: ReviewAction) => Promise<void>
  readonly onClose: () => void
}
