/**
 * Messages as documents. What the screen folds into another message is none of its own: the text of an edit is that of the
 * message it edits, a revoked message has no words, a reaction belongs to what it reacts to.
 */
import { contentOf, directionOf, firstK, conversationOfK } from '../store/bits.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { hashId } from '../store/hash.ts'
import type { DocumentField, MessageStatus, SearchDocument } from './documents.ts'
import { contentFacet, facet, pairFacet, rowFacet, sentimentFacet } from './facets.ts'
import { refOf } from './refs.ts'

/** What a message's document takes from its conversation. */
export interface Home {
  readonly id: number
  /** 0: none is known. */
  readonly channel: number
  /** Lists show it: one with messages always, one of which nothing but comments is known never. */
  readonly shown: boolean
}

export type MessageCells = readonly [
  k: number,
  rid: string,
  at: number,
  flags: number,
  agent: number | null,
  text: string | null,
  caption: string | null,
  fileName: string | null,
  foldsInto: string | null,
  sentAt: number | null,
  deliveredAt: number | null,
  readAt: number | null,
  playedAt: number | null,
  failedAt: number | null,
  deletedAt: number | null,
  errorCode: number | null,
  errorTitle: string | null,
  templateWord: number | null,
  template: string | null,
  language: number | null,
  sentiment: number | null,
]

/** Reactions, edits and revokes, in SQL over a row's flags; their place in `contentTypes` is the format of the flags. */
const folds = '(flags >> 7) & 63 IN (10, 12, 13)'
export const messageColumns = `k, rid, at, flags, agent, text, caption, media ->> 'name', iif(${folds}, reply_to, NULL), sent_at, delivered_at,
  read_at, played_at, failed_at, deleted_at, error_code, error_title, template_word,
  (SELECT w.text FROM words w WHERE w.id = template_word), language, sentiment`

/** The conversations with `from` ≤ row < `to` that were not removed. */
export function readHomes(cache: ReadableDb, from: number, to: number): ReadonlyMap<number, Home> {
  return new Map(
    rawSql<HomeCells>(cache, selectHomes)
      .all(from, to)
      .map((cells) => [cells[0], homeOf(cells)]),
  )
}

/** One conversation; null where there is none any more. */
export function readHome(cache: ReadableDb, conversation: number): Home | null {
  const found = rawSql<HomeCells>(cache, selectHomes).get(conversation, conversation + 1)
  return found === undefined ? null : homeOf(found)
}

function homeOf([id, channel, shown]: HomeCells): Home {
  return { id, channel, shown: shown === 1 }
}

type HomeCells = readonly [id: number, channel: number, shown: number]
const selectHomes = `SELECT id, channel, started_at IS NOT NULL FROM conversations
  WHERE id >= ? AND id < ? AND removed_at IS NULL`

/** What of a conversation is folded: the rows that are no documents, and the changes of each message, in order. */
export function foldedInto(rows: readonly MessageCells[]): {
  readonly folded: ReadonlySet<number>
  changesOf(rid: string): readonly MessageCells[]
} {
  const targets = new Set(rows.filter((row) => !isFold(row)).map(([, rid]) => rid))
  const changes = Map.groupBy(
    rows
      .filter((row) => row[8] !== null && targets.has(row[8]))
      .sort((a, b) => a[2] - b[2] || (a[1] < b[1] ? -1 : 1)),
    (row) => row[8] ?? '',
  )
  const folded = new Set([...changes.values()].flat().map(([k]) => k))
  return { folded, changesOf: (rid) => changes.get(rid) ?? [] }
}

/** What of a conversation folds into other messages of it, in order. */
export function readFolds(cache: ReadableDb, conversation: number): readonly MessageCells[] {
  return rawSql<MessageCells>(cache, selectFolds).all(firstK(conversation), firstK(conversation + 1))
}

const selectFolds = `SELECT ${messageColumns} FROM messages WHERE k >= ? AND k < ? AND ${folds} AND reply_to IS NOT NULL ORDER BY at, rid`

/** k of the message a row folds into; null where that is not in its conversation. */
export function foldTarget(cache: ReadableDb, row: MessageCells): number | null {
  const [k, , , , , , , , target] = row
  if (target === null) return null
  const conversation = conversationOfK(k)
  return (
    rawSql<[number]>(cache, selectTarget).get(
      hashId(target),
      target,
      firstK(conversation),
      firstK(conversation + 1),
    )?.[0] ?? null
  )
}

