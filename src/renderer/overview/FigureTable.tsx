import type { ReactNode } from 'react'
import type { ExplainQuery, Scope, Targets } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import { useFormat } from '../ui/format.ts'
import type { NamedRow } from './breakdownTable.ts'
import { ChangeWords } from './ChangeWords.tsx'
import { casesOf, isSmall, standingOf, targetOf, valueOf } from './figures.ts'
import { useMetricText } from './metricText.ts'
import { useValueText } from './valueText.ts'

export interface RestsOn {
  readonly metric: MetricId
  readonly title: string
}

/** Rows by columns of figures, each with its change; a figure past its target is coloured, one of few cases says of how many. */
export function FigureTable({
  label,
  head,
  rows,
  columns,
  restsOn = null,
  scope,
  targets,
}: {
  readonly label: string
  /** What the rows are. */
  readonly head: string
  readonly rows: readonly NamedRow[]
  readonly columns: readonly MetricId[]
  /** A column before the others: how many cases one of them rests on, and what these are called. */
  readonly restsOn?: RestsOn | null
  readonly scope: Scope
  readonly targets: Targets | undefined
}): ReactNode {
  const { name, definition } = useMetricText()
  const format = useFormat()
  const compared = rows.some((row) => row.before !== null)
  return (
    <div className="figure-table">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {restsOn !== null && (
              <th scope="col" className="figure">
                {restsOn.title}
              </th>
            )}
            {columns.map((metric) => (
              <th key={metric} scope="col" className="figure" title={definition(metric)}>
                {name(metric)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row.key ?? null)} data-all={row.key === undefined || undefined}>
              <th scope="row" dir="auto">
                {row.name}
              </th>
              {restsOn !== null && (
                <td className="figure">
                  <Opens query={queryOf(row, restsOn.metric, scope)}>
                    {format.count(casesOf(row.now[restsOn.metric]))}
                  </Opens>
                </td>
              )}
              {columns.map((metric) => (
                <td key={metric} className="figure">
                  <FigureCell
                    row={row}
                    metric={metric}
                    scope={scope}
                    target={targetOf(metric, targets)}
                    compared={compared}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function queryOf({ key }: NamedRow, metric: MetricId, scope: Scope): ExplainQuery {
  return key === undefined ? { metric, scope } : { metric, scope, key }
}

function FigureCell({
  row,
  metric,
  scope,
  target,
  compared,
}: {
  readonly row: NamedRow
  readonly metric: MetricId
  readonly scope: Scope
  readonly target: number | null
  /** Some row has a change, so all keep the room for one. */
  readonly compared: boolean
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const valueText = useValueText()
  const figure = row.now[metric]
  const value = valueOf(figure)
  const cases = casesOf(figure)
  const small = isSmall(figure) && (cases ?? 0) > 0
  const { missed } = standingOf(metric, figure, undefined, target)
  const of = cases === null ? undefined : text('of', { count: cases, shown: format.count(cases) })
  if (value === null)
    return (
      <>
        <span className="line-quiet">{valueText(metric, null)}</span>
        {compared && <span className="figure-side" />}
      </>
    )
  return (
    <>
      <span
        className={small ? 'figure-small' : missed ? 'figure-missed' : undefined}
        title={small ? undefined : of}
      >
        <Opens query={queryOf(row, metric, scope)}>{valueText(metric, value)}</Opens>
      </span>
      {(small || compared) && (
        <span className="figure-side">
          {small ? (
            of
          ) : (
            <ChangeWords metric={metric} now={figure} before={row.before?.[metric]} target={target} />
          )}
        </span>
      )}
    </>
  )
}
