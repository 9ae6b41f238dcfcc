import type { RecordOf } from '../../shared/records.ts'
import {
  authorOf,
  callBit,
  contentOf,
  conversationOfK,
  directionOf,
  freeEntryBit,
  looseBit,
  packFlags,
  stubBit,
} from './bits.ts'
import { conversationDraft, implyThread, referConversation, takeK } from './conversations.ts'
import { sql, value } from './database.ts'
import type { MessageDraft } from './drafts.ts'
import { better, mergeExtra } from './merge.ts'
import { areFewTexts } from './messageWords.ts'
import { draftOf, readMessage, writeMessage } from './messageRows.ts'
import { scatter } from './scatter.ts'
import { placeNewest } from './threads.ts'
import { PoisonRecord, agentRid, type Work } from './work.ts'

/** Merges the record into its message. True when anything changed. */
export function applyMessage(work: Work, record: RecordOf<'message'>): boolean {
  if (record.conversation === null && record.contact === null)
    throw new PoisonRecord('message: it names neither its conversation nor its contact')
  const conversation = record.conversation === null ? null : referConversation(work, record.conversation)
  const incoming = draftOf(work, record, conversation?.id ?? 0)
  if (conversation) {
    implyThread(conversation, record.contact, record.channel)
    if (conversation.removedAt !== null) blank(incoming)
  }
  if (isRemoved(work, record.id)) return false
  const draft = findMessage(work, record.id)
  if (draft === null) {
    addMessage(work, incoming)
    return true
  }
  if (isHomeRemoved(work, draft)) blank(incoming)
  if (!mergeMessage(work, draft, incoming, record)) return false
  draft.changed = true
  work.dirty.add(draft.conversation)
  return true
}

/** The message of this id, as stored and changed so far; null when there is none. */
export function findMessage(work: Work, rid: string): MessageDraft | null {
  const known = work.messages.get(rid)
  if (known) return known
  const stored = readMessage(work, rid)
  if (stored) work.messages.set(rid, stored)
  return stored
}

/** Deletes the message for good: what comes for it later is ignored. */
export function removeMessage(work: Work, record: RecordOf<'removed'>): boolean {
  work.has.removedMessages = true
  sql(work.db, 'DELETE FROM early_statuses WHERE source = ? AND message = ?').run(work.source, record.id)
  const draft = findMessage(work, record.id)
  if (draft === null) return true
  sql(work.db, 'DELETE FROM messages WHERE k = ?').run(draft.k)
  work.messages.delete(record.id)
  work.dirty.add(draft.conversation)
  work.heard.add(draft.conversation)
  if (draft.contact !== null) scatter(work, draft.contact, draft.channel ?? 0)
  return true
}

export function isRemoved(work: Work, rid: string): boolean {
  return (
    work.has.removedMessages &&
    value(
      work.db,
      "SELECT 1 FROM removals WHERE source = ? AND of = 'message' AND rid = ?",
      work.source,
      rid,
    ) !== undefined
  )
}

/** Writes the messages that changed, those of one conversation together. */
export function writeMessages(work: Work): void {
  const changed = [...work.messages.values()].filter((draft) => draft.changed)
  changed.sort((a, b) => a.conversation - b.conversation)
  work.readsTexts &&= areFewTexts(changed)
  for (const draft of changed) {
    const home = conversationDraft(work, draft.conversation)
    if (!home) continue
    if (isHomeRemoved(work, draft)) blank(draft)
    const before = draft.k
    if (before === 0 || conversationOfK(before) !== draft.conversation) draft.k = takeK(work, home)
    if (before !== 0) work.heard.add(conversationOfK(before))
    writeMessage(work, draft, before)
    draft.changed = false
  }
}

function addMessage(work: Work, draft: MessageDraft): void {
  if (draft.contact !== null) {
    work.has.loose = true
    draft.conversation = placeNewest(work, draft.contact, draft.channel ?? 0, draft.at, draft.rid)
  }
  draft.changed = true
  work.messages.set(draft.rid, draft)
  work.dirty.add(draft.conversation)
}

function mergeMessage(
  work: Work,
  draft: MessageDraft,
  incoming: MessageDraft,
  record: RecordOf<'message'>,
): boolean {
  const stub = (draft.flags & stubBit) !== 0
  const incomingStub = (incoming.flags & stubBit) !== 0
  if (incomingStub && !stub) return false
  const before = snapshot(draft)
  if (stub && !incomingStub) {
    moveTo(work, draft, incoming)
    Object.assign(draft, contentFields(incoming))
  } else {
    joinThread(work, draft, incoming, record)
    Object.assign(draft, joined(work, draft, incoming))
  }
  const after = snapshot(draft)
  if (draft.contact !== null && (before.at !== after.at || before.contact !== after.contact))
    scatter(work, draft.contact, draft.channel ?? 0)
  return JSON.stringify(before) !== JSON.stringify(after)
}

