/** What happened in a conversation, in order, as the screen shows it. Edits, revokes and reactions are folded into the message they mean. */
import type { TimelineItem } from '../../shared/contract.ts'
import type { ConversationFacts } from '../metrics/facts.ts'
import { heldBefore, noteIn } from './assignments.ts'
import { authorOf, contentOf, directionOf, firstK } from './bits.ts'
import { rawSql, type ReadableDb } from './database.ts'
import type { RowNames } from './rowNames.ts'

type MessageItem = Extract<TimelineItem, { kind: 'message' }>
type MessageRow = readonly [
  k: number,
  rid: string,
  at: number,
  flags: number,
  agent: number | null,
  text: string | null,
  caption: string | null,
  template: string | null,
  media: string | null,
  replyTo: string | null,
  sentAt: number | null,
  deliveredAt: number | null,
  readAt: number | null,
  playedAt: number | null,
  failedAt: number | null,
  deletedAt: number | null,
  errorCode: number | null,
  errorTitle: string | null,
]

/** Of one instant: openings before assignments, before what was said, before closings. */
const order: Readonly<Record<TimelineItem['kind'], number>> = {
  event: 0,
  assignment: 1,
  message: 2,
  comment: 3,
  survey: 4,
  rating: 5,
}

export function readTimeline(
  cache: ReadableDb,
  conversation: number,
  facts: ConversationFacts,
  names: RowNames,
): readonly TimelineItem[] {
  const items: TimelineItem[] = [
    ...foldedMessages(readMessages(cache, conversation, facts, names)),
    ...readEvents(cache, conversation, names),
    ...readAssignments(cache, conversation, names),
    ...readComments(cache, conversation),
    ...readRatings(cache, conversation),
  ]
  return items.sort((a, b) => a.at - b.at || rank(a) - rank(b))
}

function rank(item: TimelineItem): number {
  return item.kind === 'event' && item.event === 'closed' ? 9 : order[item.kind]
}

function readMessages(
  cache: ReadableDb,
  conversation: number,
  facts: ConversationFacts,
  names: RowNames,
): readonly MessageItem[] {
  const windows = new Map(facts.messages.map((message) => [message.k, message.inWindow]))
  return rawSql<MessageRow>(
    cache,
    `SELECT k, rid, at, flags, agent, text, caption, template, media, reply_to, sent_at, delivered_at, read_at, played_at, failed_at, deleted_at,
       error_code, error_title FROM messages WHERE k >= ? AND k < ? ORDER BY at, rid`,
  )
    .all(firstK(conversation), firstK(conversation + 1))
    .map((row) => messageItem(row, windows.get(row[0]) ?? null, names))
}

function messageItem(row: MessageRow, inWindow: boolean | null, names: RowNames): MessageItem {
  const [, id, at, flags, agent, text, caption, template, media, replyTo] = row
  return {
    kind: 'message',
    id,
    at,
    direction: directionOf(flags),
    author: { type: authorOf(flags), agent: names.agent(agent) },
    type: contentOf(flags),
    text,
    caption,
    template: template === null ? null : (JSON.parse(template) as { readonly name: string }).name,
    media: media === null ? null : mediaOf(media),
    replyTo,
    status: statusOf(row),
    error: row[16] === null ? null : { code: row[16], title: row[17] },
    edited: false,
    revoked: false,
    reactions: [],
    inWindow,
  }
}

/** The highest status reached; a failure only where nothing higher followed. */
function statusOf(row: MessageRow): MessageItem['status'] {
  const [sent, delivered, read, played, failed, deleted] = row.slice(10, 16) as (number | null)[]
  if (played != null) return { name: 'played', at: played }
  if (read != null) return { name: 'read', at: read }
  if (delivered != null) return { name: 'delivered', at: delivered }
  if (failed != null) return { name: 'failed', at: failed }
  if (sent != null) return { name: 'sent', at: sent }
  return deleted != null ? { name: 'deleted', at: deleted } : null
}

