import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finishPdf } from '../../../../src/main/print/pdfFile.ts'
import type { IssuedFigures, IssuedInputs } from '../../../../src/main/reports/issued/issue.ts'
import { issuedBeside } from '../../../../src/main/reports/issued/issuedBeside.ts'
import { readIssued } from '../../../../src/main/reports/issued/issuedReads.ts'
import { createIssuedWrites } from '../../../../src/main/reports/issued/issuedStore.ts'
import type { WritableDb } from '../../../../src/main/store/database.ts'
import { openWorkspaceDb } from '../../../../src/main/store/open.ts'
import { printedPdf } from '../../../support/printedPdf.ts'
import { issueOf, monday, tables } from './reportFixture.ts'

const fingerprint = 'ab'.repeat(32)
const pdf = Buffer.from(
  finishPdf(printedPdf({ html: 'Week 19' }), { title: 'Week 19', moment: monday, version: '1', fingerprint }),
)

let dir = ''
let db: WritableDb
let clock = monday
let today: { inputs: IssuedInputs; figures: IssuedFigures }
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'floorwalker-issued-'))
  db = openWorkspaceDb(dir, 'writer')
  clock = monday
  today = issueOf(pdf)
})
afterEach(() => {
  db.close()
  rmSync(dir, { recursive: true, force: true })
})

const writes = () => createIssuedWrites({ workspaceDb: db, now: () => clock++ })
const reads = () => readIssued({ workspaceDb: db, makeAgain: async () => today })
const check = (bytes: Uint8Array) => reads().checkReport({ file: Buffer.from(bytes).toString('base64') })
const text = (words: string) => new TextEncoder().encode(words)

