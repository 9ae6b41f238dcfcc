/** Everything the overview asks, side by side: the engine answers each from its columns in a few milliseconds. */
import type { Dimension, MetricsAnswer, Scope } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { type Asked, useAsk } from '../api.ts'

const overTime: readonly MetricId[] = [
  'conversations_opened',
  'first_response_time',
  'resolution_time',
  'csat_score',
  'failure_rate',
  'flags_raised',
  'messages_sent',
  'messages_delivered',
  'messages_read',
  'messages_failed',
  'messages_received',
  'delivery_rate',
  'read_rate',
  'contacts_new',
  'contacts_returning',
]

export interface OverviewAnswers {
  readonly byDay: Asked<MetricsAnswer>
  /** Without data when the periods are not compared. */
  readonly byDayBefore: Asked<MetricsAnswer>
  readonly byOpener: Asked<MetricsAnswer>
  readonly byCategory: Asked<MetricsAnswer>
  readonly byCategoryBefore: Asked<MetricsAnswer>
  readonly byWeekHour: Asked<MetricsAnswer>
  readonly byWeek: Asked<MetricsAnswer>
  readonly byChannel: Asked<MetricsAnswer>
  readonly byError: Asked<MetricsAnswer>
}

/** `previous` is null while the periods are not compared. */
export function useOverview(scope: Scope, previous: Scope | null): OverviewAnswers {
  const earlier = previous ?? scope
  const compared = previous !== null
  return {
    byDay: useMetrics(scope, ['day'], overTime),
    byDayBefore: useMetrics(earlier, ['day'], overTime, compared),
    byOpener: useMetrics(scope, ['day', 'opened-by'], ['conversations_opened']),
    byCategory: useMetrics(scope, ['category'], ['conversations_opened']),
    byCategoryBefore: useMetrics(earlier, ['category'], ['conversations_opened'], compared),
    byWeekHour: useMetrics(scope, ['weekday-hour'], ['messages_received']),
    byWeek: useMetrics(scope, ['week'], ['contacts_new', 'contacts_returning']),
    byChannel: useMetrics(scope, ['channel'], ['conversations_opened', 'failure_rate']),
    byError: useMetrics(scope, ['error'], ['messages_failed']),
  }
}

/** Asks for figures and asks again when numbers changed. A scope of no length (the workspace is not known yet) waits. */
export function useMetrics(
  scope: Scope,
  by: readonly Dimension[],
  metrics: readonly MetricId[],
  enabled = true,
): Asked<MetricsAnswer> {
  return useAsk('metrics', [{ scope, by, metrics }], ['numbers'], {
    enabled: enabled && scope.to > scope.from,
  })
}
