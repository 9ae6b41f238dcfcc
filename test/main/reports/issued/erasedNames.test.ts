import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openWriter } from '../../../../src/main/engine/openWriter.ts'
import type { WriterApi } from '../../../../src/main/engine/writerApi.ts'
import { blankErased } from '../../../../src/main/reports/issued/erasedNames.ts'
import type { NewIssue } from '../../../../src/main/reports/issued/issue.ts'
import { readKept } from '../../../../src/main/reports/issued/issuedRows.ts'
import { readIssued } from '../../../../src/main/reports/issued/issuedReads.ts'
import { createIssuedWrites } from '../../../../src/main/reports/issued/issuedStore.ts'
import { openCache, openWorkspaceDb } from '../../../../src/main/store/open.ts'
import type { RecordInput } from '../../../../src/shared/records.ts'
import type { ReportTable } from '../../../../src/shared/reporting.ts'
import { apply, records, temporaryFolder } from '../../../support/database.ts'
import { draft, issueOf, monday, scope, tables } from './reportFixture.ts'

const chat = (name: string): RecordInput[] => [
  { kind: 'contact', id: name, name: `${name} Lopez` },
  {
    kind: 'message',
    id: `message of ${name}`,
    conversation: `chat of ${name}`,
    contact: name,
    channel: 'line',
    at: monday,
    direction: 'in',
    author: { type: 'contact', id: name },
    content: { type: 'text', text: 'hello' },
  },
]
const erasure = (name: string): RecordInput => ({
  kind: 'removed',
  of: 'contact',
  id: name,
  at: monday + 1,
  reason: 'erasure',
})

const latest = (customer: string | null): ReportTable => ({
  block: 'latest',
  title: 'Latest chats',
  columns: [
    { title: 'When', kind: 'time' },
    { title: 'Customer', kind: 'text' },
    { title: 'Agent', kind: 'text' },
    { title: 'First response', kind: 'duration' },
  ],
  rows: [[monday, customer, 'Maria Lopez', 64]],
})

const withChats = {
  ...draft,
  blocks: [
    { id: 'latest', title: null, width: 'full', kind: 'chats', metric: 'first_response_time', most: 5 },
  ] as const,
}

/** A report that names a contact, whose agent is called alike. */
function naming(name: string, file: string, shown = `${name} Lopez`): NewIssue {
  const base = issueOf(new TextEncoder().encode(file))
  return {
    ...base,
    hideNames: false,
    inputs: { ...base.inputs, query: { ...base.inputs.query, draft: withChats, scope, hideNames: false } },
    figures: {
      tables: [...tables, latest(shown)],
      footnotes: [
        {
          number: 1,
          id: 'ABABAB-1',
          about: shown,
          total: 1,
          conversations: [`chat of ${name}`],
          when: { from: monday, to: monday },
          contacts: [{ name: shown, conversation: `chat of ${name}`, at: monday }],
        },
      ],
    },
  }
}

let dir = ''
beforeEach(() => {
  dir = temporaryFolder()
})

function open() {
  const [cache, workspaceDb] = [openCache(dir, 'writer'), openWorkspaceDb(dir, 'writer')]
  onTestFinished(() => {
    cache.close()
    workspaceDb.close()
  })
  const makeAgain = async () => naming('Maria', '', 'Maria')
  return {
    cache,
    workspaceDb,
    writes: createIssuedWrites({ workspaceDb, now: () => monday }),
    reads: readIssued({ workspaceDb, makeAgain }),
    forget: () => blankErased({ cache, workspaceDb, now: monday + 2 }),
  }
}