describe('what was issued', () => {
  it('is listed newest first, page by page, and saved again byte for byte', async () => {
    for (const number of [1, 2, 3, 4, 5])
      await writes().keepIssued(issueOf(text(`file ${number}`), { format: 'csv', name: `Report ${number}` }))
    const names: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const page = await reads().issuedReports({ after, limit: 2 })
      expect(page.total).toBe(5)
      names.push(...page.rows.map((issued) => `${issued.name} ${issued.issuedAt - monday}`))
      after = page.next
      more = after !== null
    }
    expect(names).toEqual(['Report 5 4', 'Report 4 3', 'Report 3 2', 'Report 2 1', 'Report 1 0'])
    const [newest] = (await reads().issuedReports({ after: null, limit: 1 })).rows
    expect(newest).not.toHaveProperty('inputs')
    const again = await reads().issuedFile({ id: newest!.id })
    expect(Buffer.from(again.bytes).toString()).toBe('file 5')
    expect(again.issued).toEqual(newest)
  })

  it('is one issue however often the same bytes are made', async () => {
    const first = await writes().keepIssued(issueOf(pdf))
    const second = await writes().keepIssued(issueOf(pdf, { by: 'schedule' }))
    expect([first.isNew, second.isNew]).toEqual([true, false])
    expect(second.issued, 'as it was issued first').toEqual(first.issued)
    expect(await reads().issuedReports({ after: null, limit: 9 })).toMatchObject({ total: 1 })
  })

  it('is kept beside somebody else who writes', async () => {
    await writes().keepIssued(issueOf(text('console'), { format: 'csv' }))
    const beside = issuedBeside(dir, () => monday + 1)
    const { issued } = await beside.keepIssued(issueOf(text('command line'), { format: 'csv' }))
    expect(await reads().issuedReports({ after: null, limit: 9 })).toMatchObject({ total: 2 })
    await beside.withdrawIssued(issued.id)
    expect(await reads().issuedReports({ after: null, limit: 9 })).toMatchObject({ total: 1 })
  })

  it('says in one sentence that nothing of an id was issued', async () => {
    await expect(reads().issuedFile({ id: 'x' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(reads().issuedReports({ after: 'x', limit: 1 })).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('a footnote', () => {
  it('leads back to its conversations as people type it', async () => {
    await writes().keepIssued(issueOf(pdf))
    for (const id of ['ABABAB-1', 'ababab-1', ' abABab – 01 ', 'ababab 1'])
      expect(await reads().footnote({ id }), id).toMatchObject({
        about: 'Handled',
        total: 2,
        conversations: ['v1', 'v2'],
        issued: { name: 'Weekly' },
      })
  })

  it('that there is not is one sentence', async () => {
    await writes().keepIssued(issueOf(pdf))
    for (const [id, sentence] of [
      ['CDCDCD-1', 'No report that begins with CDCDCD was issued from this workspace.'],
      ['ABABAB-7', 'The report ABABAB has no footnote 7; its last is 1.'],
      ['3F9C1A', '“3F9C1A” is no footnote of a report.'],
      ["' OR 1=1", "“' OR 1=1” is no footnote of a report."],
    ] as const)
      await expect(reads().footnote({ id })).rejects.toMatchObject({ kind: 'invalid', message: sentence })
  })
})

describe('a check', () => {
  it('finds the file as it was issued, and that its figures hold', async () => {
    const { issued } = await writes().keepIssued(issueOf(pdf))
    expect(await check(pdf)).toEqual({
      file: 'issued',
      trouble: null,
      fingerprint,
      issued,
      figures: 'hold',
      definitions: 'same',
      settings: 'same',
      differences: [],
    })
  })

  it('finds one changed byte, and still whose report it was', async () => {
    const { issued } = await writes().keepIssued(issueOf(pdf))
    for (const place of [0, 9, 200, pdf.length - 300, pdf.length - 100, pdf.length - 2]) {
      const changed = Buffer.from(pdf)
      changed[place] = (changed[place] ?? 0) ^ 4
      expect(await check(changed), `byte ${place}`).toMatchObject({ file: 'changed', trouble: null, issued })
    }
    expect(await check(Buffer.concat([pdf, text(' ')]))).toMatchObject({ file: 'changed', issued })
  })

  it('tells a changed byte where nothing of the report is kept', async () => {
    expect(await check(pdf)).toMatchObject({ file: 'unknown', fingerprint, issued: null, figures: null })
    const changed = Buffer.from(pdf)
    changed[400] = (changed[400] ?? 0) ^ 1
    expect(await check(changed)).toMatchObject({ file: 'changed', issued: null, figures: null })
  })

  it('is not taken in by a file that proves itself and was never handed out', async () => {
    const { issued } = await writes().keepIssued(issueOf(pdf))
    const forged = finishPdf(printedPdf({ html: 'Week 19, only better' }), {
      title: 'Week 19',
      moment: monday,
      version: '1',
      fingerprint,
    })
    expect(await check(forged)).toMatchObject({ file: 'changed', issued })
  })

  it('says which figures differ today, by block and row', async () => {
    await writes().keepIssued(issueOf(pdf))
    const [agents, tiles] = tables
    today = {
      ...today,
      figures: {
        footnotes: [],
        tables: [
          {
            ...agents!,
            rows: [
              ['Ana', 12, 64, 0.91],
              ['Ben', 8, 41.251, 0.5],
              ['Cem', 1, null, null],
            ],
          },
          { ...tiles!, rows: [[20]] },
        ],
      },
    }
    const { figures, differences, definitions, settings } = await check(pdf)
    expect({ figures, definitions, settings }).toEqual({
      figures: 'differ',
      definitions: 'same',
      settings: 'same',
    })
    expect(differences).toEqual([
      { block: 'Agents', what: 'Ben · Handled', was: '7', is: '8' },
      { block: 'Agents', what: 'Ben · First response', was: '41.25', is: '41.251' },
      { block: 'Agents', what: 'Ben · CSAT', was: '–', is: '50%' },
      { block: 'Agents', what: 'Cem', was: '–', is: '✓' },
      { block: 'tiles', what: 'Conversations', was: '19', is: '20' },
    ])
  })

  it('says that a definition or a setting changed', async () => {
    await writes().keepIssued(issueOf(pdf))
    const [handled] = today.inputs.definitions
    today = {
      ...today,
      inputs: { ...today.inputs, definitions: [{ ...handled!, definition: 'Answered twice.' }] },
    }
    expect(await check(pdf)).toMatchObject({ definitions: 'changed', settings: 'same', figures: 'hold' })
    today = issueOf(pdf)
    today = { ...today, inputs: { ...today.inputs, settings: [{ name: 'Target', value: '90 s' }] } }
    expect(await check(pdf)).toMatchObject({ definitions: 'same', settings: 'changed' })
    const more = { ...handled!, leftOut: [{ reason: 'bot', count: 3 }] as const }
    today = { ...today, inputs: { ...issueOf(pdf).inputs, definitions: [more] } }
    expect(await check(pdf), 'what was left out is a figure').toMatchObject({ definitions: 'same' })
  })

  it('knows spreadsheets and texts by their bytes alone', async () => {
    const csv = text('block,value\r\n')
    const { issued } = await writes().keepIssued(issueOf(csv, { format: 'csv' }))
    expect(await check(csv)).toMatchObject({ file: 'issued', issued, figures: 'hold' })
    expect(await check(text('block,value\r\n\r\n'))).toMatchObject({
      file: 'unknown',
      trouble: null,
      issued: null,
    })
  })

  it('says of what is no report why', async () => {
    const alien = printedPdf({ html: 'somebody’s invoice' })
    for (const [bytes, trouble] of [
      [new Uint8Array(), 'empty'],
      [alien, 'not_ours'],
      [pdf.subarray(0, pdf.length - 900), 'cut_short'],
      [text('%PDF-'), 'cut_short'],
      [text('PK\u0003\u0004 half an archive'), 'cut_short'],
      [Uint8Array.of(0xff, 0xd8, 0, 0, 1), 'not_ours'],
    ] as const)
      expect(await check(bytes), trouble).toMatchObject({ file: 'unreadable', trouble, issued: null })
    await expect(check(new Uint8Array(101 * 2 ** 20))).rejects.toMatchObject({ kind: 'invalid' })
  })
})
