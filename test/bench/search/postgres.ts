/**
 * The same messages in PostgreSQL, with a trigram index: what most of such products search with. Asked in two ways: for the
 * page as Floorwalker answers it, and for bare rows.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { ReadableDb } from '../../../src/main/store/database.ts'
import { startPostgres } from '../../support/postgres.ts'
import { until, type SearchSize } from './data.ts'
import { fillPostgres, postgresVersion } from './postgresFill.ts'
import type { Question } from './queries.ts'

export interface SearchedPostgres {
  readonly built: BuiltIndex
  /**
   * The fifty newest hits as the screen shows them, in one statement: the stretch of the text, conversation, contact, channel
   * and agent, open flags, and how many hits there are, counted as far as Floorwalker counts.
   */
  askPage(question: Question): Promise<number>
  /** Fifty rows with their whole text, nothing beside them. */
  askBare(question: Question): Promise<number>
  stop(): Promise<void>
}

export interface BuiltIndex {
  readonly seconds: number
  readonly bytes: number
}

/** A server of its own, filled from the workspace once where `kept` is a folder that stays; says why where there can be none. */
export async function openSearchedPostgres(
  cache: ReadableDb,
  size: SearchSize,
  kept: string | null,
): Promise<SearchedPostgres | { readonly unavailable: string }> {
  const stamp = kept === null ? null : join(kept, 'stamp.json')
  const known = stamp === null ? null : readStamp(stamp, size)
  if (kept !== null && known === null) rmSync(kept, { recursive: true, force: true })
  const server = await startPostgres(settings, kept)
  if ('unavailable' in server) return server
  const client = new Client({ connectionString: server.url })
  const stop = async () => {
    await client.end()
    await server.stop()
  }
  try {
    await client.connect()
    const built = known ?? (await fillPostgres(client, cache, size))
    if (stamp !== null && known === null) writeFileSync(stamp, JSON.stringify({ ...built, of: nameOf(size) }))
    // Prepared once, as ours are.
    const names = new Map<string, string>()
    const rowsOf = async ({ text, values }: Statement) => {
      const name = names.get(text) ?? `question ${names.size}`
      names.set(text, name)
      return (await client.query({ name, text, values: [...values] })).rows.length
    }
    return {
      built,
      askPage: (question) => rowsOf(pageOf(question)),
      askBare: (question) => rowsOf(bareOf(question)),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

const settings = {
  shared_buffers: `${Math.floor(totalmem() / 4 / 2 ** 20)}MB`,
  effective_cache_size: `${Math.floor(totalmem() / 2 / 2 ** 20)}MB`,
  synchronous_commit: 'off',
  jit: 'off',
  work_mem: '256MB',
  maintenance_work_mem: '1GB',
  max_wal_size: '2GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  random_page_cost: '1.1',
  // Planned for the word that is asked for, with the joins as they are written: anything else takes longer.
  plan_cache_mode: 'force_custom_plan',
  join_collapse_limit: '1',
  timezone: 'UTC',
}

function nameOf({ conversations, days }: SearchSize): string {
  return `${postgresVersion}, ${conversations} conversations in ${days} days`
}

function readStamp(file: string, size: SearchSize): BuiltIndex | null {
  if (!existsSync(file)) return null
  const { of, ...built } = JSON.parse(readFileSync(file, 'utf8')) as BuiltIndex & { readonly of: string }
  return of === nameOf(size) ? built : null
}

// ── statements ───────────────────────────────────────────────────────────────────────────────────────────────────

interface Statement {
  readonly text: string
  readonly values: readonly (string | number)[]
}

function conditionOf({ contains, agent, channel, before, failed }: Question): Statement {
  const values: (string | number)[] = []
  const parts: string[] = []
  const add = (part: (place: string) => string, value: string | number) => {
    values.push(value)
    parts.push(part(`$${values.length}`))
  }
  for (const piece of contains) add((place) => `text ILIKE ${place}`, `%${piece}%`)
  if (agent !== undefined) add((place) => `agent = ${place}`, agent)
  if (channel !== undefined) add((place) => `channel = ${place}`, channel)
  if (before !== undefined) add((place) => `at < ${place}`, before)
  if (failed) parts.push('failed')
  return { text: parts.join(' AND '), values }
}

function bareOf(question: Question): Statement {
  const { text, values } = conditionOf(question)
  return {
    text: `SELECT id, conversation, at, text FROM messages WHERE ${text} ORDER BY at DESC LIMIT 50`,
    values,
  }
}

/** Hits counted: as search/looking.ts does, a thousand of a word alone, fifty where more is asked. */
const countedOfWord = 1000
const countedOfMore = 50

function pageOf(question: Question): Statement {
  const { text, values } = conditionOf(question)
  const { contains, agent, channel, failed } = question
  const isWord =
    agent === undefined && channel === undefined && failed === undefined && !contains[0]?.includes(' ')
  const first = values.length + 1
  return {
    text: `WITH found AS MATERIALIZED (SELECT * FROM messages WHERE ${text} ORDER BY at DESC LIMIT ${(isWord ? countedOfWord : countedOfMore) + 1})
      SELECT h.id, h.rid, h.at, h.incoming, a.name AS author,
        substr(h.text, greatest(1, position(lower($${first}) IN lower(h.text)) - 40), 160) AS snippet,
        c.id AS conversation, c.rid AS conversation_rid, t.rid AS contact, coalesce(t.name, t.phone) AS contact_name,
        n.rid AS channel, n.name AS channel_name, ca.name AS agent, c.category, c.state, c.started_at, c.last_at, c.last_text,
        c.last_direction, c.waiting_since, c.first_response, c.resolution, c.messages, c.sentiment,
        (SELECT count(*) FROM flags f WHERE f.conversation = c.id AND f.raised_at <= $${first + 1}
          AND (f.ended_at IS NULL OR f.ended_at > $${first + 1})) AS open_flags,
        (SELECT count(*) FROM found) AS total
      FROM (SELECT * FROM found ORDER BY at DESC LIMIT 50) h
      JOIN conversations c ON c.id = h.conversation JOIN contacts t ON t.id = c.contact JOIN channels n ON n.id = c.channel
      LEFT JOIN agents a ON a.id = h.agent LEFT JOIN agents ca ON ca.id = c.agent
      ORDER BY h.at DESC`,
    values: [...values, contains[0] ?? '', until],
  }
}
