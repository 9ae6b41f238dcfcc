/** What the store has of single messages. */
import { rawSql, type ReadableDb } from '../store/database.ts'

/** Words and agents are row numbers, 0 for none; times epoch milliseconds. */
export interface StoredMessage {
  readonly id: string
  readonly flags: number
  readonly agent: number
  readonly text: string | null
  readonly template: number
  readonly language: number
  /** -1, 0, 1. */
  readonly sentiment: number | null
  readonly sentAt: number | null
  readonly deliveredAt: number | null
  readonly readAt: number | null
  readonly failedAt: number | null
  readonly errorCode: number | null
  readonly error: string | null
  readonly price: number
}

type Row = readonly [
  rid: string,
  flags: number,
  agent: number | null,
  text: string | null,
  template: number | null,
  language: number | null,
  sentiment: number | null,
  sentAt: number | null,
  deliveredAt: number | null,
  readAt: number | null,
  failedAt: number | null,
  errorCode: number | null,
  error: string | null,
  price: number | null,
]

const rest = `template_word, language, sentiment, sent_at, delivered_at, coalesce(read_at, played_at), failed_at,
  error_code, error_title, price_word FROM messages WHERE k = ?`
const withText = `SELECT rid, flags, agent, coalesce(text, caption), ${rest}`
const withoutText = `SELECT rid, flags, agent, NULL, ${rest}`

/** Null for one that is gone meanwhile. With names hidden its text is not even read. */
export function readMessage(cache: ReadableDb, k: number, hideNames: boolean): StoredMessage | null {
  const row = rawSql<Row>(cache, hideNames ? withoutText : withText).get(k)
  if (row === undefined) return null
  const [id, flags, agent, text, template, language, sentiment, sentAt, deliveredAt, readAt] = row
  return {
    id,
    flags,
    agent: agent ?? 0,
    text,
    template: template ?? 0,
    language: language ?? 0,
    sentiment,
    sentAt,
    deliveredAt,
    readAt,
    failedAt: row[10],
    errorCode: row[11],
    error: row[12],
    price: row[13] ?? 0,
  }
}
