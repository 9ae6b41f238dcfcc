/** Conversations with everything in them as records. */
import type { RecordInput } from '../../shared/records.ts'
import { authorOf, contentOf, directionOf, firstK, looseBit } from './bits.ts'
import { sql, type Cell, type ReadableDb } from './database.ts'
import { iso, parsed, record, versions } from './exportPeople.ts'
import { conversationName } from './names.ts'

type Row = Readonly<Record<string, Cell>>

/** Conversations after `after`, `limit` at most, each with its messages and events; `last` goes on from there. */
export function conversationRecords(
  db: ReadableDb,
  after: number,
  limit: number,
): { readonly records: readonly RecordInput[]; readonly last: number | null } {
  const found = sql<Row>(db, 'SELECT * FROM conversations WHERE id > ? ORDER BY id LIMIT ?').all(after, limit)
  return {
    records: found.flatMap((row) => [
      ...statedRecords(db, row),
      ...messageRecords(db, row),
      ...happenings(db, row),
    ]),
    last: found.length === limit ? Number(found.at(-1)?.['id']) : null,
  }
}

/** What waits for something else, and what is gone. */
export function looseEnds(db: ReadableDb): readonly RecordInput[] {
  const early = sql<Row>(db, 'SELECT * FROM early_statuses ORDER BY source, message, status').all()
  const removals = sql<Row>(db, 'SELECT * FROM removals ORDER BY source, of, rid').all()
  return [
    ...early.map((row) => statusRecord(String(row['message']), String(row['status']), row['at'], row)),
    ...removals.map((row) =>
      record('removed', String(row['rid']), { of: row['of'], at: iso(row['at']), reason: row['reason'] }),
    ),
  ]
}

function statedRecords(db: ReadableDb, row: Row): readonly RecordInput[] {
  // Only a reference was ever seen, or the conversation is placed by rule: both come again by themselves.
  if (row['opened_by'] === null || row['derived'] === 1) return []
  return versions(row, {
    contact_ref: row['contact_ref'],
    channel_ref: row['channel_ref'],
    opened_at: iso(row['opened_at']),
    opened_by: row['opened_by'],
    extra: parsed(row['extra']),
  }).map(({ contact_ref, channel_ref, opened_at, opened_by, ...fields }) =>
    record('conversation', nameIn(db, row), {
      ...fields,
      contact: contact_ref,
      channel: channel_ref,
      openedAt: opened_at,
      openedBy: typeof opened_by === 'string' ? openerOf(opened_by) : undefined,
    }),
  )
}

function messageRecords(db: ReadableDb, conversation: Row): readonly RecordInput[] {
  const id = Number(conversation['id'])
  return sql<Row>(
    db,
    `SELECT m.*, a.rid AS agent_rid, p.rid AS contact_rid, c.rid AS channel_rid FROM messages m
     LEFT JOIN agents a ON a.id = m.agent LEFT JOIN contacts p ON p.id = m.contact LEFT JOIN channels c ON c.id = m.channel
     WHERE k >= ? AND k < ? ORDER BY k`,
  )
    .all(firstK(id), firstK(id + 1))
    .flatMap((row) => [messageRecord(db, conversation, row), ...statusRecords(row)])
}

function messageRecord(db: ReadableDb, conversation: Row, row: Row): RecordInput {
  const flags = Number(row['flags'])
  const loose = (flags & looseBit) !== 0
  return record('message', String(row['rid']), {
    conversation: loose ? null : nameIn(db, conversation),
    contact: loose ? row['contact_rid'] : conversation['message_contact'],
    channel: loose ? row['channel_rid'] : conversation['message_channel'],
    at: iso(row['at']),
    direction: directionOf(flags),
    author: actor(authorOf(flags), row['agent_rid'] ?? row['author_id']),
    content: {
      type: contentOf(flags),
      text: row['text'],
      caption: row['caption'],
      template: parsed(row['template']),
      media: parsed(row['media']),
    },
    replyTo: row['reply_to'],
    extra: parsed(row['extra']),
  })
}

