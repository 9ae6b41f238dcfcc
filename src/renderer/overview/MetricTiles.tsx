import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { Opens } from '../ui/Opens.tsx'
import { Sparkline } from '../ui/Sparkline.tsx'
import { Tile } from '../ui/Tile.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
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

/** The figures a section opens with: value, course, change and target. */
export function MetricTiles({
  metrics: shownMetrics,
  ...tiles
}: TilesProps & { readonly metrics: readonly MetricId[] }): ReactNode {
  return (
    <div className="tiles overview-tiles">
      {shownMetrics.map((metric) => (
        <MetricTile key={metric} metric={metric} {...tiles} />
      ))}
    </div>
  )
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
    metrics[metric].shape === 'duration'
      ? text('tile.median')
      : cases === null
        ? undefined
        : text('of', { count: cases, shown: format.count(cases) })
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
