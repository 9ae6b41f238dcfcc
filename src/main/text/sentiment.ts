/**
 * How a customer's message sounds: words with their negations and degrees, emoji, irony marks, what follows a "but".
 * Offline, without any model; what it cannot tell it does not score. Method and measured accuracy: docs/sentiment.md.
 */
import { readMessage } from './reading.ts'
import type { Reading } from './reading.ts'
import { weigh } from './weighing.ts'

/** How a customer's message sounds. */
export type Sentiment = 'negative' | 'neutral' | 'positive'

/** A part of the message that counted. */
export interface FeelingWord {
  /** As written. */
  readonly text: string
  /** UTF-16 units from the start of the message: [start, end). */
  readonly start: number
  readonly end: number
  /** What it counted for after negation, degree, contrast and irony; below zero is unhappy. */
  readonly value: number
}

export interface ScoredSentiment {
  /** null: not scored, for want of a lexicon, of words, or because the message speaks both ways. */
  readonly sentiment: Sentiment | null
  /** From −1 to 1; 0 where nothing was found or nothing was scored. */
  readonly score: number
  readonly words: readonly FeelingWord[]
}

/**
 * The sentiment of a message.
 * @param language ISO 639-1 where the source knows it; otherwise it is detected.
 */
export function scoreSentiment(text: string, language?: string): ScoredSentiment {
  const reading = readMessage(text, language)
  return reading === null ? notScored : judge(reading)
}

const notScored: ScoredSentiment = { sentiment: null, score: 0, words: [] }

function judge(reading: Reading): ScoredSentiment {
  const { sum, positive, negative, words } = weigh(reading)
  const bothWays = Math.abs(sum) < threshold && positive >= strong && negative >= strong
  if (bothWays || (words.length === 0 && !isMatterOfFact(reading))) return { ...notScored, words }
  const sentiment = sum >= threshold ? 'positive' : sum <= -threshold ? 'negative' : 'neutral'
  return { sentiment, score: sum / (Math.abs(sum) + 2), words }
}

/**
 * Where no feeling is found, what speaks for there being none: a question, a greeting, a request, thanks, an order or
 * account number. A statement in words no lexicon knows may well be a complaint: it is not called neutral.
 */
function isMatterOfFact({ understood, matches, questions, tokens }: Reading): boolean {
  if (!understood) return false
  return (
    questions.length > 0 ||
    matches.some(({ value }) => value.kind === 'plain' || value.kind === 'thanks') ||
    tokens.some(
      ({ kind, text }) =>
        (kind === 'mark' && /[?？؟]/.test(text)) || (kind === 'number' && /\d{4}/.test(text)),
    )
  )
}

/** A single mild word ("nice", "late") reaches it only with a degree or a second one. */
const threshold = 1.1
const strong = 1.8
