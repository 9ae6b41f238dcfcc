import { randomUUID } from 'node:crypto'
import { Pool, types, type CustomTypesConfig } from 'pg'
import { groupCommit } from './groupCommit.ts'
import type { Batch, EventLog, LogState, MediaJob, StoredEvent } from './log.ts'
import { openPostgresMedia, putPostgresMedia } from './postgresMedia.ts'
import { listenForAppends, APPEND_CHANNEL } from './postgresListen.ts'
import { CollectorRefusal } from './refusal.ts'
import { createWatchers } from './watchers.ts'

const SCHEMA_VERSION = 1
/** Any number, the same for every collector: only one of them creates the tables. */
const SCHEMA_LOCK = 7_262_013
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collector_log (
    only_row  integer PRIMARY KEY CHECK (only_row = 1),
    version   integer NOT NULL,
    id        text NOT NULL,
    head      bigint NOT NULL,
    probed_at bigint NOT NULL
  );
  CREATE TABLE IF NOT EXISTS collector_event (
    seq         bigint PRIMARY KEY,
    received_at bigint NOT NULL,
    kind        text NOT NULL,
    unreadable  boolean NOT NULL,
    payload     text NOT NULL
  );
  CREATE INDEX IF NOT EXISTS collector_event_unreadable ON collector_event (seq) WHERE unreadable;
  CREATE TABLE IF NOT EXISTS collector_media_job (
    media_id  text PRIMARY KEY,
    sha256    text,
    wanted_at bigint NOT NULL,
    due_at    bigint NOT NULL,
    attempts  integer NOT NULL DEFAULT 0,
    state     text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'fetched', 'failed')),
    reason    text
  );
  CREATE INDEX IF NOT EXISTS collector_media_job_pending ON collector_media_job (due_at) WHERE state = 'pending';
  CREATE INDEX IF NOT EXISTS collector_media_job_failed ON collector_media_job (media_id) WHERE state = 'failed';
  CREATE TABLE IF NOT EXISTS collector_media (
    sha256 text PRIMARY KEY,
    mime   text NOT NULL,
    bytes  bigint NOT NULL
  );
  CREATE TABLE IF NOT EXISTS collector_media_part (
    sha256  text NOT NULL REFERENCES collector_media ON DELETE CASCADE,
    part    integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (sha256, part)
  );
