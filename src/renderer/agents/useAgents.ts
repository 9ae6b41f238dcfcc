/** What the table of agents asks. */
import type { Insights, Scope } from '../../shared/contract.ts'
import { type Asked, useAsk } from '../api.ts'
import { type ColumnId, metricsOf } from './columns.ts'
import { type Answers, useMany } from './useMany.ts'

interface AgentsAnswers {
  readonly figures: Asked<Answers<'byAgent' | 'byTeam'>>
  readonly insights: Asked<Insights>
}

export function useAgents(scope: Scope, columns: readonly ColumnId[]): AgentsAnswers {
  const metrics = metricsOf(columns)
  return {
    figures: useMany({
      byAgent: { scope, by: ['agent'], metrics },
      byTeam: { scope, by: ['team'], metrics },
    }),
    insights: useInsights(scope),
  }
}

/** What stands out in the scope. Whoever asks for the same scope shares the answer. */
export function useInsights(scope: Scope): Asked<Insights> {
  return useAsk('insights', [{ scope }], ['numbers', 'settings'], { enabled: scope.to > scope.from })
}
