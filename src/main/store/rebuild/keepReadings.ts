import { conversationOfK } from '../bits.ts'
import { rawSql, sql, value, type WritableDb } from '../database.ts'
import { isSameReadable, readableText, textVersion } from '../textReading.ts'
import type { ReadTexts } from './readRange.ts'

type StoredReading = readonly [
  flags: number,
  text: string | null,
  caption: string | null,
  language: number | null,
  sentiment: number | null,
  signals: number | null,
  promise: number | null,
]

export interface KeptReadings {
  /** Conversations some message or the topic of which is read otherwise than before. */
  readonly changed: ReadonlySet<number>
  readonly newWords: boolean
}

/**
 * Keeps what was read, within the transaction under way. A message whose text changed meanwhile stays as its own page left
 * it, and so does the topic of a conversation that is not as it was read (`isStill`).
 */
export function keepReadings(
  db: WritableDb,
  { messages, topics }: ReadTexts,
  isStill: (conversation: number) => boolean,
): KeptReadings {
  const changed = new Set<number>()
  const words = createRows(
    db,
    "SELECT id FROM words WHERE kind = 'language' AND text = ?",
    "INSERT INTO words(kind, text) VALUES ('language', ?)",
  )
  const categories = createRows(
    db,
    'SELECT id FROM categories WHERE name = ?',
    'INSERT INTO categories(name) VALUES (?)',
  )
  const stored = rawSql<StoredReading>(
    db,
    'SELECT flags, text, caption, language, sentiment, signals, promise FROM messages WHERE k = ?',
  )
  const keep = sql(
    db,
    'UPDATE messages SET language = ?, sentiment = ?, signals = ?, promise = ?, text_version = ? WHERE k = ?',
  )
  for (const message of messages) {
    const row = stored.get(message.k)
    if (row === undefined || !isSameReadable(readableText(row[0], row[1], row[2]), message.text)) continue
    const language = message.language === null ? null : words.rowOf(message.language)
    const { sentiment, signals, promise } = message
    keep.run(language, sentiment, signals, promise, textVersion, message.k)
    if (row[3] !== language || row[4] !== sentiment || row[5] !== signals || row[6] !== promise)
      changed.add(conversationOfK(message.k))
  }
  for (const [conversation, topic] of topics) {
    if (!isStill(conversation)) continue
    const row = topic === null ? null : categories.rowOf(topic)
    const { changes } = sql(db, 'UPDATE conversations SET topic = ? WHERE id = ? AND topic IS NOT ?').run(
      row,
      conversation,
      row,
    )
    if (changes > 0) changed.add(conversation)
  }
  return { changed, newWords: words.grew() || categories.grew() }
}

function createRows(db: WritableDb, select: string, insert: string) {
  const rows = new Map<string, number>()
  let grew = false
  return {
    rowOf(text: string): number {
      let row = rows.get(text) ?? value<number>(db, select, text)
      if (row === undefined) {
        row = Number(sql(db, insert).run(text).lastInsertRowid)
        grew = true
      }
      rows.set(text, row)
      return row
    },
    grew: () => grew,
  }
}
