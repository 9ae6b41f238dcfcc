import { authorOf, callBit, contentOf, directionOf, firstK, freeEntryBit } from './bits.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { conversationName } from './names.ts'
import type { Timeline, TimelineAssignment, TimelineEvent, TimelineMessage } from '../metrics/timeline.ts'

type ConversationRow = readonly [
  rid: string,
  source: number,
  derived: number,
  contact: number,
  channel: number,
  openedAt: number | null,
  openedBy: string | null,
  openedByAgent: number | null,
  inboundBefore: number | null,
  topic: number | null,
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
]

const sentiments = ['negative', 'neutral', 'positive'] as const

/**
 * One conversation in order, for derivation: messages by time, equal times by record id, so that the order of their
 * arrival leaves no trace. Null when there is nothing of it yet but its id, or when it was removed.
 */
export function loadTimeline(db: ReadableDb, conversation: number): Timeline | null {
  const row = rawSql<ConversationRow>(
    db,
    `SELECT rid, source, derived, contact, channel, opened_at, opened_by, opened_by_agent, inbound_before, topic
     FROM conversations WHERE id = ? AND removed_at IS NULL`,
  ).get(conversation)
  if (!row) return null
  const [rid, source, derived, contact, channel, openedAt, openedBy, openedByAgent, inboundBefore, topic] =
    row
  const messages = loadMessages(db, conversation)
  const events = loadEvents(db, conversation)
  const assignments = loadAssignments(db, conversation)
  if (messages.length === 0 && events.length === 0 && assignments.length === 0 && openedAt === null)
    return null
  return {
    conversation,
    rid: conversationName(db, source, rid),
    contact: contact === 0 ? -1 : contact,
    channel: channel === 0 ? -1 : channel,
    openedAt,
    openedBy: derived === 1 ? opener(messages[0]) : statedOpener(openedBy, openedByAgent),
    messages,
    events,
    assignments,
    comments: loadComments(db, source, conversation),
    ratings: rawSql<[number, number, number, number]>(
      db,
      'SELECT at, score, min, max FROM ratings WHERE conversation = ? ORDER BY at, rid',
    )
      .all(conversation)
      .map(([at, score, min, max]) => ({ at, score, min, max })),
    surveys: rawSql<[number]>(db, 'SELECT at FROM surveys WHERE conversation = ? ORDER BY at, rid')
      .all(conversation)
      .map(([at]) => ({ at })),
    topic: topic ?? -1,
    lastInboundBefore: inboundBefore,
  }
}

function loadMessages(db: ReadableDb, conversation: number): readonly TimelineMessage[] {
  const rows = rawSql<MessageRow>(
    db,
    `SELECT k, rid, at, flags, agent, template, sent_at, delivered_at, read_at, played_at, failed_at, error_code,
     template_word, price_word, billable, language, sentiment
     FROM messages WHERE k >= ? AND k < ?`,
  ).all(firstK(conversation), firstK(conversation + 1))
  const messages = rows.map(messageOf)
  messages.sort((a, b) => a.at - b.at || (a.rid < b.rid ? -1 : 1))
  return messages
}

function messageOf(row: MessageRow): TimelineMessage {
  const flags = row[3]
  return {
    k: row[0],
    rid: row[1],
    at: row[2],
    direction: directionOf(flags),
    author: authorOf(flags),
    agent: row[4],
    type: contentOf(flags),
    templateCategory: row[5] === null ? null : categoryOf(row[5]),
    template: row[12],
    pricing: row[13] === null ? null : { category: row[13], billable: row[14] === 1 },
    language: row[15] ?? -1,
    sentiment: row[16] === null ? null : (sentiments[row[16] + 1] ?? null),
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

function loadEvents(db: ReadableDb, conversation: number): readonly TimelineEvent[] {
  return rawSql<[number, TimelineEvent['event'], TimelineEvent['byType'], number | null, number | null]>(
    db,
    'SELECT at, event, by_type, by_agent, category FROM conversation_events WHERE conversation = ? ORDER BY at, hash',
  )
    .all(conversation)
    .map(([at, event, byType, byAgent, category]) => ({ at, event, byType, byAgent, category }))
}

function loadAssignments(db: ReadableDb, conversation: number): readonly TimelineAssignment[] {
  return rawSql<
    [
      number,
      number | null,
      number | null,
      number | null,
      TimelineAssignment['byType'],
      number | null,
      TimelineAssignment['source'],
    ]
  >(
    db,
    `SELECT at, from_agent, to_agent, team, by_type, by_agent, source_of FROM assignments
     WHERE conversation = ? ORDER BY at, hash`,
  )
    .all(conversation)
    .map(([at, from, to, team, byType, byAgent, source]) => ({ at, from, to, team, byType, byAgent, source }))
}

function loadComments(db: ReadableDb, source: number, conversation: number): Timeline['comments'] {
  return rawSql<[string, number, string | null, string, string | null]>(
    db,
    'SELECT rid, at, agent, text, mentions FROM comments WHERE conversation = ? ORDER BY at, rid',
  )
    .all(conversation)
    .map(([rid, at, agent, text, mentions]) => ({
      rid,
      at,
      agent: agent === null ? null : agentRow(db, source, agent),
      text,
      mentions: (mentions === null ? [] : (JSON.parse(mentions) as string[])).map((id) =>
        agentRow(db, source, id),
      ),
    }))
}

function agentRow(db: ReadableDb, source: number, rid: string): number {
  return value<number>(db, 'SELECT id FROM agents WHERE source = ? AND rid = ?', source, rid) ?? -1
}

/** A derived conversation is opened by whoever wrote first. */
function opener(first: TimelineMessage | undefined): Timeline['openedBy'] {
  if (first?.direction === 'in') return { type: 'contact', agent: null }
  if (first?.author === 'agent' || first?.author === 'app') return { type: 'agent', agent: first.agent }
  if (first?.author === 'bot' || first?.author === 'automation' || first?.author === 'campaign')
    return { type: first.author, agent: null }
  return { type: 'unknown', agent: null }
}

function statedOpener(openedBy: string | null, agent: number | null): Timeline['openedBy'] {
  const type = (openedBy ?? 'unknown').split(':', 1)[0]
  return { type: (type ?? 'unknown') as Timeline['openedBy']['type'], agent }
}

function categoryOf(template: string): string | null {
  const category = (JSON.parse(template) as { readonly category?: unknown }).category
  return typeof category === 'string' ? category : null
}
