import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../../src/shared/contract.ts'
import type { ReportQuery } from '../../../src/shared/reporting.ts'
import { metricIds } from '../../../src/shared/metrics.ts'
import { createEngine, type Engine } from '../../../src/main/engine/engine.ts'
import type { Shell } from '../../../src/main/engine/shell.ts'
import { html } from '../../../src/main/print/markup.ts'
import { failureWords, metricWords, reportWords } from '../../../src/main/print/words.ts'

const monday = Date.parse('2026-05-04T00:00:00+02:00')
const minute = 60_000
const hostile = '<script>alert(1)</script> "&\' قائمة \u202E 台灣'

const saved: { name: string; bytes: Uint8Array }[] = []
const printed: string[] = []
const shell: Shell = {
  saveFile: (file) => Promise.resolve((saved.push(file), file.name)),
  chooseFile: () => Promise.resolve(null),
  printPdf: (page) => Promise.resolve((printed.push(page.html), new TextEncoder().encode('%PDF'))),
  keepSecret: () => Promise.resolve(),
  readSecret: () => Promise.resolve(null),
  notify: () => 'not',
  badge: () => undefined,
}

/** Two agents of one team: Ana answers after 30 s and 90 s, Ben after 10 min; one message fails; one customer is not answered. */
function records(): string {
  const lines: unknown[] = [
    { kind: 'workspace', id: 'w', name: `Acme ${hostile}`, timezone: 'Europe/Berlin' },
    { kind: 'channel', id: 'c', name: 'Support', platform: 'whatsapp' },
    { kind: 'team', id: 't', name: 'Orders' },
    { kind: 'agent', id: 'ana', name: 'Ana', teams: ['t'] },
    { kind: 'agent', id: 'ben', name: hostile, teams: ['t'] },
  ]
  const waits = [
    ['ana', 30],
    ['ana', 90],
    ['ben', 600],
    [null, null],
  ] as const
  waits.forEach(([agent, wait], index) => {
    const at = monday + 86_400_000 + index * 60 * minute
    const conversation = `v${index}`
    const time = (ms: number) => new Date(ms).toISOString()
    lines.push(
      { kind: 'contact', id: `k${index}`, name: hostile, phone: `+49${index}` },
      {
        kind: 'conversation',
        id: conversation,
        contact: `k${index}`,
        channel: 'c',
        openedAt: time(at),
        openedBy: { type: 'contact' },
      },
      {
        kind: 'message',
        id: `i${index}`,
        conversation,
        at: time(at),
        direction: 'in',
        author: { type: 'contact' },
        content: { type: 'text', text: 'hello' },
      },
    )
    if (agent === null) return
    lines.push(
      {
        kind: 'message',
        id: `o${index}`,
        conversation,
        at: time(at + wait * 1000),
        direction: 'out',
        author: { type: 'agent', id: agent },
        content: { type: 'text', text: 'hi' },
      },
      {
        kind: 'message_status',
        message: `o${index}`,
        status: index === 0 ? 'failed' : 'delivered',
        at: time(at + wait * 1000 + 1),
        ...(index === 0 ? { error: { code: 131026, title: 'Undeliverable' } } : {}),
      },
    )
  })
  return lines.map((line) => JSON.stringify(line)).join('\n')
}

let dir = ''
let engine: Engine
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'floorwalker-report-'))
  await writeFile(join(dir, 'a.ndjson'), records())
  engine = await createEngine({
    dir: join(dir, 'w'),
    shell,
    version: '1.2.3',
    what: 'a test',
    mode: 'write',
    log: () => undefined,
  })
  await engine.writer?.importFiles([join(dir, 'a.ndjson')])
})
afterAll(async () => {
  await engine.close()
  await rm(dir, { recursive: true, force: true })
})

function query(language: Language, hideNames = true): ReportQuery {
  const scope = {
    from: monday,
    to: monday + 7 * 86_400_000,
    zone: 'Europe/Berlin',
    agents: [],
    teams: [],
    channels: [],
    categories: [],
  }
  return { template: 'weekly', scope, language, hideNames }
}

