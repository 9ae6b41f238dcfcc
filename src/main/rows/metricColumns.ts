/**
 * Which metrics of the catalogue a conversation has of its own, and the columns they make: a metric's column holds its
 * figure for that conversation alone, a second one what the figure was made of, so that rows add up to the whole.
 */
import type { MetricId } from '../../shared/metrics.ts'
import { metrics } from '../../shared/metrics.ts'
import type { CellKind } from '../exports/xlsx/cells.ts'
import type { MetricMeaning, RowColumn } from './rowColumn.ts'

/** Metrics of agents or contacts, which no conversation has: what it shows of them is left to the tables. */
const notOfConversations = [
  'occupancy',
  'utilization',
  'concurrency',
  'contacts_new',
  'contacts_returning',
  'contacts_added',
  'contacts_removed',
  'retention_rate',
  'responsiveness',
  'opt_in_coverage',
  'drop_off',
  'response_rate',
  'conversion_rate',
  'conversion_value',
] as const satisfies readonly MetricId[]

export type ConversationMetric = Exclude<MetricId, (typeof notOfConversations)[number]>

export const conversationMetrics = (Object.keys(metrics) as readonly MetricId[]).filter(isOfConversations)

function isOfConversations(metric: MetricId): metric is ConversationMetric {
  return !(notOfConversations as readonly MetricId[]).includes(metric)
}

/** `value`: the figure; `of`: how many things it was made of. */
export type MetricPart = 'value' | 'of'

export interface MetricColumn extends RowColumn {
  readonly metric: ConversationMetric
  readonly part: MetricPart
}

/** The columns of a metric: counts and states have one, all else two. */
export function columnsOfMetric(metric: ConversationMetric): readonly MetricColumn[] {
  const value = (as: 'value' | 'mean'): MetricColumn => ({
    name: metric,
    kind: kindOf(metric),
    meaning: { metric, as },
    metric,
    part: 'value',
  })
  const of = (ending: 'count' | 'of'): MetricColumn => ({
    name: `${metric}_${ending}`,
    kind: 'count',
    meaning: meaningOf(metric, ending),
    metric,
    part: 'of',
  })
  switch (metrics[metric].shape) {
    case 'count':
    case 'sum':
    case 'state':
      return [value('value')]
    case 'duration':
      return [value('mean'), of('count')]
    case 'rate':
    case 'mean':
      return [value('value'), of('of')]
  }
}

/** Ratios of two kinds of things can have the first without the second: what their sums are made of. */
export const ratioParts: Readonly<Partial<Record<ConversationMetric, string>>> = {
  engagement: 'messages_received',
  csat_response_rate: 'csat_score_of',
}

function meaningOf(metric: ConversationMetric, as: 'count' | 'of'): MetricMeaning {
  const summed = ratioParts[metric]
  return summed === undefined ? { metric, as } : { metric, as: 'ratio', summed }
}

function kindOf(metric: ConversationMetric): CellKind {
  switch (metrics[metric].unit) {
    case 'seconds':
      return 'duration'
    case 'rate':
      return 'rate'
    case 'score':
    case 'money':
      return 'score'
    case 'count':
      return 'count'
  }
}
