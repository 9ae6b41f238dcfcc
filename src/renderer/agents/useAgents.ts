/** What the table of agents asks. */
import type { MetricsAnswer, Scope } from '../../shared/contract.ts'
import type { Asked } from '../api.ts'
import { useMetrics } from '../overview/useOverview.ts'
import { type ColumnId, metricsOf } from './columns.ts'

interface AgentsAnswers {
  readonly byAgent: Asked<MetricsAnswer>
  readonly byTeam: Asked<MetricsAnswer>
  readonly byAgentAndWeek: Asked<MetricsAnswer>
}

export function useAgents(scope: Scope, columns: readonly ColumnId[]): AgentsAnswers {
  const metrics = metricsOf(columns)
  return {
    byAgent: useMetrics(scope, ['agent'], metrics),
    byTeam: useMetrics(scope, ['team'], metrics),
    byAgentAndWeek: useMetrics(scope, ['agent', 'week'], ['first_response_time']),
  }
}
