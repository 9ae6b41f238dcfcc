import type { ReactNode } from 'react'
import type { DurationFigure, Scope } from '../../shared/contract.ts'
import { bucketCount, useMetricText } from '../overview/metricText.ts'
import { OpensRow } from '../overview/OpensRow.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { PairNames } from './AgentTrends.tsx'

/** The seven spans of a first response: the agent's share as a bar, the team's as a stroke; each opens its conversations. */
export function ResponseSpread({
  scope,
  own,
  team,
}: {
  readonly scope: Scope
  readonly own: DurationFigure | null
  readonly team: DurationFigure | null
}): ReactNode {
  const text = useText('agents')
  const metricText = useMetricText()
  const format = useFormat()
  if (own === null || own.count === 0) return <p className="block-note">{text('spread.none')}</p>
  const spans = Array.from({ length: bucketCount }, (_none, bucket) => ({
    bucket,
    name: metricText.bucket(bucket),
    own: shareOf(own, bucket) ?? 0,
    team: team === null ? null : shareOf(team, bucket),
  }))
  const largest = Math.max(...spans.flatMap((span) => [span.own, span.team ?? 0]), 0.01)
  const length = (share: number): string => `${String((share / largest) * 100)}%`
  return (
    <ul className="lines">
      {spans.map((span) => (
        <li key={span.bucket}>
          <OpensRow
            className="spread-row"
            query={{ metric: 'first_response_time', scope, bucket: span.bucket }}
          >
            <span className="line-quiet">{span.name}</span>
            <span className="spread-track" aria-hidden="true">
              {span.own > 0 && <span className="spread-own" style={{ inlineSize: length(span.own) }} />}
              {span.team !== null && (
                <span className="spread-team" style={{ insetInlineStart: length(span.team) }} />
              )}
            </span>
            <span className="line-figure">{format.rate(span.own, 0)}</span>
            <span className="line-change">{span.team === null ? '' : format.rate(span.team, 0)}</span>
          </OpensRow>
        </li>
      ))}
    </ul>
  )
}

export function SpreadKey({
  names,
  inTeam,
}: {
  readonly names: PairNames
  readonly inTeam: boolean
}): ReactNode {
  return (
    <span className="volume-key">
      <span>
        <span className="key-square" aria-hidden="true" />
        {names.own}
      </span>
      {inTeam && (
        <span>
          <span className="key-upright" aria-hidden="true" />
          {names.team}
        </span>
      )}
    </span>
  )
}

function shareOf(figure: DurationFigure, bucket: number): number | null {
  return figure.count === 0 ? null : (figure.buckets[bucket] ?? 0) / figure.count
}