`

/**
 * One statement, so one transaction and one round trip. The row of `collector_log` is locked from its update to the
 * commit: a `seq` is given only after every smaller one was committed, so no reader can see a row and miss an earlier one,
 * whichever collector wrote it. A rolled-back append gives its numbers back, so there are no gaps either.
 */
const APPEND = `
  WITH moved AS (
    UPDATE collector_log SET head = head + cardinality($1::bigint[]) WHERE only_row = 1
    RETURNING head, head - cardinality($1::bigint[]) AS base
  ), stored AS (
    INSERT INTO collector_event (seq, received_at, kind, unreadable, payload)
    SELECT base + place, received_at, kind, unreadable, payload
    FROM moved, unnest($1::bigint[], $2::text[], $3::boolean[], $4::text[])
      WITH ORDINALITY AS new (received_at, kind, unreadable, payload, place)
  ), wanted AS (
    INSERT INTO collector_media_job (media_id, sha256, wanted_at, due_at)
    SELECT media_id, sha256, wanted_at, wanted_at
    FROM unnest($5::text[], $6::text[], $7::bigint[]) AS new (media_id, sha256, wanted_at)
    ON CONFLICT (media_id) DO NOTHING
  ), fetched AS (
    UPDATE collector_media_job SET state = 'fetched', reason = NULL WHERE media_id = ANY ($8::text[])
  )
  SELECT head, pg_notify('${APPEND_CHANNEL}', '') FROM moved`

/** Only as many rows as fit: the sizes are known without reading the texts. */
const READ = `
  SELECT event.seq, received_at, kind, unreadable, payload
  FROM collector_event AS event JOIN (
    SELECT seq, row_number() OVER page AS place, sum(octet_length(payload)) OVER page AS bytes
    FROM (SELECT seq, payload FROM collector_event WHERE seq > $1 ORDER BY seq LIMIT $2) AS next
    WINDOW page AS (ORDER BY seq)
  ) AS page ON page.seq = event.seq
  WHERE page.place = 1 OR page.bytes <= $3
  ORDER BY event.seq`

const STATE = `
  SELECT head,
    (SELECT received_at FROM collector_event ORDER BY seq DESC LIMIT 1) AS "lastReceivedAt",
    (SELECT count(*) FROM collector_event WHERE unreadable) AS unreadable,
    (SELECT count(*) FROM collector_media_job WHERE state = 'pending') AS "mediaPending",
    (SELECT count(*) FROM collector_media_job WHERE state = 'failed') AS "mediaFailed"
  FROM collector_log`

const CLAIM = `
  UPDATE collector_media_job SET due_at = $1, attempts = attempts + 1
  WHERE media_id = (
    SELECT media_id FROM collector_media_job WHERE state = 'pending' AND due_at <= $2
    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  RETURNING media_id AS "mediaId", sha256, wanted_at AS "wantedAt", attempts`

/** `onTrouble` is told of lost connections; they are made again by themselves. */
export async function openPostgresLog(url: string, onTrouble: (error: unknown) => void): Promise<EventLog> {
  const pool = new Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    types: numbersForBigints,
    // A server may be set to answer before a row is on its disk; an answered 200 must not rest on that.
    options: '-c synchronous_commit=on',
  })
  pool.on('error', onTrouble)
  const id = await createTables(pool).catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  const watchers = createWatchers()
  const stopListening = listenForAppends(url, () => watchers.wakeAll(), onTrouble)
  const append = groupCommit((batches: readonly Batch[]) => appendAll(pool, batches))

  return {
    store: 'postgres',
    id,
    async append(batch) {
      const head = await append(batch)
      watchers.wakeAll()
      return head
    },
    async read(after, limit, maxBytes) {
      const { rows } = await pool.query<EventRow>(READ, [after, limit, maxBytes])
      return rows.map(({ received_at: receivedAt, ...row }) => ({ ...row, receivedAt }))
    },
    async head() {
      const { rows } = await pool.query<{ head: number }>('SELECT head FROM collector_log')
      return rows[0]?.head ?? 0
    },
    async state() {
      const { rows } = await pool.query<LogState>(STATE)
      const [state] = rows
      if (state === undefined) throw new Error('the log has lost its head row')
      return state
    },
    async probe(now) {
      await pool.query('UPDATE collector_log SET probed_at = $1 WHERE only_row = 1', [now])
    },
    watch: (wake) => watchers.add(wake),

    async claimMedia(now, leaseUntil) {
      const { rows } = await pool.query<MediaJob>(CLAIM, [leaseUntil, now])
      return rows[0] ?? null
    },
    async nextMediaDue() {
      const { rows } = await pool.query<{ dueAt: number | null }>(
        `SELECT min(due_at) AS "dueAt" FROM collector_media_job WHERE state = 'pending'`,
      )
      return rows[0]?.dueAt ?? null
    },
    async postponeMedia(mediaId, dueAt, reason) {
      await pool.query('UPDATE collector_media_job SET due_at = $1, reason = $2 WHERE media_id = $3', [
        dueAt,
        reason,
        mediaId,
      ])
    },
    async failMedia(mediaId, reason) {
      await pool.query("UPDATE collector_media_job SET state = 'failed', reason = $1 WHERE media_id = $2", [
        reason,
        mediaId,
      ])
    },
    putMedia: (sha256, mime, content) => putPostgresMedia(pool, sha256, mime, content),
    openMedia: (sha256) => openPostgresMedia(pool, sha256),

    async close() {
      await stopListening()
      await pool.end()
    },
  }
}

interface EventRow {
  readonly seq: number
  readonly received_at: number
  readonly kind: StoredEvent['kind']
  readonly unreadable: boolean
  readonly payload: string
}

/** Sequence numbers, times and counts stay far below 2^53. */
const numbersForBigints: CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)),
}

async function appendAll(pool: Pool, batches: readonly Batch[]): Promise<number> {
  const events = batches.flatMap((batch) => batch.events)
  const wanted = batches.flatMap((batch) => batch.wanted)
  const fetched = batches.flatMap((batch) => batch.fetched)
  const { rows } = await pool.query<{ head: number }>(APPEND, [
    events.map((event) => event.receivedAt),
    events.map((event) => event.kind),
    events.map((event) => event.unreadable),
    events.map((event) => event.payload),
    wanted.map((job) => job.mediaId),
    wanted.map((job) => job.sha256),
    wanted.map((job) => job.wantedAt),
    fetched,
  ])
  const [moved] = rows
  if (moved === undefined) throw new Error('the log has lost its head row')
  return moved.head
}

/** Creates what is missing and answers the log's id. */
async function createTables(pool: Pool): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [SCHEMA_LOCK])
    await client.query(SCHEMA)
    await client.query(
      'INSERT INTO collector_log VALUES (1, $1, $2, 0, 0) ON CONFLICT (only_row) DO NOTHING',
      [SCHEMA_VERSION, randomUUID()],
    )
    const { rows } = await client.query<{ version: number; id: string }>(
      'SELECT version, id FROM collector_log',
    )
    await client.query('COMMIT')
    const [log] = rows
    if (log === undefined || log.version > SCHEMA_VERSION) {
      throw new CollectorRefusal(
        'The log was written by a newer collector, and was left untouched.',
        'Start that newer version, or name another database in DATABASE_URL.',
      )
    }
    return log.id
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
