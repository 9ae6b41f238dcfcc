/**
 * A discrete-event replay of one team: turns arrive as they did, wait for room with an agent who is there, are answered
 * and let go. Pure, and without chance. Begins are in order of arrival and depend only on how many turns are in hand, so
 * that another agent, at whatever hour, never makes anybody wait longer.
 */
import type { Attendance } from './attendance.ts'
import type { HeadCount } from './headCount.ts'

/** A turn to be played. Milliseconds. */
export interface Job {
  readonly conversation: number
  readonly at: number
  /** Attended time from the begin of the work to the reply. */
  readonly reply: number
  /** Engaged time after the reply. */
  readonly tail: number
}

/** Infinite where it did not come to it. */
export interface Served {
  readonly startedAt: number
  readonly repliedAt: number
  /** When its room is free again. */
  readonly endedAt: number
}

export interface Rules {
  /** Turns an agent can have in hand. */
  readonly capacity: number
  /** Milliseconds a reply keeps its agent from beginning another. */
  readonly attention: number
}

/** When each job began, was replied to and ended. `jobs` by arrival. */
export function replay(jobs: readonly Job[], count: HeadCount, rules: Rules): readonly Served[] {
  const inHand = new Ends()
  const inAttention = new Ends()
  let at = Number.NEGATIVE_INFINITY
  return jobs.map((job) => {
    at = Math.max(at, job.at)
    while (at < Number.POSITIVE_INFINITY) {
      inHand.dropUpTo(at)
      inAttention.dropUpTo(at)
      const there = count.at(at)
      const hasRoom = inHand.size < there * rules.capacity
      if (hasRoom && inAttention.size < there) break
      at = Math.min(
        count.nextChange(at),
        hasRoom ? Number.POSITIVE_INFINITY : inHand.first,
        inAttention.size < there ? Number.POSITIVE_INFINITY : inAttention.first,
      )
    }
    if (at === Number.POSITIVE_INFINITY) return notServed
    const repliedAt = count.after(at, job.reply)
    const endedAt = repliedAt + job.tail
    inHand.add(endedAt)
    inAttention.add(Math.min(repliedAt, at + rules.attention))
    return { startedAt: at, repliedAt, endedAt }
  })
}

const notServed: Served = { startedAt: Infinity, repliedAt: Infinity, endedAt: Infinity }

/** What ends when, the next first. */
class Ends {
  readonly #heap: number[] = []

  get size(): number {
    return this.#heap.length
  }

  get first(): number {
    return this.#heap[0] ?? Number.POSITIVE_INFINITY
  }

  add(end: number): void {
    const heap = this.#heap
    let index = heap.push(end) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      const above = heap[parent] ?? 0
      if (above <= end) break
      heap[index] = above
      index = parent
    }
    heap[index] = end
  }

  dropUpTo(at: number): void {
    while (this.first <= at && this.size > 0) this.#dropFirst()
  }

  #dropFirst(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= heap.length) break
      if ((heap[child + 1] ?? Infinity) < (heap[child] ?? Infinity)) child += 1
      const below = heap[child] ?? Infinity
      if (below >= last) break
      heap[index] = below
      index = child
    }
    heap[index] = last
  }
}

/** A job in an agent's hands. */
export interface InHand {
  readonly agent: number
  readonly from: number
  readonly to: number
}

/**
 * Who has which job: the one who had the conversation before, where they are there and have room, else who has least in
 * hand. That there is always somebody follows from the replay: fewer are in hand than all there can have.
 */
export function dealOut(
  jobs: readonly Job[],
  served: readonly Served[],
  attendance: readonly Attendance[],
  capacity: number,
): readonly InHand[] {
  const floor = new Floor(attendance)
  const lastOf = new Map<number, Hands>()
  const dealt: InHand[] = []
  for (const [index, { startedAt, endedAt }] of served.entries()) {
    const job = jobs[index]
    if (job === undefined || startedAt === Number.POSITIVE_INFINITY) continue
    const there = floor.at(startedAt)
    const known = lastOf.get(job.conversation)
    const isFree = known !== undefined && there.has(known) && known.inHand(startedAt) < capacity
    const taker = isFree ? known : leastInHand(there, startedAt, capacity)
    if (taker === undefined) continue
    taker.take(endedAt)
    lastOf.set(job.conversation, taker)
    dealt.push({ agent: taker.agent, from: startedAt, to: endedAt })
  }
  return dealt
}

function leastInHand(there: ReadonlySet<Hands>, at: number, capacity: number): Hands | undefined {
  let least: Hands | undefined
  let fewest = capacity
  for (const one of there) {
    const count = one.inHand(at)
    if (count >= fewest) continue
    least = one
    fewest = count
  }
  return least
}

/** Who is there, at moments that only move on. */
class Floor {
  readonly #there = new Set<Hands>()
  readonly #changes: readonly { readonly at: number; readonly who: Hands; readonly comes: boolean }[]
  #next = 0

  constructor(attendance: readonly Attendance[]) {
    this.#changes = attendance
      .flatMap(({ agent, spans }) => {
        const who = new Hands(agent)
        return spans.flatMap(({ from, to }) => [
          { at: from, who, comes: true },
          { at: to, who, comes: false },
        ])
      })
      .sort((one, other) => one.at - other.at || one.who.agent - other.who.agent)
  }

  at(moment: number): ReadonlySet<Hands> {
    for (let change = this.#changes[this.#next]; change !== undefined && change.at <= moment;) {
      if (change.comes) this.#there.add(change.who)
      else this.#there.delete(change.who)
      this.#next += 1
      change = this.#changes[this.#next]
    }
    return this.#there
  }
}

class Hands {
  readonly agent: number
  readonly #jobs = new Ends()

  constructor(agent: number) {
    this.agent = agent
  }

  inHand(at: number): number {
    this.#jobs.dropUpTo(at)
    return this.#jobs.size
  }

  take(until: number): void {
    this.#jobs.add(until)
  }
}
