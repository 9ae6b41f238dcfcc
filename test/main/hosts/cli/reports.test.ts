import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IssuedReport, ReportCheck, ReportTemplate } from '../../../../src/shared/reporting.ts'
import { openEngine } from '../../../support/workspace.ts'
import { call, openOffice, type Office } from './commandLine.ts'

const week = ['--from', '2026-05-04', '--to', '2026-05-11'] as const

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const path = (name: string) => join(office.folder, name)

describe('floorwalker report', () => {
  it('writes several formats of one report, lists and checks them, and finds what is behind a footnote', async () => {
    const [csv, xlsx] = [path('week.csv'), path('week.xlsx')]
    const { saved } = await office.json<{ saved: string[] }>('report', ...week, '--csv', csv, '--xlsx', xlsx)
    expect(saved.toSorted()).toEqual([csv, xlsx].toSorted())
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK')
    expect(readFileSync(csv, 'utf8')).toContain('conversations_opened')
    const issued = await office.json<IssuedReport[]>('report', '--list')
    expect(issued.map(({ format, fileName }) => `${format} ${fileName}`).toSorted()).toEqual([
      'csv floorwalker-weekly-2026-05-04.csv',
      'xlsx floorwalker-weekly-2026-05-04.xlsx',
    ])
    const { fingerprint } = issued[0]!
    expect((await office.call('report', '--list')).out).toContain(fingerprint.slice(0, 12))

    const good = await office.call('report', '--check', xlsx)
    expect(good).toMatchObject({ code: 0 })
    expect(good.out).toContain('byte for byte what was issued')
    expect(good.out).toContain('Its figures hold')
    writeFileSync(csv, `${readFileSync(csv, 'utf8')} `)
    const bad = await office.call('report', '--check', csv, '--json')
    expect(bad.code).toBe(1)
    expect(JSON.parse(bad.out)).toMatchObject({ file: 'unknown' } satisfies Partial<ReportCheck>)

    const { out } = await office.call('report', '--footnote', `${fingerprint.slice(0, 6)}-1`)
    expect(out.split('\n')[1]).toMatch(/^c\d+$/)
    const unknown = await office.call('report', '--footnote', 'FFFFFF-1')
    expect(unknown.code).toBe(1)
    expect(unknown.err).toContain('No report that begins with FFFFFF was issued from this workspace.')
  })

  it('says of what is no report why, in one sentence and with exit code 1, wherever it is', async () => {
    const files = {
      'empty.pdf': ['', 'is empty'],
      'cut.pdf': ['%PDF-1.4\nhalf of it', 'is cut short'],
      'other.pdf': ['%PDF-1.4\n%%EOF\n', 'is no report of Floorwalker'],
    } as const
    for (const [name, [content, sentence]] of Object.entries(files)) {
      const file = office.file(name, content)
      const { code, out } = await call('report', '--check', file, '--workspace', path('nowhere'))
      expect({ code, out: out.trim() }).toEqual({ code: 1, out: `${file} ${sentence}.` })
    }
    const here = await office.call('report', '--check', path('empty.pdf'))
    expect(here).toMatchObject({ code: 1, out: `${path('empty.pdf')} is empty.\n` })
    const missing = await office.call('report', '--check', path('missing.pdf'))
    expect(missing).toMatchObject({ code: 1, out: '' })
    expect(missing.err).toContain('there is no such file')
  })

  it('lists templates, takes one by its name in the language, and says which there are', async () => {
    const templates = await office.json<ReportTemplate[]>('report', '--templates', '--language', 'de')
    expect(templates.map(({ id }) => id)).toContain('quarter')
    const { name } = templates.find(({ id }) => id === 'month')!
    const saved = await office.call(
      'report',
      '--template',
      name,
      '--language',
      'de',
      ...week,
      '--csv',
      path('m.csv'),
    )
    expect(saved).toMatchObject({ code: 0 })
    const wrong = await office.call('report', '--template', 'yearly', '--csv', path('y.csv'))
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('--template yearly does not exist; there are: ')
    expect(existsSync(path('y.csv'))).toBe(false)
  })

  it('takes another paper than the template’s', async () => {
    const args = [...week, '--paper', 'Letter', '--landscape', '--csv', path('letter.csv')]
    expect(await office.call('report', ...args)).toMatchObject({ code: 0 })
    const [newest] = await office.json<IssuedReport[]>('report', '--list')
    expect(newest).toMatchObject({ template: 'weekly', fileName: 'floorwalker-weekly-2026-05-04.csv' })
    expect(await office.call('report', ...week, '--paper', 'A3', '--csv', path('a3.csv'))).toMatchObject({
      code: 2,
    })
  })

  it('is written whole or not at all, and only then issued', async () => {
    const before = (await office.json<IssuedReport[]>('report', '--list')).length
    const old = office.file('old.csv', 'as it was')
    const gone = await office.call('report', ...week, '--language', 'fr', '--csv', path('gone/week.csv'))
    expect(gone.code).toBe(1)
    expect(gone.err).toContain('there is no such folder; nothing was changed.')
    // A folder where the draft of the file would be: it cannot be written.
    mkdirSync(`${old}.new`)
    const failed = await office.call('report', ...week, '--language', 'fr', '--csv', old)
    expect(failed.code).toBe(1)
    expect(readFileSync(old, 'utf8')).toBe('as it was')
    expect(await office.json<IssuedReport[]>('report', '--list'), 'nothing was issued').toHaveLength(before)
  })

  it('wants to know where it goes, once for each format', async () => {
    expect((await office.call('report', ...week)).err).toContain('--pdf FILE, --xlsx FILE or --csv FILE')
    const twice = await office.call('report', ...week, '--csv', path('x'), '--xlsx', path('x'))
    expect(twice.code).toBe(2)
  })

  it('is issued beside a running console', async () => {
    const engine = await openEngine(office.workspace, { sync: false })
    try {
      const { total } = await engine.api.issuedReports({ after: null, limit: 1 })
      const es = await office.call('report', ...week, '--language', 'es', '--csv', path('es.csv'))
      expect(es).toMatchObject({ code: 0 })
      expect(await engine.api.issuedReports({ after: null, limit: 1 })).toMatchObject({ total: total + 1 })
    } finally {
      await engine.close()
    }
  })

  it('says in one sentence that the browser is none', async () => {
    const fake = office.file('chromium', '#!/bin/sh\nexit 7\n')
    chmodSync(fake, 0o755)
    const named = process.env['FLOORWALKER_CHROMIUM']
    process.env['FLOORWALKER_CHROMIUM'] = fake
    try {
      const { code, err } = await office.call('report', ...week, '--pdf', path('no.pdf'))
      expect(code).toBe(1)
      expect(err).toContain('The PDF could not be made: the browser ended with code 7.')
      expect(existsSync(path('no.pdf'))).toBe(false)
    } finally {
      if (named === undefined) delete process.env['FLOORWALKER_CHROMIUM']
      else process.env['FLOORWALKER_CHROMIUM'] = named
    }
  })
})
