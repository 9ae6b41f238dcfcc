/** What a conversation's timeline is made of, read from the cache: messages by their rows, everything else as entries in order. */
import type { MessageItem, TimelineItem } from '../../shared/contract.ts'
import { standingChanges } from '../assignments/evidence.ts'
import { heldBefore, noteIn } from './assignmentRows.ts'
import { authorOf, contentOf, directionOf } from './bits.ts'
import { rawSql, type ReadableDb } from './database.ts'
import type { RowNames } from './rowNames.ts'

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

/** Something beside the messages; what costs a look-up is read with the item alone. */
export interface Entry {
  readonly at: number
  readonly rank: number
  /** Of a comment, which can be looked for. */
  readonly id: string | null
  read(): TimelineItem
}

/** Of one instant: openings before assignments, before what was said, before closings. */
const ranks: Readonly<Record<TimelineItem['kind'], number>> = {
  event: 0,
  assignment: 1,
  message: 2,
  comment: 3,
  survey: 4,
  rating: 5,
}
export const messageRank = ranks.message
const closingRank = 9

/** Everything in the conversation but its messages, in order. */
export function readEntries(cache: ReadableDb, conversation: number, names: RowNames): readonly Entry[] {
  return [
    ...readEvents(cache, conversation, names),
    ...readAssignments(cache, conversation, names),
    ...readComments(cache, conversation),
    ...readSurveys(cache, conversation),
    ...readRatings(cache, conversation),
  ].sort((a, b) => a.at - b.at || a.rank - b.rank)
}

/** The message of this row as it was sent: without what later edits, revokes and reactions did to it. */
export function readMessageItem(
  cache: ReadableDb,
  k: number,
  inWindow: boolean | null,
  names: RowNames,
): MessageItem | null {
  const row = rawSql<MessageRow>(
    cache,
    `SELECT k, rid, at, flags, agent, text, caption, template, media, reply_to, sent_at, delivered_at, read_at, played_at, failed_at, deleted_at,
       error_code, error_title FROM messages WHERE k = ?`,
  ).get(k)
  return row ? messageItem(row, inWindow, names) : null
}

/** The message as a later edit, revoke or reaction leaves it. */
export function folded(target: MessageItem, change: MessageItem): MessageItem {
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

function entryOf(item: TimelineItem): Entry {
  return { at: item.at, rank: rankOf(item), id: item.kind === 'comment' ? item.id : null, read: () => item }
}

function rankOf(item: TimelineItem): number {
  return item.kind === 'event' && item.event === 'closed' ? closingRank : ranks[item.kind]
}

function readEvents(cache: ReadableDb, conversation: number, names: RowNames): readonly Entry[] {
  return rawSql<[number, string, string, number | null, number | null, string | null]>(
    cache,
    'SELECT at, event, by_type, by_agent, category, note FROM conversation_events WHERE conversation = ? ORDER BY at, hash',
  )
    .all(conversation)
    .map(([at, event, byType, byAgent, category, note]) =>
      entryOf({
        kind: 'event',
        at,
        event,
        by: names.agent(byAgent),
        byType,
        category: names.category(category),
        note,
      }),
    )
}

/** What was noticed of a change the source states as well is left out, as in the assignment log. */
function readAssignments(cache: ReadableDb, conversation: number, names: RowNames): readonly Entry[] {
  type Source = Extract<TimelineItem, { kind: 'assignment' }>['source']
  const rows = rawSql<
    [
      at: number,
      from: number | null,
      to: number | null,
      team: number | null,
      byType: string,
      byAgent: number | null,
      source: Source,
      notBefore: number | null,
      hash: number,
      extra: string | null,
    ]
  >(
    cache,
    `SELECT at, from_agent, to_agent, team, by_type, by_agent, source_of, not_before, hash, extra FROM assignments
     WHERE conversation = ? ORDER BY at, hash`,
  )
    .all(conversation)
    .map(([at, from, to, team, byType, byAgent, source, notBefore, hash, extra]) => ({
      at,
      from,
      to,
      team,
      byType,
      byAgent,
      source,
      notBefore,
      hash,
      extra,
    }))
  const standing = new Set(standingChanges(rows))
  return rows
    .filter((row) => row.source === 'inferred' || standing.has(row))
    .map(({ at, from, to, team, byType, byAgent, source, extra }) => ({
      at,
      rank: ranks.assignment,
      id: null,
      read: () => ({
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
      }),
    }))
}

function readComments(cache: ReadableDb, conversation: number): readonly Entry[] {
  return rawSql<[string, number, string | null, string | null, string | null]>(
    cache,
    'SELECT rid, at, agent, text, mentions FROM comments WHERE conversation = ? ORDER BY at, rid',
  )
    .all(conversation)
    .map(([id, at, agent, text, mentions]) =>
      entryOf({
        kind: 'comment',
        id,
        at,
        agent,
        text: text ?? '',
        mentions: mentions === null ? [] : (JSON.parse(mentions) as readonly string[]),
      }),
    )
}

function readSurveys(cache: ReadableDb, conversation: number): readonly Entry[] {
  return rawSql<[number]>(cache, 'SELECT at FROM surveys WHERE conversation = ? ORDER BY at, rid')
    .all(conversation)
    .map(([at]) => entryOf({ kind: 'survey', at }))
}

function readRatings(cache: ReadableDb, conversation: number): readonly Entry[] {
  return rawSql<[number, number, number, string | null]>(
    cache,
    'SELECT at, score, max, comment FROM ratings WHERE conversation = ? ORDER BY at, rid',
  )
    .all(conversation)
    .map(([at, score, max, comment]) => entryOf({ kind: 'rating', at, score, max, comment }))
}
