import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { forgetSource, sourceRows } from '../../../src/main/store/forget.ts'
import { openWorkspaceDb } from '../../../src/main/store/open.ts'
import { writeRecordsFile } from '../../../src/main/store/recordsFile.ts'
import { verify } from '../../../src/main/store/verify.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, dump, records, temporaryCache, temporaryFolder, testPorts } from '../../support/database.ts'

const at = Date.UTC(2026, 4, 4, 8)
const day: readonly RecordInput[] = [
  { kind: 'workspace', id: 'w', name: 'Acme', timezone: 'Europe/Berlin' },
  { kind: 'agent', id: 'a1', name: 'Ana', teams: ['t2', 't1'], active: false, updatedAt: at },
  { kind: 'team', id: 't1', name: 'Billing' },
  { kind: 'contact', id: 'k1', name: 'Li', aliases: [{ type: 'phone', value: '+886' }] },
  { kind: 'contact', id: 'k0', aliases: [{ type: 'phone', value: '+886' }], updatedAt: at, tags: ['vip'] },
  {
    kind: 'conversation',
    id: 'v1',
    contact: 'k1',
    channel: 'c1',
    openedAt: at,
    openedBy: { type: 'contact' },
  },
  ...[0, 1, 2].map((index) => ({
    kind: 'message' as const,
    id: `m${index}`,
    conversation: index < 2 ? 'v1' : null,
    contact: 'k1',
    channel: 'c1',
    at: at + index * 60_000,
    direction: index === 1 ? ('out' as const) : ('in' as const),
    author: index === 1 ? { type: 'agent' as const, id: 'a1' } : { type: 'contact' as const },
    content: { type: 'text' as const, text: 'hi' },
  })),
  { kind: 'message_status', message: 'm1', status: 'failed', at, error: { code: 131047, title: 'late' } },
  { kind: 'message_status', message: 'm9', status: 'read', at, pricing: { category: 'utility' } },
  {
    kind: 'assignment',
    conversation: 'v1',
    at,
    to: 'a1',
    team: 't1',
    by: { type: 'automation', id: 'rule 7' },
  },
  { kind: 'comment', id: 'n1', conversation: 'v1', at, agent: 'a1', text: 'look', mentions: ['a2'] },
  { kind: 'rating', id: 'r1', conversation: 'v1', at, score: 4 },
  { kind: 'survey', id: 's1', conversation: 'v1', at },
  { kind: 'presence', agent: 'a1', at, state: 'online' },
  { kind: 'shift', agent: 'a1', from: at, to: at + 3_600_000, extra: { room: 2 } },
  {
    kind: 'working_hours',
    scope: { team: 't1' },
    zone: 'Europe/Berlin',
    week: { fri: [['22:00', '06:00']] },
  },
  { kind: 'link_click', contact: 'k1', message: 'm1', at, url: 'https://shop.example/' },
  { kind: 'conversion', id: 'g1', contact: 'k1', at, goal: 'purchase', value: 12.5, currency: 'EUR' },
  { kind: 'conversation_event', conversation: 'v1', at: at + 90_000, event: 'closed', category: 'billing' },
]

function filled() {
  const cache = temporaryCache()
  expect(apply(cache, records(...day)).rejected).toBe(0)
  return cache
}

function workspace() {
  const db = openWorkspaceDb(temporaryFolder(), 'writer')
  onTestFinished(() => void db.close())
  return db
}

it('finds nothing wrong in what pages made', () => {
  const checks = verify(filled(), workspace(), testPorts)
  expect(checks.filter((check) => !check.ok)).toEqual([])
  expect(checks).toHaveLength(5)
})

it.each([
  [
    'a changed time',
    "UPDATE messages SET at = at + 1 WHERE rid = 'm1'",
    /1 of 2 conversations have other facts/,
  ],
  [
    'a head nobody derived',
    "UPDATE conversations SET waiting_since = 7 WHERE rid = 'v1'",
    /1 of 2 conversations/,
  ],
  ['a lost flag', 'DELETE FROM flags', /2 of 2 conversations/],
  ['a lost contact', 'DELETE FROM contacts', /2 conversations without contact/],
  ['a lost cursor', 'DELETE FROM cursors', /No cursor of test/],
  ['a message twice', "UPDATE messages SET rid = 'm0' WHERE rid = 'm1'", /1 messages twice/],
])('finds %s', (_name, harm, sentence) => {
  const cache = filled()
  cache.exec(harm)
  const wrong = verify(cache, workspace(), testPorts).filter((check) => !check.ok)
  expect(wrong.map((check) => check.detail).join(' ')).toMatch(sentence)
})

it.each(['all.ndjson', 'all.ndjson.gz'])(
  'writes %s, which gives equal rows when it is read',
  async (name) => {
    const cache = filled()
    const folder = temporaryFolder()
    const { records: count } = await writeRecordsFile(cache, join(folder, name))
    const bytes = readFileSync(join(folder, name))
    const lines = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(count)
    const copy = temporaryCache()
    expect(apply(copy, records(...lines.map((line) => JSON.parse(line) as RecordInput))).rejected).toBe(0)
    expect(dump(copy)).toEqual(dump(cache))
    expect(readdirSync(folder)).toEqual([name])
  },
)

it('leaves nothing behind where a file cannot be written', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'taken'))
  await expect(writeRecordsFile(filled(), join(folder, 'taken'))).rejects.toMatchObject({ kind: 'denied' })
  await expect(writeRecordsFile(filled(), join(folder, 'none', 'x'))).rejects.toMatchObject({
    kind: 'denied',
  })
  expect(readdirSync(folder)).toEqual(['taken'])
})

it('forgets a source without a trace', () => {
  const cache = filled()
  expect(sourceRows(cache).map((source) => source.ref)).toEqual(['test'])
  expect(forgetSource(cache, 'test')).toHaveLength(2)
  expect(forgetSource(cache, 'test')).toEqual([])
  const { categories: _shared, ...rest } = dump(cache)
  expect(Object.values(rest).flat()).toEqual([])
})
