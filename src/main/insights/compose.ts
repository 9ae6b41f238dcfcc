/**
 * What stands out in a period, from the same questions the screens ask: trends over the weeks before its end, agents far
 * from their team, hours unlike the same hour of other weeks, and who copes with their arrivals.
 */
import type {
  Figure,
  Insights,
  MetricsAnswer,
  MetricsQuery,
  MetricsRow,
  Scope,
  Workspace,
} from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { addDays, offsetAt, parseBoundary, startOfWeek, weekdayOf } from '../../shared/period.ts'
import { anomaliesOf, type HourValue } from './anomalies.ts'
import { copingOf, type DayValue } from './coping.ts'
import { outliersOf } from './outliers.ts'
import { trendsOf, type TrendPoint } from './trends.ts'

export interface InsightPorts {
  readonly metricsMany: (queries: readonly MetricsQuery[]) => Promise<readonly MetricsAnswer[]>
  readonly workspace: Workspace
}

const trendWeeks = 12
const usualWeeks = 6
/** What is judged over the weeks, for everybody and for each agent. */
const overWeeks = [
  'conversations_opened',
  'first_response_time',
  'resolution_time',
  'csat_score',
  'failure_rate',
  'sentiment_negative',
] as const satisfies readonly MetricId[]
const ofAgents = [
  'first_response_time',
  'next_response_time',
  'resolution_time',
  'csat_score',
] as const satisfies readonly MetricId[]
const byHour = [
  'messages_received',
  'conversations_opened',
  'messages_failed',
] as const satisfies readonly MetricId[]
const workload = [
  'assigned',
  'conversations_closed',
  'next_response_time',
  'open_now',
] as const satisfies readonly MetricId[]

/** Everything that stands out; lists are empty where there is no ground for words. `now`: the engine's clock. */
export async function composeInsights(
  scope: Scope,
  { metricsMany, workspace }: InsightPorts,
): Promise<Insights> {
  const { now } = workspace
  const weeks = { ...scope, from: weeksBefore(scope, trendWeeks), to: scope.to }
  const usual = { ...scope, from: addDays(scope.from, -7 * usualWeeks, scope.zone) }
  const [byWeek, byAgentWeek, byAgent, hours, days] = await metricsMany([
    { scope: weeks, by: ['week'], metrics: overWeeks },
    { scope: weeks, by: ['agent', 'week'], metrics: ofAgents },
    { scope, by: ['agent'], metrics: ofAgents },
    { scope: usual, by: ['day', 'hour'], metrics: byHour },
    { scope, by: ['agent', 'day'], metrics: workload },
  ])
  const unfinished = startOfWeek(Math.min(now, scope.to), scope.zone)
  return {
    trends: [
      ...trendsIn(byWeek?.rows ?? [], overWeeks, scope.zone, unfinished),
      ...trendsIn(byAgentWeek?.rows ?? [], ofAgents, scope.zone, unfinished),
    ],
    outliers: outliersIn(byAgent?.rows ?? [], workspace),
    anomalies: anomaliesIn(hours?.rows ?? [], scope, now),
    coping: copingIn(days?.rows ?? [], scope.zone, now),
  }
}

function weeksBefore({ to, zone }: Scope, weeks: number): number {
  return addDays(startOfWeek(to - 1, zone), -7 * weeks, zone)
}

// ── trends ───────────────────────────────────────────────────────────────────────────────────────────────────────

function trendsIn(
  rows: readonly MetricsRow[],
  ids: readonly MetricId[],
  zone: string,
  unfinished: number,
): Insights['trends'] {
  const series = [...Map.groupBy(rows, ({ key }) => key.agent ?? null)].flatMap(([agent, ofAgent]) =>
    // Nobody's own line says nothing about a person.
    ofAgent[0]?.key.agent === null
      ? []
      : ids.map((metric) => ({ agent, metric, points: ofAgent.map((row) => pointOf(row, metric, zone)) })),
  )
  const found = trendsOf(
    series.map(({ metric, points }) => ({
      points,
      options: { better: metrics[metric].better, shape: judged(metric), unfinished },
    })),
  )
  return found.flatMap((trend, index) => {
    const one = series[index]
    if (trend === null || one === undefined) return []
    const { direction, verdict, relative, weeks, from, to } = trend
    return [{ metric: one.metric, agent: one.agent, direction, verdict, relative, weeks, from, to }]
  })
}

