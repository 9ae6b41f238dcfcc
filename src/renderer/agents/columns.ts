/** The columns of the agents' table, in their order, each with the metric it shows. */
import type { MetricId } from '../../shared/metrics.ts'

type ColumnGroup = 'load' | 'first-response' | 'resolution' | 'writing' | 'quality' | 'attention'

/** What a cell shows of its metric. */
type ColumnPart = 'value' | 'median' | 'p90' | 'histogram' | 'notes'

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

export const columns = {
  assigned: column('load', 'assigned', 'value'),
  handled: column('load', 'handled', 'value'),
  closed: column('load', 'closed_by', 'value', false),
  received: column('load', 'transferred_in', 'value', false),
  passed_on: column('load', 'transferred_out', 'value', false),
  first_response: column('first-response', 'first_response_time', 'median'),
  first_response_p90: column('first-response', 'first_response_time', 'p90'),
  first_response_spread: column('first-response', 'first_response_time', 'histogram'),
  resolution: column('resolution', 'resolution_time', 'median'),
  resolution_p90: column('resolution', 'resolution_time', 'p90', false),
  resolution_spread: column('resolution', 'resolution_time', 'histogram'),
  messages: column('writing', 'messages_sent', 'value'),
  failed: column('writing', 'messages_failed', 'value', false),
  csat: column('quality', 'csat_score', 'value'),
  flags: column('attention', 'flags_raised', 'value'),
  notes: column('attention', null, 'notes'),
} as const satisfies Record<string, Column>

export type ColumnId = keyof typeof columns
export const columnIds = Object.keys(columns) as readonly ColumnId[]
export const usualColumns = columnIds.filter((id) => columns[id].usual)

/** The metrics the chosen columns need, each once. First response and handled are always asked: outliers need them. */
export function metricsOf(chosen: readonly ColumnId[]): readonly MetricId[] {
  const needed = new Set<MetricId>(['first_response_time', 'resolution_time', 'handled'])
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
