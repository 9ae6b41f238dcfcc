/** What could not be read as a record, and what a source said about itself. */
import { createHash } from 'node:crypto'
import type { Notice, Reject } from '../sources/source.ts'
import { sql } from './database.ts'
import type { Work } from './work.ts'

const longest = 2 ** 20

/** Keeps what was received with its reason. Received again, it is one entry seen twice. */
export function quarantine(work: Work, reject: Reject, now: number, version: string): void {
  sql(
    work.db,
    `INSERT INTO quarantine(source, hash, at, reason, raw, version) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT(source, hash) DO UPDATE SET at = excluded.at, reason = excluded.reason, version = excluded.version, times = times + 1`,
  ).run(
    work.source,
    createHash('sha256').update(reject.raw).digest('hex'),
    now,
    reject.reason,
    reject.raw.slice(0, longest),
    version,
  )
}

export function keepNotice(work: Work, notice: Notice): void {
  sql(
    work.db,
    `INSERT INTO notices(source, rid, at, severity, kind, text) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT(source, rid) DO UPDATE SET at = excluded.at, severity = excluded.severity, kind = excluded.kind, text = excluded.text
     WHERE (excluded.at, excluded.severity, excluded.kind, excluded.text) > (at, severity, kind, text)`,
  ).run(work.source, notice.id, notice.at, notice.severity, notice.kind, notice.text)
}
