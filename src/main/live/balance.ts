/**
 * Who could take which chats. Customers nobody has go first, then those who waited too long, then what is more than an
 * agent can hold; each to somebody of the same team who is there and has room. The same state gives the same advice.
 */
import type { Standing } from './openBoard.ts'

/** Row ids of the store, -1 for none. */
export interface BalanceAgent {
  readonly agent: number
  readonly id: string
  readonly teams: readonly number[]
  /** Stated online: may be given more. */
  readonly isFree: boolean
  /** Works here and is there, online or busy: what they hold is being looked after. */
  readonly isThere: boolean
  /** No longer works here: whoever waits for them waits for nobody. */
  readonly isGone: boolean
  readonly held: number
}

/** An open conversation. */
export type BalanceChat = Pick<Standing, 'row' | 'agent' | 'team' | 'startedAt' | 'waitingSince'>

export interface Move {
  readonly conversation: number
  /** -1: nobody. */
  readonly from: number
  readonly to: number
  /** Row of words: they wrote in the customer's language before; -1: not known. */
  readonly language: number
}

export interface BalanceState {
  readonly agents: readonly BalanceAgent[]
  readonly chats: readonly BalanceChat[]
  readonly capacity: number
  readonly now: number
  /** Milliseconds a customer may wait. */
  readonly target: number
  /** The language of a conversation's customer as a row of words; -1: not known. Asked only where it matters. */
  readonly languageOf: (conversation: number) => number
  /** Whether the agent wrote in the language lately. */
  readonly writes: (agent: number, language: number) => boolean
}

interface Desk extends BalanceAgent {
  /** With what is advised so far. */
  load: number
}

/** What to move where, most urgent first. Nobody is given more than they can hold, and nothing moves without need. */
export function balance(state: BalanceState): readonly Move[] {
  const desks = new Map(
    state.agents.map((agent): [number, Desk] => [agent.agent, { ...agent, load: agent.held }]),
  )
  const late = new Set(state.chats.filter((chat) => isLate(chat, state)).map(({ agent }) => agent))
  const takers = [...desks.values()].filter(
    ({ agent, isFree, isGone, held }) => isFree && !isGone && held < state.capacity && !late.has(agent),
  )
  const moves: Move[] = []
  for (const chat of inNeed(state, desks)) {
    const from = desks.get(chat.agent) ?? null
    if (from !== null && !isNeeded(chat, from, state)) continue
    const able = takersOf(chat, from, takers, state)
    if (able.length === 0) continue
    const language = state.languageOf(chat.row)
    const writes = (desk: Desk) => language >= 0 && state.writes(desk.agent, language)
    const to = able.reduce((best, desk) => (compare(desk, best, writes) < 0 ? desk : best))
    to.load += 1
    if (from !== null) from.load -= 1
    moves.push({
      conversation: chat.row,
      from: chat.agent,
      to: to.agent,
      language: writes(to) ? language : -1,
    })
  }
  return moves
}

function isLate({ waitingSince }: BalanceChat, { now, target }: BalanceState): boolean {
  return waitingSince !== null && now - waitingSince > target
}

/** Candidates, most urgent first. */
function inNeed(state: BalanceState, desks: ReadonlyMap<number, Desk>): readonly BalanceChat[] {
  const { chats, capacity } = state
  const waiting = chats.filter(({ waitingSince }) => waitingSince !== null).toSorted(longest)
  const quiet = chats.filter(({ waitingSince }) => waitingSince === null).toSorted(newest)
  const isOver = ({ agent }: BalanceChat) => (desks.get(agent)?.held ?? 0) > capacity
  const held = waiting.filter(({ agent }) => agent >= 0)
  return [
    ...waiting.filter(({ agent }) => agent < 0),
    ...held.filter((chat) => isUrgent(chat, desks.get(chat.agent), state)),
    // Who waits is helped by another's hands; of the others the newest have the least to read up on.
    ...held.filter((chat) => !isUrgent(chat, desks.get(chat.agent), state) && isOver(chat)),
    ...quiet.filter((chat) => chat.agent >= 0 && isOver(chat)),
  ]
}

function isUrgent(chat: BalanceChat, desk: BalanceAgent | undefined, state: BalanceState): boolean {
  return isLate(chat, state) || (chat.waitingSince !== null && desk?.isGone === true)
}

/** Whether it still has to go, after all that was advised before. */
function isNeeded(chat: BalanceChat, from: Desk, state: BalanceState): boolean {
  return isUrgent(chat, from, state) || from.load > state.capacity
}

function takersOf(
  chat: BalanceChat,
  from: Desk | null,
  takers: readonly Desk[],
  { capacity }: BalanceState,
): readonly Desk[] {
  return takers.filter(
    (desk) =>
      desk.load < capacity &&
      isOfTeam(desk, chat, from) &&
      // From one who is there to one who has as much to do: nobody would be served sooner.
      (from?.isThere !== true || desk.load < from.load),
  )
}

/** The giver's team where they have one, else the conversation's; of none anybody's. */
function isOfTeam(desk: Desk, chat: BalanceChat, from: Desk | null): boolean {
  const teams =
    from === null || from.teams.length === 0 ? [chat.team].filter((team) => team >= 0) : from.teams
  return teams.length === 0 || desk.teams.some((team) => teams.includes(team))
}

/** Who wrote in the customer's language before, then who has the least to do. */
function compare(one: Desk, other: Desk, writes: (desk: Desk) => boolean): number {
  return Number(writes(other)) - Number(writes(one)) || one.load - other.load || (one.id < other.id ? -1 : 1)
}

function longest(one: BalanceChat, other: BalanceChat): number {
  return (one.waitingSince ?? 0) - (other.waitingSince ?? 0) || one.row - other.row
}

function newest(one: BalanceChat, other: BalanceChat): number {
  return other.startedAt - one.startedAt || one.row - other.row
}
