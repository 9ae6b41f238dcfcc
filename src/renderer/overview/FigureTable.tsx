import type { ReactNode } from 'react'
import type { Scope, Targets } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import { useFormat } from '../ui/format.ts'
import type { NamedRow } from './breakdownTable.ts'
import { ChangeWords } from './ChangeWords.tsx'
import { casesOf, isSmall, standingOf, targetOf, valueOf } from './figures.ts'
import { useMetricText } from './metricText.ts'
import { useValueText } from './valueText.ts'

/** Rows by columns of figures, each with its change; a figure past its target is coloured, one of few cases says of how many. */
export function FigureTable({
  label,
  head,
  rows,
  columns,
  scope,
  targets,
}: {
  readonly label: string
  /** What the rows are. */
  readonly head: string
  readonly rows: readonly NamedRow[]
  readonly columns: readonly MetricId[]
  readonly scope: Scope
  readonly targets: Targets | undefined
}): ReactNode {
  const { name, definition } = useMetricText()
  return (
    <div className="figure-table">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
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
              {columns.map((metric) => (
                <td key={metric} className="figure">
                  <FigureCell row={row} metric={metric} scope={scope} target={targetOf(metric, targets)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FigureCell({
  row,
  metric,
  scope,
  target,
}: {
  readonly row: NamedRow
  readonly metric: MetricId
  readonly scope: Scope
  readonly target: number | null
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
  if (value === null) return <span className="line-quiet">{valueText(metric, null)}</span>
  return (
    <>
      <span
        className={small ? 'figure-small' : missed ? 'figure-missed' : undefined}
        title={small ? undefined : of}
      >
        <Opens query={row.key === undefined ? { metric, scope } : { metric, scope, key: row.key }}>
          {valueText(metric, value)}
        </Opens>
      </span>
      {small && <span className="line-denominator"> {of}</span>}
      {!small && <ChangeWords metric={metric} now={figure} before={row.before?.[metric]} target={target} />}
    </>
  )
}
