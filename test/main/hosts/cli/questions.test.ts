import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QuestionAnswer } from '../../../../src/shared/questions.ts'
import { openOffice, type Office } from './commandLine.ts'

let office: Office
beforeAll(async () => void (office = await openOffice()))
afterAll(() => office.close())

describe('floorwalker sql', () => {
  it('answers a question, as a table, as JSON and as CSV', async () => {
    const question = 'SELECT count(*) AS chats FROM conversations'
    const answer = await office.json<QuestionAnswer>('sql', question)
    expect(answer).toMatchObject({ columns: [{ name: 'chats' }], rows: [[40]], cut: false })
    const shown = await office.call('sql', question)
    expect(shown).toMatchObject({ code: 0, out: expect.stringMatching(/^chats\s+40\s*$/u) as unknown })
    const path = join(office.folder, 'answer.csv')
    await office.json('sql', 'SELECT conversation_number FROM conversations', '--csv', path, '--rows', '3')
    expect(readFileSync(path, 'utf8').trim().split('\r\n')).toHaveLength(4)
  }, 120_000)

  it('says in one sentence what cannot be asked, and what took too long', async () => {
    const refused = await office.call('sql', 'DELETE FROM conversations')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('the console only reads, and nothing was changed')
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'
    const ended = await office.call('sql', endless, '--seconds', '1')
    expect(ended.code).toBe(1)
    expect(ended.err.trim().split('\n').length).toBeLessThanOrEqual(2)
  }, 120_000)
})

describe('floorwalker views', () => {
  it('lists the views, or writes them as tables that any SQLite reads, without customers where that is asked', async () => {
    const { out } = await office.call('views')
    expect(out).toContain('conversations')
    const path = join(office.folder, 'views.sqlite')
    const written = await office.json<{ readonly tables: readonly { name: string; rows: number }[] }>(
      'views',
      path,
      '--hide-names',
    )
    expect(written.tables).toContainEqual({ name: 'conversations', rows: 40 })
    expect(existsSync(`${path}.new`)).toBe(false)
    const db = new Database(path, { readonly: true })
    const columns = db.pragma('table_info(contacts)') as readonly { readonly name: string }[]
    expect(db.prepare('SELECT count(*) AS rows FROM conversations').get()).toEqual({ rows: 40 })
    expect(columns.map(({ name }) => name)).not.toContain('name')
    db.close()
    // The workspace is as it was for whoever opens it next.
    expect((await office.call('verify')).code).toBe(0)
  }, 120_000)
})
