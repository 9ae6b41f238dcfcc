/** The same messages in PostgreSQL, with a trigram index: what most of such products search with. */
import { totalmem } from 'node:os'
import { Client } from 'pg'
import { conversationOfK } from '../../../src/main/store/bits.ts'
import { rawSql, type ReadableDb } from '../../../src/main/store/database.ts'
import { startPostgres } from '../../support/postgres.ts'
import type { Question } from './queries.ts'

export interface SearchedPostgres {
  readonly buildSeconds: number
  readonly indexBytes: number
  ask(question: Question): Promise<number>
  stop(): Promise<void>
}

/** A server of its own, filled from the workspace; says why where there can be none. */
export async function openSearchedPostgres(
  cache: ReadableDb,
): Promise<SearchedPostgres | { readonly unavailable: string }> {
  const server = await startPostgres({
    shared_buffers: `${Math.floor(totalmem() / 4 / 2 ** 20)}MB`,
    synchronous_commit: 'off',
    jit: 'off',
    work_mem: '256MB',
    maintenance_work_mem: '1GB',
    max_wal_size: '8GB',
    random_page_cost: '1.1',
    timezone: 'UTC',
  })
  if ('unavailable' in server) return server
  const client = new Client({ connectionString: server.url })
  const stop = async () => {
    await client.end()
    await server.stop()
  }
  try {
    await client.connect()
    await client.query('CREATE EXTENSION pg_trgm')
    await client.query(
      'CREATE TABLE messages(id bigint, conversation integer, channel integer, agent integer, at bigint, failed boolean, text text)',
    )
    await copyMessages(client, cache)
    const startedAt = performance.now()
    await client.query('CREATE INDEX messages_text ON messages USING gin (text gin_trgm_ops)')
    const buildSeconds = (performance.now() - startedAt) / 1000
    await client.query('CREATE INDEX messages_at ON messages(at)')
    await client.query('ANALYZE messages')
    const size = await client.query<{ size: string }>("SELECT pg_relation_size('messages_text') AS size")
    return {
      buildSeconds,
      indexBytes: Number(size.rows[0]?.size),
      async ask(question) {
        const { text, values } = statementOf(question)
        return (await client.query(text, values)).rows.length
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function statementOf({ contains, agent, channel, before, failed }: Question): {
  readonly text: string
  readonly values: (string | number)[]
} {
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
  return {
    text: `SELECT id, conversation, at, text FROM messages WHERE ${parts.join(' AND ')} ORDER BY at DESC LIMIT 50`,
    values,
  }
}

const perInsert = 10_000

async function copyMessages(client: Client, cache: ReadableDb): Promise<void> {
  const channels = new Map(rawSql<[number, number]>(cache, 'SELECT id, channel FROM conversations').all())
  let after = 0
  for (;;) {
    const rows = rawSql<[number, number, number | null, number | null, string | null]>(
      cache,
      'SELECT k, at, agent, failed_at, text FROM messages WHERE k > ? ORDER BY k LIMIT ?',
    ).all(after, perInsert)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last[0]
    const column = <T>(of: (row: (typeof rows)[number]) => T) => rows.map(of)
    await client.query({
      name: 'load',
      text: `INSERT INTO messages SELECT * FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::integer[], $5::bigint[], $6::boolean[], $7::text[])`,
      values: [
        column(([k]) => k),
        column(([k]) => conversationOfK(k)),
        column(([k]) => channels.get(conversationOfK(k)) ?? null),
        column(([, , agent]) => agent),
        column(([, at]) => at),
        column(([, , , failedAt]) => failedAt !== null),
        column(([, , , , text]) => text),
      ],
    })
  }
}
