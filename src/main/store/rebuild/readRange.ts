/** Reads the texts of a range of conversations that were stored in bulk, or read by another version. Reads only. */
import type { TopicRule } from '../../../shared/contract.ts'
import { conversationOfK, firstK } from '../bits.ts'
import { rawSql, type ReadableDb } from '../database.ts'
import {
  readableText,
  readText,
  readTopic,
  textVersion,
  type Readable,
  type TextReading,
} from '../textReading.ts'

export interface ReadMessage extends TextReading {
  readonly k: number
  /** The text that was read, so that one changed meanwhile is read again. */
  readonly text: Readable | null
}

export interface ReadTexts {
  readonly messages: readonly ReadMessage[]
  /** Conversations with another topic than stored. */
  readonly topics: readonly (readonly [conversation: number, topic: string | null])[]
}

/**
 * The unread messages of the conversations with `from` ≤ row < `to`, and the topics of those conversations; of all in
 * the range where `allTopics`.
 */
export function readRange(
  db: ReadableDb,
  from: number,
  to: number,
  rules: readonly TopicRule[],
  allTopics: boolean,
): ReadTexts {
  const read = db.transaction((): ReadTexts => {
    const messages = rawSql<[number, number, string | null, string | null]>(
      db,
      'SELECT k, flags, text, caption FROM messages WHERE k >= ? AND k < ? AND text_version <> ?',
    )
      .all(firstK(from), firstK(to), textVersion)
      .map(([k, flags, own, caption]): ReadMessage => {
        const text = readableText(flags, own, caption)
        return { k, ...readText(text), text }
      })
    const heard = new Set(messages.map(({ k }) => conversationOfK(k)))
    const topics: (readonly [number, string | null])[] = []
    for (const [conversation, topic] of rawSql<[number, string | null]>(
      db,
      `SELECT c.id, t.name FROM conversations c LEFT JOIN categories t ON t.id = c.topic WHERE c.id >= ? AND c.id < ?`,
    ).all(from, to)) {
      if (!allTopics && !heard.has(conversation)) continue
      const found = readTopic(db, conversation, rules)
      if (found !== topic) topics.push([conversation, found])
    }
    return { messages, topics }
  })
  return read()
}
