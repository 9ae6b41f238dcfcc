/**
 * Chats that were placed by rule are named after their first message, so one gets another name when an older message
 * arrives, as it does page by page while a backfill runs. What audits made of such a chat, and flags people made, follow it by a message it holds.
 */
import { conversationOfK } from '../store/bits.ts'
import { derivedPrefix } from '../store/conversations.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { hashId } from '../store/hash.ts'
import { chatByRow, findChat, firstMessage, type Chat } from './chats.ts'
import { workspaceIdentity } from './identity.ts'

interface PlacedPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: WritableDb
}

/** Remembers a message of each placed chat that something was made of and that is not known yet. */
export function notePlacedChats({ cache, workspaceDb }: PlacedPorts): void {
  const made = rawSql<[string, string]>(
    workspaceDb,
    `SELECT source, conversation FROM sample_items WHERE conversation GLOB ? UNION SELECT source, conversation FROM reviews WHERE conversation GLOB ?
     UNION SELECT source, conversation FROM hand_flags WHERE conversation GLOB ?
     EXCEPT SELECT source, conversation FROM placed_chats`,
  ).all(`${derivedPrefix}*`, `${derivedPrefix}*`, `${derivedPrefix}*`)
  for (const [source, conversation] of made) {
    const chat = findChat(cache, source, conversation)
    if (chat !== null) keep(cache, workspaceDb, chat)
  }
}

/** Gives what was made of placed chats the names they have now. The names they travelled under stay known. */
export function followPlacedChats({ cache, workspaceDb }: PlacedPorts): void {
  const placed = rawSql<[string, string, string]>(
    workspaceDb,
    'SELECT source, conversation, message FROM placed_chats',
  ).all()
  const moved = placed.flatMap(([source, conversation, message]) => {
    if (findChat(cache, source, conversation) !== null) return []
    const now = chatWith(cache, source, message)
    return now === null ? [] : { source, conversation, now }
  })
  if (moved.length === 0) return
  const run = workspaceDb.transaction(() => {
    const { id } = workspaceIdentity(workspaceDb, cache)
    for (const { source, conversation, now } of moved) {
      for (const table of ['sample_items', 'reviews', 'hand_flags', 'brought_chats'])
        sql(workspaceDb, `UPDATE ${table} SET conversation = ? WHERE source = ? AND conversation = ?`).run(
          now.conversation,
          source,
          conversation,
        )
      sql(
        workspaceDb,
        'INSERT OR IGNORE INTO brought_chats(origin, origin_source, origin_conversation, source, conversation) VALUES (?, ?, ?, ?, ?)',
      ).run(id, source, conversation, source, now.conversation)
      sql(workspaceDb, 'DELETE FROM placed_chats WHERE source = ? AND conversation = ?').run(
        source,
        conversation,
      )
      keep(cache, workspaceDb, now)
    }
  })
  run.immediate()
}

function keep(cache: ReadableDb, workspaceDb: WritableDb, chat: Chat): void {
  const first = firstMessage(cache, chat.row)
  if (first === null) return
  sql(workspaceDb, 'INSERT OR IGNORE INTO placed_chats(source, conversation, message) VALUES (?, ?, ?)').run(
    chat.source,
    chat.conversation,
    first.id,
  )
}

/** The chat of a source that holds a message; null when none does, or when it was erased. */
function chatWith(cache: ReadableDb, source: string, message: string): Chat | null {
  const k = value<number>(
    cache,
    'SELECT k FROM messages WHERE hash = ? AND rid = ? AND source = (SELECT id FROM sources WHERE ref = ?)',
    hashId(message),
    message,
    source,
  )
  return k === undefined ? null : chatByRow(cache, conversationOfK(k))
}
