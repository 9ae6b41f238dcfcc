import type { ReactNode } from 'react'
import type { MetricsAnswer, Scope, Targets } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { useAsk } from '../api.ts'
import { Opens } from '../ui/Opens.tsx'
import { Sparkline } from '../ui/Sparkline.tsx'
import { Tile } from '../ui/Tile.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { casesOf, manyMoreFlags, seriesOf, standingOf, targetOf, valueOf } from './figures.ts'
import { useMetricText } from './metricText.ts'
import { useValueText } from './valueText.ts'

const tiles = [
  'conversations_opened',
  'first_response_time',
  'resolution_time',
  'csat_score',
  'failure_rate',
  'flags_raised',
] as const satisfies readonly MetricId[]

/** The six figures the page opens with. */
export function OverviewTiles({
  scope,
  now,
  before,
  targets,
}: {
  readonly scope: Scope
  readonly now: MetricsAnswer
  /** null: not compared. */
  readonly before: MetricsAnswer | null
  readonly targets: Targets | undefined
}): ReactNode {
  const openFlags = useAsk(
    'flags',
    [{ scope, state: 'open', rules: [], after: null, limit: 1 }],
    ['flags', 'numbers'],
  )
  return (
    <div className="tiles overview-tiles">
      {tiles.map((metric) => (
        <OverviewTile
          key={metric}
          metric={metric}
          scope={scope}
          now={now}
          before={before}
          target={targetOf(metric, targets)}
          open={metric === 'flags_raised' ? (openFlags.data?.open ?? null) : null}
        />
      ))}
    </div>
  )
}

function OverviewTile({
  metric,
  scope,
  now,
  before,
  target,
  open,
}: {
  readonly metric: (typeof tiles)[number]
  readonly scope: Scope
  readonly now: MetricsAnswer
  readonly before: MetricsAnswer | null
  readonly target: number | null
  /** Flags open now; null for every other metric. */
  readonly open: number | null
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const metricText = useMetricText()
  const valueText = useValueText()
  const { unit, shape } = metrics[metric]
  const figure = now.total.metrics[metric]
  const earlier = before?.total.metrics[metric]
  const standing = standingOf(metric, figure, earlier, target)
  const bad = standing.alarm || (metric === 'flags_raised' && manyMoreFlags(figure, earlier, open ?? 0))
  const name = metric === 'failure_rate' ? text('tile.failed') : metricText.name(metric)
  const cases = casesOf(figure)
  const kind =
    shape === 'duration'
      ? text('tile.median')
      : cases === null
        ? undefined
        : text('of', { count: cases, shown: format.count(cases) })
  return (
    <Tile
      label={name}
      kind={kind}
      value={
        <span className={standing.small ? 'tile-small' : undefined} title={metricText.definition(metric)}>
          <Opens query={{ metric, scope }}>{valueText(metric, valueOf(figure))}</Opens>
        </span>
      }
      chart={<Sparkline values={seriesOf(now.rows, metric)} target={target} />}
      change={
        before === null
          ? ''
          : format.change(valueOf(figure), valueOf(earlier), metric === 'flags_raised' ? 'difference' : unit)
      }
      bad={bad}
      target={rightWords()}
    />
  )

  function rightWords(): ReactNode {
    if (open !== null) return text('tile.open', { count: open, shown: format.count(open) })
    if (metric === 'flags_raised') return ''
    if (target === null) return text('tile.noTarget')
    const sign = metrics[metric].better === 'higher' ? '≥' : '<'
    return (
      <>
        <small className="tile-word">{text('tile.target')} </small>
        {`${sign} ${valueText(metric, target)}`}
      </>
    )
  }
}
