/** A moment of the whole workspace: what is open, what everybody holds, who is there, and who could take what. */
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { statesOf, type StandingAgent } from './agentStates.ts'
import { localDayOf } from './arrivalCounts.ts'
import { balance, type BalanceAgent, type Move } from './balance.ts'
import type { Writes } from './languages.ts'
import { Loads } from './loads.ts'
import type { Standing } from './openBoard.ts'

interface Known {
  readonly now: number
  /** What a day is. */
  readonly zone: string
  /** Seconds a customer may wait. */
  readonly target: number
  /** Conversations an agent can hold. */
  readonly capacity: number
  readonly dictionary: WorkspaceDictionary
  /** Every open conversation. */
  readonly open: readonly Standing[]
  readonly writes: Writes
}

export interface Moment extends Known {
  readonly loads: Loads
  /** Of those who work here, or no longer do but still hold something. By row. */
  readonly states: ReadonlyMap<number, StandingAgent>
}

export function momentOf(cache: ReadableDb, known: Known): Moment {
  const { now, zone, dictionary, open } = known
  const loads = new Loads(open)
  const agents = dictionary.agents.filter(({ row, active }) => active || loads.held(row) > 0)
  return { ...known, loads, states: statesOf(cache, agents, now, localDayOf(now, zone)) }
}

/** What to move where, of everybody whatever is asked about: a person's room is not divided by team or channel. */
export function movesAt(moment: Moment, languageOf: (conversation: number) => number): readonly Move[] {
  const { now, target, capacity, open, writes } = moment
  return balance({
    agents: balanceAgents(moment),
    chats: open,
    capacity,
    now,
    target: target * 1000,
    languageOf,
    writes,
  })
}

function balanceAgents({ dictionary, states, loads }: Moment): readonly BalanceAgent[] {
  return dictionary.agents.flatMap(({ row, id, teams, active }) => {
    const state = states.get(row)?.state
    if (state === undefined) return []
    return [
      {
        agent: row,
        id,
        teams,
        isFree: state === 'online',
        isThere: active && (state === 'online' || state === 'busy'),
        isGone: !active,
        held: loads.held(row),
      },
    ]
  })
}
