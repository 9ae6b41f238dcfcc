/** What the page of one agent asks: the agent, the own team, and everybody for the strips. */
import type { Explanation, Insights, MetricsQuery, Scope } from '../../shared/contract.ts'
import type { Flag } from '../../shared/flags.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { addDays, startOfWeek } from '../../shared/period.ts'
import { type Asked, useAsk } from '../api.ts'
import { useInsights } from './useAgents.ts'
import { type Answers, useMany } from './useMany.ts'

export const tileMetrics = [
  'first_response_time',
  'resolution_time',
  'handled',
  'csat_score',
  'utilization',
  'flags_raised',
] as const satisfies readonly MetricId[]

/** The rest of what is measured of a person, in a list. */
export const moreMetrics = [
  'assigned',
  'closed_by',
  'next_response_time',
  'messages_sent',
  'handle_time',
  'engaged_time',
  'occupancy',
  'concurrency',
  'first_contact_resolution',
  'conversations_reopened',
] as const satisfies readonly MetricId[]

const figures: readonly MetricId[] = [...tileMetrics, ...moreMetrics]
const weekly: readonly MetricId[] = ['first_response_time', 'resolution_time', 'handled']
const hourly: readonly MetricId[] = ['concurrency', 'engaged_time']

/** The weeks before the period’s last one over which trends are told, as the engine tells them. */
const trendWeeks = 12
/** Rows of the list of slowest conversations. */
const slowestShown = 7
/** Rows of the list of flags. */
export const flagsShown = 8

export type AgentFigures = Answers<
  | 'everybody'
  | 'before'
  | 'teams'
  | 'weeks'
  | 'teamWeeks'
  | 'matesWeeks'
  | 'hours'
  | 'days'
  | 'mateHours'
  | 'mateDays'
>

export interface AgentPageAnswers {
  /** The scope narrowed to this agent. */
  readonly own: Scope
  /** The weeks shown, of this agent. */
  readonly weeks: Scope
  readonly figures: Asked<AgentFigures>
  readonly insights: Asked<Insights>
  readonly slowest: Asked<Explanation>
  readonly flags: Asked<{ readonly rows: readonly Flag[]; readonly total: number; readonly open: number }>
}

/**
 * `previous` null: not compared. `team` null: the agent is in none, and the questions about the team are not asked. The
 * bar's own filters by team and agent would hide the very people this page compares, so they are left out.
 */
export function useAgentPage(
  scope: Scope,
  previous: Scope | null,
  agent: string,
  team: string | null,
): AgentPageAnswers {
  const everybody: Scope = { ...scope, agents: [], teams: [] }
  const own: Scope = { ...everybody, agents: [agent] }
  const mates: Scope = { ...everybody, teams: team === null ? [] : [team] }
  const weeks: Scope = { ...own, from: firstWeek(scope) }
  const ofTeam = (query: MetricsQuery): MetricsQuery | null => (team === null ? null : query)
  const matesWeeks: Scope = { ...mates, from: weeks.from }
  return {
    own,
    weeks,
    figures: useMany({
      everybody: { scope: everybody, by: ['agent'], metrics: figures },
      before:
        previous === null
          ? null
          : {
              scope: { ...everybody, from: previous.from, to: previous.to },
              by: ['agent'],
              metrics: figures,
            },
      teams: ofTeam({ scope: everybody, by: ['team'], metrics: figures }),
      weeks: { scope: weeks, by: ['week'], metrics: weekly },
      teamWeeks: ofTeam({ scope: matesWeeks, by: ['week'], metrics: weekly }),
      matesWeeks: ofTeam({ scope: matesWeeks, by: ['agent', 'week'], metrics: ['handled'] }),
      hours: { scope: own, by: ['hour'], metrics: hourly },
      days: { scope: own, by: ['day'], metrics: ['engaged_time'] },
      mateHours: ofTeam({ scope: mates, by: ['hour'], metrics: hourly }),
      mateDays: ofTeam({ scope: mates, by: ['agent', 'day'], metrics: ['engaged_time'] }),
    }),
    insights: useInsights(everybody),
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

/** Where the first whole week begins that a trend up to the period's end looks at, or the week the period begins in. */
function firstWeek({ from, to, zone }: Scope): number {
  if (to <= from) return from
  return Math.min(startOfWeek(from, zone), addDays(startOfWeek(to - 1, zone), -7 * trendWeeks, zone))
}
