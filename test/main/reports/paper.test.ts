/** Reports of a sample, printed by a real browser: how they lie on their sheets, and that their figures are those of the screen. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine.ts'
import { finishPdf } from '../../../src/main/print/pdfFile.ts'
import { draftOf } from '../../../src/main/reports/issued/issue.ts'
import {
  languages,
  type Figure,
  type Language,
  type Scope,
  type Workspace,
} from '../../../src/shared/contract.ts'
import { addDays, startOfMonth, startOfWeek } from '../../../src/shared/period.ts'
import type { MetricId } from '../../../src/shared/metrics.ts'
import { formatFor } from '../../../src/shared/numbers.ts'
import {
  shippedTemplates,
  type ReportQuery,
  type ReportTable,
  type SaveReportQuery,
} from '../../../src/shared/reporting.ts'
import { layoutTrouble, sheetsAreShown, sheetWindow } from '../../support/paperLayout.ts'
import { approvedPicture } from '../../support/approvedPicture.ts'
import { hasPoppler, textOfPdf } from '../../support/poppler.ts'
import { chromium, usePrintingBrowser } from '../../support/printingBrowser.ts'
import { reviewDrawn } from '../../support/reviews.ts'
import { parseCsv, readSheet } from '../../support/tables.ts'
import { createMemoryShell, openEngine, wholeScope } from '../../support/workspace.ts'

const zone = 'Europe/Berlin'
const until = Date.parse('2026-05-18T00:00:00+02:00')

let folder = ''
let engine: Engine
const shell = createMemoryShell()
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-paper-'))
  engine = await openEngine(join(folder, 'sample'), { shell })
  await engine.api.addSource({ kind: 'sample', seed: 1, until, live: false })
  await engine.writer?.syncOnce(null)
  // What is still read or computed anew would be told in the pages, and change them.
  await engine.writer?.settle()
  const scope = wholeScope(startOfWeek(until - 1, zone), until, zone)
  await reviewDrawn(engine.api, { scope, size: 40, reviewers: ['Katrin Sommer'], calibration: false })
}, 180_000)
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The last period of a template's kind that the sample holds. */
function scopeFor(template: string): Scope {
  const monday = startOfWeek(until - 1, zone)
  const month = startOfMonth(until, zone)
  switch (template) {
    case 'day':
      return wholeScope(addDays(monday, 2, zone), addDays(monday, 3, zone), zone)
    case 'month':
    case 'executive':
    case 'quarter':
      return wholeScope(startOfMonth(month, zone, -1), month, zone)
    default:
      return wholeScope(monday, until, zone)
  }
}

async function query(template: string, language: Language): Promise<ReportQuery> {
  const { agents } = await engine.api.workspace()
  const one = template === 'agent' ? agents.slice(0, 1).map(({ id }) => id) : []
  return { template, language, hideNames: true, scope: { ...scopeFor(template), agents: one } }
}

