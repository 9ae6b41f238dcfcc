import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { groupCommit } from './groupCommit.ts'
import type { Batch, EventLog, LogState, MediaJob, StoredEvent } from './log.ts'
import { createMediaFolder } from './mediaFolder.ts'
import { CollectorRefusal } from './refusal.ts'
import { createWatchers } from './watchers.ts'

const SCHEMA_VERSION = 1
const SCHEMA = `
  CREATE TABLE log (
    only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
    id         TEXT NOT NULL,
    head       INTEGER NOT NULL,
    probed_at  INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE event (
    seq         INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    unreadable  INTEGER NOT NULL,
    payload     TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_unreadable ON event (seq) WHERE unreadable = 1;
  CREATE TABLE media_job (
    media_id  TEXT PRIMARY KEY,
    sha256    TEXT,
    wanted_at INTEGER NOT NULL,
    due_at    INTEGER NOT NULL,
    attempts  INTEGER NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('pending', 'fetched', 'failed')),
    reason    TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX media_job_pending ON media_job (due_at) WHERE state = 'pending';
  CREATE INDEX media_job_failed ON media_job (state) WHERE state = 'failed';
  CREATE TABLE media (
    sha256 TEXT PRIMARY KEY,
    mime   TEXT NOT NULL,
    bytes  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`

/** Opens or creates the log of one folder: `collector.db` for what was received, `media/` for files. */
export function openSqliteLog(folder: string): EventLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = openDatabase(join(folder, 'collector.db'))
  const statements = prepare(database)
  const media = createMediaFolder(join(folder, 'media'))
  const watchers = createWatchers()

  const appendAll = database.transaction((batches: readonly Batch[]) => {
    const count = batches.reduce((total, { events }) => total + events.length, 0)
    const head = statements.moveHead.get(count)?.head ?? 0
    let seq = head - count
    for (const { events, wanted, fetched } of batches) {
      for (const event of events) {
        seq += 1
        statements.insertEvent.run(seq, event.receivedAt, event.kind, event.unreadable ? 1 : 0, event.payload)
      }
      for (const job of wanted) {
        statements.insertJob.run(job.mediaId, job.sha256, job.wantedAt, job.wantedAt)
      }
      for (const mediaId of fetched) statements.jobFetched.run(mediaId)
    }
    return head
  })
  const append = groupCommit((batches: readonly Batch[]) => appendAll.immediate(batches))

  return {
    store: 'sqlite',
    id: statements.log.get()?.id ?? '',
    async append(batch) {
      const head = await append(batch)
      watchers.wakeAll()
      return head
    },
    async read(after, limit, maxBytes) {
      const events: StoredEvent[] = []
      let bytes = 0
      for (const row of statements.read.iterate(after, limit)) {
        bytes += row.bytes
        if (events.length > 0 && bytes > maxBytes) break
        events.push({
          seq: row.seq,
          receivedAt: row.received_at,
          kind: row.kind,
          unreadable: row.unreadable === 1,
          payload: row.payload,
        })
      }
      return events
    },
    head: async () => statements.log.get()?.head ?? 0,
    state: async () => statements.state.get() ?? emptyState,
    async probe(now) {
      statements.probe.run(now)
    },
    watch: (wake) => watchers.add(wake),

    claimMedia: async (now, leaseUntil) => statements.claimJob.get(leaseUntil, now) ?? null,
    nextMediaDue: async () => statements.nextDue.get()?.dueAt ?? null,
    async postponeMedia(mediaId, dueAt, reason) {
      statements.postponeJob.run(dueAt, reason, mediaId)
    },
    async failMedia(mediaId, reason) {
      statements.failJob.run(reason, mediaId)
    },
    async putMedia(sha256, mime, content) {
      await media.put(sha256, content)
      statements.insertMedia.run(sha256, mime, content.byteLength)
    },
    async openMedia(sha256) {
      const row = statements.media.get(sha256)
      const content = row === undefined ? null : await media.open(sha256)
      return row === undefined || content === null ? null : { mime: row.mime, bytes: row.bytes, content }
    },

    async close() {
      database.close()
    },
  }
}

