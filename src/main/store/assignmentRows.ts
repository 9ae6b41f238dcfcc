/** Assignments as rows: what a single one says, and what was written beside it. */
import { rawSql, value, type ReadableDb } from './database.ts'
import { nameOf } from './names.ts'

/** Seconds since the assignment before this one; null when there was none. */
export function heldBefore(cache: ReadableDb, conversation: number, at: number): number | null {
  const before = value<number | null>(
    cache,
    'SELECT max(at) FROM assignments WHERE conversation = ? AND at < ?',
    conversation,
    at,
  )
  return before == null ? null : Math.round((at - before) / 1000)
}

/** What the source said of the rule behind an assignment, where it said so. */
export function noteIn(extra: string | null): string | null {
  if (extra === null) return null
  const { rule, note } = JSON.parse(extra) as { readonly rule?: unknown; readonly note?: unknown }
  return typeof rule === 'string' ? rule : typeof note === 'string' ? note : null
}

/** Who or what changed a conversation's hand. Agents are rows. */
export interface Actor {
  readonly by: number | null
  readonly byType: string
  readonly note: string | null
}

const nobodyKnown: Actor = { by: null, byType: 'unknown', note: null }

/** Of the last change up to a moment that gave the conversation to an agent; null for `agent`: to nobody. */
export function actorOf(cache: ReadableDb, conversation: number, at: number, agent: number | null): Actor {
  const row = rawSql<[string, number | null, string | null]>(
    cache,
    `SELECT by_type, by_agent, extra FROM assignments WHERE conversation = ? AND at <= ? AND to_agent IS ? AND source_of <> 'inferred'
     ORDER BY at DESC, source_of = 'diffed', hash LIMIT 1`,
  ).get(conversation, at, agent)
  return row ? { by: row[1], byType: row[0], note: noteIn(row[2]) } : nobodyKnown
}

/** The rule behind the change at a moment that gave the conversation to an agent, or to nobody (null). */
export function ruleOf(
  cache: ReadableDb,
  conversation: number,
  at: number,
  agent: number | null,
): string | null {
  const extra = value<string | null>(
    cache,
    'SELECT extra FROM assignments WHERE conversation = ? AND at = ? AND to_agent IS ? AND extra IS NOT NULL ORDER BY hash LIMIT 1',
    conversation,
    at,
    agent,
  )
  return noteIn(extra ?? null)
}

/** When each agent wrote comments in a conversation, by agent row; ascending. */
export function commentTimes(
  cache: ReadableDb,
  conversation: number,
): ReadonlyMap<number, readonly number[]> {
  const times = new Map<number, number[]>()
  for (const [agent, at] of rawSql<[number, number]>(
    cache,
    `SELECT a.id, c.at FROM comments c JOIN agents a ON a.source = c.source AND a.rid = c.agent WHERE c.conversation = ? ORDER BY c.at`,
  ).all(conversation)) {
    const own = times.get(agent)
    if (own) own.push(at)
    else times.set(agent, [at])
  }
  return times
}

/** A comment belongs to an assignment when it was written this close to it, in milliseconds. */
const commentReach = 120_000

export interface NearComment {
  readonly text: string | null
  readonly mentions: readonly string[]
}

/** The comment written closest to a moment, within two minutes; null: none was. */
export function commentNear(cache: ReadableDb, conversation: number, at: number): NearComment | null {
  const row = rawSql<[number, string | null, string | null]>(
    cache,
    'SELECT source, text, mentions FROM comments WHERE conversation = ? AND at BETWEEN ? AND ? ORDER BY abs(at - ?), at, rid LIMIT 1',
  ).get(conversation, at - commentReach, at + commentReach, at)
  if (!row) return null
  const [source, text, mentions] = row
  const mentioned = mentions === null ? [] : (JSON.parse(mentions) as readonly string[])
  return { text, mentions: mentioned.map((rid) => nameOf(cache, 'agents', source, rid)) }
}
