/** How fast pages go into the store, and how fast SQLite alone takes the same messages. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { deriveFacts } from '../../src/main/metrics/derive.ts'
import { packFacts } from '../../src/main/metrics/pack.ts'
import { applyPage } from '../../src/main/store/apply.ts'
import { openCache } from '../../src/main/store/open.ts'
import { defaultSettings } from '../../src/main/store/settings.ts'
import type { SourceRecord } from '../../src/shared/records.ts'
import { companyRecords } from './synthetic.ts'

export const perPage = 5000

export interface Ingest {
  readonly records: number
  readonly messages: number
  /** Time inside the store alone: making up the records is not counted. */
  readonly seconds: number
  /** Processor time of the same: what others take on this machine is not in it. */
  readonly cpuSeconds: number
  readonly longestPageMs: number
  readonly largestWalBytes: number
}

/** Applies pages as the writer does, facts included. */
export function measureIngest(dir: string, pages: Iterable<readonly SourceRecord[]>): Ingest {
  const cache = openCache(dir, 'writer')
  const ports = {
    derive: deriveFacts,
    pack: packFacts,
    settings: defaultSettings,
    now: () => 0,
    version: 'bench',
  }
  let measured: Ingest = {
    records: 0,
    messages: 0,
    seconds: 0,
    cpuSeconds: 0,
    longestPageMs: 0,
    largestWalBytes: 0,
  }
  const apply = (records: readonly SourceRecord[], cursor: string) => {
    const page = {
      records,
      rejects: [],
      notices: [],
      cursor,
      more: true,
      completeTo: null,
      backfilledTo: null,
      progress: null,
    }
    applyPage(cache, { source: 'records', stream: 'bench', page }, ports)
  }
  apply(companyRecords(), '0')
  for (const records of pages) {
    const messages = records.reduce((count, { kind }) => count + (kind === 'message' ? 1 : 0), 0)
    const cpuBefore = process.cpuUsage()
    const startedAt = performance.now()
    apply(records, String(measured.records))
    const ms = performance.now() - startedAt
    const { user, system } = process.cpuUsage(cpuBefore)
    const wal = statSync(join(dir, 'cache.db-wal'), { throwIfNoEntry: false })?.size ?? 0
    measured = {
      records: measured.records + records.length,
      messages: measured.messages + messages,
      seconds: measured.seconds + ms / 1000,
      cpuSeconds: measured.cpuSeconds + (user + system) / 1e6,
      longestPageMs: Math.max(measured.longestPageMs, ms),
      largestWalBytes: Math.max(measured.largestWalBytes, wal),
    }
  }
  cache.close()
  return measured
}

/** The bare limit: the same message rows, one table, no index, one prepared insert, one transaction a page. Rows a second. */
export function measureBareInserts(file: string, pages: Iterable<readonly SourceRecord[]>): number {
  const db = new Database(file)
  db.pragma('page_size = 8192')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('wal_autocheckpoint = 6000')
  db.exec(
    'CREATE TABLE messages(k INTEGER PRIMARY KEY, rid TEXT, conversation TEXT, at INTEGER, direction TEXT, agent TEXT, text TEXT)',
  )
  const insert = db.prepare('INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?)')
  let k = 0
  let seconds = 0
  const write = (rows: readonly (readonly unknown[])[]) => {
    const run = db.transaction(() => {
      for (const row of rows) insert.run(...row)
    })
    const startedAt = performance.now()
    run.immediate()
    seconds += (performance.now() - startedAt) / 1000
  }
  let rows: unknown[][] = []
  for (const records of pages)
    for (const record of records) {
      if (record.kind !== 'message') continue
      k += 1
      rows.push([
        k,
        record.id,
        record.conversation,
        record.at,
        record.direction,
        record.author.id,
        record.content.text,
      ])
      if (rows.length < perPage) continue
      write(rows)
      rows = []
    }
  write(rows)
  db.close()
  return k / seconds
}
