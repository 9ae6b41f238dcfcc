/** Paper as style sheets: sizes, margins, running heads with page numbers, and the same sheets on a screen. */
import type { Paper } from '../../shared/reporting.ts'

/** What is printed at the edges of every page; texts may be anybody's. */
export interface PageEdges {
  readonly topLeft: string
  readonly topRight: string
  readonly bottomLeft: string
  /** The word between the page and the number of pages. */
  readonly of: string
  /** A picture as a data URL, in place of what stands at the top left, which moves beside the right. */
  readonly logo?: string | null
  /** `#rrggbb`, of the line under the head. */
  readonly accent?: string
}

export const plainPaper: Paper = { size: 'A4', orientation: 'portrait' }

/** Millimetres, upright. */
const sizes = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
} as const satisfies Record<Paper['size'], object>

const margin = { top: 22, side: 17, bottom: 20 }
/** From the running head’s line down to the text, from the text down to the foot’s, and between two sheets on a screen. */
const apart = { head: 5, foot: 4, sheets: 8 }

const ink = '#1a1b1e'
const quiet = '#52555b'

/** The style sheet of a paper. Everything of the data in it is quoted. */
export function paperStyle(paper: Paper, edges: PageEdges): string {
  const { width, height } = sheetOf(paper)
  return `${pageRule(paper, edges)}
:root { ${variables(edges)} }
@media screen { ${screenRules(width, height)}
${edgeRules(height, edges)} }
`
}

/** Whole points between the side margins. */
export function printedWidth(paper: Paper): number {
  return Math.floor(((sheetOf(paper).width - 2 * margin.side) * 72) / 25.4)
}

function sheetOf({ size, orientation }: Paper): { readonly width: number; readonly height: number } {
  const { width, height } = sizes[size]
  return orientation === 'portrait' ? { width, height } : { width: height, height: width }
}

/** How the running head and foot look, whether paper has a place for them or they lie on a drawn sheet. */
function headLook({ accent }: PageEdges): string {
  return `font: 8.5pt var(--font); color: ${quiet}; padding-bottom: 5pt; border-bottom: 0.75pt solid ${colour(accent)};`
}

const footLook = `font: 7.5pt/10pt var(--font); color: ${quiet}; padding-top: 4pt; border-top: 0.5pt solid #d6d6d1;`

function topLeft({ logo }: PageEdges): string {
  return picture(logo) === null ? 'content: var(--top-left);' : `content: ""; ${logoRule(logo)}`
}

function pageRule({ size, orientation }: Paper, edges: PageEdges): string {
  const head = `${headLook(edges)} vertical-align: bottom; margin-bottom: ${apart.head}mm;`
  const foot = `${footLook} vertical-align: top; margin-top: ${apart.foot}mm;`
  return `@page { size: ${size} ${orientation}; margin: ${margin.top}mm ${margin.side}mm ${margin.bottom}mm;
  @top-left { ${head} ${topLeft(edges)} }
  @top-right { content: var(--top-right); ${head} }
  @bottom-left { content: var(--bottom-left); ${foot} padding-right: 10mm; }
  @bottom-right { content: counter(page) " " var(--of) " " counter(pages); ${foot} white-space: nowrap; } }`
}

function logoRule(logo: PageEdges['logo']): string {
  const url = picture(logo)
  return url === null ? '' : `width: 45mm; background: url("${url}") no-repeat left 8mm / auto 8mm;`
}

/**
 * On a screen the same text runs through sheets of the same size, one under the other; where a browser cannot wrap columns it
 * is one long sheet. Narrow windows show it smaller.
 */
function screenRules(width: number, height: number): string {
  const area = height - margin.top - margin.bottom
  const pixels = Math.ceil((width * 96) / 25.4) + 32
  const zooms = [0.85, 0.7, 0.55, 0.4].map(
    (zoom) => `@media (max-width: ${Math.ceil((pixels * zoom) / 0.85)}px) { :root { zoom: ${zoom}; } }`,
  )
  return `
  html { background: var(--desk, #e9e9e5); }
  body { width: ${width}mm; margin: 4mm auto; padding: ${margin.top}mm ${margin.side}mm ${margin.bottom}mm; background: #fff; }
  ${zooms.join('\n  ')}
  @supports (column-wrap: wrap) {
    body { column-count: 1; column-height: ${area}mm; column-wrap: wrap; row-gap: ${margin.top + margin.bottom + apart.sheets}mm; box-sizing: border-box;
      background: repeating-linear-gradient(#fff 0 ${height}mm, var(--desk, #e9e9e5) ${height}mm ${height + apart.sheets}mm); }
    .page { break-before: column; }
  }`
}

/**
 * The running head and foot of a drawn sheet. Nobody knows how many sheets there are before they are laid out: whoever shows
 * them adds two empty elements a sheet, `edge head` and `edge foot`, with `--sheet` (from 0) and `--sheets` on them. On paper
 * they are nothing.
 */
function edgeRules(height: number, edges: PageEdges): string {
  const top = (offset: number) => `top: calc(var(--sheet) * ${height + apart.sheets}mm + ${offset}mm);`
  return `  body { position: relative; }
  .edge { position: absolute; left: ${margin.side}mm; right: ${margin.side}mm; display: flex; justify-content: space-between; }
  .edge.head { ${headLook(edges)} ${top(0)} height: ${margin.top - apart.head}mm; align-items: flex-end; }
  .edge.head::before { ${topLeft(edges)} align-self: ${picture(edges.logo) === null ? 'auto' : 'stretch'}; }
  .edge.head::after { content: var(--top-right); margin-left: auto; }
  .edge.foot { ${footLook} ${top(height - margin.bottom + apart.foot)} counter-reset: sheet calc(var(--sheet) + 1) sheets var(--sheets); }
  .edge.foot::before { content: var(--bottom-left); padding-right: 10mm; }
  .edge.foot::after { content: counter(sheet) " " var(--of) " " counter(sheets); white-space: nowrap; }`
}

/** Running heads are CSS strings: quotes, backslashes, line breaks and "<" must not end them. */
function variables({ topLeft, topRight, bottomLeft, of, logo }: PageEdges): string {
  const right = picture(logo) === null ? topRight : [topLeft, topRight].filter(Boolean).join(' · ')
  return [
    `--top-left:${quoted(topLeft)}`,
    `--top-right:${quoted(right)}`,
    `--bottom-left:${quoted(bottomLeft)}`,
    `--of:${quoted(of)}`,
  ].join(';')
}

function quoted(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]|["\\<]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`
}

/** Only what can be nothing but a picture gets into the sheet; whoever keeps a template has looked at it already. */
function picture(logo: PageEdges['logo']): string | null {
  return logo != null && /^data:image\/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/.test(logo)
    ? logo
    : null
}

function colour(accent: string | undefined): string {
  return accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent) ? accent : ink
}