function openDatabase(path: string): Database.Database {
  const database = new Database(path)
  // Messages are nobody else's to read on this machine; the files beside it get the same mode.
  chmodSync(path, 0o600)
  // Two collectors may share a folder while one replaces the other; they wait for each other.
  database.pragma('busy_timeout = 5000')
  database.pragma('journal_mode = WAL')
  // An answered 200 must outlive a power cut: Meta never sends the webhook again.
  database.pragma('synchronous = FULL')
  database.pragma('fullfsync = ON')
  const create = database.transaction(() => {
    const version = Number(database.pragma('user_version', { simple: true }))
    if (version === 0) {
      database.exec(SCHEMA)
      database.prepare('INSERT INTO log VALUES (1, ?, 0, 0)').run(randomUUID())
      database.pragma(`user_version = ${SCHEMA_VERSION}`)
    }
    return version
  })
  const version = create.immediate()
  if (version > SCHEMA_VERSION) {
    database.close()
    throw new CollectorRefusal(
      'The log was written by a newer collector, and was left untouched.',
      'Start that newer version, or name another folder with --data.',
    )
  }
  return database
}

interface EventRow {
  readonly seq: number
  readonly received_at: number
  readonly kind: StoredEvent['kind']
  readonly unreadable: number
  readonly payload: string
  readonly bytes: number
}

const emptyState: LogState = {
  head: 0,
  lastReceivedAt: null,
  unreadable: 0,
  mediaPending: 0,
  mediaFailed: 0,
}

function prepare(database: Database.Database) {
  return {
    log: database.prepare<[], { id: string; head: number }>('SELECT id, head FROM log'),
    moveHead: database.prepare<[number], { head: number }>(
      'UPDATE log SET head = head + ? WHERE only_row = 1 RETURNING head',
    ),
    probe: database.prepare('UPDATE log SET probed_at = ? WHERE only_row = 1'),
    insertEvent: database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?)'),
    read: database.prepare<[number, number], EventRow>(
      'SELECT *, octet_length(payload) AS bytes FROM event WHERE seq > ? ORDER BY seq LIMIT ?',
    ),
    state: database.prepare<[], LogState>(`
      SELECT head,
        (SELECT received_at FROM event ORDER BY seq DESC LIMIT 1) AS lastReceivedAt,
        (SELECT count(*) FROM event WHERE unreadable = 1) AS unreadable,
        (SELECT count(*) FROM media_job WHERE state = 'pending') AS mediaPending,
        (SELECT count(*) FROM media_job WHERE state = 'failed') AS mediaFailed
      FROM log`),
    insertJob: database.prepare(
      "INSERT INTO media_job VALUES (?, ?, ?, ?, 0, 'pending', NULL) ON CONFLICT (media_id) DO NOTHING",
    ),
    claimJob: database.prepare<[number, number], MediaJob>(`
      UPDATE media_job SET due_at = ?, attempts = attempts + 1
      WHERE media_id = (SELECT media_id FROM media_job WHERE state = 'pending' AND due_at <= ? ORDER BY due_at LIMIT 1)
      RETURNING media_id AS mediaId, sha256, wanted_at AS wantedAt, attempts`),
    nextDue: database.prepare<[], { dueAt: number | null }>(
      "SELECT min(due_at) AS dueAt FROM media_job WHERE state = 'pending'",
    ),
    postponeJob: database.prepare('UPDATE media_job SET due_at = ?, reason = ? WHERE media_id = ?'),
    failJob: database.prepare("UPDATE media_job SET state = 'failed', reason = ? WHERE media_id = ?"),
    jobFetched: database.prepare("UPDATE media_job SET state = 'fetched', reason = NULL WHERE media_id = ?"),
    insertMedia: database.prepare('INSERT INTO media VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING'),
    media: database.prepare<[string], { mime: string; bytes: number }>(
      'SELECT mime, bytes FROM media WHERE sha256 = ?',
    ),
  }
}