/** A stated conversation beats a thread; of two stated conversations the one with the greater id holds the message. */
function joinThread(
  work: Work,
  draft: MessageDraft,
  incoming: MessageDraft,
  record: RecordOf<'message'>,
): void {
  if (draft.contact !== null && incoming.contact !== null) return joinLoose(work, draft, incoming)
  if (draft.contact !== null) {
    const home = conversationDraft(work, incoming.conversation)
    if (home)
      implyThread(home, ridOf(work, 'contacts', draft.contact), ridOf(work, 'channels', draft.channel))
    moveTo(work, draft, incoming)
  } else if (incoming.contact !== null) {
    const home = conversationDraft(work, draft.conversation)
    if (home) implyThread(home, record.contact, record.channel)
  } else {
    const from = conversationDraft(work, draft.conversation)
    const to = conversationDraft(work, incoming.conversation)
    if (from && to && to.rid > from.rid) moveTo(work, draft, incoming)
  }
}

function joinLoose(work: Work, draft: MessageDraft, incoming: MessageDraft): void {
  const contact = greaterRow(work, 'contacts', draft.contact, incoming.contact)
  const channel = greaterRow(work, 'channels', draft.channel, incoming.channel)
  if (contact === draft.contact && channel === draft.channel) return
  scatter(work, draft.contact ?? 0, draft.channel ?? 0)
  draft.contact = contact
  draft.channel = channel
  scatter(work, contact ?? 0, channel ?? 0)
}

/** Moves the message to where `target` is: a stated conversation, or a thread that will place it. */
function moveTo(work: Work, draft: MessageDraft, target: MessageDraft): void {
  work.dirty.add(draft.conversation)
  if (draft.contact !== null) scatter(work, draft.contact, draft.channel ?? 0)
  if (target.contact !== null) scatter(work, target.contact, target.channel ?? 0)
  else draft.conversation = target.conversation
  draft.contact = target.contact
  draft.channel = target.channel
}

function joined(work: Work, a: MessageDraft, b: MessageDraft): Partial<MessageDraft> {
  const author = greaterAuthor(work, a, b)
  const marks = (a.flags | b.flags) & (stubBit | freeEntryBit | callBit)
  return {
    at: Math.min(a.at, b.at),
    flags:
      packFlags(
        better(directionOf(a.flags), directionOf(b.flags)),
        authorOf(author.flags),
        better(contentOf(a.flags), contentOf(b.flags)),
      ) |
      marks |
      (a.contact === null ? 0 : looseBit),
    agent: author.agent,
    authorId: author.authorId,
    text: better(a.text, b.text),
    caption: better(a.caption, b.caption),
    template: better(a.template, b.template),
    media: better(a.media, b.media),
    replyTo: better(a.replyTo, b.replyTo),
    extra: mergeExtra(a.extra, b.extra),
  }
}

/** Who is named beats who is not; of two the greater text, so that every order of arrival ends the same. */
function greaterAuthor(work: Work, a: MessageDraft, b: MessageDraft): MessageDraft {
  if (authorOf(a.flags) === authorOf(b.flags) && a.agent === b.agent && a.authorId === b.authorId) return a
  const weight = (draft: MessageDraft) => {
    const id = agentRid(work.db, draft.agent) ?? draft.authorId
    const author = authorOf(draft.flags)
    return { known: (author === 'unknown' ? 0 : 1) + (id === null ? 0 : 1), text: `${author}:${id ?? ''}` }
  }
  const ofA = weight(a)
  const ofB = weight(b)
  return ofB.known > ofA.known || (ofB.known === ofA.known && ofB.text > ofA.text) ? b : a
}

function greaterRow(
  work: Work,
  table: 'contacts' | 'channels',
  a: number | null,
  b: number | null,
): number | null {
  if (a === b || !b) return a
  if (!a) return b
  return (ridOf(work, table, b) ?? '') > (ridOf(work, table, a) ?? '') ? b : a
}

function ridOf(work: Work, table: 'contacts' | 'channels', row: number | null): string | null {
  return value<string>(work.db, `SELECT rid FROM ${table} WHERE id = ?`, row) ?? null
}

function contentFields(draft: MessageDraft): Partial<MessageDraft> {
  const { at, flags, agent, authorId, text, caption, template, media, replyTo, extra } = draft
  return { at, flags, agent, authorId, text, caption, template, media, replyTo, extra }
}

function snapshot(draft: MessageDraft): Partial<MessageDraft> {
  const { contact, channel, conversation } = draft
  return { ...contentFields(draft), contact, channel, conversation }
}

/** Whether the message was stated to be in a conversation that is gone: its texts are gone with it. */
function isHomeRemoved(work: Work, draft: MessageDraft): boolean {
  return draft.contact === null && (conversationDraft(work, draft.conversation)?.removedAt ?? null) !== null
}

function blank(draft: MessageDraft): void {
  Object.assign(draft, { text: null, caption: null, template: null, media: null, extra: null })
}
