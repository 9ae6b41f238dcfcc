/** One self-contained page: no script, nothing loaded from anywhere, paper and running heads in its own style sheet. */
import { createHash } from 'node:crypto'
import { html, type Markup } from './markup.ts'

/** What is printed at the edges of every page; texts may be anybody's. */
export interface PageEdges {
  readonly topLeft: string
  readonly topRight: string
  readonly bottomLeft: string
  /** The word between the page and the number of pages. */
  readonly of: string
}

/** `style` must hold no text from the data: it is not escaped. */
export function selfContainedPage(page: {
  readonly language: string
  readonly style: string
  readonly edges: PageEdges
  readonly body: Markup
}): string {
  const sheet = `${edges}${page.style}:root{${variables(page.edges)}}`
  const digest = createHash('sha256').update(sheet).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; style-src-attr 'unsafe-inline'; img-src data:`
  const sheetMarkup: Markup = { markup: `<style>${sheet}</style>` }
  return `<!doctype html>${
    html`<html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <title>Floorwalker</title>
        ${sheetMarkup}
      </head>
      <body>
        ${page.body}
      </body>
    </html>`.markup
  }`
}

/** Page edges, and the fonts of every script we may meet. */
const edges = `
@page { size: A4; margin: 20mm 17mm 18mm;
  @top-left { content: var(--top-left); font: 8.5pt var(--font); color: #52555b; }
  @top-right { content: var(--top-right); font: 8.5pt var(--font); color: #52555b; }
  @bottom-left { content: var(--bottom-left); font: 7.5pt var(--font); color: #52555b; }
  @bottom-right { content: counter(page) " " var(--of) " " counter(pages); font: 8pt var(--font); color: #52555b; } }
:root { --font: -apple-system, "Segoe UI", Inter, "Noto Sans", "Liberation Sans", "PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC", "Noto Sans TC", "Noto Sans Arabic", "Noto Sans Devanagari", "Noto Sans Thai", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"; }
* { box-sizing: border-box; }
body { margin: 0; font: 9pt/13pt var(--font); color: #1a1b1e; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; }
bdi { unicode-bidi: isolate; }
@media screen { body { padding: 40px 48px; } }
`

/** Running heads are CSS strings: quotes, backslashes, line breaks and "<" must not end them. */
function variables({ topLeft, topRight, bottomLeft, of }: PageEdges): string {
  return [
    `--top-left:${quoted(topLeft)}`,
    `--top-right:${quoted(topRight)}`,
    `--bottom-left:${quoted(bottomLeft)}`,
    `--of:${quoted(of)}`,
  ].join(';')
}

function quoted(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]|["\\<]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`
}
