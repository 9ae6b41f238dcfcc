/** The agents of the wall as rows, and what stands beside each. Pure. */
import type { AgentLoad, AgentState, NowAnswer } from '../../shared/live.ts'

export type LoadRow =
  | { readonly kind: 'team'; readonly team: string | null; readonly held: number; readonly waiting: number }
  | { readonly kind: 'agent'; readonly load: AgentLoad }

/** Teams in the order they come, each with its sums; who is not here and holds nothing stands last in the team. */
export function loadRows(agents: readonly AgentLoad[]): readonly LoadRow[] {
  const teams = Map.groupBy(agents, ({ team }) => team)
  const oneTeam = teams.size === 1 && teams.has(null)
  return [...teams].flatMap(([team, members]): readonly LoadRow[] => [
    ...(oneTeam
      ? []
      : [{ kind: 'team', team, held: sum(members, 'held'), waiting: sum(members, 'waiting') } as const]),
    ...[...members]
      .sort((one, other) => Number(isAway(one)) - Number(isAway(other)))
      .map((load) => ({ kind: 'agent', load }) as const),
  ])
}

/** Where only some can be shown, those who need help first: over their limit, then with most waiting customers, then most held. */
export function mostLoaded(agents: readonly AgentLoad[]): readonly AgentLoad[] {
  return agents
    .filter((load) => !isAway(load))
    .sort(
      (one, other) =>
        Math.max(0, other.held - other.capacity) - Math.max(0, one.held - one.capacity) ||
        other.waiting - one.waiting ||
        other.held - one.held,
    )
}

/** How many are in each state, of the states that say somebody is there or only briefly not. */
export function presentStates(
  agents: readonly AgentLoad[],
): readonly { readonly state: AgentState; readonly count: number }[] {
  return (['online', 'busy', 'away'] as const)
    .map((state) => ({ state, count: agents.filter((agent) => agent.state === state).length }))
    .filter(({ count }) => count > 0)
}

/** What is worth a word beside an agent; null: nothing is. */
export type LoadWord =
  | { readonly kind: 'over'; readonly by: number }
  | { readonly kind: 'full' }
  | { readonly kind: 'room'; readonly count: number }
  | { readonly kind: 'state'; readonly state: AgentState; readonly since: number | null }

/** `advised`: those who are to take chats, so their room is worth saying. */
export function loadWord(load: AgentLoad, advised: ReadonlySet<string>): LoadWord | null {
  if (load.held > load.capacity) return { kind: 'over', by: load.held - load.capacity }
  if (load.state !== 'online' && load.state !== 'unknown')
    return { kind: 'state', state: load.state, since: load.stateSince }
  if (load.held === load.capacity && load.held > 0) return { kind: 'full' }
  if (advised.has(load.agent)) return { kind: 'room', count: load.capacity - load.held }
  return null
}

/** Who is to take chats, by the advice and by the unassigned queue. */
export function advisedAgents({ balance, unassigned }: NowAnswer): ReadonlySet<string> {
  const suggested = unassigned.rows.map((row) => row.suggested).filter((agent) => agent !== null)
  return new Set([...balance.map(({ to }) => to), ...suggested])
}

/** One square a conversation, in this order: held, customer waits, past the limit, room left. */
export interface Squares {
  readonly held: number
  readonly waiting: number
  readonly past: number
  readonly room: number
  /** Held beyond what is drawn. */
  readonly more: number
}

/** Past the limit at most `most` squares are drawn. */
export function squaresOf({ held, waiting, capacity }: AgentLoad, most = 3): Squares {
  const past = Math.max(0, held - capacity)
  const within = held - past
  // Of those who wait, one stands past the limit already.
  const waits = Math.min(within, Math.max(0, waiting - past))
  const drawn = Math.min(past, most)
  return {
    held: within - waits,
    waiting: waits,
    past: drawn,
    room: Math.max(0, capacity - held),
    more: past - drawn,
  }
}

function isAway({ state, held }: AgentLoad): boolean {
  return held === 0 && (state === 'offShift' || state === 'offline')
}

function sum(loads: readonly AgentLoad[], figure: 'held' | 'waiting'): number {
  return loads.reduce((total, load) => total + load[figure], 0)
}
