/** Threads: the messages of one contact on one channel that state no conversation, and how the store places them. */
import { conversationOfK, firstK, looseBit } from './bits.ts'
import { conversationDraft, derivedPrefix, insertDerived, takeK } from './conversations.ts'
import { rawSql, sql, value } from './database.ts'
import { hash53 } from './hash.ts'
import type { ThreadState } from './drafts.ts'
import { place, type LooseMessage, type StatedSpan } from './placement.ts'
import { PoisonRecord, type Work } from './work.ts'

/**
 * The conversation a new loose message goes to. Appending to the newest derived conversation is final; everything else
 * is provisional until `placeThreads`.
 */
export function placeNewest(work: Work, contact: number, channel: number, at: number, rid: string): number {
  const thread = threadOf(work, contact, channel)
  const { tail } = thread
  // Equal times are ordered by id: that changes nothing but the name of a conversation whose first message is among them.
  if (tail !== null && (at < tail.at || (at === tail.at && tail.firstAt === at))) thread.scattered = true
  if (tail !== null && (thread.scattered || at - tail.at < work.gapMs)) {
    if (at >= tail.at) thread.tail = { ...tail, at }
    return tail.conversation
  }
  const conversation = findOrInsert(work, thread, derivedRid(work, contact, channel, rid))
  thread.tail = { at, conversation, firstAt: at }
  return conversation
}

/** Places every scattered thread. Messages and conversations of the page must be written. */
export function placeThreads(work: Work): void {
  for (const thread of work.threads.values()) if (thread.scattered) placeThread(work, thread)
}

/** Every thread there is, for placing all anew after the rule changed. */
export function allThreads(work: Work): readonly (readonly [contact: number, channel: number])[] {
  return rawSql<[number, number]>(
    work.db,
    'SELECT DISTINCT contact, channel FROM messages WHERE contact IS NOT NULL AND source = ?',
  ).all(work.source)
}

function threadOf(work: Work, contact: number, channel: number): ThreadState {
  const key = `${contact}/${channel}`
  const known = work.threads.get(key)
  if (known) return known
  const stated = value(
    work.db,
    'SELECT 1 FROM conversations WHERE contact = ? AND channel = ? AND derived = 0 AND removed_at IS NULL LIMIT 1',
    contact,
    channel,
  )
  const thread = { contact, channel, scattered: stated !== undefined, tail: loadTail(work, contact, channel) }
  work.threads.set(key, thread)
  return thread
}

function loadTail(work: Work, contact: number, channel: number): ThreadState['tail'] {
  const row = rawSql<[number, number]>(
    work.db,
    'SELECT k, at FROM messages WHERE contact = ? AND channel = ? ORDER BY at DESC LIMIT 1',
  ).get(contact, channel)
  if (!row) return null
  const conversation = conversationOfK(row[0])
  const firstAt = value<number>(
    work.db,
    'SELECT first_message_at FROM conversations WHERE id = ?',
    conversation,
  )
  return { at: row[1], conversation, firstAt: firstAt ?? row[1] }
}

function placeThread(work: Work, thread: ThreadState): void {
  const messages = rawSql<[number, string, number]>(
    work.db,
    'SELECT k, rid, at FROM messages WHERE contact = ? AND channel = ? ORDER BY at',
  )
    .all(thread.contact, thread.channel)
    .map(([k, rid, at]): LooseMessage => ({ k, rid, at }))
  const placement = place(messages, statedSpans(work, thread), work.gapMs)
  const unused = new Set(
    rawSql<[number]>(
      work.db,
      'SELECT id FROM conversations WHERE contact = ? AND channel = ? AND derived = 1',
    )
      .all(thread.contact, thread.channel)
      .map(([id]) => id),
  )
  const homes = placement.derived.map((group) => claim(group, unused))
  // Names are unique: those that change are freed before any is given.
  const names = placement.derived.map((group) =>
    derivedRid(work, thread.contact, thread.channel, group[0]?.rid ?? ''),
  )
  const renamed = homes.filter((home, index) => home !== null && !isNamed(work, home, names[index] ?? ''))
  for (const id of [...renamed, ...unused])
    sql(work.db, 'UPDATE conversations SET rid = ? WHERE id = ?').run(`${derivedPrefix}~${id}`, id)
  for (const [index, group] of placement.derived.entries()) {
    const name = names[index] ?? ''
    const home = homes[index] ?? insertDerived(work, name, thread.contact, thread.channel)
    if (renamed.includes(home)) {
      sql(work.db, 'UPDATE conversations SET rid = ? WHERE id = ?').run(name, home)
      work.dirty.add(home)
    }
    gather(work, group, home)
  }
  for (const [conversation, group] of placement.stated) gather(work, group, conversation)
  for (const id of unused) {
    sql(work.db, 'DELETE FROM conversations WHERE id = ?').run(id)
    work.dirty.add(id)
  }
}

