/**
 * What is kept of the texts people write: the language and the sentiment of what customers say, signals of both sides, the
 * topic of a conversation.
 */
import type { TopicRule } from '../../shared/contract.ts'
import { detectLanguage } from '../text/language.ts'
import { scoreSentiment } from '../text/sentiment.ts'
import { readSignals } from '../text/signals.ts'
import { topicOf } from '../text/topics.ts'
import { authorOf, directionOf, firstK } from './bits.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { hash53 } from './hash.ts'

export { textVersion } from '../text/version.ts'

export interface TextReading {
  /** Language code; null: not told. */
  readonly language: string | null
  /** -1, 0 or 1; null: not scored. */
  readonly sentiment: number | null
  /** Bits of text/signals.ts; null: none. */
  readonly signals: number | null
  /** The time an agent promises something by, as text/promisedTimes.ts writes it; null: nothing is promised. */
  readonly promise: number | null
}

/** A text that is read, and whose it is. */
export interface Readable {
  readonly text: string
  readonly by: 'customer' | 'agent'
}

const nothing: TextReading = { language: null, sentiment: null, signals: null, promise: null }
const values = { negative: -1, neutral: 0, positive: 1 } as const
/** What a conversation is about is said at its beginning. */
const topicTexts = 5
/** A pasted letter says in its beginning what it is about, and reading it whole would hold up the others. */
const longestText = 4000

/** What is read of a message: the customer's own words and those of people of ours; null: nothing. */
export function readableText(flags: number, text: string | null, caption: string | null): Readable | null {
  const words = text ?? caption
  if (words === null) return null
  switch (directionOf(flags)) {
    case 'in':
      return { text: words, by: 'customer' }
    case 'out': {
      const author = authorOf(flags)
      return author === 'agent' || author === 'app' ? { text: words, by: 'agent' } : null
    }
    case 'internal':
    case 'unknown':
      return null
  }
}

export function isSameReadable(a: Readable | null, b: Readable | null): boolean {
  return a?.text === b?.text && a?.by === b?.by
}

/** Reads the text of a message; null is no text. Of what agents write only signals are kept. */
export function readText(readable: Readable | null): TextReading {
  if (readable === null) return nothing
  const beginning = readable.text.slice(0, longestText)
  if (readable.by === 'agent') return { ...nothing, ...kept(readSignals(beginning, null, 'out')) }
  const { language } = detectLanguage(beginning)
  const { sentiment } = scoreSentiment(beginning, language ?? undefined)
  return {
    language,
    sentiment: sentiment === null ? null : values[sentiment],
    ...kept(readSignals(beginning, language, 'in')),
  }
}

/** Most messages have none: NULL takes no room. */
function kept({ bits, promise }: ReturnType<typeof readSignals>): Pick<TextReading, 'signals' | 'promise'> {
  return { signals: bits === 0 ? null : bits, promise }
}

/** Name of the topic the rules find in the customer's first messages; null where none does, or a category is stated. */
export function readTopic(db: ReadableDb, conversation: number, rules: readonly TopicRule[]): string | null {
  if (rules.length === 0 || hasStatedCategory(db, conversation)) return null
  const texts = rawSql<[string]>(
    db,
    `SELECT coalesce(text, caption) FROM messages WHERE k >= ? AND k < ? AND flags & 7 = 0 AND coalesce(text, caption) IS NOT NULL
     ORDER BY at, rid LIMIT ${topicTexts}`,
  )
    .all(firstK(conversation), firstK(conversation + 1))
    .map(([text]) => text.slice(0, longestText))
  const found = texts.length === 0 ? null : topicOf(texts, rules)
  return rules.find(({ id }) => id === found?.topic)?.name ?? null
}

/** Another for other rules: topics found under another key are found again. */
export function topicsKey(rules: readonly TopicRule[], version: number): string {
  return `${version}:${hash53(JSON.stringify(rules)).toString(36)}`
}

function hasStatedCategory(db: ReadableDb, conversation: number): boolean {
  return (
    value(
      db,
      'SELECT 1 FROM conversation_events WHERE conversation = ? AND category IS NOT NULL LIMIT 1',
      conversation,
    ) !== undefined
  )
}
