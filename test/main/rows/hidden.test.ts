/** With names hidden nothing of a customer is in a file: no name, number, id or word, in no format. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rowColumns } from '../../../src/main/rows/writeRows.ts'
import { datasets, rowFormats } from '../../../src/shared/reporting.ts'
import { withWorkspace } from '../../reference/workspaces.ts'
import { readCsv, readParquet, readSheet } from '../../support/tables.ts'
import { unzipped } from '../../support/zip.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 9, minute)).toISOString()
const said = (id: string, minute: number, direction: 'in' | 'out', text: string) => ({
  kind: 'message',
  id: `wamid.SECRET-${id}`,
  conversation: '+49 SECRET 1',
  contact: 'SECRET-contact',
  channel: 'c1',
  at: at(minute),
  direction,
  author: direction === 'in' ? { type: 'contact', id: 'SECRET-contact' } : { type: 'agent', id: 'a1' },
  content: { type: 'text', text },
})
const records = [
  { kind: 'channel', id: 'c1', platform: 'whatsapp', name: '=cmd|calc!A0' },
  { kind: 'agent', id: 'a1', name: '\u202E<b>"Ana"</b>, =1+1', teams: [] },
  { kind: 'contact', id: 'SECRET-contact', name: 'SECRET name', phone: '+49SECRET', language: 'de' },
  {
    kind: 'conversation',
    id: '+49 SECRET 1',
    contact: 'SECRET-contact',
    channel: 'c1',
    openedAt: at(0),
    openedBy: { type: 'contact', id: 'SECRET-contact' },
  },
  said('1', 0, 'in', 'SECRET question'),
  said('2', 3, 'out', 'SECRET answer'),
]
const scope = {
  from: Date.UTC(2026, 4, 1),
  to: Date.UTC(2026, 5, 1),
  zone: 'Europe/Berlin',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}

describe('rows with names hidden', () => {
  it('hold nothing of a customer, and can still be joined', async () => {
    await withWorkspace([records], {}, async ({ dir, reader }) => {
      for (const dataset of datasets)
        for (const format of rowFormats) {
          const path = join(dir, `${dataset}.${format}`)
          await reader.writeRows({ dataset, format, scope, language: 'en', hideNames: true, path })
          const bytes = readFileSync(path)
          const texts =
            format === 'xlsx'
              ? [1, 2].map((sheet) => unzipped(bytes, `xl/worksheets/sheet${sheet}.xml`))
              : [bytes.toString('latin1')]
          for (const text of texts) expect(text, `${dataset} ${format}`).not.toContain('SECRET')
        }
      const conversations = await readParquet(join(dir, 'conversations.parquet'))
      const messages = await readParquet(join(dir, 'messages.parquet'))
      expect(JSON.stringify([conversations, messages])).not.toContain('SECRET')
      const [first] = conversations.rows
      expect(messages.rows.map((row) => [row['conversation_number'], row['contact_number']])).toEqual([
        [first?.['conversation_number'], first?.['contact_number']],
        [first?.['conversation_number'], first?.['contact_number']],
      ])
    })
  }, 60_000)

  it('have them where they are asked for, literally, and no formula', async () => {
    await withWorkspace([records], {}, async ({ dir, reader }) => {
      for (const dataset of datasets) {
        const path = (format: string) => join(dir, `${dataset}.${format}`)
        for (const format of rowFormats)
          await reader.writeRows({
            dataset,
            format,
            scope,
            language: 'en',
            hideNames: false,
            path: path(format),
          })
        const texts = rowColumns({ dataset, hideNames: false }).flatMap(({ name, kind }) =>
          kind === 'text' ? [name] : [],
        )
        const tables = [
          readCsv(path('csv'), new Set(texts)),
          readSheet(readFileSync(path('xlsx'))),
          await readParquet(path('parquet')),
        ]
        for (const { rows } of tables) {
          expect(rows.at(-1)).toMatchObject({
            contact: 'SECRET name',
            channel: '=cmd|calc!A0',
            agent: '\u202E<b>"Ana"</b>, =1+1',
          })
        }
        expect(unzipped(readFileSync(path('xlsx')), 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
        expect(readFileSync(path('csv'), 'utf8')).toContain(`,'=cmd|calc!A0,`)
      }
    })
  }, 60_000)
})
