import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages, type Language } from '../../../src/shared/contract.ts'
import { metricIds, type MetricId } from '../../../src/shared/metrics.ts'
import { formatFor } from '../../../src/shared/numbers.ts'
import { addDays } from '../../../src/shared/period.ts'
import { shippedTemplates, type ReportQuery } from '../../../src/shared/reporting.ts'
import { html } from '../../../src/main/print/markup.ts'
import { failureWords, metricWords, reportWords } from '../../../src/main/print/words.ts'
import { valueOf } from '../../../src/main/reports/figures.ts'
import { valueText } from '../../../src/shared/valueText.ts'
import {
  monday,
  officeRecords,
  openOffice,
  perWeek,
  plainNames,
  week,
  wordsOf,
  day,
  type Office,
} from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 60_000)
afterAll(() => office.close())

function query(language: Language = 'en', more: Partial<ReportQuery> = {}): ReportQuery {
  return { template: 'weekly', scope: week, language, hideNames: true, ...more }
}
const page = async (asked: ReportQuery) => (await office.engine.api.reportPage(asked)).html

describe('the weekly report', () => {
  it('shows the figures of the same queries as the screens', async () => {
    const { api } = office.engine
    const tiles: readonly MetricId[] = [
      'conversations_opened',
      'first_response_time',
      'resolution_time',
      'csat_score',
      'failure_rate',
      'flags_raised',
    ]
    const format = formatFor('en', week.zone, week.to)
    const { total } = await api.metrics({ scope: week, by: [], metrics: tiles })
    const printed = await page(query())
    const shown = [...printed.matchAll(/<b class="[^"]*"\s*>(.*?)(?:<sup>\d+<\/sup>)?<\/b/gs)].map(
      ([, text]) => text,
    )
    expect(shown).toEqual(tiles.map((id) => valueText(format, id, valueOf(total.metrics[id]))))
    expect(valueOf(total.metrics.conversations_opened)).toBe(perWeek.now)

    const agents = await api.metrics({
      scope: week,
      by: ['agent'],
      metrics: ['handled', 'first_response_time'],
    })
    const cells = [...printed.matchAll(/<tr class="(?:member)">(.*?)<\/tr>/gs)].map(([, row = '']) =>
      wordsOf(row).trim(),
    )
    for (const { key, metrics } of agents.rows.filter(({ key: { agent } }) => agent !== null)) {
      const name = plainNames.agents[Number(key.agent?.slice(1))] ?? ''
      const row = cells.find((cell) => cell.startsWith(name))
      expect(row).toContain(format.count(valueOf(metrics.handled)))
      expect(row).toContain(format.duration(valueOf(metrics.first_response_time)).replaceAll(/\s+/g, ' '))
    }
  })

  it('compares with nothing where the data begins later, and says so', async () => {
    const first = { ...week, from: addDays(week.from, -7, week.zone), to: week.from }
    const report = await office.engine.api.report(query('en', { scope: first }))
    expect(report.subtitle).toContain('not compared, as the data begins on')
    const before = report.blocks.flatMap((block) =>
      block.kind === 'tiles'
        ? block.tiles.map((tile) => valueOf(tile.before))
        : block.kind === 'chart'
          ? block.points.map((point) => point.before)
          : [],
    )
    expect(before.length).toBeGreaterThan(10)
    expect(before.every((value) => value === null)).toBe(true)
  })

  it('says the year: paper is read in other years', async () => {
    const report = await office.engine.api.report(query())
    const year = String(new Date(week.to).getUTCFullYear())
    expect(report.subtitle).toContain(year)
    expect(report.appendix.settings[0]?.value.split(year)).toHaveLength(3)
  })

  it('holds in its tables what it shows, raw', async () => {
    const report = await office.engine.api.report(query())
    const tiles = report.tables.find(({ block }) => block === 'tiles-2')
    expect(tiles?.columns.slice(1, 3)).toMatchObject([
      { metric: 'conversations_opened', kind: 'count' },
      { metric: 'first_response_time', part: 'median', kind: 'duration' },
    ])
    expect(tiles?.rows[0]?.slice(0, 3)).toEqual(['this period', perWeek.now, 44.5])
    for (const table of report.tables)
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  })

  it('gives the same bytes whenever it is made', async () => {
    const [one, other] = [await page(query()), await page(query())]
    expect(other).toBe(one)
    expect((await office.engine.api.report(query())).at).toBe(week.to)
  })

  it('leads from each small number to its conversations, and keeps their ids off the page', async () => {
    const report = await office.engine.api.report(query())
    const [first] = report.footnotes
    expect(first?.id).toBe(`${report.fingerprint.slice(0, 6).toUpperCase()}-1`)
    expect(first?.total).toBe(perWeek.now)
    expect(first?.conversations[0]).toContain('secret-conversation-')
    expect(report.footnotes.map(({ number }) => number)).toEqual(
      report.footnotes.map((_, index) => index + 1),
    )
    const printed = await page(query())
    for (const { id } of report.footnotes) expect(printed).toContain(id)
    expect(printed).toContain(`<p class="fingerprint">SHA-256 ${report.fingerprint}</p>`)
  })

  it('compares an unfinished period with as much of the one before, and says so', async () => {
    // Three days of a week and what has passed of the fourth: so much of the week before is compared.
    const from = Math.floor(Date.now() / day) * day - 3 * day
    const scope = { ...week, zone: 'UTC', from, to: from + 7 * day }
    const report = await office.engine.api.report(query('en', { scope }))
    expect(report.previous.to).toBe(report.at - 7 * day)
    expect(report.subtitle).toMatch(/against as much of (?:week|the 7 days)/)
  })

  it('says what was measured how', async () => {
    const words = wordsOf(await page(query('en', { scope: { ...week, hours: 'business', agents: ['a0'] } })))
    expect(words).toContain('working hours')
    expect(words).toContain('Only Ana')
    expect(words).toMatch(/Left out: \d+ /)
    expect(words).toContain('benchmarks from marketing sources, not facts')
  })

  it('says that nothing was measured instead of drawing nothing or zero', async () => {
    const scope = { ...week, from: monday - 28 * day, to: monday - 21 * day }
    const words = wordsOf(await page(query('en', { scope })))
    expect(words).toContain('No conversation began in this period.')
    expect(words).toContain('Nothing was measured in this period.')
    expect(words).toContain('No flag was raised in this period.')
    expect(words).toContain('–')
  })

  it('says nothing of change where the data begins within the period before', async () => {
    const scope = { ...week, from: monday - 7 * day, to: monday }
    const words = wordsOf(await page(query('en', { scope })))
    expect(words).toContain('70 conversations began.')
    expect(words).not.toMatch(/up from|down from|fell from|slowed from/)
  })
})