describe.skipIf(chromium === null)('on paper', () => {
  const browser = usePrintingBrowser()

  describe.each(shippedTemplates)('%s', (template) => {
    it.each(languages)('in %s lies on its sheets as it was approved', async (language) => {
      const asked = await query(template, language)
      const { html } = await engine.api.reportPage(asked)
      const { template: printed } = await engine.api.report(asked)
      const page = await browser.show(html, sheetWindow)
      expect(await sheetsAreShown(page), 'sheets are shown as they print').toBe(true)
      expect(await layoutTrouble(page, printed.paper)).toEqual([])
      await page.close()
      if (hasPoppler) approvedPicture(`${template}-${language}`, await browser.print(html))
    })
  })

  it('tells causes beside the name of their criterion', async () => {
    const { blocks } = await engine.api.report(await query('audit', 'en'))
    const causes = blocks.find((block) => block.kind === 'audits' && block.of === 'causes')
    const rows = causes?.kind === 'audits' ? causes.rows : []
    expect(rows.find(({ name }) => name === 'No greeting')?.of).toBe('Greeting')
  })

  it('every template fits Letter and landscape, too', async () => {
    const paper = { size: 'Letter', orientation: 'landscape' } as const
    for (const template of await engine.api.reportTemplates({ language: 'de' })) {
      const asked = { ...(await query(template.id, 'de')), draft: { ...draftOf(template), paper } }
      const { html } = await engine.api.reportPage(asked)
      const page = await browser.show(html, sheetWindow)
      expect(await layoutTrouble(page, paper), template.id).toEqual([])
      await page.close()
    }
  }, 60_000)

  it('the same report is the same bytes', async () => {
    const asked = await query('weekly', 'zh-TW')
    const [first, second] = [await pdfOf(asked), await pdfOf(asked)]
    expect(second.equals(first)).toBe(true)
  })

  it.skipIf(!hasPoppler)(
    'figures read from the PDF are those of the report, in twenty scopes',
    async () => {
      const workspace = await engine.api.workspace()
      for (let seed = 1; seed <= 20; seed += 1) {
        const asked = await tablesQuery(seededScope(seed, workspace))
        const text = spaced(textOfPdf(await pdfOf(asked)))
        const report = await engine.api.report(asked)
        expect(text.replaceAll(/\s/g, ''), 'its fingerprint is printed').toContain(report.fingerprint)
        // What is small or Chinese stands a little higher or lower than its row.
        const lines = text.split('\n').map((line, index, all) => `${line} ${all[index + 1] ?? ''}`)
        for (const row of printedRows(report.tables, asked))
          expect(
            lines.some((line) => inOrder(row).test(line)),
            `scope ${seed}: ${row.join(' | ')}\n${text}`,
          ).toBe(true)
      }
    },
    60_000,
  )

  async function pdfOf(asked: ReportQuery): Promise<Buffer> {
    const { html } = await engine.api.reportPage(asked)
    const { title, fingerprint, scope, version } = await engine.api.report(asked)
    return Buffer.from(
      finishPdf(await browser.print(html), { title, fingerprint, version, moment: scope.to }),
    )
  }
})

describe('values', () => {
  it('in CSV and XLSX are those of the metrics, in twenty scopes', async () => {
    const workspace = await engine.api.workspace()
    let compared = 0
    for (let seed = 1; seed <= 20; seed += 1) {
      const asked = await tablesQuery(seededScope(seed, workspace))
      const figures = await figuresOf(asked.scope, workspace)
      const lines = await csvOf({ ...asked, format: 'csv' })
      for (const { block, row, metric, part, value } of lines) {
        const figure = figures.get(`${block} ${row} ${metric}`)
        expect(value, `scope ${seed}: ${block}, ${row}, ${metric} ${part}`).toBe(partOf(figure, part))
        compared += 1
      }
      await expectSheets({ ...asked, format: 'xlsx' })
    }
    expect(compared, 'there was something to compare').toBeGreaterThan(1000)
  }, 60_000)
})

const measured = [
  'conversations_opened',
  'handled',
  'messages_sent',
  'first_response_time',
  'resolution_time',
  'failure_rate',
] as const satisfies readonly MetricId[]
const dimensions = ['agent', 'channel', 'category'] as const

/** A report of nothing but tables. */
async function tablesQuery(scope: Scope): Promise<ReportQuery & { readonly template: string }> {
  const template = (await engine.api.reportTemplates({ language: 'en' })).find(({ id }) => id === 'weekly')!
  const blocks = dimensions.map((by) => ({
    kind: 'table' as const,
    id: by,
    title: null,
    width: 'full' as const,
    by: [by],
    metrics: measured,
    most: 60,
  }))
  const appendix = { definitions: false, evidence: false }
  return {
    template: 'weekly',
    draft: { ...draftOf(template), blocks, appendix },
    scope,
    language: 'en',
    hideNames: true,
  }
}

/** Some days and some of everything, the same for the same seed. */
function seededScope(seed: number, { agents, teams, channels, categories }: Workspace): Scope {
  let state = seed * 2_654_435_761
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const some = (ids: readonly string[]) => (random(3) > 0 ? [] : ids.filter(() => random(2) === 0))
  const from = addDays(until, -1 - random(60), zone)
  return {
    ...wholeScope(from, addDays(from, 1 + random(28), zone), zone),
    agents: some(agents.map(({ id }) => id)),
    teams: some(teams.map(({ id }) => id)),
    channels: some(channels.map(({ id }) => id)),
    categories: some(categories),
  }
}

