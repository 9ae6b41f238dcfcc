/**
 * Everything the metrics may read, straight from the rows of cache.db by plain SQL: no drafts, no facts, no columns. The
 * reference implementation counts from this alone, so that it shares nothing with what it checks.
 */
import Database from 'better-sqlite3'
import { authorOf, callBit, contentOf, directionOf, freeEntryBit } from '../../src/main/store/bits.ts'
import type { WorkingHours } from '../../src/shared/hours.ts'

export interface Message {
  readonly k: number
  readonly rid: string
  readonly at: number
  readonly direction: 'in' | 'out' | 'internal' | 'unknown'
  readonly author: string
  readonly type: string
  readonly agent: number
  readonly sentAt: number | null
  /** Latest of delivered, read and played; null: none. */
  readonly reachedAt: number | null
  readonly readAt: number | null
  readonly failedAt: number | null
  readonly errorCode: number | null
  readonly freeEntry: boolean
  readonly opensWindow: boolean
  /** Of a campaign, or made from a template. */
  readonly isCampaign: boolean
  readonly template: string | null
  /** What the cloud says it costs. */
  readonly price: {
    readonly category: string
    readonly country: string | null
    readonly billable: boolean
  } | null
  /** -1, 0 or 1; null: not scored. */
  readonly sentiment: number | null
  readonly language: string | null
  /** Bits of what its text was read to say, and the time it promises something by. */
  readonly signals: number
  readonly promise: number | null
}

export interface Conversation {
  readonly id: number
  readonly rid: string
  readonly contact: number
  readonly channel: number
  /** Category by the topic rules; a stated one comes before it. -1: none. */
  readonly topic: number
  readonly openedAt: number | null
  readonly openedBy: string
  readonly messages: readonly Message[]
  readonly events: readonly EventRow[]
  readonly assignments: readonly AssignmentRow[]
  readonly ratings: readonly RatingRow[]
  readonly surveys: readonly number[]
  readonly comments: readonly { readonly at: number; readonly mentions: readonly number[] }[]
}

interface EventRow {
  readonly at: number
  readonly event: string
  readonly byType: string
  readonly byAgent: number
  readonly category: number | null
}

interface AssignmentRow {
  readonly at: number
  readonly from: number | null
  readonly to: number | null
  readonly team: number | null
  readonly source: string
  readonly notBefore: number | null
  /** Of the record: orders what falls into one instant. */
  readonly hash: number
}

interface RatingRow {
  readonly at: number
  readonly score: number
  readonly min: number
  readonly max: number
}

export interface Person {
  readonly id: number
  readonly addedAt: number | null
  readonly addedBy: string | null
  /** The earlier of deleted and removed. */
  readonly goneAt: number | null
  readonly optedInAt: number | null
  readonly optedOutAt: number | null
}

export interface Conversion {
  readonly contact: number
  /** -1: it names none. */
  readonly conversation: number
  readonly at: number
  readonly goal: string
  readonly value: number | null
  readonly currency: string | null
}

export interface World {
  readonly conversations: readonly Conversation[]
  /** Team an agent's work counts for, by agent row; -1: none. */
  readonly teamOfAgent: ReadonlyMap<number, number>
  readonly agents: ReadonlyMap<number, string>
  readonly teams: ReadonlyMap<number, string>
  readonly channels: ReadonlyMap<number, string>
  readonly categories: ReadonlyMap<number, string>
  /** All messages and calls of a contact on a channel that open the 24 h window, ascending. */
  readonly inbound: ReadonlyMap<string, readonly number[]>
  readonly people: readonly Person[]
  readonly conversions: readonly Conversion[]
  readonly presence: readonly { readonly agent: number; readonly at: number; readonly state: string }[]
  readonly shifts: readonly { readonly agent: number; readonly from: number; readonly to: number }[]
  /** As the workspace states it, else this machine's. */
  readonly zone: string
  /** Working hours as the records state them. */
  readonly hours: readonly WorkingHours[]
}

type Cell = number | string | null
type Row = Readonly<Record<string, Cell>>

/** Reads a workspace's cache.db. */
export function readWorld(file: string): World {
  const db = new Database(file, { readonly: true })
  try {
    const conversations = readConversations(db)
    return {
      conversations: conversations.filter(
        (one) =>
          one.messages.length + one.events.length + one.assignments.length > 0 || one.openedAt !== null,
      ),
      teamOfAgent: readTeams(db),
      agents: readNames(db, 'SELECT id, rid AS name FROM agents'),
      teams: readNames(db, 'SELECT id, rid AS name FROM teams'),
      channels: readNames(db, 'SELECT id, rid AS name FROM channels'),
      categories: readNames(db, 'SELECT id, name FROM categories'),
      inbound: inboundOf(conversations),
      people: readPeople(db),
      conversions: readConversions(db),
      presence: all(db, 'SELECT agent, at, state FROM presence'),
      shifts: all(db, 'SELECT agent, from_at AS "from", to_at AS "to" FROM shifts'),
      zone:
        all<{ timezone: string | null }>(db, 'SELECT timezone FROM workspaces ORDER BY source, id')[0]
          ?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      hours: readHours(db),
    }
  } finally {
    db.close()
  }
}

