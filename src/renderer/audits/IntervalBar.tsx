import type { ReactNode } from 'react'
import type { ScoreFigure } from '../../shared/audits.ts'

/** From where to 100 a group of scores is drawn: all on the same scale. */
export interface ScoreScale {
  readonly from: number
}

/** The upper half where everything lies in it, else the whole. */
export function scaleFor(scores: readonly ScoreFigure[]): ScoreScale {
  return { from: scores.some(({ mean, low }) => (low ?? mean ?? 100) < 50) ? 0 : 50 }
}

/** A mean as a dot over its interval. Its figures stand beside it. */
export function IntervalBar({
  score,
  scale,
  accent,
}: {
  readonly score: ScoreFigure
  readonly scale: ScoreScale
  readonly accent: boolean
}): ReactNode {
  const at = (value: number) => `${((value - scale.from) / (100 - scale.from)) * 100}%`
  const { mean, low, high } = score
  return (
    <svg className="interval" data-accent={accent || undefined} width="100%" height={8} aria-hidden="true">
      <line className="interval-base" x1="0" x2="100%" y1={4} y2={4} />
      {low !== null && high !== null && (
        <line className="interval-span" x1={at(low)} x2={at(high)} y1={4} y2={4} />
      )}
      {mean !== null && <circle className="interval-dot" cx={at(mean)} cy={4} r={3.5} />}
    </svg>
  )
}
