import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../../../src/main/engine/engine.ts'
import { Failed } from '../../../../src/main/engine/failure.ts'
import { sql, value } from '../../../../src/main/store/database.ts'
import { openWorkspaceDb } from '../../../../src/main/store/open.ts'
import type { RecordInput } from '../../../../src/shared/records.ts'
import type { ReportFormat, SaveReportQuery } from '../../../../src/shared/reporting.ts'
import { createMemoryShell, openEngine, wholeScope } from '../../../support/workspace.ts'

const monday = Date.UTC(2026, 4, 4)
const day = 86_400_000

/** A chat that Ana answers within `seconds`. */
function chat(number: number, seconds: number): readonly RecordInput[] {
  const id = `c${number}`
  const at = (second: number) => new Date(monday + number * 3_600_000 + second * 1000).toISOString()
  const said = { conversation: id, contact: `k${number}`, channel: 'main' }
  return [
    { kind: 'contact', id: `k${number}`, name: `Zelda Number${number}` },
    {
      kind: 'conversation',
      id,
      contact: `k${number}`,
      channel: 'main',
      openedAt: at(0),
      openedBy: { type: 'contact' },
    },
    {
      kind: 'message',
      id: `${id}-in`,
      ...said,
      at: at(0),
      direction: 'in',
      author: { type: 'contact' },
      content: { type: 'text', text: 'hello' },
    },
    {
      kind: 'message',
      id: `${id}-out`,
      ...said,
      at: at(seconds),
      direction: 'out',
      author: { type: 'agent', id: 'ana' },
      content: { type: 'text', text: 'hi' },
    },
  ]
}

const office: readonly RecordInput[] = [
  { kind: 'workspace', id: 'w', name: 'Office', timezone: 'UTC' },
  { kind: 'agent', id: 'ana', name: 'Ana' },
  { kind: 'channel', id: 'main', name: 'Main', platform: 'whatsapp' },
  ...Array.from({ length: 12 }, (_, number) => chat(number, 60)).flat(),
  // Nobody answers this one: it waits as long as anybody looks.
  ...chat(12, 0).slice(0, 3),
]

const query = (format: ReportFormat): SaveReportQuery => ({
  template: 'weekly',
  scope: wholeScope(monday, monday + 7 * day, 'UTC'),
  language: 'en',
  hideNames: true,
  format,
})

let folder = ''
let engine: Engine
let shell: ReturnType<typeof createMemoryShell>
let files = 0
async function take(records: readonly RecordInput[]): Promise<void> {
  const file = join(folder, `${++files}.ndjson`)
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'))
  const seen = Promise.withResolvers<void>()
  const deaf = engine.listen('changed', ({ topics }) => {
    if (topics.includes('numbers')) seen.resolve()
  })
  await engine.writer?.importFiles([file])
  await seen.promise
  deaf()
}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-issuing-'))
  shell = createMemoryShell()
  engine = await openEngine(join(folder, 'workspace'), { shell })
  await take(office)
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => void shell.saved.splice(0))

const issued = async () => (await engine.api.issuedReports({ after: null, limit: 100 })).rows
async function save(format: ReportFormat): Promise<Buffer> {
  await engine.api.saveReport(query(format))
  return Buffer.from(shell.saved.at(-1)!.bytes)
}
const check = (file: Uint8Array) => engine.api.checkReport({ file: Buffer.from(file).toString('base64') })