function all<T = Row>(db: Database.Database, sql: string): readonly T[] {
  return db.prepare(sql).all() as T[]
}

function readNames(db: Database.Database, sql: string): ReadonlyMap<number, string> {
  return new Map(all<{ id: number; name: string }>(db, sql).map(({ id, name }) => [id, name]))
}

// ── conversations ────────────────────────────────────────────────────────────────────────────────────────────────

function readConversations(db: Database.Database): readonly Conversation[] {
  const grouped = <T>(sql: string) =>
    Map.groupBy(all<T & { readonly conversation: number }>(db, sql), ({ conversation }) => conversation)
  const messages = readMessages(db)
  const events = grouped<EventRow>(
    `SELECT conversation, at, event, by_type AS byType, coalesce(by_agent, -1) AS byAgent, category FROM conversation_events`,
  )
  const assignments = grouped<AssignmentRow>(
    `SELECT conversation, at, from_agent AS "from", to_agent AS "to", team, source_of AS source, not_before AS notBefore, hash
     FROM assignments`,
  )
  const ratings = grouped<RatingRow>('SELECT conversation, at, score, min, max FROM ratings')
  const surveys = grouped<{ at: number }>('SELECT conversation, at FROM surveys ORDER BY at')
  const comments = grouped<{ at: number; source: number; mentions: string | null }>(
    'SELECT conversation, source, at, mentions FROM comments',
  )
  const agentRow = db.prepare('SELECT id FROM agents WHERE source = ? AND rid = ?').pluck()
  return all(
    db,
    `SELECT id, rid, derived, contact, channel, topic, opened_at, opened_by FROM conversations WHERE removed_at IS NULL`,
  ).map((row) => {
    const id = row['id'] as number
    const opener = ((row['opened_by'] as string | null) ?? 'unknown').split(':', 1)[0] ?? 'unknown'
    return {
      id,
      rid: row['rid'] as string,
      contact: row['contact'] === 0 ? -1 : (row['contact'] as number),
      channel: row['channel'] === 0 ? -1 : (row['channel'] as number),
      topic: (row['topic'] as number | null) ?? -1,
      openedAt: row['opened_at'] as number | null,
      // Nobody states who opened a conversation placed by rule: its first message tells.
      openedBy: row['derived'] === 1 ? 'unknown' : opener,
      messages: (messages.get(id) ?? []).toSorted((a, b) => a.at - b.at || (a.rid < b.rid ? -1 : 1)),
      events: events.get(id) ?? [],
      assignments: assignments.get(id) ?? [],
      ratings: ratings.get(id) ?? [],
      surveys: (surveys.get(id) ?? []).map(({ at }) => at),
      comments: (comments.get(id) ?? []).map(({ at, source, mentions }) => ({
        at,
        mentions: ((mentions === null ? [] : JSON.parse(mentions)) as string[]).map(
          (rid) => (agentRow.get(source, rid) as number | undefined) ?? -1,
        ),
      })),
    }
  })
}

function readMessages(db: Database.Database): ReadonlyMap<number, readonly Message[]> {
  const languages = readNames(db, `SELECT id, text AS name FROM words WHERE kind = 'language'`)
  const rows = all(
    db,
    `SELECT k, rid, at, flags, agent, template, sent_at, delivered_at, read_at, played_at, failed_at, error_code, pricing,
     sentiment, language, signals, promise, CAST(k / 1048576 AS INTEGER) AS conversation FROM messages`,
  )
  const messages = new Map<number, Message[]>()
  for (const row of rows) {
    const conversation = row['conversation'] as number
    const own = messages.get(conversation) ?? []
    own.push(messageOf(row, languages))
    messages.set(conversation, own)
  }
  return messages
}

