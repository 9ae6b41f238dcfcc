/** What a rule about one conversation looks at, what it answers, and the few questions most rules ask. */
import type { FlagRule } from '../../../shared/flags.ts'
import { afterOpen, openMilliseconds } from '../../hours/calendar.ts'
import type { Calendar } from '../../hours/calendar.ts'
import type { EpisodeFact, FlagFact, Surroundings } from '../../metrics/facts.ts'
import { isHumanReply } from '../../metrics/messageFacts.ts'
import { holderAt } from '../../metrics/search.ts'
import { countsAsMessage } from '../../metrics/steps.ts'
import type { Timeline, TimelineMessage } from '../../metrics/timeline.ts'
import type { DerivedFacts } from '../../metrics/walk.ts'

/** Pure: the same scene always raises the same flags, whether its records came live or years later. */
export interface Scene {
  readonly facts: DerivedFacts
  readonly timeline: Timeline
  readonly rule: FlagRule
  readonly surroundings: Surroundings
  /** What the rules before this one raised. */
  readonly before: readonly FlagFact[]
}

/** A flag as its rule raises it; what is left out is told by the moment it is raised at. */
export interface Raised extends Partial<
  Pick<FlagFact, 'agent' | 'team' | 'seconds' | 'code' | 'text' | 'message' | 'messages'>
> {
  /** Tells it from the others of its rule in the conversation; survives a rebuild. */
  readonly key: string | number
  readonly from: number
  readonly raisedAt: number
  readonly endedAt: number | null
}

export type RaiseFlags = (scene: Scene) => readonly Raised[]

/** Messages a flag keeps as evidence. */
const mostMessages = 8

// ── thresholds ───────────────────────────────────────────────────────────────────────────────────────────────────

/** When the rule's threshold has passed since a moment, in the hours the rule counts; null: it never does. */
export function limitAfter(scene: Scene, from: number): number | null {
  const { threshold } = scene.rule
  if (threshold === null) return null
  const calendar = calendarAt(scene, from)
  return calendar === null ? from + threshold * 1000 : afterOpen(calendar, from, threshold * 1000)
}

/** Seconds of a span in the hours the rule counts; null: it goes on. */
export function secondsOf(scene: Scene, from: number, to: number | null): number | null {
  if (to === null) return null
  const calendar = calendarAt(scene, from)
  return (calendar === null ? to - from : openMilliseconds(calendar, from, to)) / 1000
}

/** The hours that count are those of whoever has the conversation as the span begins; null: every hour does. */
function calendarAt({ rule, facts, timeline, surroundings }: Scene, at: number): Calendar | null {
  if (rule.hours === 'calendar') return null
  return surroundings.hoursOf(timeline.channel, holderAt(facts.assignments, at).team)
}

// ── moments ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function closeAfter({ facts }: Scene, at: number): number | null {
  return facts.episodes.find(({ closedAt }) => closedAt !== null && closedAt >= at)?.closedAt ?? null
}

/** The episode a moment lies in, the later of two that touch; the last one begun for a moment between two. */
export function episodeAt({ facts }: Scene, at: number): EpisodeFact | undefined {
  return facts.episodes.findLast(({ startedAt }) => startedAt <= at)
}

/** When a person next wrote to the customer, at `at` or later: of one instant the customer's message comes first. */
export function replyFrom({ facts }: Scene, at: number): number | null {
  return facts.messages.find((message) => message.at >= at && isHumanReply(message))?.at ?? null
}

/** When the customer next wrote, after `at`. */
export function heardAfter({ facts }: Scene, at: number): number | null {
  return (
    facts.messages.find(({ at: then, direction, counts }) => then > at && direction === 'in' && counts)?.at ??
    null
  )
}

export function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

// ── messages ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Messages of the customer that count, some of the signals in whose text are among these bits. By time. */
export function inboundWith({ timeline }: Scene, bits: number): readonly TimelineMessage[] {
  return timeline.messages.filter(
    (message) => (message.signals & bits) !== 0 && message.direction === 'in' && countsAsMessage(message),
  )
}

/** Messages of the customer in a span, its ends included. */
function heardBetween({ timeline }: Scene, from: number, to: number | null): readonly TimelineMessage[] {
  return timeline.messages.filter(
    (message) =>
      message.at >= from &&
      (to === null || message.at <= to) &&
      message.direction === 'in' &&
      countsAsMessage(message),
  )
}

/**
 * What the customer waits with: all they wrote in the span. Where a bot's hand-over began the wait, or a reopening stated a
 * moment after the message that caused it, that may be nothing: then it is what they wrote last before.
 */
export function askedWith(scene: Scene, from: number, to: number): readonly TimelineMessage[] {
  const heard = heardBetween(scene, from, to)
  return heard.length > 0 ? heard : heardBetween(scene, Number.NEGATIVE_INFINITY, from).slice(-1)
}

/** The evidence as a flag keeps it: the first message, and the ids of the first few. */
export function evidenceOf(messages: readonly TimelineMessage[]): Pick<FlagFact, 'message' | 'messages'> {
  return {
    message: messages[0]?.rid ?? null,
    messages: messages.slice(0, mostMessages).map(({ rid }) => rid),
  }
}
