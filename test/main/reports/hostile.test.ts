/** Reports of an office whose every name tries to be something else, printed by a real browser: nothing leaves the machine. */
import { chromium as playwright } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine.ts'
import { draftOf } from '../../../src/main/reports/issued/issue.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import type { ReportQuery, ReportTemplate } from '../../../src/shared/reporting.ts'
import { sheetWindow } from '../../support/paperLayout.ts'
import { hasPoppler, textOfPdf } from '../../support/poppler.ts'
import { chromium, usePrintingBrowser } from '../../support/printingBrowser.ts'
import { createMemoryShell, openEngine, wholeScope } from '../../support/workspace.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-printed-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(chromium === null)('a hostile office', () => {
  const browser = usePrintingBrowser()
  let engine: Engine
  let server: Server
  let origin = ''
  const hits: string[] = []
  const shell = createMemoryShell()
  let names: readonly string[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      hits.push(request.url ?? '')
      response.end('')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    names = hostileNames(origin)
    engine = await openEngine(join(folder, 'hostile'), { shell })
    const file = join(folder, 'hostile.ndjson')
    writeFileSync(
      file,
      hostileOffice(names)
        .map((record) => JSON.stringify(record))
        .join('\n'),
    )
    await engine.writer?.importFiles([file])
  }, 60_000)
  afterAll(async () => {
    await engine.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const scope = wholeScope(Date.UTC(2026, 4, 4), Date.UTC(2026, 4, 11), 'UTC')
  const hostileTemplate = (template: ReportTemplate): ReportQuery => ({
    template: template.id,
    draft: {
      ...draftOf(template),
      name: names[0]!,
      blocks: [
        ...template.blocks,
        ...names.map((text, index) => ({
          kind: 'text' as const,
          id: `hostile-${index}`,
          title: text,
          width: 'full' as const,
          text,
        })),
      ],
    },
    scope,
    language: 'en',
    hideNames: false,
  })

  it('is printed without one request, and its names are names', async () => {
    const [template] = (await engine.api.reportTemplates({ language: 'en' })).filter(
      ({ id }) => id === 'weekly',
    )
    const asked = hostileTemplate(template!)
    const { html } = await engine.api.reportPage(asked)
    const printed = await browser.print(html)
    const page = await browser.show(html, sheetWindow)
    expect(await page.evaluate('"pwned" in window')).toBe(false)
    expect(
      await page.evaluate(
        'document.querySelectorAll("script, iframe, object, form, a[href], link, img").length',
      ),
    ).toBe(0)
    const words = await page.evaluate<string>('document.body.textContent')
    for (const name of names) expect(words).toContain(name)
    await page.close()
    expect(hits, 'nothing asked for anything').toEqual([])
    expect(await requestsOf(html), 'nor does it in a browser that would let it').toEqual([])
    if (!hasPoppler) return
    const read = textOfPdf(printed).replaceAll(/\s+/g, '')
    for (const name of names.filter((one) => /^[\x20-\x7e]+$/.test(one)))
      expect(read).toContain(name.replaceAll(/\s+/g, ''))
  })

  /** Shows a page in a browser as people have one, with scripts and network, after one request that must be heard. */
  async function requestsOf(html: string): Promise<readonly string[]> {
    const usual = await playwright.launch({
      executablePath: chromium ?? '',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
    try {
      const page = await usual.newPage()
      await page.setContent(`<img src="${origin}/heard.png">`, { waitUntil: 'load' })
      expect(hits.splice(0), 'the server is heard of').toEqual(['/heard.png'])
      await page.setContent(html, { waitUntil: 'networkidle' })
      await page.pdf()
      return hits.splice(0)
    } finally {
      await usual.close()
    }
  }

  it('as a spreadsheet and as CSV has no formula, and nothing in its file’s name leads anywhere', async () => {
    const [template] = (await engine.api.reportTemplates({ language: 'en' })).filter(
      ({ id }) => id === 'weekly',
    )
    const asked = { ...hostileTemplate(template!), template: 'mine' }
    for (const format of ['csv', 'xlsx'] as const) await engine.api.saveReport({ ...asked, format })
    const [csv, xlsx] = shell.saved.slice(-2)
    const text = new TextDecoder().decode(csv!.bytes)
    expect(text.split(/\r\n|,/).filter((cell) => /^"?[=+@]/.test(cell) || /^"?-\D/.test(cell))).toEqual([])
    for (const { name } of [csv!, xlsx!])
      expect(name).toMatch(/^floorwalker-[\p{L}\p{N}\p{M}-]+\.(?:csv|xlsx)$/u)
    expect(hits).toEqual([])
  })
})

function hostileNames(origin: string): readonly string[] {
  return [
    `=HYPERLINK("${origin}/formula","x")`,
    `+1+cmd|'/C calc'!A0`,
    '@SUM(1)',
    '-2+3',
    `<img src="${origin}/image.png" onerror="window.pwned=1">`,
    `<script src="${origin}/script.js"></script><script>window.pwned=1</script>`,
    `</style><style>@import url(${origin}/style.css);*{background:url(${origin}/css.png)}</style>`,
    `"} body { background: url(${origin}/head.png) } @import "${origin}/import.css`,
    `<svg><use href="${origin}/use.svg#x"/><image href="${origin}/svg.png"/></svg>`,
    `<iframe src="${origin}/frame"></iframe><link rel=stylesheet href="${origin}/link.css">`,
    `<meta http-equiv="refresh" content="0;url=${origin}/refresh">`,
    `../../etc/passwd`,
    `C:\\nul\\con`,
    '{{constructor.constructor("x")()}} ${7*7} $(id)',
    'invoice\u202Efdp.exe',
    '\u2067شكرا\u2069 \u200F\u061C',
    'قائمة الأصدقاء',
    '&lt;b&gt; &#x3c;i&#x3e;',
  ]
}

/** Each name is a customer, an agent, a channel, a team and a category. */
function hostileOffice(names: readonly string[]): readonly RecordInput[] {
  return [
    { kind: 'workspace', id: 'w', name: names.slice(4, 8).join(' '), timezone: 'UTC' },
    ...names.flatMap((name, index): readonly RecordInput[] => {
      const id = `v${index}`
      const at = (minute: number) => new Date(Date.UTC(2026, 4, 5, 8 + (index % 10), minute)).toISOString()
      const said = { conversation: id, contact: `k${index}`, channel: `c${index}` }
      return [
        { kind: 'team', id: `t${index}`, name },
        { kind: 'agent', id: `a${index}`, name, teams: [`t${index}`] },
        { kind: 'channel', id: `c${index}`, name, platform: 'whatsapp' },
        { kind: 'contact', id: `k${index}`, name },
        {
          kind: 'conversation',
          id,
          contact: `k${index}`,
          channel: `c${index}`,
          openedAt: at(0),
          openedBy: { type: 'contact' },
        },
        {
          kind: 'message',
          id: `${id}i`,
          ...said,
          at: at(0),
          direction: 'in',
          author: { type: 'contact' },
          content: { type: 'text', text: name },
        },
        {
          kind: 'message',
          id: `${id}o`,
          ...said,
          at: at(30),
          direction: 'out',
          author: { type: 'agent', id: `a${index}` },
          content: { type: 'text', text: name },
        },
      ]
    }),
  ]
}
