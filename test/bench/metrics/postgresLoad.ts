/**
 * The facts in the tables and with the indexes Chatwoot has: first responses and resolutions as `reporting_events`, statuses
 * on `messages`, ratings as `csat_survey_responses`. Where Chatwoot keeps too little to give the same figures (who had the
 * conversation when a message came, the team it counted for) the row has one more column, which spares it a join. Its
 * indexes for text search and for ids of the cloud are left out: no question here reads them.
 */
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { eachRow, messageStates, type Credited, type Sink, type StartRow } from './rows.ts'

const times = 'created_at timestamp NOT NULL, updated_at timestamp NOT NULL'
const tables = {
  messages: `id bigint, content text, account_id int NOT NULL, inbox_id int NOT NULL, conversation_id int NOT NULL, message_type int NOT NULL,
    ${times}, private boolean NOT NULL, status int, content_type int NOT NULL, content_attributes json, sender_type text, sender_id bigint,
    credited_id bigint, team_id bigint`,
  conversations: `id int, account_id int NOT NULL, inbox_id int NOT NULL, status int NOT NULL, assignee_id int, ${times}, contact_id bigint,
    display_id int NOT NULL, team_id bigint, cached_label_list text`,
  reporting_events: `id bigint, name text, value float, value_in_business_hours float, account_id int, inbox_id int, user_id int,
    conversation_id int, ${times}, event_start_time timestamp, event_end_time timestamp, team_id bigint`,
  csat_survey_responses: `id bigint, account_id bigint NOT NULL, conversation_id bigint NOT NULL, rating int NOT NULL, contact_id bigint,
    assigned_agent_id bigint, ${times}, team_id bigint`,
} as const
type Table = keyof typeof tables

const indexes: readonly string[] = [
  ...Object.keys(tables).map((table) => `ALTER TABLE ${table} ADD PRIMARY KEY (id)`),
  'ALTER TABLE contacts ADD PRIMARY KEY (id)',
  ...(
    [
      [
        'messages',
        [
          'account_id, content_type, created_at',
          'account_id, created_at, message_type',
          'account_id, inbox_id',
        ],
      ],
      [
        'messages',
        [
          'account_id',
          'conversation_id, account_id, message_type, created_at',
          'conversation_id',
          'created_at',
        ],
      ],
      ['messages', ['inbox_id', 'sender_type, sender_id']],
      [
        'conversations',
        [
          'account_id',
          'id, account_id',
          'account_id, inbox_id, status, assignee_id',
          'assignee_id, account_id',
        ],
      ],
      [
        'conversations',
        ['account_id, display_id', 'contact_id', 'inbox_id', 'status, account_id', 'team_id'],
      ],
      [
        'reporting_events',
        ['account_id', 'account_id, name, created_at', 'account_id, name, inbox_id, created_at'],
      ],
      ['reporting_events', ['conversation_id', 'created_at', 'inbox_id', 'name', 'user_id']],
      [
        'csat_survey_responses',
        ['account_id', 'assigned_agent_id', 'contact_id', 'conversation_id', 'created_at'],
      ],
    ] as const
  ).flatMap(([table, lists]) => lists.map((columns) => `CREATE INDEX ON ${table} (${columns})`)),
]