function mediaOf(json: string): MessageItem['media'] {
  const { mime, name, bytes } = JSON.parse(json) as {
    mime?: string | null
    name?: string | null
    bytes?: number | null
  }
  return { mime: mime ?? null, name: name ?? null, bytes: bytes ?? null }
}

/** A reaction, edit or revoke whose target is not here stays a line of its own: nothing that was received is hidden. */
function foldedMessages(messages: readonly MessageItem[]): readonly MessageItem[] {
  const shown = new Map<string, MessageItem>()
  for (const message of messages) if (!folds(message)) shown.set(message.id, message)
  for (const message of messages) {
    if (!folds(message)) continue
    const target = message.replyTo === null ? undefined : shown.get(message.replyTo)
    shown.set(target?.id ?? message.id, target ? folded(target, message) : message)
  }
  return [...shown.values()]
}

function folds(message: MessageItem): boolean {
  return message.type === 'reaction' || message.type === 'edit' || message.type === 'revoke'
}

function folded(target: MessageItem, change: MessageItem): MessageItem {
  if (change.type === 'edit')
    return {
      ...target,
      edited: true,
      text: change.text ?? target.text,
      caption: change.caption ?? target.caption,
    }
  if (change.type === 'revoke') return { ...target, revoked: true }
  const by = change.direction === 'in' ? 'in' : 'out'
  const others = target.reactions.filter((reaction) => reaction.by !== by)
  return { ...target, reactions: change.text ? [...others, { emoji: change.text, by }] : others }
}

function readEvents(cache: ReadableDb, conversation: number, names: RowNames): readonly TimelineItem[] {
  return rawSql<[number, string, string, number | null, number | null, string | null]>(
    cache,
    'SELECT at, event, by_type, by_agent, category, note FROM conversation_events WHERE conversation = ? ORDER BY at, hash',
  )
    .all(conversation)
    .map(([at, event, byType, byAgent, category, note]) => ({
      kind: 'event',
      at,
      event,
      by: names.agent(byAgent),
      byType,
      category: names.category(category),
      note,
    }))
}

function readAssignments(cache: ReadableDb, conversation: number, names: RowNames): readonly TimelineItem[] {
  type Source = Extract<TimelineItem, { kind: 'assignment' }>['source']
  return rawSql<
    [number, number | null, number | null, number | null, string, number | null, Source, string | null]
  >(
    cache,
    `SELECT at, from_agent, to_agent, team, by_type, by_agent, source_of, extra FROM assignments WHERE conversation = ? ORDER BY at, hash`,
  )
    .all(conversation)
    .map(([at, from, to, team, byType, byAgent, source, extra]) => ({
      kind: 'assignment',
      at,
      from: names.agent(from),
      to: names.agent(to),
      team: names.team(team),
      by: names.agent(byAgent),
      byType,
      source,
      heldBefore: from === null ? null : heldBefore(cache, conversation, at),
      note: noteIn(extra),
    }))
}

function readComments(cache: ReadableDb, conversation: number): readonly TimelineItem[] {
  return rawSql<[string, number, string | null, string | null, string | null]>(
    cache,
    'SELECT rid, at, agent, text, mentions FROM comments WHERE conversation = ? ORDER BY at, rid',
  )
    .all(conversation)
    .map(([id, at, agent, text, mentions]) => ({
      kind: 'comment',
      id,
      at,
      agent,
      text: text ?? '',
      mentions: mentions === null ? [] : (JSON.parse(mentions) as readonly string[]),
    }))
}

function readRatings(cache: ReadableDb, conversation: number): readonly TimelineItem[] {
  const ratings = rawSql<[number, number, number, string | null]>(
    cache,
    'SELECT at, score, max, comment FROM ratings WHERE conversation = ? ORDER BY at, rid',
  )
    .all(conversation)
    .map(([at, score, max, comment]): TimelineItem => ({ kind: 'rating', at, score, max, comment }))
  const surveys = rawSql<[number]>(cache, 'SELECT at FROM surveys WHERE conversation = ? ORDER BY at, rid')
    .all(conversation)
    .map(([at]): TimelineItem => ({ kind: 'survey', at }))
  return [...surveys, ...ratings]
}