/** What the screen is answered, by block, name of the row and metric. */
async function figuresOf(
  scope: Scope,
  workspace: Workspace,
): Promise<ReadonlyMap<string, Figure | undefined>> {
  const names = new Map([...workspace.agents, ...workspace.channels].map(({ id, name }) => [id, name]))
  const figures = new Map<string, Figure | undefined>()
  for (const by of dimensions) {
    const { rows } = await engine.api.metrics({ scope, by: [by], metrics: measured })
    for (const row of rows) {
      const key = row.key[by] ?? null
      const name = key === null ? 'null' : (names.get(key) ?? key)
      for (const metric of measured) figures.set(`${by} ${name} ${metric}`, row.metrics[metric])
    }
  }
  return figures
}

function partOf(figure: Figure | undefined, part: string): number | null {
  if (figure === undefined) return null
  if ('count' in figure) {
    if (part === 'count') return figure.count
    return part === 'p90' ? figure.p90 : figure.median
  }
  return part === 'of' ? (figure.of ?? null) : figure.value
}

interface CsvLine {
  readonly block: string
  readonly row: string
  readonly metric: string
  readonly part: string
  readonly value: number | null
}

/** Lines of a saved CSV whose row has a name of the workspace. */
async function csvOf(asked: SaveReportQuery): Promise<readonly CsvLine[]> {
  await engine.api.saveReport(asked)
  const [head, ...lines] = parseCsv(new TextDecoder().decode(shell.saved.at(-1)!.bytes))
  expect(head).toEqual(['block', 'title', 'row', 'column', 'metric', 'part', 'unit', 'value'])
  const { agents, channels, categories } = await engine.api.workspace()
  const known = new Set([
    ...agents.map(({ name }) => name),
    ...channels.map(({ name }) => name),
    ...categories,
  ])
  return lines
    .filter(([, , row]) => known.has(row!))
    .map(([block, , row, , metric, part, , value]) => ({
      block: block!,
      row: row!,
      metric: metric!,
      part: part!,
      value: value === '' ? null : Number(value),
    }))
}

/** Sheets of a saved workbook hold the report's cells, durations as days. */
async function expectSheets(asked: SaveReportQuery): Promise<void> {
  await engine.api.saveReport(asked)
  const { tables } = await engine.api.report(asked)
  tables.forEach((table, index) => {
    const { names, rows } = readSheet(shell.saved.at(-1)!.bytes, index + 1)
    expect(names).toEqual(table.columns.map(({ title }) => title))
    table.rows.forEach((row, line) =>
      row.forEach((cell, column) => {
        const { title, kind } = table.columns[column]!
        const read = rows[line]![title]
        if (kind === 'duration' && typeof cell === 'number')
          expect(Number(read) * 86_400).toBeCloseTo(cell, 6)
        else expect(read ?? null).toBe(cell)
      }),
    )
  })
}

/** The words of each row as they must stand in a line of the PDF: its name, and behind it its figures in their order. */
function printedRows(
  tables: readonly ReportTable[],
  { scope, language }: ReportQuery,
): readonly (readonly string[])[] {
  const format = formatFor(language, scope.zone, scope.to - 1)
  return tables.flatMap(({ columns, rows }) =>
    rows.map((row) =>
      row.flatMap((cell, index) => {
        const { kind, part } = columns[index]!
        if (part === 'count' || part === 'of' || part === 'p90') return []
        if (typeof cell === 'string') return [spaced(cell)]
        return [
          spaced(
            kind === 'duration'
              ? format.duration(cell)
              : kind === 'rate'
                ? format.rate(cell)
                : format.count(cell),
          ),
        ]
      }),
    ),
  )
}

function spaced(text: string): string {
  return text.replaceAll(/[ \u00a0\u202f\u2009]+/g, ' ')
}

/** Names and figures in their order, each whole; a space within one may be too thin to be read as one. */
function inOrder(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&').replaceAll(' ', ' ?'))
  return new RegExp(escaped.map((word) => `(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`).join('.*?'), 'u')
}
