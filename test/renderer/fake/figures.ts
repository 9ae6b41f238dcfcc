/** Figures of the right shape and size, made up from their own key. */
import type {
  Dimension,
  Figure,
  Figures,
  MetricsAnswer,
  MetricsQuery,
  MetricsRow,
  Scope,
} from '../../../src/shared/contract.ts'
import { assertNever } from '../../../src/shared/assertNever.ts'
import { type MetricId, metricIds, metrics } from '../../../src/shared/metrics.ts'
import { addDays, dayKey, monthKey, toZonedIso, weekKey } from '../../../src/shared/period.ts'
import { agents, categories, chance, channels, day, teams } from './world.ts'

export function answerFor(query: MetricsQuery, now: number): MetricsAnswer {
  const ids = query.metrics.length === 0 ? metricIds : query.metrics
  const keys = query.by.reduce<readonly MetricsRow['key'][]>(
    (rows, dimension) =>
      rows.flatMap((row) =>
        valuesOf(dimension, query.scope, now).map((value) => ({ ...row, [dimension]: value })),
      ),
    [{}],
  )
  const days = (query.scope.to - query.scope.from) / day
  const share = days / Math.max(1, keys.length)
  return {
    period: {
      from: toZonedIso(query.scope.from, query.scope.zone),
      to: toZonedIso(query.scope.to, query.scope.zone),
      zone: query.scope.zone,
    },
    hours: query.scope.hours ?? 'calendar',
    definition: query.definition ?? null,
    by: query.by,
    rows:
      query.by.length === 0
        ? []
        : keys.map((key) => ({ key, metrics: figuresFor(ids, JSON.stringify(key), share) })),
    total: { metrics: figuresFor(ids, String(query.scope.from), days) },
    data: { completeTo: toZonedIso(now, query.scope.zone), quarantined: 3 },
  }
}

function valuesOf(dimension: Dimension, scope: Scope, now: number): readonly (string | null)[] {
  const numbers = (from: number, to: number, pad = 1) =>
    Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(pad, '0'))
  switch (dimension) {
    case 'agent':
      return agents.map((agent) => agent.id)
    case 'team':
      return teams.map((team) => team.id)
    case 'channel':
      return channels.map((channel) => channel.id)
    case 'category':
      return [...categories, null]
    case 'day':
      return daysOf(scope, now, dayKey)
    case 'week':
      return daysOf(scope, now, weekKey)
    case 'month':
      return daysOf(scope, now, monthKey)
    case 'hour':
      return numbers(0, 23, 2)
    case 'weekday':
      return numbers(1, 7)
    case 'weekday-hour':
      return numbers(1, 7).flatMap((weekday) => numbers(0, 23, 2).map((hour) => `${weekday}-${hour}`))
    case 'opened-by':
      return ['contact', 'agent', 'campaign']
    case 'author':
      return ['agent', 'bot', 'campaign']
    case 'error':
      return ['131026', '131047', '131049', '130472', '131053']
    case 'closed-by':
      return ['agent', 'automation']
    case 'template':
      return ['order_shipped', 'restock_alert', 'spring_sale', 'survey_after_return']
    case 'pricing':
      return ['marketing', 'utility', 'service']
    case 'country':
      return ['DE', 'ES', 'FR', 'TW', null]
    case 'language':
      return ['de', 'es', 'fr', 'zh', 'en', null]
    case 'sentiment':
      return ['negative', 'neutral', 'positive', null]
    case 'added-by':
      return ['first_message', 'ad', 'import', 'agent']
    case 'goal':
      return ['purchase', 'newsletter']
    case 'step':
      return ['received', 'answered', 'resolved', 'rated', 'converted']
    case 'rule':
      return ['unresolved', 'first_response', 'message_failed', 'mentioned']
    default:
      return assertNever(dimension)
  }
}

function daysOf(scope: Scope, now: number, key: (ms: number, zone: string) => string): readonly string[] {
  const keys = new Set<string>()
  for (let at = scope.from; at < Math.min(scope.to, now); at = addDays(at, 1, scope.zone))
    keys.add(key(at, scope.zone))
  return [...keys]
}

function figuresFor(ids: readonly MetricId[], key: string, days: number): Figures {
  return Object.fromEntries(ids.map((id) => [id, figureFor(id, key, days)]))
}

const sizes: Partial<Record<MetricId, number>> = {
  contacts_added: 40,
  contacts_removed: 2,
  billable_messages: 310,
  abandoned: 4,
  messages_sent: 1470,
  messages_delivered: 1442,
  messages_read: 1270,
  messages_received: 1180,
  messages_failed: 25,
  flags_raised: 3,
}

export function figureFor(id: MetricId, key: string, days: number): Figure {
  const luck = chance(`${id} ${key}`)
  const count = Math.max(0, Math.round((sizes[id] ?? 230) * days * (0.6 + luck * 0.8)))
  switch (metrics[id].shape) {
    case 'count':
      return { value: count }
    case 'rate':
      return { value: shareFor(id, luck), of: count, ...estimated(id) }
    case 'mean':
      return { value: meanFor(id, luck), of: count }
    case 'state':
      return { value: id === 'longest_wait' ? Math.round(luck * 3600) : Math.round(luck * 40) }
    case 'sum':
      return { value: Math.round(luck * count * 2900) / 100, of: count }
    case 'duration': {
      const slow = key.includes('"agent-1"') ? 3 : 1
      const median = (id === 'resolution_time' ? 1300 : 70) * (0.6 + luck) * slow
      return {
        count,
        mean: median * 1.8,
        median,
        p90: median * 5,
        min: 2,
        max: median * 20,
        buckets: [0.22, 0.36, 0.18, 0.11, 0.07, 0.04, 0.02].map((part, index) =>
          Math.round(count * part * (slow > 1 && index > 3 ? 3 : 1)),
        ),
      }
    }
    default:
      return assertNever(metrics[id].shape)
  }
}

/** Rates that are small where all is well. */
const low: readonly MetricId[] = ['failure_rate', 'repeat_contacts', 'sentiment_negative', 'conversion_rate']

function shareFor(id: MetricId, luck: number): number {
  return low.includes(id) ? 0.004 + luck * 0.06 : 0.7 + luck * 0.28
}

function meanFor(id: MetricId, luck: number): number {
  if (id === 'nps') return Math.round(luck * 90) - 20
  return id === 'concurrency' ? 1 + luck * 2 : 4 + luck * 0.8
}

function estimated(id: MetricId): { readonly estimated?: true } {
  return id === 'occupancy' || id === 'utilization' ? { estimated: true } : {}
}
