/** One self-contained page: no script, nothing loaded from anywhere, paper and running heads in its own style sheet. */
import { createHash } from 'node:crypto'
import type { Paper } from '../../shared/reporting.ts'
import { html, type Markup } from './markup.ts'
import { type PageEdges, paperStyle, plainPaper } from './paper.ts'

export type { PageEdges } from './paper.ts'

/** `style` must hold no text from the data: it is not escaped. */
export function selfContainedPage(page: {
  readonly language: string
  /** What readers and browsers call the document; absent: the application's name. */
  readonly title?: string
  readonly paper?: Paper
  readonly style: string
  readonly edges: PageEdges
  readonly body: Markup
}): string {
  const sheet = `${baseStyle}${page.style}${paperStyle(page.paper ?? plainPaper, page.edges)}`
  const digest = createHash('sha256').update(sheet).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; style-src-attr 'unsafe-inline'; img-src data:`
  const sheetMarkup: Markup = { markup: `<style>${sheet}</style>` }
  return `<!doctype html>${
    html`<html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <title>${page.title ?? 'Floorwalker'}</title>
        ${sheetMarkup}
      </head>
      <body>
        ${page.body}
      </body>
    </html>`.markup
  }`
}

/** Faces of Latin, Greek and Cyrillic first, then of every script we may meet, each by its maker's name. */
const latin = '-apple-system, "Segoe UI", Inter, "Noto Sans", "Liberation Sans"'
const han = {
  traditional: '"PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC", "Noto Sans TC"',
  japanese: '"Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "Noto Sans JP"',
  korean: '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR"',
}
const scripts = [
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Gujarati',
  'Gurmukhi',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Georgian',
  'Armenian',
  'Ethiopic',
]
const others = scripts.map((script) => `"Noto Sans ${script}"`).join(', ')
const emoji = '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"'
const fonts = `${latin}, ${han.traditional}, ${han.korean}, ${han.japanese}, ${others}, sans-serif, ${emoji}`

const baseStyle = `
:root { --font: ${fonts}; }
* { box-sizing: border-box; }
body { margin: 0; font: 9pt/13pt var(--font); color: #1a1b1e; font-variant-numeric: tabular-nums; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
bdi { unicode-bidi: isolate; }
`
