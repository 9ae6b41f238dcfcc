import type { ReactNode } from 'react'
import type { DurationFigure, ExplainQuery, Scope } from '../../shared/contract.ts'
import { bucketCount, useMetricText } from '../overview/metricText.ts'
import { OpensRow } from '../overview/OpensRow.tsx'
import { ChartCard } from '../ui/ChartCard.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { PairNames } from './AgentTrends.tsx'
import { PairKey } from './PairKey.tsx'

/** The seven spans of a first response: the agent's share as a bar, the team's as a stroke; each opens its conversations. */
export function ResponseSpread({
  scope,
  own,
  team,
  names,
}: {
  readonly scope: Scope
  readonly own: DurationFigure | null
  /** null: the agent is in no team. */
  readonly team: DurationFigure | null
  readonly names: PairNames
}): ReactNode {
  const text = useText('agents')
  const metricText = useMetricText()
  const format = useFormat()
  const count = own?.count ?? 0
  const queryOf = (bucket: number) => ({ metric: 'first_response_time', scope, bucket }) as const
  const spans = Array.from({ length: bucketCount }, (_none, bucket) => ({
    bucket,
    name: metricText.bucket(bucket),
    own: own === null ? null : shareOf(own, bucket),
    team: team === null ? null : shareOf(team, bucket),
  }))
  return (
    <ChartCard
      title={metricText.name('first_response_time')}
      subtitle={text('spread.subtitle', { count, shown: format.count(count) })}
      aside={<PairKey names={names} inTeam={team !== null} stroke="upright" />}
      height={230}
      table={{
        title: text('spread.file', { name: names.own }),
        columns: [
          { title: text('spread.span'), kind: 'text' },
          { title: text('spread.replies'), kind: 'count' },
          { title: names.own, kind: 'rate' },
          ...(team === null ? [] : [{ title: names.team, kind: 'rate' as const }]),
        ],
        rows: spans.map((span) => [
          span.name,
          own === null ? null : (own.buckets[span.bucket] ?? 0),
          span.own,
          ...(team === null ? [] : [span.team]),
        ]),
        metrics: ['first_response_time'],
        opens: (row, column) => (column === 1 || column === 2 ? queryOf(row) : null),
      }}
    >
      {count === 0 ? (
        <p className="block-note">{text('spread.none')}</p>
      ) : (
        <ul className="lines">
          {spans.map((span) => (
            <li key={span.bucket}>
              <SpreadRow span={span} largest={largestOf(spans)} query={queryOf(span.bucket)} />
            </li>
          ))}
        </ul>
      )}
    </ChartCard>
  )
}

interface Span {
  readonly name: string
  /** Shares of 1; null: nothing to share. */
  readonly own: number | null
  readonly team: number | null
}

function SpreadRow({
  span,
  largest,
  query,
}: {
  readonly span: Span
  readonly largest: number
  readonly query: ExplainQuery
}): ReactNode {
  const format = useFormat()
  const { name, own, team } = span
  const length = (share: number): string => `${String((share / largest) * 100)}%`
  return (
    <OpensRow className="spread-row" query={query}>
      <span className="line-quiet">{name}</span>
      <span className="spread-track" aria-hidden="true">
        {own !== null && own > 0 && <span className="spread-own" style={{ inlineSize: length(own) }} />}
        {team !== null && <span className="spread-team" style={{ insetInlineStart: length(team) }} />}
      </span>
      <span className="line-figure">{format.rate(own, 0)}</span>
      <span className="line-change">{team === null ? '' : format.rate(team, 0)}</span>
    </OpensRow>
  )
}

function largestOf(spans: readonly Span[]): number {
  return spans.reduce((most, { own, team }) => Math.max(most, own ?? 0, team ?? 0), 0.01)
}

function shareOf(figure: DurationFigure, bucket: number): number | null {
  return figure.count === 0 ? null : (figure.buckets[bucket] ?? 0) / figure.count
}