/** Makes the tables, fills them from the workspace and indexes them. */
export async function load(client: Client, dir: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'floorwalker-copy-'))
  // The server runs as a user of its own and reads the files itself.
  chmodSync(folder, 0o755)
  try {
    const files = Object.fromEntries(
      Object.keys(tables).map((table) => [table, new CopyFile(join(folder, table))]),
    ) as Record<Table, CopyFile>
    eachRow(dir, sinkTo(files))
    for (const [table, file] of Object.entries(files)) {
      file.close()
      await client.query(`CREATE TABLE ${table} (${tables[table as Table]})`)
      await client.query(`COPY ${table} FROM '${file.path}'`)
      rmSync(file.path)
    }
    await client.query(
      `CREATE TABLE contacts AS SELECT contact_id::bigint AS id, 1 AS account_id, min(created_at) AS created_at FROM (
       SELECT contact_id, created_at FROM conversations UNION ALL SELECT c.contact_id, e.created_at FROM reporting_events e
       JOIN conversations c ON c.id = e.conversation_id WHERE e.name = 'conversation_opened') AS starts
       WHERE contact_id IS NOT NULL GROUP BY contact_id`,
    )
    for (const index of indexes) await client.query(index)
    await client.query('VACUUM ANALYZE')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file in the server's own text format, written in large pieces. */
class CopyFile {
  readonly path: string
  readonly #file: number
  #lines: string[] = []
  #rows = 0

  constructor(path: string) {
    this.path = path
    this.#file = openSync(path, 'w', 0o644)
  }

  /** Writes a row, its number first; null is none. */
  add(...values: readonly (string | number | null)[]): void {
    this.#rows += 1
    this.#lines.push(`${this.#rows}\t${values.map((value) => value ?? '\\N').join('\t')}\n`)
    if (this.#lines.length === 10_000) this.#flush()
  }

  /** Writes a row that has a number of its own. */
  addNumbered(...values: readonly (string | number | null)[]): void {
    this.#lines.push(`${values.map((value) => value ?? '\\N').join('\t')}\n`)
    if (this.#lines.length === 10_000) this.#flush()
  }

  close(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #flush(): void {
    writeSync(this.#file, this.#lines.join(''))
    this.#lines = []
  }
}

/** As much text as a message has; what it says is not asked for. */
const content = 'about fifty letters of text, as in a usual message'

function sinkTo(files: Record<Table, CopyFile>): Sink {
  const eventOf = (row: Credited, name: string, ms: number) => {
    const at = timeOf(row.at)
    const { channel, conversation } = row
    const start = timeOf(row.at - ms)
    const user = orNull(row.agent)
    files.reporting_events.add(
      name,
      ms / 1000,
      ms / 1000,
      1,
      channel,
      user,
      conversation,
      at,
      at,
      start,
      at,
      orNull(row.team),
    )
  }
  let categories: ReadonlyMap<number, string> = new Map()
  return {
    names: (dictionary) =>
      void (categories = new Map(dictionary.categories.map(({ row, name }) => [row, name]))),
    message({ at, agent, team, channel, conversation, state }) {
      const inbound = state === 'received'
      const time = timeOf(at)
      const status = inbound ? 0 : messageStates.indexOf(state) - 1
      const sender = inbound ? 'Contact' : agent < 0 ? null : 'User'
      const who = orNull(agent)
      const type = inbound ? 0 : 1
      files.messages.add(
        content,
        1,
        channel,
        conversation,
        type,
        time,
        time,
        'f',
        status,
        0,
        '{}',
        sender,
        inbound ? null : who,
        who,
        orNull(team),
      )
    },
    reply: (row) => eventOf(row, 'first_response', row.ms),
    close: (row) => eventOf(row, 'conversation_resolved', row.ms),
    start(row) {
      if (row.first) addConversation(files.conversations, row, categories)
      else eventOf(row, 'conversation_opened', 0)
    },
    rating({ at, agent, team, conversation, score }) {
      const time = timeOf(at)
      files.csat_survey_responses.add(1, conversation, score, null, orNull(agent), time, time, orNull(team))
    },
  }
}

function addConversation(file: CopyFile, row: StartRow, categories: ReadonlyMap<number, string>): void {
  const { conversation, channel, agent, team, contact } = row
  const time = timeOf(row.at)
  const label = categories.get(row.category) ?? null
  file.addNumbered(
    conversation,
    1,
    channel,
    1,
    orNull(agent),
    time,
    time,
    orNull(contact),
    conversation,
    orNull(team),
    label,
  )
}

/** As PostgreSQL reads it; every time is UTC. */
export function timeOf(at: number): string {
  return new Date(at).toISOString().slice(0, -1)
}

function orNull(row: number): number | null {
  return row < 0 ? null : row
}
