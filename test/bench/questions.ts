/** What the overview asks when it opens: the same questions as `src/renderer/overview/ConversationsSection.tsx`. */
import type { Api, Dimension, MetricsQuery, Scope, Workspace } from '../../src/shared/contract.ts'
import type { MetricId } from '../../src/shared/metrics.ts'

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

const month = 30 * 24 * 60 * 60 * 1000

/** The newest thirty days held, and the thirty before. */
export function overviewQueries({ span, zone }: Workspace): readonly MetricsQuery[] {
  const to = (span?.to ?? 0) + 1
  const scopeOf = (from: number, until: number): Scope => ({
    from,
    to: until,
    zone,
    agents: [],
    teams: [],
    channels: [],
    categories: [],
  })
  const now = scopeOf(to - month, to)
  const before = scopeOf(to - 2 * month, to - month)
  const ask = (scope: Scope, by: readonly Dimension[], metrics: readonly MetricId[]) => ({
    scope,
    by,
    metrics,
  })
  return [
    ask(now, ['day'], overTime),
    ask(before, ['day'], overTime),
    ask(now, ['day', 'opened-by'], ['conversations_opened']),
    ask(now, ['category'], ['conversations_opened']),
    ask(before, ['category'], ['conversations_opened']),
    ask(now, ['weekday-hour'], ['messages_received']),
    ask(now, ['week'], ['contacts_new', 'contacts_returning']),
    ask(now, ['channel'], ['conversations_opened', 'failure_rate']),
    ask(now, ['error'], ['messages_failed']),
  ]
}

/** All of them at once, as the page asks. Milliseconds until the last answer. */
export async function askOverview(api: Api, queries: readonly MetricsQuery[]): Promise<number> {
  const startedAt = performance.now()
  await Promise.all(queries.map((query) => api.metrics(query)))
  return performance.now() - startedAt
}
