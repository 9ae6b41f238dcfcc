/** Who is there at a moment: by what was stated of them, else by the roster. */
import type { AgentState } from '../../shared/live.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { presenceAt, rosterIn, type StatedPresence } from '../store/presence.ts'
import type { LocalDay } from './arrivalCounts.ts'

export interface StandingAgent {
  readonly state: AgentState
  /** Epoch milliseconds; null: not known. */
  readonly since: number | null
  readonly isOnShift: boolean
}

type Agent = WorkspaceDictionary['agents'][number]

/**
 * The state of each agent at `now`, by row. What was stated holds, but that who is offline outside their shift is off
 * shift. Of whom nothing is stated the roster tells, where one is known for the day: for them or for a colleague.
 */
export function statesOf(
  db: ReadableDb,
  agents: readonly Agent[],
  now: number,
  day: LocalDay,
): ReadonlyMap<number, StandingAgent> {
  const roster = rosterOf(db, agents, now, day)
  const presence = presenceAt(db, now)
  return new Map(agents.map((agent) => [agent.row, stateOf(agent, presence.get(agent.row) ?? null, roster)]))
}

interface Roster {
  /** By agent: since when the shift they are on runs. */
  readonly onShift: ReadonlyMap<number, number>
  readonly isKnown: (agent: Agent) => boolean
}

function rosterOf(db: ReadableDb, agents: readonly Agent[], now: number, { from, to }: LocalDay): Roster {
  const shifts = rosterIn(db, from, to)
  const planned = new Set(shifts.map(({ agent }) => agent))
  const teams = new Set(agents.filter(({ row }) => planned.has(row)).flatMap((agent) => agent.teams))
  return {
    onShift: new Map(
      shifts.filter((shift) => shift.from <= now && now < shift.to).map((shift) => [shift.agent, shift.from]),
    ),
    isKnown: (agent) => planned.has(agent.row) || agent.teams.some((team) => teams.has(team)),
  }
}

function stateOf(agent: Agent, stated: StatedPresence | null, { onShift, isKnown }: Roster): StandingAgent {
  const shiftFrom = onShift.get(agent.row)
  const isOnShift = shiftFrom !== undefined
  const isOff = !isOnShift && isKnown(agent)
  const isSilent = stated === null || stated.state === 'unknown'
  if (isOff && (isSilent || stated.state === 'offline'))
    return { state: 'offShift', since: stated?.since ?? null, isOnShift }
  if (!isSilent) return { ...stated, isOnShift }
  return { state: isOnShift ? 'online' : 'unknown', since: shiftFrom ?? null, isOnShift }
}
