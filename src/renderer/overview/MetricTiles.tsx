import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import type { DataTable } from '../ui/dataTable.ts'
import { DataTableView } from '../ui/DataTableView.tsx'
import { Opens } from '../ui/Opens.tsx'
import { Sparkline } from '../ui/Sparkline.tsx'
import { Tile } from '../ui/Tile.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { useTableSwitch } from '../ui/useTableSwitch.tsx'
import { totalRow } from './breakdownTable.ts'
import { ChangeWords } from './ChangeWords.tsx'
import {
  canHaveTarget,
  casesOf,
  isBenchmark,
  isSmall,
  manyMoreFlags,
  seriesOf,
  targetOf,
  valueOf,
} from './figures.ts'
import { useMetricText } from './metricText.ts'
import type { Shown } from './shown.ts'
import { useBreakdownTable } from './useBreakdownTable.ts'
import { useValueText } from './valueText.ts'

interface TilesProps {
  readonly shown: Shown
  /** By day, or by any steps of time. */
  readonly now: MetricsAnswer
  /** null: not compared. */
  readonly before: MetricsAnswer | null
  /** Flags open now; null: not asked. */
  readonly openFlags?: number | null
}

/** The figures a section opens with: value, course, change and target; behind them the same by day. */
export function MetricTiles({
  metrics: shownMetrics,
  ...tiles
}: TilesProps & { readonly metrics: readonly MetricId[] }): ReactNode {
  const table = useDayTable(shownMetrics, tiles)
  const { asTable, tools, body, onKeyDown } = useTableSwitch(table)
  return (
    // The key works on whatever inside has the focus; the button does the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="tiles-card" data-table={asTable || undefined} ref={body} onKeyDown={onKeyDown}>
      <span className="tiles-tools">{tools}</span>
      {asTable ? (
        <DataTableView table={table} height={320} />
      ) : (
        <div className="tiles overview-tiles">
          {shownMetrics.map((metric) => (
            <MetricTile key={metric} metric={metric} {...tiles} />
          ))}
        </div>
      )}
    </div>
  )
}

/** The tiles' figures day by day, the days before beside them; all of them in the last line. */
function useDayTable(shownMetrics: readonly MetricId[], { shown, now, before }: TilesProps): DataTable {
  const text = useText('overview')
  const format = useFormat()
  const tableOf = useBreakdownTable()
  const days = now.rows.map((row, index) => ({
    name: format.dayLabel(row.key.day ?? ''),
    key: row.key,
    now: row.metrics,
    before: before === null ? null : (before.rows[index]?.metrics ?? null),
  }))
  return tableOf({
    title: text('tile.table'),
    head: text('volume.day'),
    metrics: shownMetrics,
    scope: shown.scope,
    rows: [...days, totalRow(text('all'), now, before)],
  })
}

function MetricTile({
  metric,
  shown,
  now,
  before,
  openFlags = null,
}: TilesProps & { readonly metric: MetricId }): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const { name, definition } = useMetricText()
  const valueText = useValueText()
  const figure = now.total.metrics[metric]
  const earlier = before?.total.metrics[metric]
  const target = targetOf(metric, shown.targets)
  const cases = casesOf(figure)
  const kind =
    metrics[metric].shape === 'duration' ? (
      text('tile.median')
    ) : cases === null ? undefined : (
      <OfWords metric={metric} cases={cases} />
    )
  return (
    <Tile
      label={text(`tile.name.${metric}`, { defaultValue: name(metric) })}
      kind={kind}
      value={
        <span className={isSmall(figure) ? 'tile-small' : undefined} title={definition(metric)}>
          <Opens query={{ metric, scope: shown.scope }}>{valueText(metric, valueOf(figure))}</Opens>
        </span>
      }
      chart={<Sparkline values={seriesOf(now.rows, metric)} target={target} />}
      change={<ChangeWords metric={metric} now={figure} before={earlier} target={target} />}
      bad={metric === 'flags_raised' && manyMoreFlags(figure, earlier, openFlags ?? 0)}
      target={
        metric === 'flags_raised' ? (
          openFlags !== null && text('tile.open', { count: openFlags, shown: format.count(openFlags) })
        ) : (
          <TargetWords metric={metric} shown={shown} target={target} />
        )
      }
    />
  )
}

/** "of 5,411"; of rates over statuses it says in its tooltip what they are of. */
function OfWords({ metric, cases }: { readonly metric: MetricId; readonly cases: number }): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const values = { count: cases, shown: format.count(cases) }
  const ofStatuses = (metrics[metric].leavesOut as readonly string[]).includes('no_status')
  return <span title={ofStatuses ? text('ofMessages', values) : undefined}>{text('of', values)}</span>
}

/** "target < 1 min"; "benchmark" while nobody set one. Nothing where a metric can have none. */
function TargetWords({
  metric,
  shown,
  target,
}: {
  readonly metric: MetricId
  readonly shown: Shown
  readonly target: number | null
}): ReactNode {
  const text = useText('overview')
  const valueText = useValueText()
  if (target === null) return canHaveTarget(metric) ? text('tile.noTarget') : ''
  const sign = metrics[metric].better === 'higher' ? '≥' : '<'
  const benchmark = isBenchmark(metric, shown.targets)
  return (
    <span title={text(benchmark ? 'tile.isBenchmark' : 'tile.isTarget')}>
      <small className="tile-word">{text(benchmark ? 'tile.benchmark' : 'tile.target')}</small>
      <span>{`${sign} ${valueText(metric, target)}`}</span>
    </span>
  )
}
