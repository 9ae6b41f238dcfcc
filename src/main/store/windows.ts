/**
 * The 24 h window reaches over conversations: the customer's last message in one opens it for the next. Each conversation
 * keeps the last inbound message before it, so that its facts can be derived from its own timeline.
 */
import { firstK, opensWindow } from './bits.ts'
import { rawSql, sql, type ReadableDb, type WritableDb } from './database.ts'

const day = 86_400_000

interface Sibling {
  readonly id: number
  readonly channel: number
  readonly firstAt: number
  readonly lastInboundAt: number | null
  readonly inboundBefore: number | null
}

/** Reads first message and last inbound message of a conversation anew; true when either changed. Before no message there is nothing. */
export function measureConversation(db: WritableDb, conversation: number): boolean {
  let first: number | null = null
  let lastInbound: number | null = null
  for (const [at, flags] of rawSql<[number, number]>(
    db,
    'SELECT at, flags FROM messages WHERE k >= ? AND k < ?',
  ).all(firstK(conversation), firstK(conversation + 1))) {
    if (first === null || at < first) first = at
    if (opensWindow(flags) && (lastInbound === null || at > lastInbound)) lastInbound = at
  }
  return (
    sql(
      db,
      `UPDATE conversations SET first_message_at = @first, last_inbound_at = @lastInbound,
         inbound_before = iif(@first IS NULL, NULL, inbound_before)
       WHERE id = @conversation AND (first_message_at IS NOT @first OR last_inbound_at IS NOT @lastInbound
         OR (@first IS NULL AND inbound_before IS NOT NULL))`,
    ).run({ conversation, first, lastInbound }).changes > 0
  )
}

/** Looks at all conversations of a contact and answers those whose last inbound message before them changed. */
export function openWindows(db: WritableDb, contact: number): readonly number[] {
  const changed = changedWindows(db, siblingsIn(db, contact, contact + 1).get(contact) ?? [])
  for (const { id, before } of changed)
    sql(db, 'UPDATE conversations SET inbound_before = ? WHERE id = ?').run(before, id)
  return changed.map(({ id }) => id)
}

/** The contacts with `from` ≤ row < `to` some conversation of whom has another last inbound message before it than its row says. */
export function contactsToOpen(db: ReadableDb, from: number, to: number): readonly number[] {
  return [...siblingsIn(db, from, to)].flatMap(([contact, siblings]) =>
    changedWindows(db, siblings).length > 0 ? [contact] : [],
  )
}

/** The conversations with a message, by contact. */
function siblingsIn(db: ReadableDb, from: number, to: number): ReadonlyMap<number, readonly Sibling[]> {
  const byContact = new Map<number, Sibling[]>()
  for (const [contact, id, channel, firstAt, lastInboundAt, inboundBefore] of rawSql<
    [number, number, number, number, number | null, number | null]
  >(
    db,
    `SELECT contact, id, channel, first_message_at, last_inbound_at, inbound_before FROM conversations
     WHERE contact >= ? AND contact < ? AND first_message_at IS NOT NULL AND removed_at IS NULL`,
  ).all(from, to)) {
    const sibling: Sibling = { id, channel, firstAt, lastInboundAt, inboundBefore }
    const siblings = byContact.get(contact)
    if (siblings) siblings.push(sibling)
    else byContact.set(contact, [sibling])
  }
  return byContact
}

function changedWindows(
  db: ReadableDb,
  siblings: readonly Sibling[],
): readonly { readonly id: number; readonly before: number | null }[] {
  return siblings.flatMap((one) => {
    const before = siblings.length === 1 ? null : lastInboundBefore(db, one, siblings)
    return before === one.inboundBefore ? [] : [{ id: one.id, before }]
  })
}

/** The last inbound message of the siblings in the day before the conversation's first message; older ones open no window. */
function lastInboundBefore(db: ReadableDb, one: Sibling, siblings: readonly Sibling[]): number | null {
  let last: number | null = null
  for (const sibling of siblings) {
    if (sibling === one || sibling.channel !== one.channel || sibling.lastInboundAt === null) continue
    if (sibling.firstAt >= one.firstAt || sibling.lastInboundAt < one.firstAt - day) continue
    const at =
      sibling.lastInboundAt < one.firstAt
        ? sibling.lastInboundAt
        : lastInboundWithin(db, sibling.id, one.firstAt)
    if (at !== null && at >= one.firstAt - day && (last === null || at > last)) last = at
  }
  return last
}

function lastInboundWithin(db: ReadableDb, conversation: number, before: number): number | null {
  let last: number | null = null
  for (const [at, flags] of rawSql<[number, number]>(
    db,
    'SELECT at, flags FROM messages WHERE k >= ? AND k < ? AND at < ?',
  ).iterate(firstK(conversation), firstK(conversation + 1), before))
    if (opensWindow(flags) && (last === null || at > last)) last = at
  return last
}
