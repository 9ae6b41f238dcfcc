import { describe, expect, it } from 'vitest'
import { html } from '../../../src/main/print/markup.ts'
import { type PageEdges, selfContainedPage } from '../../../src/main/print/page.ts'
import { finishPdf, readProof } from '../../../src/main/print/pdfFile.ts'
import type { Paper } from '../../../src/shared/reporting.ts'
import { chromium, usePrintingBrowser } from '../../support/printingBrowser.ts'

const edges: PageEdges = { topLeft: 'Shop', topRight: 'Names hidden', bottomLeft: 'Complete', of: 'of' }
const scripts = {
  Latin: ['Zażółć gęślą jaźń Straße', /^Noto Sans$|Inter|Liberation Sans|Segoe UI/],
  Greek: ['Ξεσκεπάζω την ψυχοφθόρα', /^Noto Sans$|Inter|Liberation Sans|Segoe UI/],
  Cyrillic: ['Съешь ещё этих булок', /^Noto Sans$|Inter|Liberation Sans|Segoe UI/],
  Han: ['陳怡君與台灣客服', /Noto Sans CJK|PingFang|JhengHei/],
  Korean: ['다람쥐헌쳇바퀴에', /Noto Sans CJK|Malgun|Gothic/],
  Japanese: ['いろはにほへと', /Noto Sans CJK|Hiragino|Yu Gothic/],
  Arabic: ['الأحمد', /Noto (?:Sans|Naskh) Arabic|DejaVu Sans/],
  Hebrew: ['שלום', /Noto Sans Hebrew|DejaVu Sans/],
  Devanagari: ['प्रिया', /Noto Sans Devanagari/],
  Thai: ['สวัสดีครับ', /Noto (?:Sans|Looped) Thai/],
  Emoji: ['🎿🏕️', /Noto Color Emoji|Apple Color Emoji|Segoe UI Emoji/],
} as const

function pageOf(paper: Paper, more: Partial<PageEdges> = {}, lines = 120): string {
  return selfContainedPage({
    language: 'zh-TW',
    title: '週報 <b>"19"</b>',
    paper,
    style: '',
    edges: { ...edges, ...more },
    body: html`<h1>Week</h1>
      ${Object.entries(scripts).map(([name, [text]]) => html`<p id="${name}">${text}</p>`)}
      ${Array.from({ length: lines }, (_, line) => html`<p>line ${line}</p>`)}`,
  })
}

const a4: Paper = { size: 'A4', orientation: 'portrait' }

describe('a page’s own style', () => {
  it('quotes what stands in the running heads, and takes no logo or colour that is something else', () => {
    const hostile = '"} body{display:none} </style><script>alert(1)</script> \\ \n url(http://127.0.0.1/)'
    const page = pageOf(a4, {
      topLeft: hostile,
      topRight: hostile,
      bottomLeft: hostile,
      of: hostile,
      logo: 'data:image/png;base64,AAAA") ; } body { display: none',
      accent: 'red; } body { display: none',
    })
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? []
    expect(page.match(/<\/style>/g), 'the sheet ends once').toHaveLength(1)
    expect(page).not.toContain('<script')
    expect(style.replace(/"(?:[^"\\]|\\.)*"/gs, '""'), 'outside of strings').not.toMatch(/display: ?none/)
    expect(pageOf(a4, { logo: 'https://127.0.0.1/logo.png' })).not.toContain('logo.png')
    expect(pageOf(a4, { logo: 'data:text/html;base64,AAAA' })).not.toContain('text/html')
  })
})

describe.skipIf(chromium === null)('a printed page', () => {
  const browser = usePrintingBrowser()
  const finished = async (page: string) =>
    Buffer.from(
      finishPdf(await browser.print(page), {
        title: 'x',
        moment: 0,
        version: '1',
        fingerprint: 'a'.repeat(64),
      }),
    )

  it('is the same bytes every time', async () => {
    const [first, second] = [await finished(pageOf(a4)), await finished(pageOf(a4))]
    expect(second.equals(first)).toBe(true)
  })

  it('tells one changed byte wherever it is: in a stream, a table, the proof, the trailer', async () => {
    const whole = await finished(pageOf(a4))
    expect(readProof(whole).state).toBe('intact')
    const step = Math.floor(whole.length / 150)
    const spread = Array.from({ length: 150 }, (_, index) => index * step)
    const tail = Array.from({ length: 700 }, (_, index) => whole.length - 700 + index)
    for (const place of [...spread, ...tail.filter((one) => one % 9 === 0), whole.length - 1]) {
      whole[place]! ^= 2
      expect(readProof(whole).state, `byte ${place} of ${whole.length}`).toBe('changed')
      whole[place]! ^= 2
    }
    expect(readProof(Buffer.concat([whole, Buffer.from('\n')])).state).toBe('changed')
  })

  it.each([
    ['A4', 'portrait', [595, 842]],
    ['A4', 'landscape', [842, 595]],
    ['Letter', 'portrait', [612, 792]],
    ['Letter', 'landscape', [792, 612]],
  ] as const)('has the size of %s %s', async (size, orientation, points) => {
    const text = (await finished(pageOf({ size, orientation }))).toString('latin1')
    const [, , width, height] = /\/MediaBox \[(\S+) (\S+) (\S+) (\S+)\]/.exec(text)!.slice(1).map(Number)
    expect([width, height].map((length) => Math.round(length!))).toEqual(points)
  })

  it('is tagged, has bookmarks, and says its language', async () => {
    const text = (await finished(pageOf(a4))).toString('latin1')
    expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(text).toContain('/Type /Outlines')
    expect(text).toMatch(/\/Lang \(zh-TW\)/)
  })

  it('draws every script with a font that has it', async () => {
    const page = await browser.show(pageOf(a4))
    for (const [name, [text, family]] of Object.entries(scripts)) {
      const fonts = await page.fonts(`#${name}`)
      expect(fonts.length, name).toBeGreaterThan(0)
      for (const { familyName } of fonts) expect(familyName, `${name}: ${text}`).toMatch(family)
    }
    await page.close()
  })

  it('breaks on a screen where it breaks on paper', async () => {
    const pages = (text: string) => Number(/\/Type \/Pages\n\/Count (\d+)/.exec(text)?.[1])
    for (const paper of [a4, { size: 'Letter', orientation: 'landscape' }] as const) {
      const printed = (await finished(pageOf(paper))).toString('latin1')
      const page = await browser.show(pageOf(paper))
      const sheets = await page.evaluate<number>(`(() => {
        const rows = new Set([...document.querySelectorAll('p')].map((line) => Math.floor((line.getBoundingClientRect().top + scrollY) / ${paper.size === 'A4' ? (297 + 8) * (96 / 25.4) : (215.9 + 8) * (96 / 25.4)})))
        return rows.size
      })()`)
      expect(sheets).toBe(pages(printed))
      await page.close()
    }
  })
})