describe('the names of an erased contact in what was issued', () => {
  it('go with the file; figures, hash and who else was named in other files stay', async () => {
    const { cache, workspaceDb, writes, reads, forget } = open()
    apply(cache, records(...chat('Maria'), ...chat('Jon')))
    const marias = await writes.keepIssued(naming('Maria', 'the file of Maria'))
    const jons = await writes.keepIssued(naming('Jon', 'the file of Jon'))
    expect(forget()).toBe(0)
    apply(cache, records(erasure('Maria')))
    expect(forget()).toBe(1)
    expect(forget()).toBe(0)
    const kept = readKept(workspaceDb, marias.issued.id)
    expect(kept?.issued).toEqual({ ...marias.issued, erasedAt: monday + 2 })
    expect(kept?.figures.tables).toEqual([...tables, latest('–')])
    expect(kept?.figures.footnotes).toMatchObject([
      { about: '–', conversations: ['chat of Maria'], contacts: [] },
    ])
    expect((await reads.issuedFile({ id: jons.issued.id })).issued).toEqual(jons.issued)
    expect(readKept(workspaceDb, jons.issued.id)?.figures.footnotes[0]?.about).toBe('Jon Lopez')
  })

  it('are told of by the list, by a check and in place of the file', async () => {
    const { cache, writes, reads, forget } = open()
    apply(cache, records(...chat('Maria')))
    const { issued } = await writes.keepIssued(naming('Maria', 'the file of Maria'))
    apply(cache, records(erasure('Maria')))
    forget()
    const { rows } = await reads.issuedReports({ after: null, limit: 9 })
    expect(rows).toMatchObject([{ id: issued.id, erasedAt: monday + 2 }])
    await expect(reads.issuedFile({ id: issued.id })).rejects.toThrow(
      'told the name of a contact who was erased since. Its figures and its hash are kept.',
    )
    const file = Buffer.from('the file of Maria').toString('base64')
    expect(await reads.checkReport({ file })).toMatchObject({
      file: 'issued',
      issued: { erasedAt: monday + 2 },
      figures: 'hold',
      differences: [],
    })
  })

  it('stay in no byte of the workspace, and reports with names hidden stay whole', async () => {
    const { cache, workspaceDb, writes, reads, forget } = open()
    apply(cache, records(...chat('Maria')))
    await writes.keepIssued(naming('Maria', 'of Maria '.repeat(5000)))
    const hidden = await writes.keepIssued(issueOf(new TextEncoder().encode('nobody')))
    apply(cache, records(erasure('Maria')))
    forget()
    for (const name of ['workspace.db', 'workspace.db-wal'])
      expect(readFileSync(join(dir, name)).includes('of Maria of Maria')).toBe(false)
    expect(Buffer.from((await reads.issuedFile({ id: hidden.issued.id })).bytes).toString()).toBe('nobody')
    expect(workspaceDb.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('go as the erasure arrives, and at the next start where it did not come to that', async () => {
    const told: string[] = []
    const start = async (): Promise<WriterApi> =>
      openWriter({ dir, version: 'test', what: 'the test', mode: 'write' }, (event) => void told.push(event))
    const bring = async (writer: WriterApi, ...inputs: readonly RecordInput[]) => {
      const file = join(dir, `${inputs.length}.ndjson`)
      writeFileSync(file, inputs.map((input) => `${JSON.stringify(input)}\n`).join(''))
      expect(await writer.importFiles([file])).toMatchObject({ quarantined: 0 })
    }
    const first = await start()
    await bring(first, ...chat('Maria'), ...chat('Jon'))
    await first.keepIssued(naming('Maria', 'the file of Maria'))
    expect(told).not.toContain('blanked')
    await bring(first, erasure('Maria'))
    expect(told.filter((event) => event === 'blanked')).toHaveLength(1)
    // As if it had ended between the two databases.
    await first.keepIssued(naming('Maria', 'another file of Maria'))
    await first.close()
    const second = await start()
    await second.startSync({})
    await second.close()
    const { reads } = open()
    const { rows } = await reads.issuedReports({ after: null, limit: 9 })
    expect(rows.map(({ erasedAt }) => erasedAt === undefined)).toEqual([false, false])
  })
})