/** Keeps a group where its first messages already are, so that few rows move. */
function claim(group: readonly LooseMessage[], unused: Set<number>): number | null {
  for (const message of group) {
    const home = conversationOfK(message.k)
    if (unused.delete(home)) return home
  }
  return null
}

function gather(work: Work, group: readonly LooseMessage[], conversation: number): void {
  const draft = conversationDraft(work, conversation)
  if (!draft) return
  for (const { k } of group) {
    const from = conversationOfK(k)
    if (from === conversation) continue
    sql(work.db, 'UPDATE messages SET k = ? WHERE k = ?').run(takeK(work, draft), k)
    for (const changed of [from, conversation]) {
      work.dirty.add(changed)
      work.heard.add(changed)
    }
  }
}

function statedSpans(work: Work, thread: ThreadState): readonly StatedSpan[] {
  return rawSql<[number, string, number | null]>(
    work.db,
    `SELECT id, rid, opened_at FROM conversations
     WHERE contact = ? AND channel = ? AND derived = 0 AND removed_at IS NULL`,
  )
    .all(thread.contact, thread.channel)
    .map(([conversation, rid, openedAt]) => ({
      conversation,
      rid,
      opensAt: openedAt ?? firstSign(work, conversation) ?? Infinity,
      changes: rawSql<[number, string]>(
        work.db,
        "SELECT at, event FROM conversation_events WHERE conversation = ? AND event IN ('closed', 'reopened')",
      )
        .all(conversation)
        .map(([at, event]) => ({ at, open: event === 'reopened' })),
    }))
}

/** The earliest thing stated of a conversation whose opening nobody stated. */
function firstSign(work: Work, conversation: number): number | null {
  return (
    value<number | null>(
      work.db,
      `SELECT min(at) FROM (
         SELECT min(at) AS at FROM messages WHERE k >= ? AND k < ? AND flags & ${looseBit} = 0
         UNION ALL SELECT min(at) FROM conversation_events WHERE conversation = ?
         UNION ALL SELECT min(at) FROM assignments WHERE conversation = ?)`,
      firstK(conversation),
      firstK(conversation + 1),
      conversation,
      conversation,
    ) ?? null
  )
}

function findOrInsert(work: Work, thread: ThreadState, rid: string): number {
  const found = value<number>(
    work.db,
    'SELECT id FROM conversations WHERE source = ? AND rid = ?',
    work.source,
    rid,
  )
  return found ?? insertDerived(work, rid, thread.contact, thread.channel)
}

function isNamed(work: Work, conversation: number, rid: string): boolean {
  return value<string>(work.db, 'SELECT rid FROM conversations WHERE id = ?', conversation) === rid
}

/** Stable over rebuilds: made of record ids only. */
function derivedRid(work: Work, contact: number, channel: number, firstMessage: string): string {
  const contactRid = value<string>(work.db, 'SELECT rid FROM contacts WHERE id = ?', contact)
  if (contactRid === undefined) throw new PoisonRecord('message: its contact is gone')
  const channelRid = value<string>(work.db, 'SELECT rid FROM channels WHERE id = ?', channel) ?? null
  return derivedPrefix + hash53(JSON.stringify([channelRid, contactRid, firstMessage])).toString(36)
}
