import type { ReactNode } from 'react'
import type { Figures, MetricsRow, Scope, Settings } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { ChangeWords } from '../overview/ChangeWords.tsx'
import { casesOf, figuresFor, isSmall, keyOf, valueOf } from '../overview/figures.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useValueText } from '../overview/valueText.ts'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import { Tile } from '../ui/Tile.tsx'
import { isEstimated } from './cells.ts'
import type { Outlier } from './findings.ts'
import { Strip } from './Strip.tsx'
import { agentTarget } from './targets.ts'
import { teamValue } from './teamValue.ts'
import { tileMetrics } from './useAgentPage.ts'

export interface AgentTilesProps {
  readonly scope: Scope
  readonly agent: string
  /** The figures of every agent, now and before; null: not compared. */
  readonly rows: readonly MetricsRow[]
  readonly rowsBefore: readonly MetricsRow[] | null
  /** null: the agent is in no team. */
  readonly team: { readonly id: string; readonly name: string; readonly figures: Figures } | null
  /** The ids of the team, this agent included. */
  readonly mates: ReadonlySet<string>
  readonly outliers: readonly Outlier[]
  readonly settings: Settings | undefined
}

/** Six figures of one agent, each on a strip among all agents: one tick an agent, this agent the dot. */
export function AgentTiles(props: AgentTilesProps): ReactNode {
  return (
    <div className="tiles agent-tiles">
      {tileMetrics.map((metric) => (
        <AgentTile key={metric} metric={metric} {...props} />
      ))}
    </div>
  )
}

function AgentTile({
  metric,
  scope,
  agent,
  rows,
  rowsBefore,
  team,
  mates,
  outliers,
  settings,
}: AgentTilesProps & { readonly metric: MetricId }): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const metricText = useMetricText()
  const valueText = useValueText()
  const name = metricText.name(metric)
  const figure = figuresFor(rows, 'agent', agent)[metric]
  const before = rowsBefore === null ? undefined : figuresFor(rowsBefore, 'agent', agent)[metric]
  const value = valueOf(figure)
  const target = agentTarget(metric, settings, team?.id ?? null)
  const others = rows
    .filter((row) => keyOf(row, 'agent') !== null && keyOf(row, 'agent') !== agent)
    .map((row) => valueOf(row.metrics[metric]))
    .filter((other) => other !== null)
  const strip = text('tile.strip', {
    name,
    own: valueText(metric, value),
    count: others.length,
    lowest: valueText(
      metric,
      others.length === 0 ? null : others.reduce((one, other) => Math.min(one, other)),
    ),
    highest: valueText(
      metric,
      others.length === 0 ? null : others.reduce((one, other) => Math.max(one, other)),
    ),
  })
  return (
    <Tile
      label={name}
      kind={kind()}
      value={
        <span className={isSmall(figure) ? 'tile-small' : undefined} title={metricText.definition(metric)}>
          <Opens query={{ metric, scope }}>{valueText(metric, value)}</Opens>
        </span>
      }
      chart={
        <>
          <span title={strip} className="agent-strip">
            <Strip values={others} own={value} />
            <span className="unseen">{strip}</span>
          </span>
          <p className="agent-against">{against()}</p>
        </>
      }
      change={<ChangeWords metric={metric} now={figure} before={before} target={target?.value ?? null} />}
      target={targetWords()}
    />
  )

  function kind(): string | undefined {
    if (isEstimated(figure)) return text('estimated.word')
    if (metrics[metric].shape === 'duration') return text('tile.median')
    const cases = casesOf(figure)
    return cases === null ? undefined : text('of', { count: cases, shown: format.count(cases) })
  }

  function against(): ReactNode {
    if (team === null) return ''
    const theirs = teamValue(metric, team.figures, rows, mates)
    const far = outliers.find((one) => one.metric === metric && one.verdict === 'worse')
    return (
      <>
        {far !== undefined && metrics[metric].shape === 'duration' && (
          <span className="agent-look">{text('tile.times', { times: format.score(far.times) })} </span>
        )}
        {text(metrics[metric].shape === 'count' ? 'tile.teamMean' : 'tile.team', {
          team: team.name,
          value: valueText(metric, theirs),
        })}
      </>
    )
  }

  function targetWords(): ReactNode {
    const { better } = metrics[metric]
    if (target === null) return ''
    const sign = better === null ? '' : better === 'higher' ? '≥ ' : '< '
    return (
      <span title={text(`target.${target.origin}`, { team: team?.name ?? '' })}>
        <small className="tile-word">
          {text(target.origin === 'benchmark' ? 'target.isBenchmark' : 'target.is')}{' '}
        </small>
        {sign + valueText(metric, target.value)}
      </span>
    )
  }
}
