/** The period in words: what was counted, and what changed where a difference was measured that matters. */
import type { Dimension, MetricsRow, Scope } from '../../../shared/contract.ts'
import { metrics, type MetricId } from '../../../shared/metrics.ts'
import { hourMs } from '../../../shared/period.ts'
import type { Pieces, Sentence } from '../../../shared/reportBlocks.ts'
import { wilson, type Interval } from '../../../shared/statistics.ts'
import { valueText } from '../../../shared/valueText.ts'
import { metricWords } from '../../print/words.ts'
import type { ComposeContext } from '../context.ts'
import { casesOf, isWorse, smallSample, targetOf, valueOf } from '../figures.ts'
import { against } from '../headline.ts'
import { countCarrier, medianCarrier, shareCarrier } from './carriers.ts'
import { countsDiffer, mediansDiffer, medianInterval, sharesDiffer, type Count } from './differences.ts'
import { pieces } from './pieces.ts'

/** Metrics of which there is a sentence of their own; of the others a line with their name. */
const speeds = ['first_response_time', 'resolution_time'] as const satisfies readonly MetricId[]
/** Along what a difference in what came in may have one cause, the likeliest first. */
const carriers = ['opened-by', 'category', 'channel'] as const satisfies readonly Dimension[]
/** Rates that are no share of things that happen or not: nothing is known of their chance. */
const noShares: readonly MetricId[] = ['engagement', 'occupancy', 'utilization', 'retention_rate']

/** What is told of these metrics, in their order; nothing of a metric that did not change. */
export function sentencesOf(context: ComposeContext, told: readonly MetricId[]): readonly Sentence[] {
  return told.flatMap((metric) => {
    const { shape } = metrics[metric]
    if (metric === 'conversations_opened') return opened(context)
    if (shape === 'duration') return duration(context, metric)
    if (shape === 'rate' && !noShares.includes(metric)) return share(context, metric)
    return shape === 'count' ? count(context, metric) : []
  })
}

// ── counts ───────────────────────────────────────────────────────────────────────────────────────────────────────

function opened(context: ComposeContext): readonly Sentence[] {
  const { words, format, names } = context
  const metric = 'conversations_opened'
  const [now, before] = counts(context, metric)
  if (now.value === 0) return [sentence(context, pieces(words, 'sentence.none', {}), null)]
  const values = { count: now.value, shown: format.count(now.value), against: against(context) }
  if (!context.isComparable || before.value === 0 || !countsDiffer(now, before))
    return [sentence(context, pieces(words, 'sentence.opened', values), metric)]
  const change = format.change(now.value, before.value, 'count')
  const said = pieces(words, 'sentence.openedChanged', { ...values, change })
  const carrier = carriers
    .map((by) => ({ by, carried: countCarrier(partsBy(context, metric, by)) }))
    .find(({ carried }) => carried !== null)
  if (carrier === undefined || carrier.carried === null) return [sentence(context, said, metric)]
  const { by, carried } = carrier
  return [
    sentence(context, said, metric),
    sentence(
      context,
      pieces(
        words,
        `sentence.carriedBy.${by}`,
        { now: format.count(carried.now), before: format.count(carried.before) },
        { name: names.of(by, carried.key) },
      ),
      metric,
      { [by]: carried.key },
    ),
  ]
}

function count(context: ComposeContext, metric: MetricId): readonly Sentence[] {
  const [now, before] = counts(context, metric)
  return context.isComparable && countsDiffer(now, before)
    ? [changed(context, metric, now.value, before.value)]
    : []
}

function counts(context: ComposeContext, metric: MetricId): readonly [Count, Count] {
  const { query, previous, at } = context
  const figure = (scope: Scope) => valueOf(context.total(scope, metric)) ?? 0
  return [
    {
      value: figure(query.scope),
      exposure: hours({ ...query.scope, to: Math.min(query.scope.to, Math.max(at, query.scope.from)) }),
    },
    { value: figure(previous), exposure: hours(previous) },
  ]
}

