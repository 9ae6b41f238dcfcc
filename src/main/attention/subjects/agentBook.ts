/**
 * Who held what and who waited, conversation by conversation, as the rules about agents need it. Kept in step with the facts:
 * whoever asks learns whose part changed since.
 */
import { heldIntervals } from '../../assignments/intervals.ts'
import type { ConversationFacts } from '../../metrics/facts.ts'
import type { Stretch } from './stretches.ts'

/** A part of a customer's wait for a person in which one team had the conversation. */
export interface WaitPart extends Stretch {
  /** When the whole wait began. */
  readonly since: number
}

/** Rows; team -1: none. */
interface Trace {
  readonly held: readonly (readonly [agent: number, held: Stretch])[]
  readonly waits: readonly (readonly [team: number, part: WaitPart])[]
}

export class AgentBook {
  readonly #traces = new Map<number, Trace>()
  readonly #held = new Shelf<Stretch>()
  readonly #waits = new Shelf<WaitPart>()
  #touchedAgents = new Set<number>()
  #touchedTeams = new Set<number>()

  has(conversation: number): boolean {
    return this.#traces.has(conversation)
  }

  /** Replaces what is known of a conversation; null: it is gone. */
  put(conversation: number, facts: ConversationFacts | null): void {
    const before = this.#traces.get(conversation)
    if (before !== undefined) this.#take(conversation, before)
    if (facts === null) {
      this.#traces.delete(conversation)
      return
    }
    const trace = traceOf(facts)
    this.#traces.set(conversation, trace)
    for (const [agent, held] of trace.held) {
      this.#held.add(agent, conversation, held)
      this.#touchedAgents.add(agent)
    }
    for (const [team, part] of trace.waits) {
      this.#waits.add(team, conversation, part)
      this.#touchedTeams.add(team)
    }
  }

  /** In no order; they may lie on one another. */
  heldBy(agent: number): readonly Stretch[] {
    const held: Stretch[] = []
    this.#held.each(agent, (one) => held.push(one))
    return held
  }

  /** In no order. A team has thousands a day, of which few are asked for. */
  eachWaitOf(team: number, visit: (part: WaitPart) => void): void {
    this.#waits.each(team, visit)
  }

  /** Agents and teams whose part changed since this was last asked. */
  takeTouched(): { readonly agents: ReadonlySet<number>; readonly teams: ReadonlySet<number> } {
    const touched = { agents: this.#touchedAgents, teams: this.#touchedTeams }
    this.#touchedAgents = new Set()
    this.#touchedTeams = new Set()
    return touched
  }

  #take(conversation: number, { held, waits }: Trace): void {
    for (const [agent] of held) {
      this.#held.take(agent, conversation)
      this.#touchedAgents.add(agent)
    }
    for (const [team] of waits) {
      this.#waits.take(team, conversation)
      this.#touchedTeams.add(team)
    }
  }
}

function traceOf(facts: ConversationFacts): Trace {
  const intervals = heldIntervals(facts).map(({ agent, team, from, to }) => ({
    agent,
    team,
    from,
    to: to ?? Infinity,
  }))
  return {
    held: intervals.flatMap(({ agent, from, to }) => (agent < 0 ? [] : [[agent, { from, to }] as const])),
    waits: facts.personWaits.flatMap((wait) =>
      intervals.flatMap(({ team, from, to }) => {
        const part = {
          since: wait.from,
          from: Math.max(from, wait.from),
          to: Math.min(to, wait.to ?? Infinity),
        }
        return part.from < part.to ? [[team, part] as const] : []
      }),
    ),
  }
}

/** Things by whom they are of, and within that by the conversation they come from. */
class Shelf<Thing> {
  readonly #all = new Map<number, Map<number, Thing[]>>()

  add(owner: number, conversation: number, thing: Thing): void {
    const own = this.#all.get(owner) ?? new Map<number, Thing[]>()
    this.#all.set(owner, own)
    const things = own.get(conversation)
    if (things === undefined) own.set(conversation, [thing])
    else things.push(thing)
  }

  take(owner: number, conversation: number): void {
    const own = this.#all.get(owner)
    own?.delete(conversation)
    if (own?.size === 0) this.#all.delete(owner)
  }

  each(owner: number, visit: (thing: Thing) => void): void {
    for (const things of this.#all.get(owner)?.values() ?? []) for (const thing of things) visit(thing)
  }
}
