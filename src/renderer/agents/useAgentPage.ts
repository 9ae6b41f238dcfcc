/** What the page of one agent asks: the agent, the own team, and everybody for the strips. */
import type { Explanation, Flag, MetricsAnswer, Scope } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { type Asked, useAsk } from '../api.ts'
import { useMetrics } from '../overview/useOverview.ts'

const figures: readonly MetricId[] = [
  'first_response_time',
  'resolution_time',
  'handled',
  'csat_score',
  'messages_sent',
  'flags_raised',
]
const daily: readonly MetricId[] = ['first_response_time', 'resolution_time', 'handled']

/** Rows of the list of slowest conversations. */
const slowestShown = 7
/** Rows of the list of flags. */
export const flagsShown = 8

export interface AgentPageAnswers {
  /** The scope narrowed to this agent, and to the agent's team. */
  readonly own: Scope
  readonly team: Scope
  readonly byAgent: Asked<MetricsAnswer>
  readonly byTeam: Asked<MetricsAnswer>
  readonly weeks: Asked<MetricsAnswer>
  readonly ownDays: Asked<MetricsAnswer>
  readonly teamDays: Asked<MetricsAnswer>
  readonly teamAgentDays: Asked<MetricsAnswer>
  readonly ownHours: Asked<MetricsAnswer>
  readonly teamHours: Asked<MetricsAnswer>
  readonly slowest: Asked<Explanation>
  readonly flags: Asked<{ readonly rows: readonly Flag[]; readonly total: number; readonly open: number }>
}

/** `team` null: the agent is in none, and the questions about the team are not asked. */
export function useAgentPage(scope: Scope, agent: string, team: string | null): AgentPageAnswers {
  // The bar's own filters by team and agent would hide the very people this page compares.
  const own: Scope = { ...scope, agents: [agent], teams: [] }
  const all: Scope = { ...scope, agents: [], teams: [] }
  const teamScope: Scope = { ...all, teams: team === null ? [] : [team] }
  const inTeam = team !== null
  return {
    own,
    team: teamScope,
    byAgent: useMetrics(all, ['agent'], figures),
    byTeam: useMetrics(all, ['team'], figures, inTeam),
    weeks: useMetrics(own, ['week'], ['first_response_time']),
    ownDays: useMetrics(own, ['day'], daily),
    teamDays: useMetrics(teamScope, ['day'], daily, inTeam),
    teamAgentDays: useMetrics(teamScope, ['agent', 'day'], ['handled', 'messages_sent'], inTeam),
    ownHours: useMetrics(own, ['hour'], ['messages_sent']),
    teamHours: useMetrics(teamScope, ['hour'], ['messages_sent'], inTeam),
    slowest: useAsk(
      'explain',
      [{ metric: 'first_response_time', scope: own, limit: slowestShown }],
      ['numbers', 'conversations'],
      { enabled: scope.to > scope.from },
    ),
    flags: useAsk(
      'flags',
      [{ scope: own, state: 'all', rules: [], after: null, limit: 200 }],
      ['flags', 'numbers'],
      { enabled: scope.to > scope.from },
    ),
  }
}
