/**
 * Which metrics of the catalogue a conversation has of its own, and the columns they make: a metric's column holds its
 * figure for that conversation alone, a second one what the figure was made of, so that rows add up to the whole.
 */
import type { MetricId } from '../../shared/metrics.ts'
import { metrics } from '../../shared/metrics.ts'
import type { CellKind } from '../exports/xlsx/cells.ts'
import type { RowColumn } from './rowColumn.ts'

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
  const { shape, name, definition } = metrics[metric]
  const value = {
    name: metric,
    kind: kindOf(metric),
    about: `${name}. ${definition}`,
    metric,
    part: 'value',
  } as const
  const of = (ending: string, about: string): MetricColumn => ({
    name: `${metric}_${ending}`,
    kind: 'count',
    about,
    metric,
    part: 'of',
  })
  switch (shape) {
    case 'count':
    case 'sum':
    case 'state':
      return [value]
    case 'duration':
      return [
        { ...value, about: `${value.about} The mean where the conversation has several.` },
        of('count', `How many of them ${metric} is the mean of.`),
      ]
    case 'rate':
    case 'mean':
      return [value, of('of', ofWords(metric))]
  }
}

/** Ratios of two kinds of things can have the first without the second: what their sums are made of. */
export const ratioParts: Readonly<Partial<Record<ConversationMetric, string>>> = {
  engagement: 'messages_received',
  csat_response_rate: 'csat_score_of',
}

function ofWords(metric: ConversationMetric): string {
  const part = ratioParts[metric]
  if (part === undefined) return `How many ${metric} is made of: weigh by it.`
  return `What ${metric} is divided by. Over several conversations, divide the sum of ${part} by the sum of this.`
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
