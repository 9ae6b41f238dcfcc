/** The flags about agents, kept up: only those of agents whose part of the book changed are told anew. */
import type { Settings } from '../../../shared/contract.ts'
import type { FlagRules } from '../../../shared/flags.ts'
import type { WorkspaceDictionary } from '../../store/dictionary.ts'
import { rowsOf } from '../../store/scopeFilter.ts'
import type { RawFlag } from '../rawFlag.ts'
import type { AgentBook } from './agentBook.ts'
import { idle, overloaded } from './agentRules.ts'
import { common, outside, united, type Stretch } from './stretches.ts'

export interface AgentWorld {
  readonly dictionary: WorkspaceDictionary
  readonly settings: Pick<Settings, 'agentCapacity'> & {
    readonly flagRules: Pick<FlagRules, 'overloaded' | 'idle' | 'waiting'>
  }
  /** When each agent was online and, where a roster is known, on shift; by agent row. */
  readonly there: ReadonlyMap<number, readonly Stretch[]>
}

type Agent = WorkspaceDictionary['agents'][number]

export class AgentFlags {
  readonly #book: AgentBook
  readonly #overloaded = new Map<number, readonly RawFlag[]>()
  readonly #idle = new Map<number, readonly RawFlag[]>()
  /** By agent: when they could take somebody. */
  readonly #free = new Map<number, readonly Stretch[]>()
  /** By team, and by the teams of agents: when a customer waits too long. */
  readonly #late = new Map<number, readonly Stretch[]>()
  readonly #wanted = new Map<string, readonly Stretch[]>()
  /** What of the book is in them. */
  #version = 0
  #world: AgentWorld | null = null
  #key = ''

  constructor(book: AgentBook) {
    this.#book = book
  }

  /** Every one there is, in no order, those that are not due yet included. */
  flags(world: AgentWorld): readonly RawFlag[] {
    const { settings, dictionary } = world
    const { agents, teams, version } = this.#book.touchedAfter(this.#version)
    this.#version = version
    const key = JSON.stringify([settings.flagRules, settings.agentCapacity])
    const isAnew = key !== this.#key || dictionary !== this.#world?.dictionary
    if (isAnew) for (const kept of [this.#overloaded, this.#idle, this.#free, this.#late]) kept.clear()
    if (isAnew || teams.size > 0) this.#wanted.clear()
    for (const team of teams) this.#late.delete(team)
    for (const agent of dictionary.agents) {
      const isTouched = agents.has(agent.row)
      if (isTouched) this.#overloaded.delete(agent.row)
      const isWanted = [...agent.teams, noTeam].some((team) => teams.has(team))
      const isElsewhere = world.there.get(agent.row) !== this.#world?.there.get(agent.row)
      if (isTouched || isElsewhere) this.#free.delete(agent.row)
      if (isTouched || isWanted || isElsewhere) this.#idle.delete(agent.row)
    }
    this.#world = world
    this.#key = key
    return dictionary.agents.flatMap((agent) => [
      ...kept(this.#overloaded, agent.row, () => this.#overloadedOf(agent, world)),
      ...kept(this.#idle, agent.row, () => this.#idleOf(agent, world)),
    ])
  }

  #overloadedOf(agent: Agent, { settings, dictionary }: AgentWorld): readonly RawFlag[] {
    const rule = settings.flagRules.overloaded
    if (!rule.on || !isOfTeams(agent, rule.teams, dictionary)) return []
    return overloaded(agent, this.#book.heldBy(agent.row), rule, settings.agentCapacity)
  }

  #idleOf(agent: Agent, { settings, dictionary, there }: AgentWorld): readonly RawFlag[] {
    const rule = settings.flagRules.idle
    const online = there.get(agent.row)
    if (!rule.on || online === undefined || !isOfTeams(agent, rule.teams, dictionary)) return []
    const allowed = (settings.flagRules.waiting.threshold ?? 0) * 1000
    const wanted = kept(this.#wanted, agent.teams.join(), () =>
      united(
        [...agent.teams, noTeam].flatMap((team) =>
          kept(this.#late, team, () => united(this.#book.lateOf(team, allowed))),
        ),
      ),
    )
    const free = kept(this.#free, agent.row, () =>
      common(online, outside(united(this.#book.heldBy(agent.row)))),
    )
    return idle(agent, free, wanted, rule)
  }
}

/** Customers nobody's team has are everybody's. */
const noTeam = -1

function isOfTeams(agent: Agent, teams: readonly string[], { teams: all }: WorkspaceDictionary): boolean {
  return teams.length === 0 || rowsOf(teams, all).some((row) => agent.teams.includes(row))
}

function kept<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
