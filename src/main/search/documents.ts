/**
 * What is searched, as documents: a message with its text, its file's name, its template and its error; a comment; a
 * contact with names and numbers, who stands for the newest of their conversations. Only conversations that lists show
 * have any.
 */
import { assertNever } from '../../shared/assertNever.ts'
import type { SearchHit } from '../../shared/searching.ts'
import type { Direction } from '../store/bits.ts'
import { conversationOfK, firstK } from '../store/bits.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { facet, rowFacet } from './facets.ts'
import {
  foldTarget,
  foldedInto,
  messageColumns,
  messageDocument,
  readFolds,
  readHome,
  readHomes,
  readMessageCells,
  readMessagesCells,
  type Home,
  type MessageCells,
} from './messageDocuments.ts'
import { kindOf, refOf, rowOf } from './refs.ts'

export interface DocumentField {
  readonly kind: SearchHit['kind']
  readonly text: string
}

export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed'

export interface SearchDocument {
  readonly ref: number
  /** Row of the conversation it is shown in. */
  readonly conversation: number
  readonly at: number
  readonly fields: readonly DocumentField[]
  /** Row of the channel; 0: none is known. */
  readonly channel: number
  /** Terms of facets.ts. */
  readonly facets: readonly string[]
  /** Of the message or the comment; null for a contact. */
  readonly id: string | null
  readonly direction: Direction
  /** Row of the agent who wrote it. */
  readonly agent: number | null
  /** The highest one reached; null: the source reports none. */
  readonly status: MessageStatus | null
  /** Whether an edit gave it its text. */
  readonly edited: boolean
}

/** All documents of the conversations with `from` ≤ row < `to`, contacts aside. */
export function documentsOfConversations(
  cache: ReadableDb,
  from: number,
  to: number,
): readonly SearchDocument[] {
  const homes = readHomes(cache, from, to)
  if (homes.size === 0) return []
  const documents: SearchDocument[] = []
  const rows = rawSql<MessageCells>(cache, selectMessagesOf).all(firstK(from), firstK(to))
  for (let start = 0; start < rows.length;) {
    const conversation = conversationOfK(rows[start]?.[0] ?? 0)
    let end = start + 1
    while (end < rows.length && conversationOfK(rows[end]?.[0] ?? 0) === conversation) end += 1
    const home = homes.get(conversation)
    if (home !== undefined) messagesOf(home, rows, start, end, documents)
    start = end
  }
  for (const row of rawSql<CommentCells>(cache, selectCommentsOf).iterate(from, to)) {
    const home = homes.get(row[1])
    if (home?.shown) documents.push(commentDocument(home, row))
  }
  return documents
}

const selectMessagesOf = `SELECT ${messageColumns} FROM messages WHERE k >= ? AND k < ? ORDER BY k`

function messagesOf(
  home: Home,
  rows: readonly MessageCells[],
  start: number,
  end: number,
  into: SearchDocument[],
): void {
  let run: readonly MessageCells[] | null = null
  let changes: ReturnType<typeof foldedInto> | null = null
  for (let index = start; index < end; index += 1) {
    const row = rows[index]
    // Few conversations have anything to fold: the others are gone through once.
    if (row?.[8] != null) {
      run ??= rows.slice(start, end)
      changes ??= foldedInto(run)
      break
    }
  }
  for (let index = start; index < end; index += 1) {
    const row = rows[index]
    if (row === undefined || changes?.folded.has(row[0])) continue
    into.push(messageDocument(home, row, changes?.changesOf(row[1]) ?? []))
  }
}

/** Reads documents one by one, remembering what those of one conversation have in common: for one state of the data. */
export interface DocumentReader {
  /** These will be read: whatever can be is read at once. */
  expect(refs: readonly number[]): void
  /** Null where nothing stands for the ref (any more). `edited` false: it is known that no edit changed it. */
  read(ref: number, edited?: boolean): SearchDocument | null
  /** Other documents that change with this one: what folds into it, now or no more. */
  changingWith(ref: number): readonly number[]
}

/** `findHome`: what a document takes from its conversation; null where that is gone. */
export function createDocumentReader(
  cache: ReadableDb,
  findHome: (conversation: number) => Home | null = (conversation) => readHome(cache, conversation),
): DocumentReader {
  const homes = new Map<number, Home | null>()
  const folds = new Map<number, readonly MessageCells[]>()
  let expected: ReadonlyMap<number, MessageCells> = new Map()
  const homeOf = (conversation: number) => {
    let home = homes.get(conversation)
    if (home === undefined) homes.set(conversation, (home = findHome(conversation)))
    return home
  }
  const foldsOf = (conversation: number) => {
    let found = folds.get(conversation)
    if (found === undefined) folds.set(conversation, (found = readFolds(cache, conversation)))
    return found
  }
  const message = (k: number, edited: boolean) => {
    const home = homeOf(conversationOfK(k))
    const row = home === null ? undefined : (expected.get(k) ?? readMessageCells(cache, k))
    if (home === null || row === undefined) return null
    if (row[8] !== null) return foldTarget(cache, row) === null ? messageDocument(home, row, []) : null
    const changes = edited ? foldsOf(home.id).filter((fold) => fold[8] === row[1]) : []
    return messageDocument(home, row, changes)
  }
  return {
    expect(refs) {
      expected = readMessagesCells(cache, refs.filter((ref) => kindOf(ref) === 'message').map(rowOf))
    },
    read(ref, edited = true) {
      const kind = kindOf(ref)
      switch (kind) {
        case 'message':
          return message(rowOf(ref), edited)
        case 'comment':
          return readComment(cache, rowOf(ref), homeOf)
        case 'contact':
          return readContact(cache, rowOf(ref))
        default:
          return assertNever(kind)
      }
    },
    changingWith(ref) {
      if (kindOf(ref) !== 'message') return []
      const k = rowOf(ref)
      const all = foldsOf(conversationOfK(k))
      if (all.length === 0) return []
      const rid = value<string>(cache, 'SELECT rid FROM messages WHERE k = ?', k)
      // Of a message that is gone nobody knows what folded into it: it may be any of them.
      return all
        .filter((fold) => rid === undefined || fold[8] === rid)
        .map(([fold]) => refOf('message', fold))
    },
  }
}