describe('the weekly report', () => {
  it('shows the figures of the same query as the screen', async () => {
    const report = await engine.api.report(query('en'))
    const screen = await engine.api.metrics({
      scope: query('en').scope,
      by: [],
      metrics: ['first_response_time', 'failure_rate'],
    })
    expect(report.now.total.metrics.first_response_time).toEqual(screen.total.metrics.first_response_time)
    expect(screen.total.metrics.first_response_time).toMatchObject({ count: 3, median: 90, max: 600 })
    expect(screen.total.metrics.failure_rate).toEqual({ value: 1 / 3, of: 3 })
    const { html: page } = await engine.api.reportPage(query('en'))
    expect(page).toContain('Week 19')
    expect(page).toContain('4 conversations began')
    expect(page).toContain('1\u202fmin\u00a030\u202fs')
    expect(page).toContain('Undeliverable number')
  })

  it('speaks German throughout', async () => {
    const { html: page } = await engine.api.reportPage(query('de'))
    expect(page).toContain('<html lang="de">')
    expect(page).toContain('Woche 19')
    expect(page).toContain('Erste Antwort')
    expect(page).toContain('Nummer nicht erreichbar')
    const words = page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ')
    expect(words).not.toMatch(/First response|Definitions|Flags|target/)
  })

  it('compares an unfinished period with as much of the one before, and says so', async () => {
    const day = 86_400_000
    // Three days of a week and what has passed of the fourth: so much of the week before is compared.
    const from = Math.floor(Date.now() / day) * day - 3 * day
    const scope = { ...query('en').scope, zone: 'UTC', from, to: from + 7 * day }
    const report = await engine.api.report({ ...query('en'), scope })
    expect(report.previous.from).toBe(from - 7 * day)
    expect(report.previous.to).toBe(report.madeAt - 7 * day)
    const { html: page } = await engine.api.reportPage({ ...query('en'), scope })
    expect(page).toContain('against as much of the 7 days before')
  })

  it('says in which hours it measured', async () => {
    const scope = { ...query('en').scope, hours: 'business' } as const
    expect((await engine.api.reportPage({ ...query('en'), scope })).html).toContain('working hours')
    expect((await engine.api.reportPage(query('en'))).html).not.toContain('working hours')
  })

  it('hides customers’ names unless asked, and never lets text become markup', async () => {
    const hidden = (await engine.api.reportPage(query('en'))).html
    expect(hidden).toContain('Customer 1')
    const shown = (await engine.api.reportPage(query('en', false))).html
    expect(shown).not.toContain('Customer 1')
    for (const page of [hidden, shown]) {
      expect(page).not.toContain('<script')
      expect(page).toContain('&#60;script&#62;')
      expect(page).toMatch(/default-src 'none'|default-src &#39;none/)
      expect(page).not.toMatch(/src="|href="|url\(/)
    }
  })

  it('names no customer in its flags where names are hidden, neither by name nor by id', async () => {
    const { flags } = await engine.api.report(query('en'))
    expect(flags.length).toBeGreaterThan(0)
    expect(flags.filter(({ subject }) => subject.kind === 'conversation').length).toBeGreaterThan(0)
    for (const flag of flags) {
      expect(flag).toMatchObject({ conversation: null, text: null, message: null, messages: [] })
      const told = JSON.stringify({ ...flag, agent: null })
      expect(told).not.toContain(JSON.stringify(hostile).slice(1, -1))
      for (const number of [0, 1, 2, 3]) {
        expect(told).not.toContain(`"k${number}"`)
        expect(told).not.toContain(`v${number}`)
      }
    }
    const shown = await engine.api.report(query('en', false))
    expect(shown.flags[0]?.subject.name).toBe(hostile)
    expect(shown.flags[0]?.conversation).not.toBeNull()
  })

  it('says that nothing was measured instead of drawing nothing or zero', async () => {
    const empty = query('en')
    const scope = { ...empty.scope, from: monday - 28 * 86_400_000, to: monday - 21 * 86_400_000 }
    const { html: page } = await engine.api.reportPage({ ...empty, scope })
    expect(page).toContain('No conversation began in this period.')
    expect(page).toContain('Nothing was measured in this period.')
    expect(page).toContain('<b>–</b>')
    expect(page).toContain('No flag was raised in this period.')
  })

  it('is printed and offered under a name of ours', async () => {
    const answer = await engine.api.saveReport({ ...query('en'), format: 'pdf' })
    expect(answer.saved).toBe('floorwalker-weekly-2026-05-04.pdf')
    expect(printed.at(-1)).toContain('Week 19')
    expect(new TextDecoder().decode(saved.at(-1)?.bytes)).toBe('%PDF')
  })
})

describe('words', () => {
  it('has every metric, in both languages, apart', () => {
    for (const id of metricIds) {
      const [en, de] = [metricWords('en', id), metricWords('de', id)]
      for (const words of [en, de])
        for (const text of Object.values({
          name: words.name,
          definition: words.definition,
          credit: words.credit,
        }))
          expect(text, id).not.toMatch(/^(name|definition|credit)\./)
      expect(de.definition, id).not.toBe(en.definition)
    }
    expect(reportWords('de')('title', { week: 3 })).toBe('Woche 3')
    expect(failureWords('de', '999999')).not.toBe('999999')
  })

  it('escapes whatever is no markup, however deep', () => {
    const list = ['<b>', html`<i>${'"x"'}</i>`, null, false as const]
    expect(html`<p>${list}</p>`.markup).toBe('<p>&#60;b&#62;<i>&#34;x&#34;</i></p>')
  })
})
