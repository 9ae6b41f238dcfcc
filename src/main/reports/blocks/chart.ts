import type { Dimension, MetricsRow } from '../../../shared/contract.ts'
import { metrics, type MetricId } from '../../../shared/metrics.ts'
import { parseBoundary, previousPeriod, startOfMonth, weekdayOf } from '../../../shared/period.ts'
import type { ChartPoint, DataOf } from '../../../shared/reportBlocks.ts'
import { valueText } from '../../../shared/valueText.ts'
import { html, type Markup } from '../../print/markup.ts'
import { columnGap } from '../style.ts'
import { axisUnit } from '../charts/axis.ts'
import { barChart } from '../charts/bars.ts'
import { heatChart } from '../charts/heat.ts'
import { lineChart } from '../charts/line.ts'
import { ranking } from '../charts/ranking.ts'
import type { ComposeContext } from '../context.ts'
import { targetOf, valueOf } from '../figures.ts'
import { daysIn, unitOf } from '../moment.ts'
import {
  column,
  headOf,
  metricName,
  nothing,
  type BlockForm,
  type BlockOf,
  type LookContext,
} from './block.ts'

/** More bars or points than this are drawn in the next larger unit. */
const mostDays = 62
const mostWeeks = 60
/** Up to so many days are named by their weekday. */
const mostNamedDays = 10

const inTime: readonly Dimension[] = ['day', 'week', 'month']

export const chart: BlockForm<'chart'> = {
  compose(block, context) {
    const { query, ports } = context
    const by = coarser(block.by, daysIn(query.scope))
    const found = pointsOf({ ...block, by }, context)
    const isRanking = block.chart === 'ranking'
    const points = isRanking
      ? found.filter(({ now }) => now !== null && now !== 0).toSorted((a, b) => (b.now ?? 0) - (a.now ?? 0))
      : found
    const shown = isRanking ? points.slice(0, block.most) : points
    return {
      ...headOf(block, titleOf(block, context)),
      kind: 'chart',
      chart: block.chart,
      metric: block.metric,
      by,
      points: shown,
      more: points.length - shown.length,
      target: block.chart === 'line' ? targetOf(block.metric, ports.settings, query.scope) : null,
    }
  },
  look(data, context) {
    const isEmpty = data.points.every(({ now, before }) => !now && !before)
    return html`<h2>${data.title} <small>${noteOf(data, context)}</small></h2>
      ${isEmpty ? nothing(context) : drawn(data, context)}`
  },
  tables: (data, context) => [
    {
      block: data.id,
      title: data.title,
      columns: [
        { title: context.words(`dimension.${data.by}`), kind: 'text' },
        column(metricName(context, data.metric), data.metric),
        ...(data.chart === 'heat' ? [] : [column(context.words('column.before'), data.metric, 'before')]),
      ],
      rows: data.points.map(({ name, now, before }) => [
        name,
        now,
        ...(data.chart === 'heat' ? [] : [before]),
      ]),
    },
  ],
}

function titleOf({ chart: kind, metric, by }: BlockOf<'chart'>, { query, words }: ComposeContext): string {
  const name = metricName(query, metric)
  if (kind === 'ranking') return words('block.ranking', { metric: name, by: words(`dimension.${by}`) })
  return kind === 'heat' && metric === 'messages_received' ? words('block.busy') : name
}

function coarser(by: Dimension, days: number): Dimension {
  if (by === 'day' && days > mostDays) return coarser('week', days)
  return by === 'week' && days > mostWeeks * 7 ? 'month' : by
}

