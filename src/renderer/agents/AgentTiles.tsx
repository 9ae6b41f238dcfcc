import type { ReactNode } from 'react'
import type { Figures, MetricsRow, Scope } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { casesOf, figuresFor, keyOf, valueOf } from '../overview/figures.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useValueText } from '../overview/valueText.ts'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import { Tile } from '../ui/Tile.tsx'
import type { Outlier } from './outliers.ts'
import { Strip } from './Strip.tsx'

const tiles = [
  'first_response_time',
  'resolution_time',
  'handled',
  'csat_score',
  'messages_sent',
  'flags_raised',
] as const satisfies readonly MetricId[]

/** Six figures of one agent, each on a strip among all agents: one tick an agent, this agent the dot. */
export function AgentTiles({
  scope,
  agent,
  rows,
  team,
  teamName,
  mates,
  outliers,
}: {
  readonly scope: Scope
  readonly agent: string
  /** The figures of every agent. */
  readonly rows: readonly MetricsRow[]
  readonly team: Figures | null
  readonly teamName: string | null
  /** The ids of the team, this agent included. */
  readonly mates: ReadonlySet<string>
  readonly outliers: readonly Outlier[]
}): ReactNode {
  const own = figuresFor(rows, 'agent', agent)
  const others = rows.filter((row) => keyOf(row, 'agent') !== null && keyOf(row, 'agent') !== agent)
  const inTeam = rows.filter((row) => mates.has(keyOf(row, 'agent') ?? ''))
  return (
    <div className="tiles agent-tiles">
      {tiles.map((metric) => (
        <AgentTile
          key={metric}
          metric={metric}
          scope={scope}
          own={own}
          others={valuesOf(others, metric)}
          team={team}
          teamName={teamName}
          teamMean={metrics[metric].shape === 'count' ? meanOf(valuesOf(inTeam, metric)) : null}
          outlier={outliers.find((one) => one.metric === metric) ?? null}
        />
      ))}
    </div>
  )
}

function AgentTile({
  metric,
  scope,
  own,
  others,
  team,
  teamName,
  teamMean,
  outlier,
}: {
  readonly metric: (typeof tiles)[number]
  readonly scope: Scope
  readonly own: Figures
  readonly others: readonly number[]
  readonly team: Figures | null
  readonly teamName: string | null
  /** For counts: what the mean agent of the team has; null otherwise. */
  readonly teamMean: number | null
  readonly outlier: Outlier | null
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const metricText = useMetricText()
  const valueText = useValueText()
  const { shape } = metrics[metric]
  const name = metricText.name(metric)
  const value = valueOf(own[metric])
  const cases = casesOf(own[metric])
  const kind =
    shape === 'duration'
      ? text('tile.median')
      : cases === null
        ? undefined
        : text('of', { count: cases, shown: format.count(cases) })
  const strip = text('tile.strip', {
    name,
    own: valueText(metric, value),
    count: others.length,
    lowest: valueText(metric, others.length === 0 ? null : Math.min(...others)),
    highest: valueText(metric, others.length === 0 ? null : Math.max(...others)),
  })
  return (
    <Tile
      label={name}
      kind={kind}
      value={<Opens query={{ metric, scope }}>{valueText(metric, value)}</Opens>}
      chart={
        <span title={strip} className="agent-strip">
          <Strip values={others} own={value} />
          <span className="unseen">{strip}</span>
        </span>
      }
      change={change()}
      target={against()}
    />
  )

  function change(): ReactNode {
    if (outlier !== null) {
      return <span className="agent-look">{text('tile.times', { times: format.score(outlier.ratio) })}</span>
    }
    if (shape === 'rate' && team !== null) return format.change(value, valueOf(team[metric]), 'rate')
    return ''
  }

  function against(): ReactNode {
    if (team === null || teamName === null) return ''
    if (teamMean !== null) return text('tile.teamMean', { team: teamName, value: format.count(teamMean) })
    return text('tile.team', { team: teamName, value: valueText(metric, valueOf(team[metric])) })
  }
}

function valuesOf(rows: readonly MetricsRow[], metric: MetricId): readonly number[] {
  return rows.map((row) => valueOf(row.metrics[metric])).filter((value) => value !== null)
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
