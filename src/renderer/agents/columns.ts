/** The columns of the agents' table, in their order, each with the metric it shows. */
import type { MetricId } from '../../shared/metrics.ts'

type ColumnGroup =
  'load' | 'first-response' | 'next-response' | 'resolution' | 'writing' | 'quality' | 'use' | 'attention'

/** What a cell shows of its metric. `dial`: a share as a dot over its target, with the figure beside it. */
export type ColumnPart = 'value' | 'median' | 'p90' | 'histogram' | 'dial' | 'coping' | 'notes'

interface Column {
  readonly group: ColumnGroup
  readonly metric: MetricId | null
  readonly part: ColumnPart
  /** Shown until somebody chooses otherwise. */
  readonly usual: boolean
}

function column(group: ColumnGroup, metric: MetricId | null, part: ColumnPart, usual = true): Column {
  return { group, metric, part, usual }
}

const more = false

export const columns = {
  assigned: column('load', 'assigned', 'value'),
  handled: column('load', 'handled', 'value'),
  closed: column('load', 'closed_by', 'value', more),
  received: column('load', 'transferred_in', 'value', more),
  passed_on: column('load', 'transferred_out', 'value', more),
  first_response: column('first-response', 'first_response_time', 'median'),
  first_response_p90: column('first-response', 'first_response_time', 'p90'),
  first_response_spread: column('first-response', 'first_response_time', 'histogram'),
  first_response_in_target: column('first-response', 'first_response_in_target', 'value', more),
  next_response: column('next-response', 'next_response_time', 'median', more),
  next_response_p90: column('next-response', 'next_response_time', 'p90', more),
  resolution: column('resolution', 'resolution_time', 'median'),
  resolution_p90: column('resolution', 'resolution_time', 'p90', more),
  resolution_spread: column('resolution', 'resolution_time', 'histogram'),
  messages: column('writing', 'messages_sent', 'value'),
  failed: column('writing', 'messages_failed', 'value', more),
  csat: column('quality', 'csat_score', 'value'),
  audit_score: column('quality', 'audit_score', 'value', more),
  first_contact: column('quality', 'first_contact_resolution', 'value', more),
  reopened: column('quality', 'conversations_reopened', 'value', more),
  negative: column('quality', 'sentiment_negative', 'value', more),
  utilization: column('use', 'utilization', 'dial'),
  occupancy: column('use', 'occupancy', 'value', more),
  concurrency: column('use', 'concurrency', 'value', more),
  handle_time: column('use', 'handle_time', 'median', more),
  engaged: column('use', 'engaged_time', 'value', more),
  coping: column('attention', null, 'coping', more),
  flags: column('attention', 'flags_raised', 'value'),
  notes: column('attention', null, 'notes'),
} as const satisfies Record<string, Column>

export type ColumnId = keyof typeof columns
export const columnIds = Object.keys(columns) as readonly ColumnId[]
export const usualColumns = columnIds.filter((id) => columns[id].usual)

/** The metrics the chosen columns need, each once, and those by which it is told who did anything at all. */
export function metricsOf(chosen: readonly ColumnId[]): readonly MetricId[] {
  const needed = new Set<MetricId>(['handled', 'assigned', 'resolution_time'])
  for (const id of chosen) {
    const { metric } = columns[id]
    if (metric !== null) needed.add(metric)
  }
  return [...needed]
}

/** Runs of neighbouring columns of one group, for the small titles above the heads. */
export function groupRuns(
  chosen: readonly ColumnId[],
): readonly { readonly group: ColumnGroup; readonly span: number }[] {
  const runs: { group: ColumnGroup; span: number }[] = []
  for (const id of chosen) {
    const last = runs.at(-1)
    if (last?.group === columns[id].group) last.span += 1
    else runs.push({ group: columns[id].group, span: 1 })
  }
  return runs
}

/** Whether one column alone says of what it is only by the title above it: "median" does not. */
export function needsGroup(column: ColumnId): boolean {
  const { group, part } = columns[column]
  return group !== 'use' && ['median', 'p90', 'histogram'].includes(part)
}
