/** Answers as the engine gives them, of what a test states. */
import type { Dimension, Figures, MetricsAnswer, MetricsRow, Scope } from '../../../src/shared/contract.ts'

export const scope: Scope = {
  from: Date.parse('2026-05-04T00:00:00+02:00'),
  to: Date.parse('2026-05-11T00:00:00+02:00'),
  zone: 'Europe/Berlin',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}

export function answer(
  by: readonly Dimension[],
  rows: readonly (readonly [key: MetricsRow['key'], metrics: Figures])[],
  total: Figures = {},
): MetricsAnswer {
  return {
    period: { from: '2026-05-04T00:00:00+02:00', to: '2026-05-11T00:00:00+02:00', zone: 'Europe/Berlin' },
    hours: 'calendar',
    definition: null,
    by,
    rows: rows.map(([key, metrics]) => ({ key, metrics })),
    total: { metrics: total },
    data: { completeTo: null, quarantined: 0 },
  }
}
