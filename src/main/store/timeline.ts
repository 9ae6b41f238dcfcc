/**
 * Conversations in order, for derivation: messages by time, equal times by record id, so that the order of their arrival
 * leaves no trace. Read by ranges of rows: one statement a table for a whole run of conversations.
 */
import { authorOf, callBit, contentOf, conversationOfK, directionOf, firstK, freeEntryBit } from './bits.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { nameOf } from './names.ts'
import type { Timeline, TimelineAssignment, TimelineEvent, TimelineMessage } from '../metrics/timeline.ts'

type ConversationRow = readonly [
  id: number,
  rid: string,
  source: number,
  contact: number,
  channel: number,
  openedAt: number | null,
  openedBy: string | null,
  openedByAgent: number | null,
  inboundBefore: number | null,
  topic: number | null,
  removedAt: number | null,
  optedInAt: number | null,
  optedOutAt: number | null,
]
type MessageRow = readonly [
  k: number,
  rid: string,
  at: number,
  flags: number,
  agent: number | null,
  template: string | null,
  sentAt: number | null,
  deliveredAt: number | null,
  readAt: number | null,
  playedAt: number | null,
  failedAt: number | null,
  errorCode: number | null,
  templateWord: number | null,
  priceWord: number | null,
  billable: number | null,
  language: number | null,
  sentiment: number | null,
  signals: number | null,
  promise: number | null,
]
type EventRow = readonly [
  conversation: number,
  at: number,
  event: TimelineEvent['event'],
  byType: TimelineEvent['byType'],
  byAgent: number | null,
  category: number | null,
]
type AssignmentRow = readonly [
  conversation: number,
  at: number,
  from: number | null,
  to: number | null,
  team: number | null,
  byType: TimelineAssignment['byType'],
  byAgent: number | null,
  source: TimelineAssignment['source'],
  notBefore: number | null,
  hash: number,
]
type CommentRow = readonly [
  conversation: number,
  rid: string,
  at: number,
  agent: string | null,
  text: string | null,
  mentions: string | null,
]
type RatingRow = readonly [conversation: number, at: number, score: number, min: number, max: number]
type SurveyRow = readonly [conversation: number, at: number]

/** A conversation's row and its timeline; null when nothing of it is there but its id, or when it was removed. */
export type Loaded = readonly [conversation: number, timeline: Timeline | null]

/** One conversation; null when there is nothing of it. */
export function loadTimeline(db: ReadableDb, conversation: number): Timeline | null {
  return timelinesIn(db, conversation, conversation + 1)[0]?.[1] ?? null
}

/** Conversations read at once: enough that statements cost nothing, few enough that their rows stay in the processor's cache. */
const runLength = 250

/** The conversations of these rows, each once, neighbours read together. A row that is gone has no timeline. */
export function* timelinesOf(db: ReadableDb, conversations: Iterable<number>): Generator<Loaded> {
  const ids = Float64Array.from(new Set(conversations)).sort()
  for (let start = 0; start < ids.length;) {
    const first = ids[start] ?? 0
    let length = 1
    while (length < runLength && ids[start + length] === first + length) length += 1
    const loaded = new Map(timelinesIn(db, first, first + length))
    for (let id = first; id < first + length; id += 1) yield [id, loaded.get(id) ?? null]
    start += length
  }
}

/** Every conversation with `from` ≤ row < `to`, ascending. */
export function timelinesIn(db: ReadableDb, from: number, to: number): readonly Loaded[] {
  const read = <Row extends readonly unknown[]>(query: string) => rawSql<Row>(db, query).all(from, to)
  const rows = read<ConversationRow>(selectConversations)
  const messagesOf = runs(rawSql<MessageRow>(db, selectMessages).all(firstK(from), firstK(to)), ([k]) =>
    conversationOfK(k),
  )
  const eventsOf = runs(read<EventRow>(selectEvents), ofFirst)
  const assignmentsOf = runs(read<AssignmentRow>(selectAssignments), ofFirst)
  const commentsOf = runs(read<CommentRow>(selectComments), ofFirst)
  const ratingsOf = runs(read<RatingRow>(selectRatings), ofFirst)
  const surveysOf = runs(read<SurveyRow>(selectSurveys), ofFirst)
  const nameIn = conversationNames(db)
  return rows.map((row): Loaded => {
    const [id, rid, source, contact, channel, openedAt, openedBy, openedByAgent, before, topic] = row
    const messages = messagesFrom(messagesOf(id))
    const events = eventsOf(id).map(eventFrom)
    const assignments = assignmentsOf(id).map(assignmentFrom)
    const comments = commentsOf(id)
    const ratings = ratingsOf(id)
    const surveys = surveysOf(id)
    const isNothing =
      messages.length === 0 && events.length === 0 && assignments.length === 0 && openedAt === null
    if (isNothing || row[10] !== null) return [id, null]
    return [
      id,
      {
        conversation: id,
        rid: nameIn(source, rid),
        contact: contact === 0 ? -1 : contact,
        channel: channel === 0 ? -1 : channel,
        openedAt,
        openedBy: statedOpener(openedBy, openedByAgent),
        messages,
        events,
        assignments,
        comments: comments.map((comment) => commentFrom(db, source, comment)),
        ratings: ratings.map(([, at, score, min, max]) => ({ at, score, min, max })),
        surveys: surveys.map(([, at]) => ({ at })),
        topic: topic ?? -1,
        lastInboundBefore: before,
        optedInAt: row[11],
        optedOutAt: row[12],
      },
    ]
  })
}

