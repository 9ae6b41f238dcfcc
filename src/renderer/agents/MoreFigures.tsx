import type { ReactNode } from 'react'
import type { Figures, MetricsRow, Scope } from '../../shared/contract.ts'
import { metrics } from '../../shared/metrics.ts'
import { ChangeWords } from '../overview/ChangeWords.tsx'
import { figuresFor, valueOf } from '../overview/figures.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useValueText } from '../overview/valueText.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import { isEstimated } from './cells.ts'
import { teamValue } from './teamValue.ts'
import { moreMetrics } from './useAgentPage.ts'

/** The figures that have no tile: each with its change against the period before, and the team's. */
export function MoreFigures({
  scope,
  agent,
  rows,
  rowsBefore,
  team,
  mates,
}: {
  readonly scope: Scope
  readonly agent: string
  readonly rows: readonly MetricsRow[]
  /** null: not compared. */
  readonly rowsBefore: readonly MetricsRow[] | null
  readonly team: { readonly name: string; readonly figures: Figures } | null
  readonly mates: ReadonlySet<string>
}): ReactNode {
  const text = useText('agents')
  const metricText = useMetricText()
  const valueText = useValueText()
  const own = figuresFor(rows, 'agent', agent)
  const before = rowsBefore === null ? {} : figuresFor(rowsBefore, 'agent', agent)
  return (
    <table className="more-figures">
      <thead>
        <tr>
          <th scope="col">{text('more.figure')}</th>
          <th scope="col" className="figure">
            {text('more.own')}
          </th>
          {rowsBefore !== null && (
            <th scope="col" className="figure">
              {text('more.change')}
            </th>
          )}
          {team !== null && (
            <th scope="col" className="figure" title={text('more.teamHow')}>
              <bdi>{team.name}</bdi>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {moreMetrics.map((metric) => {
          const value = valueOf(own[metric])
          const shown = valueText(metric, value)
          return (
            <tr key={metric}>
              <th scope="row" title={metricText.definition(metric)}>
                {metricText.name(metric)} {isEstimated(own[metric]) && <span>{text('estimated.short')}</span>}
                {metrics[metric].shape === 'duration' && <span>{text('tile.median')}</span>}
              </th>
              <td className="figure">
                {value === null ? shown : <Opens query={{ metric, scope }}>{shown}</Opens>}
              </td>
              {rowsBefore !== null && (
                <td className="figure">
                  <ChangeWords metric={metric} now={own[metric]} before={before[metric]} />
                </td>
              )}
              {team !== null && (
                <td className="figure">{valueText(metric, teamValue(metric, team.figures, rows, mates))}</td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
