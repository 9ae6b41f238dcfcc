/** Messages that reviews point at. */
import { rawSql, type ReadableDb } from '../store/database.ts'
import { firstK } from '../store/bits.ts'
import { hashId } from '../store/hash.ts'
import type { Chat } from './chats.ts'

export interface PointedMessage {
  readonly text: string
  /** Epoch milliseconds. */
  readonly at: number
  /** The store's row of the agent who wrote it; null: no agent. */
  readonly agent: number | null
}

/** A message of a chat by its id; null when it is not there (any more). */
export function findMessage(cache: ReadableDb, chat: Pick<Chat, 'row'>, id: string): PointedMessage | null {
  const found = rawSql<[string | null, number, number | null]>(
    cache,
    `SELECT coalesce(text, caption, template ->> 'name'), at, agent FROM messages WHERE hash = ? AND rid = ? AND k >= ? AND k < ?`,
  ).get(hashId(id), id, firstK(chat.row), firstK(chat.row + 1))
  return found ? { text: found[0] ?? '', at: found[1], agent: found[2] } : null
}
