/** Agents as the wall shows them: everyone who holds something, is there, or is on shift. */
import type { AgentLoad } from '../../shared/live.ts'
import { ownTeams } from '../metrics/selection.ts'
import type { StandingAgent } from './agentStates.ts'
import type { Moment } from './moment.ts'
import type { Places } from './places.ts'

const there: ReadonlySet<AgentLoad['state']> = new Set(['online', 'busy', 'away'])
const { compare } = new Intl.Collator('en', { numeric: true })

/** By the names of their team and their own; those without a team last. */
export function agentLoads(moment: Moment, places: Pick<Places, 'passesAgent'>): readonly AgentLoad[] {
  const { dictionary, loads, states, capacity } = moment
  const own = ownTeams(dictionary)
  const teams = new Map(dictionary.teams.map((team) => [team.row, team]))
  return dictionary.agents
    .flatMap((agent) => {
      const standing = states.get(agent.row)
      const held = loads.held(agent.row)
      if (standing === undefined || !isShown(standing, held) || !places.passesAgent(agent.row)) return []
      return [{ agent, standing, held, team: teams.get(own.get(agent.row) ?? -1) ?? null }]
    })
    .toSorted(
      (one, other) =>
        Number(one.team === null) - Number(other.team === null) ||
        compare(one.team?.name ?? '', other.team?.name ?? '') ||
        compare(one.agent.name, other.agent.name),
    )
    .map(({ agent, standing, held, team }) => ({
      agent: agent.id,
      team: team?.id ?? null,
      state: standing.state,
      stateSince: standing.since,
      held,
      waiting: loads.waiting(agent.row),
      capacity,
    }))
}

function isShown({ state, isOnShift }: StandingAgent, held: number): boolean {
  return held > 0 || isOnShift || there.has(state)
}
