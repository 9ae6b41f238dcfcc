import type { Review, Scorecard } from '../../shared/audits.ts'
import { useAsk } from '../api.ts'

/** The version a review was made with, else the one its sample names, else the newest in use. */
export function useScorecardFor(
  review: Review | null,
  named: { readonly id: string; readonly version: number } | null,
): Scorecard | undefined {
  const { data } = useAsk('scorecards', [], ['audits'], { enabled: review === null })
  if (review !== null) return review.scorecard
  if (named !== null) return data?.find(({ id, version }) => id === named.id && version === named.version)
  return data?.find(({ newest, archived }) => newest && !archived)
}
