import type { ReactNode } from 'react'
import type { PairNames } from './AgentTrends.tsx'

/** Bars are the agent, strokes the team. */
export function PairKey({
  names,
  inTeam,
  stroke,
}: {
  readonly names: PairNames
  readonly inTeam: boolean
  /** How the team's stroke lies. */
  readonly stroke: 'flat' | 'upright'
}): ReactNode {
  return (
    <span className="pair-key">
      <span>
        <span className="key-square" aria-hidden="true" />
        <bdi>{names.own}</bdi>
      </span>
      {inTeam && (
        <span>
          <span className={stroke === 'flat' ? 'key-stroke' : 'key-upright'} aria-hidden="true" />
          <bdi>{names.team}</bdi>
        </span>
      )}
    </span>
  )
}