function hours({ from, to }: Pick<Scope, 'from' | 'to'>): number {
  return (to - from) / hourMs
}

function partsBy(context: ComposeContext, metric: MetricId, by: Dimension) {
  const [now, before] = counts(context, metric)
  const earlier = new Map(
    rowsBy(context, context.previous, metric, by).map((row) => [row.key[by] ?? null, row]),
  )
  const parts = rowsBy(context, context.query.scope, metric, by).map((row) => row.key[by] ?? null)
  const rows = new Map(
    rowsBy(context, context.query.scope, metric, by).map((row) => [row.key[by] ?? null, row]),
  )
  return [...new Set([...parts, ...earlier.keys()])].map((key) => ({
    key,
    now: { value: valueOf(rows.get(key)?.metrics[metric]) ?? 0, exposure: now.exposure },
    before: { value: valueOf(earlier.get(key)?.metrics[metric]) ?? 0, exposure: before.exposure },
  }))
}

function rowsBy(
  context: ComposeContext,
  scope: Scope,
  metric: MetricId,
  by: Dimension,
): readonly MetricsRow[] {
  return context.ask(scope, [by], [metric]).rows
}

// ── durations ────────────────────────────────────────────────────────────────────────────────────────────────────

function duration(context: ComposeContext, metric: MetricId): readonly Sentence[] {
  const { query, previous, words, format, names, ports } = context
  const figures = [query.scope, previous].map((scope) => context.total(scope, metric))
  const [now, before] = figures.map(valueOf)
  if (now == null || (casesOf(figures[0]) ?? 0) < smallSample) return []
  const rows = measured(context, query.scope, metric)
  const values = rows.map(({ value }) => value)
  const told = { now: format.duration(now), before: format.duration(before) }
  const target = targetWords(context, metric, medianInterval(values))
  const isSpeed = speeds.some((speed) => speed === metric)
  const isChanged =
    context.isComparable &&
    before != null &&
    mediansDiffer(
      values,
      measured(context, previous, metric).map(({ value }) => value),
    )
  if (!isChanged) {
    if (metric !== 'first_response_time' && target?.standing !== 'missed') return []
    const key = isSpeed ? `sentence.${metric}.is` : 'sentence.is'
    return [
      sentence(
        context,
        joined(context, pieces(words, key, { ...told, metric: nameOf(context, metric) }), target),
        metric,
      ),
    ]
  }
  const key = isSpeed
    ? `sentence.${metric}.${now > before ? 'rose' : 'fell'}`
    : `sentence.${now > before ? 'up' : 'down'}`
  const main = sentence(
    context,
    joined(context, pieces(words, key, { ...told, metric: nameOf(context, metric) }), target),
    metric,
  )
  const carrier = query.scope.agents.length === 1 ? null : medianCarrier(named(rows), before)
  if (carrier === null) return [main]
  const agent = ports.workspace.agents.find(({ id }) => id === carrier.key)
  if (agent === undefined) return [main]
  const carried = pieces(
    words,
    'sentence.carriedBy.agent',
    { without: format.duration(carrier.without) },
    { name: names.of('agent', agent.id) },
  )
  return [main, sentence(context, carried, metric, { agent: agent.id })]
}

interface Measured {
  readonly agent: string | null
  readonly value: number
}

function measured({ numbers, ports }: ComposeContext, scope: Scope, metric: MetricId): readonly Measured[] {
  const { included } = numbers.behind({ metric, scope, limit: Number.POSITIVE_INFINITY })
  const agents = new Map<number, string | null>()
  return included.flatMap((row) => {
    if (row.value === null) return []
    if (!agents.has(row.agent)) agents.set(row.agent, ports.chat(row).agent)
    return [{ agent: agents.get(row.agent) ?? null, value: row.value }]
  })
}

function named(
  rows: readonly Measured[],
): readonly { readonly key: string | null; readonly value: number }[] {
  return rows.map(({ agent, value }) => ({ key: agent, value }))
}

