/**
 * The spans of a conversation's open episodes in which nothing changes: who has it, whether its customer waits for a
 * person, whether the agent is engaged. An agent is engaged in a conversation of theirs while its customer waits, and
 * for a while after each message they wrote in it themselves.
 */
import { holdersOf, type Holder } from '../assignments/intervals.ts'
import type { AssignmentFact, ConversationFacts, EpisodeFact, MessageFact, PersonWait } from './facts.ts'

/** Epoch milliseconds; row ids, -1 for none. `to` null: it goes on. */
export interface ConversationSpan {
  readonly from: number
  readonly to: number | null
  /** Who is known to have it. */
  readonly agent: number
  readonly team: number
  /** Who has it as far as is known, or else is inferred. */
  readonly holder: number
  /** Since when the customer waits; null: does not wait. */
  readonly waitingSince: number | null
  readonly engaged: boolean
  /** Index of the episode. */
  readonly episode: number
}

type Source = Pick<
  ConversationFacts,
  'episodes' | 'assignments' | 'inferred' | 'personWaits' | 'messages' | 'engagedFor'
>

/** In order; those of one episode follow each other without a gap. */
export function spansOf(facts: Source): readonly ConversationSpan[] {
  const spans: ConversationSpan[] = []
  const course = new Course(facts)
  for (const episode of facts.episodes) cutEpisode(episode, course, spans)
  return spans
}

function cutEpisode(episode: EpisodeFact, course: Course, spans: ConversationSpan[]): void {
  const end = episode.closedAt ?? Number.POSITIVE_INFINITY
  let from = episode.startedAt
  if (!(from < end)) return
  course.goTo(from)
  while (from < end) {
    const { agent, team, holder, waitingSince } = course
    const engaged = course.engagedUntil > from
    let to = Math.min(end, course.nextChange)
    // What changes nothing here, such as another's message, cuts nothing.
    while (to < end) {
      course.goTo(to)
      if (
        course.agent !== agent ||
        course.team !== team ||
        course.holder !== holder ||
        course.waitingSince !== waitingSince ||
        course.engagedUntil > to !== engaged
      )
        break
      to = Math.min(end, course.nextChange)
    }
    spans.push({
      from,
      to: to === Number.POSITIVE_INFINITY ? null : to,
      agent,
      team,
      holder,
      waitingSince,
      engaged,
      episode: episode.index,
    })
    from = to
  }
}

/** What is the case at a moment that only moves on. */
class Course {
  agent = -1
  team = -1
  holder = -1
  waitingSince: number | null = null
  /** Infinite while the customer waits. */
  engagedUntil = Number.NEGATIVE_INFINITY
  /** The next moment at which any of it may change. */
  nextChange = Number.NEGATIVE_INFINITY
  readonly #assignments: readonly AssignmentFact[]
  readonly #holders: readonly Holder[]
  readonly #waits: readonly PersonWait[]
  readonly #messages: readonly MessageFact[]
  readonly #engagedFor: number
  /** When each agent wrote last. */
  readonly #wroteAt = new Map<number, number>()
  #assignment = 0
  #holder = 0
  #wait = 0
  #message = 0

  constructor(facts: Source) {
    const { assignments, personWaits, messages, engagedFor } = facts
    this.#assignments = assignments
    this.#holders = holdersOf(facts)
    this.#waits = personWaits
    this.#messages = messages
    this.#engagedFor = engagedFor
  }

  goTo(at: number): void {
    const assignment = this.#assign(at)
    const hold = this.#hold(at)
    const message = this.#hear(at)
    const wait = this.#await(at)
    const wroteAt = this.#wroteAt.get(this.agent)
    const own = this.agent < 0 || wroteAt === undefined ? -Infinity : wroteAt + this.#engagedFor
    this.engagedUntil = this.agent >= 0 && this.waitingSince !== null ? Infinity : own
    this.nextChange = Math.min(assignment, hold, message, wait, own > at ? own : Infinity)
  }

  /** Each of these takes what happened up to a moment, and says when the next of its kind does. */
  #assign(at: number): number {
    let next = this.#assignments[this.#assignment]
    while (next !== undefined && next.at <= at) {
      this.agent = next.to
      this.team = next.team
      next = this.#assignments[++this.#assignment]
    }
    return next?.at ?? Number.POSITIVE_INFINITY
  }

  #hold(at: number): number {
    let next = this.#holders[this.#holder]
    while (next !== undefined && next.at <= at) {
      this.holder = next.to
      next = this.#holders[++this.#holder]
    }
    return next?.at ?? Number.POSITIVE_INFINITY
  }

  #hear(at: number): number {
    let next = this.#messages[this.#message]
    while (next !== undefined && (next.at <= at || next.agent < 0 || !next.counts)) {
      if (next.agent >= 0 && next.counts) this.#wroteAt.set(next.agent, next.at)
      next = this.#messages[++this.#message]
    }
    return next?.at ?? Number.POSITIVE_INFINITY
  }

  #await(at: number): number {
    let next = this.#waits[this.#wait]
    while (next !== undefined && next.to !== null && next.to <= at) next = this.#waits[++this.#wait]
    this.waitingSince = next !== undefined && next.from <= at ? next.from : null
    if (next === undefined) return Number.POSITIVE_INFINITY
    return this.waitingSince === null ? next.from : (next.to ?? Number.POSITIVE_INFINITY)
  }
}