function pointOf(row: MetricsRow, metric: MetricId, zone: string): TrendPoint {
  return { at: startOfWeekKey(row.key.week ?? '', zone), ...measured(row.metrics[metric]) }
}

/** The instant an ISO week such as `2026-W19` begins. */
function startOfWeekKey(key: string, zone: string): number {
  const [year = '1970', week = '01'] = key.split('-W')
  // 4 January always lies in the first week.
  const first = startOfWeek(parseBoundary(`${year}-01-04`, zone), zone)
  return addDays(first, 7 * (Number(week) - 1), zone)
}

// ── agents against their team ────────────────────────────────────────────────────────────────────────────────────

function outliersIn(rows: readonly MetricsRow[], { agents }: Workspace): Insights['outliers'] {
  const teamOf = new Map(agents.map(({ id, teams }) => [id, teams[0] ?? null]))
  const named = rows.filter(({ key }) => typeof key.agent === 'string')
  return [...Map.groupBy(named, ({ key }) => teamOf.get(key.agent ?? '') ?? null)].flatMap(
    ([team, members]) =>
      ofAgents.flatMap((metric) =>
        outliersOf(
          members.map(({ key, metrics: figures }) => ({ id: key.agent ?? '', ...measured(figures[metric]) })),
          { better: metrics[metric].better, shape: judged(metric) },
        ).flatMap(({ id, value, median, times, group }) =>
          times === null ? [] : [{ metric, agent: id, team, times, value, median, of: group }],
        ),
      ),
  )
}

// ── hours against the same hour of other weeks ───────────────────────────────────────────────────────────────────

function anomaliesIn(rows: readonly MetricsRow[], scope: Scope, now: number): Insights['anomalies'] {
  const finished = Math.min(now, scope.to)
  return byHour.flatMap((metric) => {
    const hours = rows
      .map((row) => hourOf(row, metric, scope.zone))
      .filter(({ at }) => at + 3_600_000 <= finished)
    return anomaliesOf(hours, { shape: 'count', from: scope.from }).map(({ at, value, expected, band }) => ({
      metric,
      at,
      value,
      expected,
      low: band[0],
      high: band[1],
    }))
  })
}

function hourOf({ key, metrics: figures }: MetricsRow, metric: MetricId, zone: string): HourValue {
  const hour = Number(key.hour)
  const midnight = parseBoundary(key.day ?? '1970-01-01', zone)
  const elapsed = midnight + hour * 3_600_000
  // On a day that changes its clocks, the hours after the change begin earlier or later.
  const at = elapsed + offsetAt(midnight, zone) - offsetAt(elapsed, zone)
  return { weekday: weekdayOf(at, zone), hour, at, value: measured(figures[metric]).value }
}

// ── who copes ────────────────────────────────────────────────────────────────────────────────────────────────────

function copingIn(rows: readonly MetricsRow[], zone: string, now: number): Insights['coping'] {
  const named = rows.filter(({ key }) => typeof key.agent === 'string')
  return [...Map.groupBy(named, ({ key }) => key.agent ?? '')].map(([agent, days]) => {
    const past = days.filter(
      ({ key }) => addDays(parseBoundary(key.day ?? '1970-01-01', zone), 1, zone) <= now,
    )
    const series = (metric: MetricId): readonly DayValue[] =>
      past.map(({ key, metrics: figures }) => ({
        at: parseBoundary(key.day ?? '1970-01-01', zone),
        value: measured(figures[metric]).value,
      }))
    const [arrivals, handled, waits, backlog] = workload.map(series)
    return {
      agent,
      ...copingOf({
        arrivals: arrivals ?? [],
        handled: handled ?? [],
        waits: waits ?? [],
        backlog: backlog ?? [],
      }),
    }
  })
}

// ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The one number of a figure (the median of a duration), and on how many observations it rests. */
function measured(figure: Figure | undefined): { readonly value: number | null; readonly count: number } {
  if (figure === undefined) return { value: null, count: 0 }
  if ('count' in figure) return { value: figure.median, count: figure.count }
  return { value: figure.value, count: figure.of ?? figure.value ?? 0 }
}

function judged(metric: MetricId): 'count' | 'duration' | 'rate' | 'mean' {
  const { shape } = metrics[metric]
  return shape === 'duration' || shape === 'rate' || shape === 'mean' ? shape : 'count'
}