// ── shares ───────────────────────────────────────────────────────────────────────────────────────────────────────

function share(context: ComposeContext, metric: MetricId): readonly Sentence[] {
  const { query, previous, words, format, names } = context
  const figures = [query.scope, previous].map((scope) => context.total(scope, metric))
  const [now, before] = figures.map(shareOf)
  if (now == null || now.of < smallSample) return []
  const target = targetWords(context, metric, wilson(now.share, now.of))
  if (!context.isComparable || before == null || !sharesDiffer(now, before)) {
    if (target?.standing !== 'missed') return []
    const said = pieces(words, 'sentence.is', {
      metric: nameOf(context, metric),
      now: format.rate(now.share),
    })
    return [sentence(context, joined(context, said, target), metric)]
  }
  const main = changed(context, metric, now.share, before.share, target)
  const carrier = shareCarrier(channelShares(context, metric), before.share)
  if (carrier === null) return [main]
  const said = pieces(
    words,
    'sentence.carriedBy.share',
    { own: format.rate(carrier.own), without: format.rate(carrier.without) },
    { name: names.of('channel', carrier.key) },
  )
  return [main, sentence(context, said, metric, { channel: carrier.key })]
}

function channelShares(context: ComposeContext, metric: MetricId) {
  return rowsBy(context, context.query.scope, metric, 'channel').flatMap((row) => {
    const own = shareOf(row.metrics[metric])
    return own === null || own.of === 0 ? [] : [{ ...own, key: row.key.channel ?? null }]
  })
}

function shareOf(
  figure: MetricsRow['metrics'][MetricId],
): { readonly share: number; readonly of: number } | null {
  const value = valueOf(figure)
  const of = casesOf(figure)
  return value === null || of === null || value > 1 || value < 0 ? null : { share: value, of }
}

// ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────

interface TargetWords {
  readonly standing: 'met' | 'missed' | 'near'
  readonly said: Pieces
}

/** The target beside a figure: met or missed only where the whole interval is on one side of it. */
function targetWords(
  { words, format, ports, query }: ComposeContext,
  metric: MetricId,
  interval: Interval | null,
): TargetWords | null {
  const target = targetOf(metric, ports.settings, query.scope)
  if (target === null || interval === null) return null
  const sides = [interval.low, interval.high].map((limit) => isWorse(metric, limit, target))
  const standing = sides.every(Boolean) ? 'missed' : sides.some(Boolean) ? 'near' : 'met'
  return {
    standing,
    said: pieces(words, `sentence.target.${standing}`, { target: valueText(format, metric, target) }),
  }
}

function joined({ words }: ComposeContext, said: Pieces, target: TargetWords | null): Pieces {
  return [...said, ...(target === null ? pieces(words, 'sentence.end', {}) : target.said)]
}

function changed(
  context: ComposeContext,
  metric: MetricId,
  now: number,
  before: number,
  target: TargetWords | null = null,
): Sentence {
  const { words, format } = context
  const said = pieces(words, `sentence.${now > before ? 'up' : 'down'}`, {
    metric: nameOf(context, metric),
    now: valueText(format, metric, now),
    before: valueText(format, metric, before),
  })
  return sentence(context, joined(context, said, target), metric)
}

function sentence(
  context: ComposeContext,
  said: Pieces,
  metric: MetricId | null,
  key?: Readonly<Partial<Record<Dimension, string | null>>>,
): Sentence {
  if (metric === null) return { pieces: said, footnote: null }
  const { scope } = context.query
  const about = [
    nameOf(context, metric),
    ...Object.entries(key ?? {}).map(([by, value]) => context.names.of(by as Dimension, value ?? null)),
  ]
  const footnote = context.footnotes.figure(
    { metric, scope, ...(key === undefined ? {} : { key }) },
    about.join(', '),
  )
  return { pieces: said, footnote }
}

function nameOf({ query }: ComposeContext, metric: MetricId): string {
  return metricWords(query.language, metric).name
}
