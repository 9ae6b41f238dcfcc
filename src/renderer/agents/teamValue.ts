/** What an agent's figure is held against: the team's own figure, or for counts what a mean agent of it has. */
import type { Figures, MetricsRow } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { keyOf, valueOf } from '../overview/figures.ts'

/** In the metric's unit; null: nothing to compare with. `rows` are everybody's figures, `mates` the ids of the team. */
export function teamValue(
  metric: MetricId,
  team: Figures,
  rows: readonly MetricsRow[],
  mates: ReadonlySet<string>,
): number | null {
  const { shape } = metrics[metric]
  if (shape !== 'count' && shape !== 'sum') return valueOf(team[metric])
  const values = rows
    .filter((row) => mates.has(keyOf(row, 'agent') ?? ''))
    .map((row) => valueOf(row.metrics[metric]))
    .filter((value) => value !== null)
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
