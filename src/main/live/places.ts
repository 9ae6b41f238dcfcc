/** The filters of a scope over conversations as they stand: those of the metrics, so that the wall's numbers are theirs. */
import type { Scope } from '../../shared/contract.ts'
import type { Dictionary } from '../metrics/dictionary.ts'
import { ownTeams } from '../metrics/selection.ts'
import { rowsOf } from '../store/scopeFilter.ts'
import type { Standing } from './openBoard.ts'

export interface Places {
  passes(standing: Standing): boolean
  passesAgent(agent: number): boolean
  /** The team a conversation counts for: that of who has it, else the one in force; -1: none. */
  teamOf(standing: Pick<Standing, 'agent' | 'team'>): number
}

export function placesOf(scope: Scope, dictionary: Dictionary): Places {
  const own = ownTeams(dictionary)
  const agents = among(scope.agents, dictionary.agents)
  const teams = among(scope.teams, dictionary.teams)
  const channels = among(scope.channels, dictionary.channels)
  const categories = among(
    scope.categories,
    dictionary.categories.map(({ row, name }) => ({ row, id: name })),
  )
  const teamOf: Places['teamOf'] = ({ agent, team }) => own.get(agent) ?? team
  return {
    teamOf,
    passes: (standing) =>
      agents(standing.agent) &&
      teams(teamOf(standing)) &&
      channels(standing.channel) &&
      categories(standing.category),
    passesAgent: (agent) => agents(agent) && teams(own.get(agent) ?? -1),
  }
}

function among(
  ids: readonly string[],
  entries: readonly { readonly row: number; readonly id: string }[],
): (row: number) => boolean {
  if (ids.length === 0) return () => true
  const rows = new Set(rowsOf(ids, entries))
  return (row) => rows.has(row)
}