describe('a report that is saved', () => {
  it.each(['pdf', 'xlsx', 'csv'] as const)(
    'as %s is the same bytes twice, kept once, and holds',
    async (format) => {
      const before = (await issued()).length
      const first = await save(format)
      const second = await save(format)
      expect(second.equals(first)).toBe(true)
      const [newest, ...older] = await issued()
      expect(older).toHaveLength(before)
      expect(newest).toMatchObject({
        format,
        template: 'weekly',
        by: 'person',
        bytes: first.length,
        version: 'test',
      })
      expect(newest!.fileName).toBe(`floorwalker-weekly-2026-05-04.${format}`)
      expect(await check(first)).toMatchObject({
        file: 'issued',
        issued: { id: newest!.id },
        figures: 'hold',
        definitions: 'same',
        settings: 'same',
        differences: [],
      })
      await engine.api.saveIssuedReport({ id: newest!.id })
      expect(shell.saved.at(-1)).toEqual({
        name: newest!.fileName,
        type: expect.any(String) as string,
        bytes: new Uint8Array(first),
      })
    },
  )

  it('in every format says the same report', async () => {
    for (const format of ['pdf', 'xlsx', 'csv'] as const) await save(format)
    const { fingerprint } = await engine.api.report(query('pdf'))
    expect(new Set((await issued()).map((one) => one.fingerprint))).toEqual(new Set([fingerprint]))
  })

  it('is the same whatever the clock shows once its period is over', async () => {
    const report = await engine.api.report(query('pdf'))
    for (const days of [8, 60, 400]) {
      const clock = { startsAt: monday + days * day, machineAt: Date.now(), speed: 1 }
      const later = await openEngine(join(folder, 'workspace'), { mode: 'read', clock })
      expect(await later.api.report(query('pdf')), `${days} days on`).toEqual(report)
      await later.close()
    }
  })

  it('and that they changed their mind about, or that could not be written, was never issued', async () => {
    const before = await issued()
    const german = { ...query('csv'), language: 'de' } as const
    const { saveFile } = shell
    shell.saveFile = async () => null
    expect(await engine.api.saveReport(german)).toEqual({ saved: null })
    shell.saveFile = async () => {
      throw new Failed('full', 'The disk is full.', 'Free some space.')
    }
    await expect(engine.api.saveReport(german)).rejects.toMatchObject({ kind: 'full' })
    shell.saveFile = saveFile
    expect(await issued()).toEqual(before)
  })

  it('leads from its footnotes back to the conversations', async () => {
    await save('pdf')
    const { footnotes, fingerprint } = await engine.api.report(query('pdf'))
    expect(footnotes.length).toBeGreaterThan(0)
    for (const { number, id, about, total } of footnotes) {
      expect(id).toBe(`${fingerprint.slice(0, 6).toUpperCase()}-${number}`)
      const found = await engine.api.footnote({ id: id.toLowerCase() })
      expect(found).toMatchObject({ about, total, issued: { fingerprint } })
      for (const conversation of found.conversations)
        expect(await engine.api.conversation(conversation)).toMatchObject({ row: { id: conversation } })
    }
  })
})

describe('a file that is held against today', () => {
  it('says that a definition changed', async () => {
    const file = await save('pdf')
    const { id } = (await check(file)).issued!
    // As if it had been issued when first responses were counted otherwise.
    const db = openWorkspaceDb(join(folder, 'workspace'), 'writer')
    const inputs = value<Buffer>(db, 'SELECT inputs FROM issued_reports WHERE id = ?', id)!
    const meant = gunzipSync(inputs).toString().replace('"definition":"', '"definition":"Formerly: ')
    sql(db, 'UPDATE issued_reports SET inputs = ? WHERE id = ?').run(gzipSync(meant), id)
    expect(await check(file)).toMatchObject({ file: 'issued', definitions: 'changed', figures: 'hold' })
    sql(db, 'UPDATE issued_reports SET inputs = ? WHERE id = ?').run(inputs, id)
    db.close()
    expect(await check(file)).toMatchObject({ definitions: 'same' })
  })

  it('says which settings and figures changed since', async () => {
    const file = await save('pdf')
    const { targets } = await engine.api.settings()
    await engine.api.saveSettings({ targets: { ...targets, firstResponse: 17 } })
    expect(await check(file)).toMatchObject({ file: 'issued', settings: 'changed' })
    await engine.api.saveSettings({ targets })
    expect(await check(file)).toMatchObject({ file: 'issued', settings: 'same', figures: 'hold' })

    await take(chat(20, 3600))
    const { file: state, figures, differences } = await check(file)
    expect([state, figures]).toEqual(['issued', 'differ'])
    expect(differences).toContainEqual(expect.objectContaining({ was: '12', is: '13' }))
    const again = await save('pdf')
    expect(again.equals(file)).toBe(false)
    expect(await check(again)).toMatchObject({ file: 'issued', figures: 'hold' })
  })

  it('and one byte of which is another is told so', async () => {
    const file = await save('pdf')
    file[Math.floor(file.length / 3)]! ^= 1
    expect(await check(file)).toMatchObject({ file: 'changed', issued: { template: 'weekly' } })
  })
})