function pointsOf(
  { chart: kind, metric, by }: BlockOf<'chart'>,
  context: ComposeContext,
): readonly ChartPoint[] {
  const { query, at, isComparable } = context
  const { scope } = query
  const rows = context.ask(scope, [by], [metric]).rows
  if (kind === 'heat') return rows.map((row) => pointOf(row, null, context, { metric, by, isShort: false }))
  const whole = { ...scope, ...previousPeriod(scope.from, scope.to, scope.zone) }
  const compared = inTime.includes(by) ? whole : context.previous
  const before = isComparable ? context.ask(compared, [by], [metric]).rows : []
  const byKey = new Map(before.map((row) => [row.key[by] ?? null, row]))
  const isShort = rows.length <= mostNamedDays
  return rows.map((row, index) => {
    const earlier = inTime.includes(by) ? before[index] : byKey.get(row.key[by] ?? null)
    const point = pointOf(row, earlier ?? null, context, { metric, by, isShort })
    // What has not come yet is no zero.
    return beginOf(row, by, scope) >= at ? { ...point, now: null } : point
  })
}

function pointOf(
  row: MetricsRow,
  before: MetricsRow | null,
  { names, format, query }: ComposeContext,
  { metric, by, isShort }: { readonly metric: MetricId; readonly by: Dimension; readonly isShort: boolean },
): ChartPoint {
  const key = row.key[by] ?? null
  const day = by === 'day' && isShort && key !== null ? parseBoundary(key, query.scope.zone) : null
  return {
    key,
    name:
      day === null
        ? names.of(by, key)
        : `${format.weekday(weekdayOf(day, query.scope.zone))} ${Number(key?.slice(-2))}`,
    now: valueOf(row.metrics[metric]),
    before: before === null ? null : valueOf(before.metrics[metric]),
  }
}

/** When a point of time begins; -∞ for what is none. */
function beginOf({ key }: MetricsRow, by: Dimension, { from, to, zone }: ComposeContext['previous']): number {
  if (by === 'day' && key.day != null) return parseBoundary(key.day, zone)
  if (by === 'month' && key.month != null) return startOfMonth(parseBoundary(`${key.month}-01`, zone), zone)
  if (by === 'hour' && key.hour != null && unitOf({ from, to, zone }) === 'day')
    return from + Number(key.hour) * 3_600_000
  return Number.NEGATIVE_INFINITY
}

/** What is drawn, and in which unit, in the head. */
function noteOf(
  { chart: kind, metric, points }: DataOf<'chart'>,
  { words, scope, language }: LookContext,
): string {
  const unit = unitOf(scope)
  const isDuration = metrics[metric].shape === 'duration'
  const values = points.flatMap(({ now, before }) => [now ?? 0, before ?? 0])
  const said = [
    ...(isDuration ? [words('note.median')] : []),
    ...(kind !== 'ranking' && kind !== 'heat' && metrics[metric].unit === 'seconds'
      ? [axisUnit(language, 'seconds', Math.max(...values)).name]
      : []),
    ...(kind === 'bars' && points.some(({ before }) => before !== null)
      ? [words('note.bars', { now: words(`series.now.${unit}`) })]
      : []),
    ...(kind === 'ranking' && points.some(({ before }) => before !== null)
      ? [words('note.ranking', { before: words(`series.before.${unit}`) })]
      : []),
  ]
  return said.join(', ')
}

function drawn(data: DataOf<'chart'>, context: LookContext): Markup {
  const { words, format, scope, language } = context
  const { metric, points, target } = data
  const unit = unitOf(scope)
  const common = {
    label: data.title,
    points,
    language,
    unit: metrics[metric].unit,
    textOf: (value: number | null) => valueText(format, metric, value),
    width: data.width === 'half' ? (context.width - columnGap) / 2 : context.width,
  }
  switch (data.chart) {
    case 'bars':
      return barChart(common)
    case 'line':
      return lineChart({
        ...common,
        nowName: words(`series.now.${unit}`),
        beforeName: words(`series.before.${unit}`),
        target:
          target === null
            ? null
            : { value: target, label: words('target', { value: valueText(format, metric, target) }) },
      })
    case 'heat':
      return heatChart({
        ...common,
        weekdays: format.weekdays.map((day) => ({ day, name: format.weekday(day) })),
      })
    case 'ranking':
      return html`${ranking(common)}${data.more > 0 && html`<p class="muted">${words('more', { count: data.more })}</p>`}`
  }
}
