/** What is kept of the texts customers write: the language and the sentiment of a message, the topic of a conversation. */
import type { TopicRule } from '../../shared/contract.ts'
import { detectLanguage } from '../text/language.ts'
import { scoreSentiment } from '../text/sentiment.ts'
import { topicOf } from '../text/topics.ts'
import { firstK } from './bits.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { hash53 } from './hash.ts'

export { textVersion } from '../text/version.ts'

export interface TextReading {
  /** Language code; null: not told. */
  readonly language: string | null
  /** -1, 0 or 1; null: not scored. */
  readonly sentiment: number | null
}

const nothing: TextReading = { language: null, sentiment: null }
const values = { negative: -1, neutral: 0, positive: 1 } as const
/** What a conversation is about is said at its beginning. */
const topicTexts = 5
/** A pasted letter says in its beginning what it is about, and reading it whole would hold up the others. */
const longestText = 4000

/** Reads the text of an inbound message; null is no text. */
export function readText(text: string | null): TextReading {
  if (text === null) return nothing
  const beginning = text.slice(0, longestText)
  const { language } = detectLanguage(beginning)
  const { sentiment } = scoreSentiment(beginning, language ?? undefined)
  return { language, sentiment: sentiment === null ? null : values[sentiment] }
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