function messageOf(row: Row, languages: ReadonlyMap<number, string>): Message {
  const flags = row['flags'] as number
  const direction = directionOf(flags)
  const author = authorOf(flags)
  const type = contentOf(flags)
  const reached = [row['delivered_at'], row['read_at'], row['played_at']].filter((at) => at !== null)
  const template = row['template'] as string | null
  return {
    k: row['k'] as number,
    rid: row['rid'] as string,
    at: row['at'] as number,
    direction,
    author,
    type,
    agent: (row['agent'] as number | null) ?? -1,
    sentAt: row['sent_at'] as number | null,
    reachedAt: reached.length === 0 ? null : Math.max(...(reached as number[])),
    readAt: (row['read_at'] ?? row['played_at']) as number | null,
    failedAt: row['failed_at'] as number | null,
    errorCode: row['error_code'] as number | null,
    freeEntry: (flags & freeEntryBit) !== 0,
    // A message that counts, or a call.
    opensWindow:
      direction === 'in' &&
      ((flags & callBit) !== 0 ||
        (author !== 'system' && !['reaction', 'edit', 'revoke', 'system'].includes(type))),
    isCampaign: author === 'campaign' || type === 'template' || template !== null,
    template: template === null ? null : (JSON.parse(template) as { readonly name: string }).name,
    price: priceOf(row['pricing'] as string | null),
    sentiment: row['sentiment'] as number | null,
    language: languages.get(row['language'] as number) ?? null,
    signals: (row['signals'] as number | null) ?? 0,
    promise: row['promise'] as number | null,
  }
}

/** A price nobody can place is none. */
function priceOf(json: string | null): Message['price'] {
  if (json === null) return null
  const { category, billable, country } = JSON.parse(json) as Readonly<Record<string, unknown>>
  if (typeof category !== 'string' && typeof billable !== 'boolean') return null
  return {
    category: typeof category === 'string' ? category : 'unknown',
    country: typeof country === 'string' && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : null,
    billable: billable === true,
  }
}

function inboundOf(conversations: readonly Conversation[]): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>()
  for (const { contact, channel, messages } of conversations) {
    if (contact < 0) continue
    const key = `${contact} ${channel}`
    const list = times.get(key) ?? []
    for (const message of messages) if (message.opensWindow) list.push(message.at)
    times.set(key, list)
  }
  for (const list of times.values()) list.sort((a, b) => a - b)
  return times
}

// ── people and working time ──────────────────────────────────────────────────────────────────────────────────────

function readTeams(db: Database.Database): ReadonlyMap<number, number> {
  const find = db.prepare('SELECT id FROM teams WHERE source = ? AND rid = ?').pluck()
  return new Map(
    all<{ id: number; source: number; teams: string | null }>(db, 'SELECT id, source, teams FROM agents').map(
      ({ id, source, teams }) => {
        const known = ((teams === null ? [] : JSON.parse(teams)) as string[])
          .map((rid) => find.get(source, rid) as number | undefined)
          .find((row) => row !== undefined)
        return [id, known ?? -1]
      },
    ),
  )
}

function readPeople(db: Database.Database): readonly Person[] {
  return all(
    db,
    `SELECT id, added_at, added_by, deleted_at, removed_at, opted_in_at, opted_out_at FROM contacts`,
  ).map((row) => {
    const gone = [row['deleted_at'], row['removed_at']].filter((at) => at !== null) as number[]
    return {
      id: row['id'] as number,
      addedAt: row['added_at'] as number | null,
      addedBy: row['added_by'] as string | null,
      goneAt: gone.length === 0 ? null : Math.min(...gone),
      optedInAt: row['opted_in_at'] as number | null,
      optedOutAt: row['opted_out_at'] as number | null,
    }
  })
}

/** Conversions name contacts by any of their ids. */
function readConversions(db: Database.Database): readonly Conversion[] {
  const contactOf = db
    .prepare(
      `SELECT min(contact) FROM contact_aliases WHERE source = ? AND value = ? AND type IN ('id', 'wa_id', 'bsuid', 'phone')`,
    )
    .pluck()
  const conversationOf = db.prepare('SELECT id FROM conversations WHERE source = ? AND rid = ?').pluck()
  return all(db, 'SELECT source, at, contact, conversation, goal, value, currency FROM conversions').map(
    (row) => ({
      contact: (contactOf.get(row['source'], row['contact']) as number | null) ?? -1,
      conversation: (conversationOf.get(row['source'], row['conversation']) as number | undefined) ?? -1,
      at: row['at'] as number,
      goal: row['goal'] as string,
      value: row['value'] as number | null,
      currency: row['currency'] as string | null,
    }),
  )
}

function readHours(db: Database.Database): readonly WorkingHours[] {
  return all(db, 'SELECT team, channel, zone, week, exceptions FROM working_hours').map((row) => ({
    scope: {
      ...(row['team'] === null ? {} : { team: row['team'] as string }),
      ...(row['channel'] === null ? {} : { channel: row['channel'] as string }),
    },
    zone: row['zone'] as string,
    week: JSON.parse(row['week'] as string) as WorkingHours['week'],
    exceptions: JSON.parse(row['exceptions'] as string) as WorkingHours['exceptions'],
  }))
}
