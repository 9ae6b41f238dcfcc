/** What search reads of a workspace, as tables of PostgreSQL. */
import type { Client } from 'pg'
import { unpackGlance } from '../../../src/main/metrics/pack.ts'
import { conversationOfK, directionOf, firstK } from '../../../src/main/store/bits.ts'
import { rawSql, type ReadableDb } from '../../../src/main/store/database.ts'
import type { SearchSize } from './data.ts'
import type { BuiltIndex } from './postgres.ts'

/** Raise it with every change of the tables. */
export const postgresVersion = 'PostgreSQL tables 1'

/** Conversations in the order of the workspace, a statement each some rows. */
const conversationsEach = 1000

/** Fills an empty database with the conversations that were made up; what a test of live pages brought stays out. */
export async function fillPostgres(
  client: Client,
  cache: ReadableDb,
  { conversations }: SearchSize,
): Promise<BuiltIndex> {
  await client.query('CREATE EXTENSION pg_trgm')
  for (const { name, columns } of tables)
    await client.query(
      `CREATE TABLE ${name}(${Object.entries(columns)
        .map(([column, type]) => `${column} ${type}`)
        .join(', ')})`,
    )
  for (const table of tables)
    for (let from = 1; from <= conversations; from += conversationsEach)
      await copyRows(
        client,
        table,
        table.rows(cache, from, Math.min(from + conversationsEach, conversations + 1)),
      )
  const startedAt = performance.now()
  await client.query('CREATE INDEX messages_text ON messages USING gin (text gin_trgm_ops)')
  const seconds = (performance.now() - startedAt) / 1000
  for (const index of ['messages(at)', 'flags(conversation)']) await client.query(`CREATE INDEX ON ${index}`)
  for (const table of ['conversations', 'contacts', 'channels', 'agents'])
    await client.query(`ALTER TABLE ${table} ADD PRIMARY KEY (id)`)
  for (const { name } of tables) await client.query(`VACUUM (ANALYZE) ${name}`)
  const size = await client.query<{ size: string }>("SELECT pg_relation_size('messages_text') AS size")
  return { seconds, bytes: Number(size.rows[0]?.size) }
}

type Cells = readonly (string | number | boolean | null)[]

interface Table {
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  /** Of the conversations with `from` ≤ row < `to`; what belongs to none comes with the first. */
  readonly rows: (cache: ReadableDb, from: number, to: number) => readonly Cells[]
}

const tables: readonly Table[] = [
  {
    name: 'agents',
    columns: { id: 'integer', name: 'text' },
    rows: (cache, from) => (from === 1 ? rawSql<Cells>(cache, 'SELECT id, name FROM agents').all() : []),
  },
  {
    name: 'channels',
    columns: { id: 'integer', rid: 'text', name: 'text' },
    rows: (cache, from) =>
      from === 1 ? rawSql<Cells>(cache, 'SELECT id, rid, name FROM channels').all() : [],
  },
  {
    name: 'contacts',
    columns: { id: 'integer', rid: 'text', name: 'text', phone: 'text' },
    // Each has the number of the first conversation.
    rows: (cache, from, to) =>
      rawSql<Cells>(cache, 'SELECT id, rid, name, phone FROM contacts WHERE id >= ? AND id < ?').all(
        from,
        to,
      ),
  },
  {
    name: 'conversations',
    columns: {
      id: 'integer',
      rid: 'text',
      contact: 'integer',
      channel: 'integer',
      agent: 'integer',
      category: 'integer',
      state: 'integer',
      started_at: 'bigint',
      last_at: 'bigint',
      last_text: 'text',
      last_direction: 'text',
      waiting_since: 'bigint',
      first_response: 'float8',
      resolution: 'float8',
      messages: 'integer',
      sentiment: 'text',
    },
    rows: (cache, from, to) =>
      rawSql<readonly [...Cells, Uint8Array]>(cache, selectConversations)
        .all(from, to)
        .map((row) => [
          ...(row.slice(0, -1) as Cells),
          unpackGlance(row.at(-1) as Uint8Array).mood?.sentiment ?? null,
        ]),
  },
  {
    name: 'flags',
    columns: { conversation: 'integer', raised_at: 'bigint', ended_at: 'bigint' },
    rows: (cache, from, to) =>
      rawSql<Cells>(
        cache,
        'SELECT conversation, raised_at, ended_at FROM flags WHERE conversation >= ? AND conversation < ?',
      ).all(from, to),
  },
  {
    name: 'messages',
    columns: {
      id: 'bigint',
      rid: 'text',
      conversation: 'integer',
      channel: 'integer',
      agent: 'integer',
      at: 'bigint',
      incoming: 'boolean',
      failed: 'boolean',
      text: 'text',
    },
    rows: (cache, from, to) => {
      const channels = new Map(
        rawSql<[number, number]>(cache, 'SELECT id, channel FROM conversations WHERE id >= ? AND id < ?').all(
          from,
          to,
        ),
      )
      return rawSql<[number, string, number | null, number, number, number | null, string | null]>(
        cache,
        'SELECT k, rid, agent, at, flags, failed_at, text FROM messages WHERE k >= ? AND k < ? ORDER BY k',
      )
        .all(firstK(from), firstK(to))
        .map(([k, rid, agent, at, flags, failedAt, text]) => {
          const conversation = conversationOfK(k)
          const channel = channels.get(conversation) ?? null
          return [
            k,
            rid,
            conversation,
            channel,
            agent,
            at,
            directionOf(flags) === 'in',
            failedAt !== null,
            text,
          ]
        })
    },
  },
]

const selectConversations = `SELECT c.id, c.rid, c.contact, c.channel, c.agent, c.category, c.state, c.started_at, c.last_at, c.last_text,
  c.last_direction, c.waiting_since, c.first_response, c.resolution, c.messages, f.data
  FROM conversations c JOIN facts f ON f.conversation = c.id WHERE c.id >= ? AND c.id < ?`

async function copyRows(client: Client, { name, columns }: Table, rows: readonly Cells[]): Promise<void> {
  if (rows.length === 0) return
  const types = Object.values(columns)
  const places = types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')
  await client.query({
    name: `load ${name}`,
    text: `INSERT INTO ${name} SELECT * FROM unnest(${places})`,
    values: types.map((_, index) => rows.map((row) => row[index] ?? null)),
  })
}
