/**
 * The page every engine is asked for: six tiles, the table of agents, the daily series, the busy hours, the funnel,
 * categories, new and returning contacts, for a period and for the one before it.
 */
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import type { Dimension, MetricsQuery, Scope } from '../../../src/shared/contract.ts'
import type { MetricId } from '../../../src/shared/metrics.ts'
import { addDays, type Period } from '../../../src/shared/period.ts'
import { until, zone } from './data.ts'

export const filters = ['none', 'team', 'channel', 'agent'] as const
export type Filter = (typeof filters)[number]

/** Which one of them: as good as any other. */
export const filterIds = { team: 'team-3', channel: 'channel-2', agent: 'agent-7' } as const

/** The page of one question. `before` ends where `now` begins. */
export interface Question {
  readonly days: number
  readonly filter: Filter
  readonly now: Period
  readonly before: Period
}

/** The newest `days` days held, moved `shift` days into the past: no two samples ask for the same rows. */
export function questionOf(days: number, filter: Filter, shift: number): Question {
  const to = addDays(until, -shift, zone)
  const from = addDays(to, -days, zone)
  return { days, filter, now: { from, to }, before: { from: addDays(from, -days, zone), to: from } }
}

export const periodNames = ['now', 'before'] as const
export type PeriodName = (typeof periodNames)[number]

const parts: readonly { readonly by: readonly Dimension[]; readonly metrics: readonly MetricId[] }[] = [
  {
    by: [],
    metrics: [
      'conversations_opened',
      'conversations_closed',
      'first_response_time',
      'resolution_time',
      'csat_score',
      'messages_sent',
      'messages_delivered',
      'messages_read',
      'messages_failed',
      'contacts_new',
      'contacts_returning',
    ],
  },
  {
    by: ['agent'],
    metrics: ['first_response_time', 'resolution_time', 'messages_sent', 'conversations_opened'],
  },
  {
    by: ['day'],
    metrics: ['conversations_opened', 'messages_received', 'messages_sent', 'first_response_time'],
  },
  { by: ['weekday-hour'], metrics: ['messages_received'] },
  { by: ['category'], metrics: ['conversations_opened'] },
]

/** The page as Floorwalker is asked for it: all parts of the period, then all of the one before. */
export function queriesOf(question: Question): readonly MetricsQuery[] {
  return periodNames.flatMap((name) => parts.map((part) => ({ scope: scopeOf(question, name), ...part })))
}

function scopeOf({ filter, now, before }: Question, name: PeriodName): Scope {
  const only = (kind: Exclude<Filter, 'none'>) => (kind === filter ? [filterIds[kind]] : [])
  return {
    ...(name === 'now' ? now : before),
    zone,
    agents: only('agent'),
    teams: only('team'),
    channels: only('channel'),
    categories: [],
  }
}

/** The store's row id of what a question is filtered by. */
export function rowOf(names: Dictionary, filter: Exclude<Filter, 'none'>): number {
  const entries = { team: names.teams, channel: names.channels, agent: names.agents }[filter]
  return entries.find(({ id }) => id === filterIds[filter])?.row ?? -1
}