// ── comments ─────────────────────────────────────────────────────────────────────────────────────────────────────

type CommentCells = readonly [
  id: number,
  conversation: number,
  rid: string,
  at: number,
  agent: number | null,
  text: string | null,
]

const commentColumns = `m.id, m.conversation, m.rid, m.at,
  (SELECT a.id FROM agents a WHERE a.source = m.source AND a.rid = m.agent), m.text`
const selectComment = `SELECT ${commentColumns} FROM comments m WHERE m.id = ?`
const selectCommentsOf = `SELECT ${commentColumns} FROM comments m WHERE m.conversation >= ? AND m.conversation < ? ORDER BY m.id`

function readComment(
  cache: ReadableDb,
  id: number,
  homeOf: (conversation: number) => Home | null,
): SearchDocument | null {
  const row = rawSql<CommentCells>(cache, selectComment).get(id)
  const home = row === undefined ? null : homeOf(row[1])
  return row !== undefined && home?.shown ? commentDocument(home, row) : null
}

function commentDocument(home: Home, [id, conversation, rid, at, agent, text]: CommentCells): SearchDocument {
  const facets: string[] = [facet.comment]
  if (agent !== null) facets.push(rowFacet('agent', agent))
  if (home.channel !== 0) facets.push(rowFacet('channel', home.channel))
  return {
    ref: refOf('comment', id),
    conversation,
    at,
    fields: text === null ? [] : [{ kind: 'comment', text }],
    channel: home.channel,
    facets,
    id: rid,
    direction: 'internal',
    agent,
    status: null,
    edited: false,
  }
}

// ── contacts ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Refs of all contacts, `after` a row, ascending. */
export function contactRefs(cache: ReadableDb, after: number, limit: number): readonly number[] {
  return rawSql<[number]>(cache, 'SELECT id FROM contacts WHERE id > ? ORDER BY id LIMIT ?')
    .all(after, limit)
    .map(([id]) => refOf('contact', id))
}

/** The documents of the contacts with `from` ≤ row < `to`. */
export function documentsOfContacts(cache: ReadableDb, from: number, to: number): readonly SearchDocument[] {
  return rawSql<[number]>(cache, 'SELECT id FROM contacts WHERE id >= ? AND id < ? ORDER BY id')
    .all(from, to)
    .flatMap(([id]) => readContact(cache, id) ?? [])
}

/** What a contact is called and reached by; empty for one that is erased. */
export function contactTexts(cache: ReadableDb, contact: number): readonly string[] {
  const row = rawSql<[string | null, string | null, number]>(
    cache,
    'SELECT name, phone, erased FROM contacts WHERE id = ?',
  ).get(contact)
  if (row === undefined || row[2] === 1) return []
  const aliases = rawSql<[string]>(
    cache,
    'SELECT value FROM contact_aliases WHERE contact = ? ORDER BY value',
  )
    .all(contact)
    .map(([alias]) => alias)
  return [...new Set([row[0], row[1], ...aliases])].filter((text) => text !== null)
}

function readContact(cache: ReadableDb, id: number): SearchDocument | null {
  const texts = contactTexts(cache, id)
  const home = newestOf(cache, id)
  if (home === undefined || texts.length === 0) return null
  const [conversation, channel, at] = home
  return {
    ref: refOf('contact', id),
    conversation,
    at,
    fields: texts.map((text) => ({ kind: 'contact', text })),
    channel,
    facets: channel === 0 ? [facet.contact] : [facet.contact, rowFacet('channel', channel)],
    id: null,
    direction: 'in',
    agent: null,
    status: null,
    edited: false,
  }
}

type NewestCells = readonly [conversation: number, channel: number, startedAt: number]

function newestOf(cache: ReadableDb, contact: number): NewestCells | undefined {
  return rawSql<NewestCells>(
    cache,
    `SELECT id, channel, started_at FROM conversations WHERE contact = ? AND started_at IS NOT NULL
     ORDER BY started_at DESC, id DESC LIMIT 1`,
  ).get(contact)
}

/** The conversation a document is shown in; null when it is gone. */
export function conversationOf(cache: ReadableDb, ref: number): number | null {
  const kind = kindOf(ref)
  switch (kind) {
    case 'message':
      return conversationOfK(rowOf(ref))
    case 'comment':
      return value<number>(cache, 'SELECT conversation FROM comments WHERE id = ?', rowOf(ref)) ?? null
    case 'contact':
      return newestOf(cache, rowOf(ref))?.[0] ?? null
    default:
      return assertNever(kind)
  }
}