const selectTarget = `SELECT k FROM messages WHERE hash = ? AND rid = ? AND k >= ? AND k < ? AND NOT (${folds})`

export function readMessageCells(cache: ReadableDb, k: number): MessageCells | undefined {
  return rawSql<MessageCells>(cache, selectMessage).get(k)
}

const selectMessage = `SELECT ${messageColumns} FROM messages WHERE k = ?`

/** Many at once, by k, which takes two thirds of the time. */
export function readMessagesCells(
  cache: ReadableDb,
  ks: readonly number[],
): ReadonlyMap<number, MessageCells> {
  return new Map(
    rawSql<MessageCells>(cache, selectMessages)
      .all(JSON.stringify(ks))
      .map((row) => [row[0], row]),
  )
}

const selectMessages = `SELECT ${messageColumns} FROM json_each(?) asked CROSS JOIN messages ON k = asked.value`

export function messageDocument(
  home: Home,
  row: MessageCells,
  changes: readonly MessageCells[],
): SearchDocument {
  const [k, id, at, flags, agent] = row
  let [, , , , , text, caption] = row
  let edited = false
  let revoked = row[14] !== null
  for (const change of changes) {
    const content = contentOf(change[3])
    revoked ||= content === 'revoke'
    if (content !== 'edit') continue
    edited = true
    text = change[5] ?? text
    caption = change[6] ?? caption
  }
  const fields = revoked ? [] : fieldsOf(row, text, caption)
  return {
    ref: refOf('message', k),
    conversation: home.id,
    at,
    fields,
    channel: home.channel,
    facets: facetsOf(home, row, fields, { edited, revoked }),
    id,
    direction: directionOf(flags),
    agent,
    status: statusOf(row),
    edited: changes.length > 0,
  }
}

function fieldsOf(row: MessageCells, text: string | null, caption: string | null): readonly DocumentField[] {
  const fields: DocumentField[] = []
  if (text !== null) fields.push({ kind: 'message', text })
  if (caption !== null) fields.push({ kind: 'message', text: caption })
  const [, , , , , , , fileName] = row
  if (fileName !== null) fields.push({ kind: 'message', text: fileName })
  const template = row[18]
  if (template !== null) fields.push({ kind: 'template', text: template })
  const [code, title] = [row[15], row[16]]
  if (code !== null) fields.push({ kind: 'error', text: title === null ? String(code) : `${code} ${title}` })
  return fields
}

function facetsOf(
  home: Home,
  row: MessageCells,
  fields: readonly DocumentField[],
  { edited, revoked }: { readonly edited: boolean; readonly revoked: boolean },
): readonly string[] {
  const flags = row[3]
  const content = contentOf(flags)
  const facets = [pairFacet(flags)]
  if (content !== 'text') facets.push(contentFacet(content))
  if (row[4] !== null) facets.push(rowFacet('agent', row[4]))
  if (home.channel !== 0) facets.push(rowFacet('channel', home.channel))
  if (row[17] !== null) facets.push(facet.template, rowFacet('word', row[17]))
  if (row[19] !== null) facets.push(rowFacet('word', row[19]))
  if (row[20] !== null) facets.push(sentimentFacet(row[20]))
  if (statusOf(row) === 'failed') facets.push(facet.failed)
  if (edited) facets.push(facet.edited)
  if (revoked) facets.push(facet.revoked)
  if (fields.some(({ kind, text }) => kind === 'message' && link.test(text))) facets.push(facet.link)
  return facets
}

const link = /https?:\/\/|\bwww\.\w/i

/** The highest status reached; a failure only where nothing higher followed. */
function statusOf(row: MessageCells): MessageStatus | null {
  const [sent, delivered, read, played, failed] = row.slice(9, 14)
  if (played != null || read != null) return 'read'
  if (delivered != null) return 'delivered'
  if (failed != null) return 'failed'
  return sent == null ? null : 'sent'
}

function isFold(row: MessageCells): boolean {
  const content = contentOf(row[3])
  return content === 'reaction' || content === 'edit' || content === 'revoke'
}
