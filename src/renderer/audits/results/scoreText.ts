import type { ScoreFigure, ShareFigure } from '../../../shared/audits.ts'
import type { Format } from '../../ui/numbers.ts'

/** A score of 0…100 in whole points; "–" where nothing was scored. */
export function scoreText(score: number | null, format: Format): string {
  return format.count(score)
}

/** "84–87"; null: too few to say. */
export function intervalText({ low, high }: ScoreFigure, format: Format): string | null {
  return low === null || high === null ? null : `${format.count(low)}–${format.count(high)}`
}

/** "4 % (1–9 %)" as share and interval; null: nothing to share. */
export function shareText({ share, low, high }: ShareFigure, format: Format): string | null {
  if (share === null) return null
  const interval = low === null || high === null ? '' : ` (${format.rate(low, 0)}–${format.rate(high, 0)})`
  return `${format.rate(share, 0)}${interval}`
}
