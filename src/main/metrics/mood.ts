/**
 * What the customer of a conversation feels, by one rule that can be told in a sentence: it is what their last message
 * that was not neutral says, and it began with the first message that said so since it last said otherwise.
 */
import type { MoodFact } from './facts.ts'
import type { TimelineMessage } from './timeline.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The mood after an inbound message that counts; the old one where it changes nothing. */
export function feel(
  mood: Mutable<MoodFact> | null,
  message: TimelineMessage,
  agent: number,
  team: number,
): Mutable<MoodFact> {
  const { sentiment } = message
  const felt = mood?.sentiment ?? null
  // An unscored message decides only as long as nothing could be scored, a neutral one only as the first that could.
  if (mood !== null && felt !== null && (sentiment === null || sentiment === 'neutral' || sentiment === felt))
    return mood
  const decided = mood ?? blank()
  decided.at = message.at
  decided.message = message.k
  decided.sentiment = sentiment
  if (message.language >= 0) decided.language = message.language
  decided.agent = agent
  decided.team = team
  decided.settledAt = null
  return decided
}

function blank(): Mutable<MoodFact> {
  return { at: 0, message: -1, sentiment: null, language: -1, agent: -1, team: -1, settledAt: null }
}

/** A person replied, or the conversation was closed. */
export function settle(mood: Mutable<MoodFact> | null, at: number): void {
  if (mood !== null) mood.settledAt ??= at
}
