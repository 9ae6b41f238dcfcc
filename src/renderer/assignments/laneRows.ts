/** Whose lanes are drawn, in which order. Pure. */
import type { Scope, Workspace } from '../../shared/contract.ts'
import type { Holdings } from '../../shared/assigning.ts'
import type { AgentLoad } from '../../shared/live.ts'
import type { Names } from '../chats/names.ts'

export type HeldAgent = Holdings['agents'][number]

export interface LaneRow {
  readonly agent: HeldAgent
  /** Another team begins: a hairline stands above. */
  readonly opensTeam: boolean
  /** The team's name; null: in no team. */
  readonly team: string | null
  /** The roster or their presence says they do not work at this moment. */
  readonly offShift: boolean
}

interface LaneRowsQuestion {
  readonly holdings: Holdings
  readonly workspace: Workspace | undefined
  readonly names: Names
  readonly scope: Scope
  /** Who is there now; undefined: not known, or another day is looked at. */
  readonly present: readonly AgentLoad[] | undefined
}

/**
 * Teams together in the workspace's order, names in order within; whoever is in no team comes last. Agents who work
 * here but held nothing have a row all the same.
 */
export function laneRows({
  holdings,
  workspace,
  names,
  scope,
  present,
}: LaneRowsQuestion): readonly LaneRow[] {
  const agents = [...holdings.agents, ...idleAgents(holdings, workspace, scope)]
  const order = new Map(workspace?.teams.map((team, index) => [team.id, index]))
  const teams = new Map(workspace?.agents.map((agent) => [agent.id, agent.teams[0] ?? null]))
  const teamOf = (agent: HeldAgent) => teams.get(agent.agent) ?? null
  const placeOf = (agent: HeldAgent) => order.get(teamOf(agent) ?? '') ?? order.size
  const isOff = offShiftOf(present)
  const sorted = agents
    .map((agent) => ({ agent, place: placeOf(agent), name: names.agent(agent.agent) }))
    .sort((one, other) => one.place - other.place || one.name.localeCompare(other.name))
  return sorted.map(({ agent, place }, index) => {
    const before = sorted[index - 1]
    const team = teamOf(agent)
    return {
      agent,
      opensTeam: before !== undefined && before.place !== place,
      team: team === null ? null : names.team(team),
      offShift: isOff(agent.agent),
    }
  })
}

function idleAgents(
  holdings: Holdings,
  workspace: Workspace | undefined,
  scope: Scope,
): readonly HeldAgent[] {
  const known = new Set(holdings.agents.map(({ agent }) => agent))
  return (workspace?.agents ?? [])
    .filter(
      ({ id, teams, active }) =>
        active &&
        !known.has(id) &&
        (scope.agents.length === 0 || scope.agents.includes(id)) &&
        (scope.teams.length === 0 || teams.some((team) => scope.teams.includes(team))),
    )
    .map(({ id }) => ({ agent: id, held: 0, waiting: 0, today: 0, medianHeld: null, bars: [] }))
}

/** Of those a roster or presence is kept of, who is not there; nobody where none is kept. */
function offShiftOf(present: readonly AgentLoad[] | undefined): (agent: string) => boolean {
  if (present === undefined || present.every(({ state }) => state === 'unknown')) return () => false
  const states = new Map(present.map(({ agent, state }) => [agent, state]))
  return (agent) => {
    const state = states.get(agent)
    return state === undefined || state === 'offShift' || state === 'offline'
  }
}
