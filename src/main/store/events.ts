/** What happens to a conversation besides messages. What has no id of its own is identified by the whole of the record. */
import type { RecordOf } from '../../shared/records.ts'
import { referConversation } from './conversations.ts'
import type { ConversationDraft } from './drafts.ts'
import { rawSql, sql, type Cell } from './database.ts'
import { canonicalJson, extraJson, hash53 } from './hash.ts'
import { better, mergeExtra } from './merge.ts'
import { refer, referActor, referCategory, referOptional, type Work } from './work.ts'

export function applyEvent(work: Work, record: RecordOf<'conversation_event'>): boolean {
  const draft = referConversation(work, record.conversation)
  const by = referActor(work, record.by)
  const category = referCategory(work, record.category)
  // A stated category takes the place of the topic.
  if (category !== null) work.heard.add(draft.id)
  const extra = extraJson(record.extra)
  const identity = [record.event, record.by.type, record.by.id, record.category, record.note, extra]
  return insertOnce(
    work,
    draft,
    `INSERT OR IGNORE INTO conversation_events(conversation, at, hash, event, by_type, by_agent, by_id, category, note, extra)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      draft.id,
      record.at,
      hash53(JSON.stringify(identity)),
      record.event,
      record.by.type,
      by.agent,
      by.id,
      category,
      record.note,
      extra,
    ],
  )
}

export function applyAssignment(work: Work, record: RecordOf<'assignment'>): boolean {
  const draft = referConversation(work, record.conversation)
  const by = referActor(work, record.by)
  const from = referOptional(work, 'agents', record.from)
  const to = referOptional(work, 'agents', record.to)
  const team = referOptional(work, 'teams', record.team)
  const extra = extraJson(record.extra)
  const { notBefore } = record
  const identity = [record.from, record.to, record.team, record.by.type, record.by.id, record.source, extra]
  return insertOnce(
    work,
    draft,
    `INSERT OR IGNORE INTO assignments(conversation, at, hash, from_agent, to_agent, team, by_type, by_agent, by_id, source_of, not_before, extra)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      draft.id,
      record.at,
      // Without a look before it the identity is what it always was.
      hash53(JSON.stringify(notBefore === null ? identity : [...identity, notBefore])),
      from,
      to,
      team,
      record.by.type,
      by.agent,
      by.id,
      record.source,
      notBefore,
      extra,
    ],
  )
}

export function applyComment(work: Work, record: RecordOf<'comment'>): boolean {
  const draft = referConversation(work, record.conversation)
  if (record.agent !== null) refer(work, 'agents', record.agent)
  for (const agent of record.mentions) refer(work, 'agents', agent)
  const mentions = record.mentions.length === 0 ? null : canonicalJson([...new Set(record.mentions)].sort())
  return mergeNamed(work, draft, 'comments', record.id, {
    at: record.at,
    agent: record.agent,
    text: record.text,
    mentions,
    extra: extraJson(record.extra),
  })
}

export function applySurvey(work: Work, record: RecordOf<'survey'>): boolean {
  const draft = referConversation(work, record.conversation)
  return mergeNamed(work, draft, 'surveys', record.id, { at: record.at, extra: extraJson(record.extra) })
}

export function applyRating(work: Work, record: RecordOf<'rating'>): boolean {
  const draft = referConversation(work, record.conversation)
  return mergeNamed(work, draft, 'ratings', record.id, {
    at: record.at,
    score: record.score,
    min: record.scale.min,
    max: record.scale.max,
    comment: record.comment,
    extra: extraJson(record.extra),
  })
}

function insertOnce(
  work: Work,
  draft: ConversationDraft,
  statement: string,
  cells: readonly Cell[],
): boolean {
  if (draft.removedAt !== null) return false
  if (sql(work.db, statement).run(...cells).changes === 0) return false
  work.dirty.add(draft.id)
  return true
}

/** Merges a row with an id of its own: the earliest time, of every other field the greater value. */
function mergeNamed(
  work: Work,
  draft: ConversationDraft,
  table: 'comments' | 'surveys' | 'ratings',
  rid: string,
  fields: Readonly<Record<string, Cell>>,
): boolean {
  if (draft.removedAt !== null) return false
  const { db, source } = work
  const columns = Object.keys(fields)
  const stored = rawSql<Cell[]>(
    db,
    `SELECT id, conversation, (SELECT rid FROM conversations WHERE id = conversation), ${columns.join(', ')}
     FROM ${table} WHERE source = ? AND rid = ?`,
  ).get(source, rid)
  if (!stored) {
    const marks = columns.map(() => '?').join(', ')
    sql(
      db,
      `INSERT INTO ${table}(source, rid, conversation, ${columns.join(', ')}) VALUES (?, ?, ?, ${marks})`,
    ).run(source, rid, draft.id, ...Object.values(fields))
    work.dirty.add(draft.id)
    return true
  }
  const [id, conversation, conversationRid, ...before] = stored
  const after = columns.map((column, index) =>
    mergeCell(column, before[index] ?? null, fields[column] ?? null),
  )
  // A conversation of this very page may not be written yet; then its draft knows the id.
  const heldBy = String(conversationRid ?? work.conversationRows.get(Number(conversation))?.rid ?? '')
  const home = draft.rid > heldBy ? draft.id : Number(conversation)
  if (home === conversation && after.every((cell, index) => cell === before[index])) return false
  sql(
    db,
    `UPDATE ${table} SET conversation = ?, ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  ).run(home, ...after, id)
  work.dirty.add(home)
  work.dirty.add(Number(conversation))
  return true
}

function mergeCell(column: string, a: Cell, b: Cell): Cell {
  if (column === 'extra') return mergeExtra(a as string | null, b as string | null)
  return better(a, b, column === 'at' ? 'smaller' : 'greater')
}
