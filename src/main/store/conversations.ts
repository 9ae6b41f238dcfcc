import type { RecordOf } from '../../shared/records.ts'
import { referContact } from './contacts.ts'
import { rawSql, sql, value, type Cell } from './database.ts'
import type { ConversationDraft } from './drafts.ts'
import { storedRow } from './entities.ts'
import { extraJson } from './hash.ts'
import { firstK, looseBit, messagesPerConversation } from './bits.ts'
import { better, merge, olderText, type Field, type Versioned } from './merge.ts'
import { scatterIfLoose } from './scatter.ts'
import { PoisonRecord, refer, type Work } from './work.ts'

/** Ids of conversations placed by rule begin with this; no record may state one. */
export const derivedPrefix = 'auto:'

const fields: readonly Field[] = [
  { column: 'contact_ref', prefer: 'greater' },
  { column: 'channel_ref', prefer: 'greater' },
  { column: 'opened_at', prefer: 'smaller' },
  { column: 'opened_by', prefer: 'greater' },
  { column: 'extra', prefer: 'greater' },
]
const columns = fields.map((field) => field.column)
const select = `SELECT id, rid, derived, message_contact, message_channel, contact, channel, removed_at, version, older, ${columns.join(', ')}
  FROM conversations`
const nothing: Versioned = { cells: columns.map(() => null), version: null, older: {} }

/** The conversation a record states; one not heard of yet begins empty. Throws `PoisonRecord` for an id of ours. */
export function referConversation(work: Work, rid: string): ConversationDraft {
  const known = work.conversations.get(rid)
  if (known) return known
  if (rid.startsWith(derivedPrefix))
    throw new PoisonRecord(
      `conversation: ids that begin with "${derivedPrefix}" are given by this application`,
    )
  const stored = rawSql<Cell[]>(work.db, `${select} WHERE source = ? AND rid = ?`).get(work.source, rid)
  const draft = stored ? fromRow(stored) : newDraft(work.nextConversation, rid)
  if (!stored) {
    work.nextConversation += 1
    shareId(work, rid)
  }
  remember(work, draft)
  return draft
}

/** The draft of a conversation that exists, stated or derived. */
export function conversationDraft(work: Work, id: number): ConversationDraft | null {
  const known = work.conversationRows.get(id)
  if (known) return known
  const stored = rawSql<Cell[]>(work.db, `${select} WHERE id = ?`).get(id)
  if (!stored) return null
  const draft = fromRow(stored)
  remember(work, draft)
  return draft
}

/** Begins a derived conversation, at once in the database. Answers its row. */
export function insertDerived(work: Work, rid: string, contact: number, channel: number): number {
  const id = work.nextConversation
  work.nextConversation += 1
  sql(
    work.db,
    'INSERT INTO conversations(id, source, rid, derived, contact, channel) VALUES (?, ?, ?, 1, ?, ?)',
  ).run(id, work.source, rid, contact, channel)
  return id
}

export function applyConversation(work: Work, record: RecordOf<'conversation'>): boolean {
  const draft = referConversation(work, record.id)
  if (record.contact !== null) referContact(work, record.contact)
  if (record.channel !== null) refer(work, 'channels', record.channel)
  const { type, id } = record.openedBy
  if (type === 'agent' && id !== null) refer(work, 'agents', id)
  const openedBy = id === null ? type : `${type}:${id}`
  const merged = merge(fields, draft.stated, {
    version: record.updatedAt,
    older: {},
    cells: [record.contact, record.channel, record.openedAt, openedBy, extraJson(record.extra)],
  })
  if (merged === null) return draft.isNew
  draft.stated = merged
  draft.changed = true
  work.dirty.add(draft.id)
  return true
}

/** A message names the contact and channel of its conversation: they hold where the conversation's own record is silent. */
export function implyThread(draft: ConversationDraft, contact: string | null, channel: string | null): void {
  const messageContact = better(draft.messageContact, contact)
  const messageChannel = better(draft.messageChannel, channel)
  if (messageContact === draft.messageContact && messageChannel === draft.messageChannel) return
  draft.messageContact = messageContact
  draft.messageChannel = messageChannel
  draft.changed = true
}

/** The conversation is gone at its source: its texts and what happened in it go, its id stays so that it cannot come back. */
export function removeConversation(work: Work, record: RecordOf<'removed'>): boolean {
  const draft = referConversation(work, record.id)
  if (draft.removedAt !== null && draft.removedAt <= record.at) return false
  draft.removedAt = record.at
  draft.changed = true
  work.dirty.add(draft.id)
  work.heard.add(draft.id)
  const { db } = work
  const first = firstK(draft.id)
  for (const table of ['conversation_events', 'assignments', 'comments', 'surveys', 'ratings'])
    sql(db, `DELETE FROM ${table} WHERE conversation = ?`).run(draft.id)
  sql(
    db,
    `UPDATE messages SET text = NULL, caption = NULL, template = NULL, media = NULL, extra = NULL,
     template_word = NULL, language = NULL, sentiment = NULL
     WHERE k >= ? AND k < ? AND flags & ${looseBit} = 0`,
  ).run(first, first + messagesPerConversation)
  return true
}

