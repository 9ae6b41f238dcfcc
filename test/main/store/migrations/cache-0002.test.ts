import { renameSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import type { WritableDb } from '../../../../src/main/store/database.ts'
import { canonicalJson, hash53 } from '../../../../src/main/store/hash.ts'
import { migrate } from '../../../../src/main/store/migrate.ts'
import { cache0001 } from '../../../../src/main/store/migrations/cache-0001.ts'
import { openCache } from '../../../../src/main/store/open.ts'
import { rebuildNow } from '../../../../src/main/store/rebuild/rebuild.ts'
import type { RecordInput } from '../../../../src/shared/records.ts'
import {
  apply,
  dump,
  records,
  temporaryCache,
  temporaryFolder,
  testPorts,
} from '../../../support/database.ts'

const at = Date.UTC(2026, 4, 4, 8)
const plain: readonly RecordInput[] = [
  { kind: 'presence', agent: 'a1', at, state: 'online' },
  { kind: 'presence', agent: 'a1', at: at + 1000, state: 'away', extra: { since: 'lunch' } },
  { kind: 'shift', agent: 'a1', from: at, to: at + 8 * 3_600_000 },
  {
    kind: 'working_hours',
    scope: { channel: 'c1' },
    zone: 'Europe/Berlin',
    week: { mon: [['09:00', '12:30']], fri: [['22:00', '06:00']] },
    exceptions: [{ date: '2026-12-25', ranges: [] }],
  },
  { kind: 'working_hours', zone: 'Asia/Taipei', week: {} },
  { kind: 'link_click', contact: 'k1', message: 'm1', at, url: 'https://shop.example/?a=1', campaign: 'may' },
  { kind: 'link_click', contact: 'k1', at, url: 'https://shop.example/' },
  { kind: 'conversion', id: 'g1', contact: 'k1', at, goal: 'purchase', value: 12.5, currency: 'EUR' },
  { kind: 'conversion', id: 'g2', contact: 'k1', conversation: 'v1', at, goal: 'visit', value: 3 },
]
const messages: readonly RecordInput[] = [
  { kind: 'agent', id: 'a1' },
  ...['one', 'two', 'one'].map((name, index) => ({
    kind: 'message' as const,
    id: `m${index}`,
    conversation: 'v1',
    at: at + index,
    direction: 'out' as const,
    content: { type: 'template' as const, template: { name, language: 'de' } },
  })),
  ...[
    { category: 'marketing', billable: true, country: 'de' },
    { category: 'service', billable: false, country: 'somewhere' },
    { billable: true },
    { type: 'regular' },
  ].map((pricing, index) => ({
    kind: 'message_status' as const,
    message: `m${index}`,
    status: 'sent' as const,
    at,
    pricing,
  })),
  {
    kind: 'message',
    id: 'm3',
    conversation: 'v1',
    at,
    direction: 'in',
    content: { type: 'text', text: 'Where is it?' },
  },
]

/** What the first version's code wrote for these records. */
function firstVersion(folder: string): void {
  const made = openCache(folder, 'writer')
  apply(made, records(...messages))
  const file = join(folder, 'cache.db')
  const old = new Database(join(folder, 'old.db')) as unknown as WritableDb
  old.pragma('page_size = 8192')
  old.pragma('application_id = 1181511491')
  migrate(old, [cache0001])
  old.exec(`ATTACH '${file}' AS made`)
  for (const table of ['sources', 'cursors', 'agents', 'conversations', 'messages', 'early_statuses']) {
    const columns = (old.pragma(`table_info(${table})`) as { readonly name: string }[])
      .map(({ name }) => name)
      .join(', ')
    old.exec(`INSERT INTO ${table}(${columns}) SELECT ${columns} FROM made.${table}`)
  }
  for (const record of records(...plain))
    old
      .prepare('INSERT INTO other_records VALUES (1, ?, ?, ?)')
      .run(
        record.kind,
        hash53(record.kind === 'conversion' ? record.id : canonicalJson(record)),
        canonicalJson(record),
      )
  old.exec("INSERT INTO facts VALUES (1, x'0102')")
  old.exec('DETACH made')
  old.close()
  made.close()
  renameSync(join(folder, 'old.db'), file)
}

it('brings a workspace of the first version to the rows its records give today', () => {
  const folder = temporaryFolder()
  firstVersion(folder)
  const migrated = openCache(folder, 'writer')
  onTestFinished(() => void migrated.close())
  expect(migrated.prepare('SELECT count(*) FROM facts').pluck().get()).toBe(0)

  const fresh = temporaryCache()
  apply(fresh, records(...messages, ...plain))
  const unread = (cache: WritableDb) =>
    cache.exec('UPDATE messages SET text_version = 0, language = NULL, sentiment = NULL')
  unread(migrated)
  unread(fresh)
  rebuildNow(migrated, testPorts)
  rebuildNow(fresh, testPorts)
  expect(dump(migrated)).toEqual(dump(fresh))
  expect(migrated.prepare('SELECT kind, text FROM words ORDER BY id').raw().all()).toEqual([
    ['template', 'one'],
    ['template', 'two'],
    ['pricing', 'marketing DE'],
    ['pricing', 'service'],
    ['pricing', 'unknown'],
  ])
  // They are the records they were: told again, they say nothing new.
  expect(apply(migrated, records(...plain))).toMatchObject({ applied: 0 })
})
