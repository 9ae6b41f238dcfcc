/**
 * Who held what and who waited, conversation by conversation, as the rules about agents need it. Kept in step with the facts:
 * whoever asks learns whose part changed since they last did.
 */
import { heldIntervals } from '../../assignments/intervals.ts'
import type { Holding } from '../../metrics/pack.ts'
import type { Stretch } from './stretches.ts'

/** A part of a customer's wait for a person in which one team had the conversation. */
interface WaitPart extends Stretch {
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
  /** Of the waits, what lies behind a time that is allowed: few of thousands. Made anew for another time. */
  #late = new Shelf<Stretch>()
  #allowed = Infinity
  /** When each was last touched, by the number of the change. */
  readonly #touchedAgents = new Map<number, number>()
  readonly #touchedTeams = new Map<number, number>()
  #version = 0

  has(conversation: number): boolean {
    return this.#traces.has(conversation)
  }

  /** Replaces what is known of a conversation; null: it is gone. */
  put(conversation: number, facts: Holding | null): void {
    this.#version += 1
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
      this.#touchedAgents.set(agent, this.#version)
    }
    for (const [team, part] of trace.waits) {
      this.#addLate(team, conversation, part)
      this.#touchedTeams.set(team, this.#version)
    }
  }

  /** In no order; they may lie on one another. */
  heldBy(agent: number): readonly Stretch[] {
    const held: Stretch[] = []
    this.#held.each(agent, (one) => held.push(one))
    return held
  }

  /** When a customer of the team waits for longer than is allowed, in milliseconds. In no order; they may lie on one another. */
  lateOf(team: number, allowed: number): readonly Stretch[] {
    if (allowed !== this.#allowed) this.#readLate(allowed)
    const late: Stretch[] = []
    this.#late.each(team, (one) => late.push(one))
    return late
  }

  /** Agents and teams whose part changed after a change of the book; `version` is the last of them. */
  touchedAfter(version: number): {
    readonly agents: ReadonlySet<number>
    readonly teams: ReadonlySet<number>
    readonly version: number
  } {
    const after = (touched: ReadonlyMap<number, number>) =>
      new Set([...touched].flatMap(([row, at]) => (at > version ? [row] : [])))
    return { agents: after(this.#touchedAgents), teams: after(this.#touchedTeams), version: this.#version }
  }

  #readLate(allowed: number): void {
    this.#late = new Shelf()
    this.#allowed = allowed
    for (const [conversation, { waits }] of this.#traces)
      for (const [team, part] of waits) this.#addLate(team, conversation, part)
  }

  #addLate(team: number, conversation: number, { since, from, to }: WaitPart): void {
    const lateFrom = Math.max(from, since + this.#allowed)
    if (lateFrom < to) this.#late.add(team, conversation, { from: lateFrom, to })
  }

  #take(conversation: number, { held, waits }: Trace): void {
    for (const [agent] of held) {
      this.#held.take(agent, conversation)
      this.#touchedAgents.set(agent, this.#version)
    }
    for (const [team] of waits) {
      this.#late.take(team, conversation)
      this.#touchedTeams.set(team, this.#version)
    }
  }
}

function traceOf(facts: Holding): Trace {
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
