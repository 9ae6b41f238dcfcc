/**
 * Everything the metrics may read, straight from the rows of cache.db by plain SQL: no drafts, no facts, no columns. The
 * reference implementation counts from this alone, so that it shares nothing with what it checks.
 */
import Database from 'better-sqlite3'
import { authorOf, callBit, contentOf, directionOf, freeEntryBit } from '../../src/main/store/bits.ts'

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
}

export interface Conversation {
  readonly id: number
  readonly rid: string
  readonly contact: number
  readonly channel: number
  readonly openedAt: number | null
  readonly openedBy: string
  readonly openedByAgent: number
  readonly messages: readonly Message[]
  readonly events: readonly {
    readonly at: number
    readonly event: string
    readonly byType: string
    readonly byAgent: number
    readonly category: number | null
  }[]
  readonly assignments: readonly {
    readonly at: number
    readonly from: number | null
    readonly to: number | null
    readonly team: number | null
  }[]
  readonly ratings: readonly {
    readonly at: number
    readonly score: number
    readonly min: number
    readonly max: number
  }[]
  readonly surveys: readonly number[]
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
}

/** Reads a workspace's cache.db. */
export function readWorld(file: string): World {
  const db = new Database(file, { readonly: true })
  try {
    const rows = <Row>(sql: string) => db.prepare(sql).all() as Row[]
    const names = (sql: string) =>
      new Map(rows<{ id: number; name: string }>(sql).map(({ id, name }) => [id, name]))
    const messages = Map.groupBy(
      rows<Record<string, number | string | null>>(
        `SELECT k, rid, at, flags, agent, sent_at, delivered_at, read_at, played_at, failed_at, error_code,
         CAST(k / 1048576 AS INTEGER) AS conversation FROM messages`,
      ).map((row) => ({ conversation: row['conversation'], message: messageOf(row) })),
      ({ conversation }) => conversation as number,
    )
    const group = <Row extends { readonly conversation: number }>(sql: string) =>
      Map.groupBy(rows<Row>(sql), (row) => row.conversation)
    const events = group<{
      conversation: number
      at: number
      event: string
      byType: string
      byAgent: number | null
      category: number | null
    }>(
      'SELECT conversation, at, event, by_type AS byType, by_agent AS byAgent, category FROM conversation_events',
    )
    const assignments = group<{
      conversation: number
      at: number
      from: number | null
      to: number | null
      team: number | null
    }>('SELECT conversation, at, from_agent AS "from", to_agent AS "to", team FROM assignments')
    const ratings = group<{ conversation: number; at: number; score: number; min: number; max: number }>(
      'SELECT conversation, at, score, min, max FROM ratings',
    )
    const surveys = group<{ conversation: number; at: number }>('SELECT conversation, at FROM surveys')
    const conversations = rows<{
      id: number
      rid: string
      derived: number
      contact: number
      channel: number
      openedAt: number | null
      openedBy: string | null
      openedByAgent: number | null
    }>(
      `SELECT id, rid, derived, contact, channel, opened_at AS openedAt, opened_by AS openedBy, opened_by_agent AS openedByAgent
       FROM conversations WHERE removed_at IS NULL`,
    ).map((row): Conversation => {
      const own = (messages.get(row.id) ?? []).map(({ message }) => message).sort(byTime)
      return {
        id: row.id,
        rid: row.rid,
        contact: row.contact === 0 ? -1 : row.contact,
        channel: row.channel === 0 ? -1 : row.channel,
        openedAt: row.openedAt,
        // Nobody states who opened a conversation placed by rule: its first message tells.
        openedBy: row.derived === 1 ? 'unknown' : ((row.openedBy ?? 'unknown').split(':', 1)[0] ?? 'unknown'),
        openedByAgent: row.derived === 1 ? agentOfFirst(own) : (row.openedByAgent ?? -1),
        messages: own,
        events: (events.get(row.id) ?? []).map((event) => ({ ...event, byAgent: event.byAgent ?? -1 })),
        assignments: assignments.get(row.id) ?? [],
        ratings: ratings.get(row.id) ?? [],
        surveys: (surveys.get(row.id) ?? []).map(({ at }) => at),
      }
    })
    return {
      conversations: conversations.filter(
        (one) =>
          one.messages.length + one.events.length + one.assignments.length > 0 || one.openedAt !== null,
      ),
      teamOfAgent: readTeams(db),
      agents: names('SELECT id, rid AS name FROM agents'),
      teams: names('SELECT id, rid AS name FROM teams'),
      channels: names('SELECT id, rid AS name FROM channels'),
      categories: names('SELECT id, name FROM categories'),
      inbound: inboundOf(conversations),
    }
  } finally {
    db.close()
  }
}

function messageOf(row: Record<string, number | string | null>): Message {
  const flags = row['flags'] as number
  const times = [row['delivered_at'], row['read_at'], row['played_at']].filter(
    (at) => at !== null,
  ) as number[]
  return {
    k: row['k'] as number,
    rid: row['rid'] as string,
    at: row['at'] as number,
    direction: directionOf(flags),
    author: authorOf(flags),
    type: contentOf(flags),
    agent: (row['agent'] as number | null) ?? -1,
    sentAt: row['sent_at'] as number | null,
    reachedAt: times.length === 0 ? null : Math.max(...times),
    readAt: (row['read_at'] ?? row['played_at']) as number | null,
    failedAt: row['failed_at'] as number | null,
    errorCode: row['error_code'] as number | null,
    freeEntry: (flags & freeEntryBit) !== 0,
    // A message that counts, or a call.
    opensWindow:
      directionOf(flags) === 'in' &&
      ((flags & callBit) !== 0 || !['reaction', 'edit', 'revoke', 'system'].includes(contentOf(flags))),
  }
}

function byTime(a: Message, b: Message): number {
  return a.at - b.at || (a.rid < b.rid ? -1 : 1)
}

function agentOfFirst([first]: readonly Message[]): number {
  return first?.author === 'agent' || first?.author === 'app' ? first.agent : -1
}

function readTeams(db: Database.Database): ReadonlyMap<number, number> {
  const teams = new Map<number, number>()
  const find = db.prepare('SELECT id FROM teams WHERE source = ? AND rid = ?').pluck()
  for (const { id, source, teams: list } of db.prepare('SELECT id, source, teams FROM agents').all() as {
    id: number
    source: number
    teams: string | null
  }[]) {
    const known = (list === null ? [] : (JSON.parse(list) as string[])).map(
      (rid) => find.get(source, rid) as number | undefined,
    )
    teams.set(id, known.find((row) => row !== undefined) ?? -1)
  }
  return teams
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