describe.each(shippedTemplates)('the template %s', (template) => {
  it.each(languages)('renders in %s with every word said', async (language) => {
    const scope = template === 'agent' ? { ...week, agents: ['a0'] } : week
    const printed = await page(query(language, { template, scope }))
    const words = wordsOf(printed)
    expect(words).not.toMatch(/undefined|NaN|\[object|\{\{|\}\}|Infinity/)
    // A key that has no words is said as it is.
    expect(words).not.toMatch(/\b(?:[a-z]+(?:-[a-z]+)?\.)+[a-z][a-zA-Z-]*[a-z]\b(?<!\.com)/)
    expect(printed).toContain(`<html lang="${language}">`)
    expect(printed.match(/<section/g)?.length ?? 0).toBeGreaterThan(3)
  })
})

describe('a report about one agent', () => {
  it('says that it needs one', async () => {
    for (const agents of [[], ['a0', 'a1']])
      await expect(page(query('en', { template: 'agent', scope: { ...week, agents } }))).rejects.toThrow(
        /is about one agent, and the filters name (?:none|2)/,
      )
  })

  it('is called after them', async () => {
    const report = await office.engine.api.report(
      query('en', { template: 'agent', scope: { ...week, agents: ['a1'] } }),
    )
    expect(report.title).toBe('Ben, Week 19')
  })
})

describe('customers', () => {
  it.each(shippedTemplates)('are named nowhere in %s where names are hidden', async (template) => {
    const scope = template === 'agent' ? { ...week, agents: ['a0'] } : week
    const printed = await page(query('en', { template, scope }))
    expect(printed).not.toMatch(/secret/i)
    expect(printed).not.toMatch(/\+?4930\d{7}/)
    const { footnotes: _ids, ...shown } = await office.engine.api.report(query('en', { template, scope }))
    expect(JSON.stringify(shown)).not.toMatch(/secret/i)
  })

  it('are numbered in the order they come, the same one the same', async () => {
    const words = wordsOf(await page(query()))
    const numbers = [...words.matchAll(/Customer (\d+)/g)].map(([, number]) => Number(number))
    expect([...new Set(numbers)].slice(0, 3)).toEqual([1, 2, 3])
  })

  it('are named where they are asked for, with their conversations', async () => {
    const words = wordsOf(await page(query('en', { hideNames: false })))
    expect(words).toContain('Secretname')
    expect(words).toContain('secret-conversation-')
    expect(words).not.toContain('Customer 1')
  })
})

describe('hostile names', () => {
  const hostile = '<script>alert(1)</script> "&\' {{scope}} $t(page) \u202E\u2067 =1+1 url(http://x)'
  it('stay text, in their own direction', async () => {
    const names = {
      workspace: hostile,
      agents: [hostile, `${hostile}2`],
      team: hostile,
      channel: hostile,
      category: hostile,
      contact: () => hostile,
    }
    const other = await openOffice(officeRecords(names))
    try {
      for (const hideNames of [true, false]) {
        const { html: printed } = await other.engine.api.reportPage(query('en', { hideNames }))
        expect(printed).not.toContain('<script')
        expect(printed).toContain('&#60;script&#62;')
        expect(printed).toContain('{{scope}} $t(page)')
        expect(printed).not.toMatch(/src="|href="/)
        const body = printed.slice(printed.indexOf('<body>'))
        expect(body.replaceAll(/ =1\+1 url\(http:\/\/x\)/g, '')).not.toMatch(/url\(/)
        // Wherever a name stands in running text it is isolated.
        const inTables = [...body.matchAll(/<td[^>]*>(?:(?!<\/td>).)*\u202E/gs)]
        for (const [cell] of inTables) expect(cell).toMatch(/<bdi/)
      }
    } finally {
      await other.close()
    }
  }, 60_000)
})

describe('words', () => {
  it('has every metric, in every language, apart', () => {
    for (const id of metricIds) {
      const english = metricWords('en', id)
      for (const language of languages) {
        const words = metricWords(language, id)
        for (const text of Object.values(words)) expect(text, id).not.toMatch(/^(name|definition|credit)\./)
        if (language !== 'en') expect(words.definition, `${id} ${language}`).not.toBe(english.definition)
      }
    }
    expect(reportWords('de')('title.week', { week: 3 })).toBe('Woche 3')
    expect(failureWords('de', '999999')).not.toBe('999999')
  })

  it('escapes whatever is no markup, however deep', () => {
    const list = ['<b>', html`<i>${'"x"'}</i>`, null, false as const]
    expect(html`<p>${list}</p>`.markup).toBe('<p>&#60;b&#62;<i>&#34;x&#34;</i></p>')
  })
})
