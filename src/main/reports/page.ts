import { formatFor } from '../../shared/numbers.ts'
import type { BlockData } from '../../shared/reportBlocks.ts'
import type { Report } from '../../shared/reporting.ts'
import { html, type Markup } from '../print/markup.ts'
import { type PageEdges, selfContainedPage } from '../print/page.ts'
import { printedWidth } from '../print/paper.ts'
import { reportWords } from '../print/words.ts'
import { appendixMarkup, closing } from './appendixPage.ts'
import type { LookContext } from './blocks/block.ts'
import { lookOf } from './blocks/blocks.ts'
import { readingMoment } from './context.ts'
import { styleWith } from './style.ts'

/** Renders a report as one self-contained page. The same report gives the same bytes. */
export function renderReport(report: Report): string {
  const { language, scope, template } = report
  const context: LookContext = {
    language,
    scope,
    words: reportWords(language),
    format: formatFor(language, scope.zone, readingMoment(scope)),
    width: printedWidth(template.paper),
  }
  return selfContainedPage({
    language,
    title: documentTitle(report),
    paper: template.paper,
    style: styleWith(template.look.accent),
    edges: pageEdges(report, context),
    body: body(report, context),
  })
}

/** What the document is called: in a list of files its period alone would say little. */
export function documentTitle({ title, template, workspace }: Report): string {
  return `${title} – ${template.name} – ${workspace}`
}

function body(report: Report, context: LookContext): Markup {
  return html`<header>
      <p class="template"><bdi>${report.template.name}</bdi></p>
      <h1><bdi>${report.title}</bdi></h1>
      <p class="subtitle">${report.subtitle}</p>
    </header>
    ${rowsOf(report.blocks).map((row) => sectionOf(row, context))} ${appendixMarkup(report, context)}
    ${closing(report, context)}`
}

type Row = readonly [BlockData] | readonly [BlockData, BlockData]

/** Two halves that follow one another stand side by side. */
function rowsOf(blocks: readonly BlockData[]): readonly Row[] {
  const rows: Row[] = []
  for (const block of blocks) {
    const [one, other] = rows.at(-1) ?? []
    const isSecond = one?.width === 'half' && other === undefined && block.width === 'half'
    if (isSecond) rows[rows.length - 1] = [one, block]
    else rows.push([block])
  }
  return rows
}

function sectionOf([one, other]: Row, context: LookContext): Markup {
  if (one.kind === 'break') return html`<div class="page"></div>`
  if (other !== undefined)
    return html`<section class="two">
      ${[one, other].map((block) => html`<div class="half ${block.kind}">${blockMarkup(block, context)}</div>`)}
    </section>`
  const half = one.width === 'half' ? ' alone' : ''
  return html`<section class="${one.kind}${half}">${blockMarkup(one, context)}</section>`
}

/** Kinds that write their own head do so in `look`: charts and tables say more in it than the title. */
const withoutHead: readonly BlockData['kind'][] = ['summary', 'text', 'tiles', 'notes']

function blockMarkup(block: BlockData, context: LookContext): Markup {
  const hasHead = withoutHead.includes(block.kind) && block.title !== ''
  return html`${hasHead && html`<h2><bdi>${block.title}</bdi></h2>`}${lookOf(block, context)}`
}

function pageEdges(report: Report, { words, format }: LookContext): PageEdges {
  const { completeTo, recomputed, rejected } = report.appendix
  const values = { count: rejected, rejected: format.count(rejected) }
  const data =
    completeTo === null
      ? words('completeUnknown', values)
      : words('complete', { ...values, time: format.dateTime(completeTo) })
  const share = recomputed === undefined ? '' : words('recomputing', { share: format.rate(recomputed, 0) })
  const sign = `${report.fingerprint.slice(0, 8)}…${report.fingerprint.slice(-4)}`
  return {
    topLeft: report.workspace,
    topRight: words(report.hideNames ? 'namesHidden' : 'namesShown'),
    bottomLeft: [data, share, words('fingerprintShort', { sign })].filter(Boolean).join(' '),
    of: words('page'),
    logo: report.template.look.logo,
    accent: report.template.look.accent,
  }
}
