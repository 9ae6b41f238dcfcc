/**
 * Chats as audits name them: by their source's own name and their id there, because cache.db may be made anew and its row
 * numbers with it.
 */
import { createHash } from 'node:crypto'
import type { Named } from '../../shared/contract.ts'
import { inline } from '../../shared/phrases.ts'
import { authorOf, directionOf, firstK } from '../store/bits.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { readFactsVersion } from '../store/derivation.ts'
import { storeFailed } from '../store/errors.ts'
import { hashId } from '../store/hash.ts'
import { conversationByName, conversationName, nameOf } from '../store/names.ts'

/** A conversation that is held now. Times are epoch milliseconds. */
export interface Chat {
  readonly row: number
  readonly source: string
  readonly conversation: string
  /** The id screens use. */
  readonly name: string
  readonly contact: Named
  /** Ids screens use; null: nobody, none. */
  readonly assignee: string | null
  readonly channel: number
  readonly category: number | null
  readonly lastAt: number
}

type Row = readonly [
  row: number,
  sourceRow: number,
  source: string,
  conversation: string,
  contact: number,
  assignee: number | null,
  channel: number,
  category: number | null,
  lastAt: number,
]

const select = `SELECT c.id, c.source, s.ref, c.rid, c.contact, c.agent, c.channel, c.category, c.last_at
  FROM conversations c JOIN sources s ON s.id = c.source WHERE c.started_at IS NOT NULL`

/** The conversation with this id of the screens. Throws a `StoreFailure` (`invalid`) when it is not held (any more). */
export function chatByName(cache: ReadableDb, name: string): Chat {
  const row = conversationByName(cache, name)
  const chat = row === null ? null : chatByRow(cache, row)
  if (chat) return chat
  throw storeFailed('invalid', 'reviews.noChat', { chat: inline(name) })
}

/** Null when it was erased. */
export function chatByRow(cache: ReadableDb, row: number): Chat | null {
  const found = rawSql<Row>(cache, `${select} AND c.id = ?`).get(row)
  return found ? chatOf(cache, found) : null
}

/** The conversation a source calls so; null when it was erased or never came here. */
export function findChat(cache: ReadableDb, source: string, conversation: string): Chat | null {
  const found = rawSql<Row>(cache, `${select} AND s.ref = ? AND c.rid = ?`).get(source, conversation)
  return found ? chatOf(cache, found) : null
}

/** Id for the screens of a conversation that may be gone. */
export function chatName(cache: ReadableDb, source: string, conversation: string): string {
  const row = value<number>(cache, 'SELECT id FROM sources WHERE ref = ?', source)
  return row === undefined ? conversation : conversationName(cache, row, conversation)
}

function chatOf(cache: ReadableDb, row: Row): Chat {
  const [id, sourceRow, source, conversation, contact, assignee, channel, category, lastAt] = row
  return {
    row: id,
    source,
    conversation,
    name: conversationName(cache, sourceRow, conversation),
    contact: contactOf(cache, contact),
    assignee: agentName(cache, assignee),
    channel,
    category,
    lastAt,
  }
}

/** Whom a review of the chat is about: who wrote most messages to the customer, the last of them on a tie; the assignee where nobody did. */
export function agentReviewed(cache: ReadableDb, chat: Chat): string | null {
  const written = new Map<number, number>()
  let most: number | null = null
  for (const [agent, flags] of rawSql<[number, number]>(
    cache,
    'SELECT agent, flags FROM messages WHERE k >= ? AND k < ? AND agent IS NOT NULL ORDER BY at, rid',
  ).all(firstK(chat.row), firstK(chat.row + 1))) {
    if (authorOf(flags) !== 'agent' || directionOf(flags) !== 'out') continue
    const count = (written.get(agent) ?? 0) + 1
    written.set(agent, count)
    if (most === null || count >= (written.get(most) ?? 0)) most = agent
  }
  return most === null ? chat.assignee : agentName(cache, most)
}

/** What a reviewer had before them: how many messages, a hash over their ids and texts, the number of the facts. */
export interface Seen {
  readonly messages: number
  readonly hash: string
  readonly dataVersion: string
}

const lastSeen = new WeakMap<ReadableDb, { readonly at: string; readonly row: number; readonly seen: Seen }>()

/** A chat that is reviewed stroke by stroke is read once, until anything in the database changes. */
export function seenOf(cache: ReadableDb, { row }: Pick<Chat, 'row'>): Seen {
  const others = String(cache.pragma('data_version', { simple: true }))
  const at = `${others}/${value<number>(cache, 'SELECT total_changes()') ?? 0}`
  const last = lastSeen.get(cache)
  if (last?.at === at && last.row === row) return last.seen
  const seen = look(cache, row)
  lastSeen.set(cache, { at, row, seen })
  return seen
}

function look(cache: ReadableDb, row: number): Seen {
  const hash = createHash('sha256')
  let messages = 0
  for (const message of rawSql<[string, string | null, string | null]>(
    cache,
    'SELECT rid, text, caption FROM messages WHERE k >= ? AND k < ? ORDER BY at, rid',
  ).iterate(firstK(row), firstK(row + 1))) {
    messages += 1
    hash.update(JSON.stringify(message))
  }
  const { epoch } = readFactsVersion(cache)
  const version = value<number>(cache, 'SELECT version FROM facts WHERE conversation = ?', row) ?? 0
  return { messages, hash: hash.digest('hex'), dataVersion: `${epoch}.${version}` }
}

/** The earliest message of a conversation; null when it has none. */
export function firstMessage(
  cache: ReadableDb,
  row: number,
): { readonly id: string; readonly at: number } | null {
  const found = rawSql<[string, number]>(
    cache,
    'SELECT rid, at FROM messages WHERE k >= ? AND k < ? ORDER BY at, rid LIMIT 1',
  ).get(firstK(row), firstK(row + 1))
  return found ? { id: found[0], at: found[1] } : null
}

/** Whether the chat has a message or comment of this id. */
export function holdsMessage(cache: ReadableDb, chat: Pick<Chat, 'row'>, id: string): boolean {
  return (
    value(
      cache,
      'SELECT 1 FROM messages WHERE hash = ? AND rid = ? AND k >= ? AND k < ?',
      hashId(id),
      id,
      firstK(chat.row),
      firstK(chat.row + 1),
    ) !== undefined ||
    value(cache, 'SELECT 1 FROM comments WHERE conversation = ? AND rid = ?', chat.row, id) !== undefined
  )
}

function agentName(cache: ReadableDb, row: number | null): string | null {
  if (row === null) return null
  const found = rawSql<[number, string]>(cache, 'SELECT source, rid FROM agents WHERE id = ?').get(row)
  return found ? nameOf(cache, 'agents', found[0], found[1]) : null
}

function contactOf(cache: ReadableDb, row: number): Named {
  const found = rawSql<[string, string | null, string | null]>(
    cache,
    'SELECT rid, name, phone FROM contacts WHERE id = ?',
  ).get(row)
  return found ? { id: found[0], name: found[1] ?? found[2] ?? found[0] } : nobody
}

/** Stands for a contact nobody knows any more. */
export const nobody: Named = { id: '', name: '–' }