/** Reserves the next k of a conversation. */
export function takeK(work: Work, draft: ConversationDraft): number {
  if (draft.nextK === null) {
    const last = value<number | null>(
      work.db,
      'SELECT max(k) FROM messages WHERE k >= ? AND k < ?',
      firstK(draft.id),
      firstK(draft.id + 1),
    )
    draft.nextK = (last ?? firstK(draft.id) - 1) + 1
  }
  if (draft.nextK >= firstK(draft.id + 1))
    throw new PoisonRecord('message: its conversation already holds 1,048,576 messages')
  const k = draft.nextK
  draft.nextK += 1
  return k
}

/** Writes the conversations that changed. Where one changed hands, both its old and its new contact are looked at. */
export function writeConversations(work: Work): void {
  for (const draft of work.conversations.values()) {
    if (draft.derived || !(draft.isNew || draft.changed)) continue
    const [contactRef, channelRef, openedAt, openedBy, extra] = draft.stated.cells
    const contact = (contactRef ?? draft.messageContact) as string | null
    const channel = (channelRef ?? draft.messageChannel) as string | null
    const contactRow = contact === null ? 0 : referContact(work, contact)
    const channelRow = channel === null ? 0 : refer(work, 'channels', channel)
    if (contactRow !== draft.contact || channelRow !== draft.channel) {
      work.dirty.add(draft.id)
      if (draft.contact !== 0) work.contacts.add(draft.contact)
      scatterIfLoose(work, draft.contact, draft.channel)
      draft.contact = contactRow
      draft.channel = channelRow
    }
    scatterIfLoose(work, contactRow, channelRow)
    const opener = typeof openedBy === 'string' && openedBy.startsWith('agent:') ? openedBy.slice(6) : null
    sql(work.db, draft.isNew ? insert : update).run(
      work.source,
      draft.rid,
      contactRow,
      channelRow,
      contactRef,
      channelRef,
      draft.messageContact,
      draft.messageChannel,
      openedAt,
      openedBy,
      opener === null ? null : refer(work, 'agents', opener),
      extra,
      draft.stated.version,
      olderText(draft.stated.older),
      draft.removedAt,
      draft.id,
    )
    draft.isNew = false
    draft.changed = false
  }
}

const written = [
  'source',
  'rid',
  'contact',
  'channel',
  'contact_ref',
  'channel_ref',
  'message_contact',
  'message_channel',
  'opened_at',
  'opened_by',
  'opened_by_agent',
  'extra',
  'version',
  'older',
  'removed_at',
]
const insert = `INSERT INTO conversations(${written.join(', ')}, id) VALUES (${written.map(() => '?').join(', ')}, ?)`
const update = `UPDATE conversations SET ${written.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`

function remember(work: Work, draft: ConversationDraft): void {
  work.conversations.set(draft.rid, draft)
  work.conversationRows.set(draft.id, draft)
}

/** Where another source has a conversation of this id, its flags must be named anew. */
function shareId(work: Work, rid: string): void {
  for (const [id] of rawSql<[number]>(
    work.db,
    'SELECT id FROM conversations WHERE source IN (SELECT id FROM sources WHERE id <> ?) AND rid = ?',
  ).iterate(work.source, rid))
    work.dirty.add(id)
}

function newDraft(id: number, rid: string): ConversationDraft {
  return {
    id,
    rid,
    derived: false,
    stated: nothing,
    messageContact: null,
    messageChannel: null,
    contact: 0,
    channel: 0,
    removedAt: null,
    nextK: firstK(id),
    isNew: true,
    changed: false,
  }
}

function fromRow(row: readonly Cell[]): ConversationDraft {
  const [
    id,
    rid,
    derived,
    messageContact,
    messageChannel,
    contact,
    channel,
    removedAt,
    version,
    older,
    ...cells
  ] = row
  return {
    id: Number(id),
    rid: String(rid),
    derived: derived === 1,
    stated: storedRow(version, older, cells),
    messageContact: messageContact as string | null,
    messageChannel: messageChannel as string | null,
    contact: Number(contact),
    channel: Number(channel),
    removedAt: removedAt as number | null,
    nextK: null,
    isNew: false,
    changed: false,
  }
}