const inRange = 'WHERE conversation >= ? AND conversation < ? ORDER BY conversation, at'
const selectConversations = `SELECT c.id, c.rid, c.source, contact, channel, opened_at, opened_by, opened_by_agent, inbound_before, topic,
  c.removed_at, p.opted_in_at, p.opted_out_at
  FROM conversations c LEFT JOIN contacts p ON p.id = c.contact WHERE c.id >= ? AND c.id < ? ORDER BY c.id`
const selectMessages = `SELECT k, rid, at, flags, agent, template, sent_at, delivered_at, read_at, played_at, failed_at, error_code,
  template_word, price_word, billable, language, sentiment, signals, promise FROM messages WHERE k >= ? AND k < ? ORDER BY k`
const selectEvents = `SELECT conversation, at, event, by_type, by_agent, category FROM conversation_events ${inRange}, hash`
const selectAssignments = `SELECT conversation, at, from_agent, to_agent, team, by_type, by_agent, source_of, not_before, hash FROM assignments ${inRange}, hash`
const selectComments = `SELECT conversation, rid, at, agent, text, mentions FROM comments ${inRange}, rid`
const selectRatings = `SELECT conversation, at, score, min, max FROM ratings ${inRange}, rid`
const selectSurveys = `SELECT conversation, at FROM surveys ${inRange}, rid`

function ofFirst(row: readonly [conversation: number, ...unknown[]]): number {
  return row[0]
}

/** The rows of one conversation after the other; ask for ascending conversations only. */
function runs<Row>(
  rows: readonly Row[],
  conversationOf: (row: Row) => number,
): (conversation: number) => readonly Row[] {
  if (rows.length === 0) return () => rows
  let next = 0
  return (conversation) => {
    let row = rows[next]
    while (row !== undefined && conversationOf(row) < conversation) row = rows[(next += 1)]
    const start = next
    while (row !== undefined && conversationOf(row) === conversation) row = rows[(next += 1)]
    return rows.slice(start, next)
  }
}

function messagesFrom(rows: readonly MessageRow[]): readonly TimelineMessage[] {
  const messages = rows.map(messageFrom)
  // Most came in order; only the others are worth sorting.
  for (let index = 1; index < messages.length; index += 1) {
    const [before, message] = [messages[index - 1], messages[index]]
    if (before !== undefined && message !== undefined && byTime(before, message) > 0)
      return messages.sort(byTime)
  }
  return messages
}

function byTime(a: TimelineMessage, b: TimelineMessage): number {
  return a.at - b.at || (a.rid < b.rid ? -1 : 1)
}

function messageFrom(row: MessageRow): TimelineMessage {
  const flags = row[3]
  const template = row[5]
  const price = row[13]
  const sentiment = row[16]
  return {
    k: row[0],
    rid: row[1],
    at: row[2],
    direction: directionOf(flags),
    author: authorOf(flags),
    agent: row[4],
    type: contentOf(flags),
    templateCategory: template === null ? null : categoryOf(template),
    template: row[12],
    pricing: price === null ? null : { category: price, billable: row[14] === 1 },
    sentiment: sentiment === null ? null : (sentiments[sentiment + 1] ?? null),
    language: row[15] ?? -1,
    signals: row[17] ?? 0,
    promise: row[18],
    isCall: (flags & callBit) !== 0,
    freeEntry: (flags & freeEntryBit) !== 0,
    sentAt: row[6],
    deliveredAt: row[7],
    readAt: row[8],
    playedAt: row[9],
    failedAt: row[10],
    errorCode: row[11],
  }
}

/** By the column's value, from -1. */
const sentiments = ['negative', 'neutral', 'positive'] as const

function eventFrom([, at, event, byType, byAgent, category]: EventRow): TimelineEvent {
  return { at, event, byType, byAgent, category }
}

function assignmentFrom(row: AssignmentRow): TimelineAssignment {
  const [, at, from, to, team, byType, byAgent, source, notBefore, hash] = row
  return { at, from, to, team, byType, byAgent, source, notBefore, hash }
}

function commentFrom(
  db: ReadableDb,
  source: number,
  [, rid, at, agent, text, mentions]: CommentRow,
): Timeline['comments'][number] {
  return {
    rid,
    at,
    agent: agent === null ? null : agentRow(db, source, agent),
    text: text ?? '',
    mentions: (mentions === null ? [] : (JSON.parse(mentions) as string[])).map((id) =>
      agentRow(db, source, id),
    ),
  }
}

function agentRow(db: ReadableDb, source: number, rid: string): number {
  return value<number>(db, 'SELECT id FROM agents WHERE source = ? AND rid = ?', source, rid) ?? -1
}

/** Names conversations; the first source's have the names of their records, which saves a look-up each. */
function conversationNames(db: ReadableDb): (source: number, rid: string) => string {
  const first = value<number>(db, 'SELECT min(id) FROM sources')
  return (source, rid) => (source === first ? rid : nameOf(db, 'conversations', source, rid))
}

/** Nobody states who opened a conversation placed by rule: its first message that counts tells. */
function statedOpener(openedBy: string | null, agent: number | null): Timeline['openedBy'] {
  const type = (openedBy ?? 'unknown').split(':', 1)[0]
  return { type: (type ?? 'unknown') as Timeline['openedBy']['type'], agent }
}

function categoryOf(template: string): string | null {
  const category = (JSON.parse(template) as { readonly category?: unknown }).category
  return typeof category === 'string' ? category : null
}