const statusColumns = {
  sent: 'sent_at',
  delivered: 'delivered_at',
  read: 'read_at',
  played: 'played_at',
  failed: 'failed_at',
  deleted: 'deleted_at',
} as const

function statusRecords(row: Row): readonly RecordInput[] {
  const message = String(row['rid'])
  const reached = Object.entries(statusColumns).filter(([, column]) => row[column] !== null)
  const details = row['error_code'] !== null || row['pricing'] !== null
  if (reached.length === 0 && details) return [statusRecord(message, 'unknown', row['at'], row)]
  // Error and price are the message's: they go with the last status, which is "failed" where there is one.
  return reached.map(([status, column], index) =>
    statusRecord(message, status, row[column], index === reached.length - 1 ? row : {}),
  )
}

function statusRecord(message: string, status: string, at: Cell | undefined, row: Row): RecordInput {
  const code = row['error_code']
  return record('message_status', null, {
    message,
    status,
    at: iso(at),
    error: typeof code === 'number' ? { code, title: row['error_title'] } : null,
    pricing: parsed(row['pricing']),
  })
}

function happenings(db: ReadableDb, row: Row): readonly RecordInput[] {
  const id = row['id']
  const conversation = nameIn(db, row)
  const base = (one: Row) => ({ conversation, at: iso(one['at']), extra: parsed(one['extra']) })
  const of = (table: string, joins: string, columns: string) =>
    sql<Row>(
      db,
      `SELECT t.*, ${columns} FROM ${table} t ${joins} WHERE t.conversation = ? ORDER BY t.at`,
    ).all(id)
  const byAgent = 'LEFT JOIN agents b ON b.id = t.by_agent'
  return [
    ...of(
      'conversation_events',
      `${byAgent} LEFT JOIN categories c ON c.id = t.category`,
      'b.rid AS by_rid, c.name AS category_name',
    ).map((one) =>
      record('conversation_event', null, {
        ...base(one),
        event: one['event'],
        by: actor(String(one['by_type']), one['by_rid'] ?? one['by_id']),
        category: one['category_name'],
        note: one['note'],
      }),
    ),
    ...of(
      'assignments',
      `${byAgent} LEFT JOIN agents f ON f.id = t.from_agent LEFT JOIN agents o ON o.id = t.to_agent LEFT JOIN teams g ON g.id = t.team`,
      'b.rid AS by_rid, f.rid AS from_rid, o.rid AS to_rid, g.rid AS team_rid',
    ).map((one) =>
      record('assignment', null, {
        ...base(one),
        from: one['from_rid'],
        to: one['to_rid'],
        team: one['team_rid'],
        by: actor(String(one['by_type']), one['by_rid'] ?? one['by_id']),
        source: one['source_of'],
        notBefore: iso(one['not_before']),
      }),
    ),
    ...of('comments', '', 't.rid').map((one) =>
      record('comment', String(one['rid']), {
        ...base(one),
        agent: one['agent'],
        text: one['text'],
        mentions: parsed(one['mentions']),
      }),
    ),
    ...of('surveys', '', 't.rid').map((one) => record('survey', String(one['rid']), base(one))),
    ...of('ratings', '', 't.rid').map((one) =>
      record('rating', String(one['rid']), {
        ...base(one),
        score: one['score'],
        scale: { min: one['min'], max: one['max'] },
        comment: one['comment'],
      }),
    ),
  ]
}

function actor(type: string, id: Cell | undefined): { readonly type: string; readonly id?: string } {
  return typeof id === 'string' ? { type, id } : { type }
}

function openerOf(text: string): { readonly type: string; readonly id?: string } {
  const colon = text.indexOf(':')
  return colon < 0 ? { type: text } : { type: text.slice(0, colon), id: text.slice(colon + 1) }
}

function nameIn(db: ReadableDb, conversation: Row): string {
  return conversationName(db, Number(conversation['source']), String(conversation['rid']))
}
