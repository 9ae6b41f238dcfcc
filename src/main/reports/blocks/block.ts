/** What the kinds of blocks share: each asks its data, draws itself and gives its tables. */
import type { Figure, Language, Scope } from '../../../shared/contract.ts'
import { metrics, type MetricId } from '../../../shared/metrics.ts'
import type { Format } from '../../../shared/numbers.ts'
import type { BlockData, DataOf, Pieces, Sentence } from '../../../shared/reportBlocks.ts'
import type { Block, BlockKind, ReportColumn, ReportTable } from '../../../shared/reporting.ts'
import { html, type Markup } from '../../print/markup.ts'
import { metricWords, type Words } from '../../print/words.ts'
import type { ComposeContext } from '../context.ts'
import { casesOf, columnKind, durationOf, valueOf } from '../figures.ts'

export type BlockOf<K extends BlockKind> = Extract<Block, { readonly kind: K }>

/** What a block is told with. */
export interface WordsContext {
  readonly language: Language
  readonly words: Words
}

/** What a block is drawn with. */
export interface LookContext extends WordsContext {
  readonly format: Format
  readonly scope: Scope
  /** Points from margin to margin. */
  readonly width: number
}

export interface BlockForm<K extends BlockKind> {
  /** What it asks. */
  readonly compose: (block: BlockOf<K>, context: ComposeContext) => Promise<DataOf<K>> | DataOf<K>
  /** How it looks, under its title. */
  readonly look: (data: DataOf<K>, context: LookContext) => Markup
  /** What it shows, as tables; none for words. */
  readonly tables: (data: DataOf<K>, context: WordsContext) => readonly ReportTable[]
}

/** The head of a block's data; `usual`: what it is called where the template gives no title. */
export function headOf(
  { id, title, width }: Pick<Block, 'id' | 'title' | 'width'>,
  usual: string,
): Pick<BlockData, 'id' | 'title' | 'width'> {
  return { id, title: title ?? usual, width }
}

export function metricName({ language }: Pick<LookContext, 'language'>, metric: MetricId): string {
  return metricWords(language, metric).name
}

/** A column of a metric's values; `part`: not its value but another part of its figure, or the period before. */
export function column(title: string, metric: MetricId, part?: string): ReportColumn {
  const kind = part === 'of' || part === 'count' ? 'count' : columnKind(metric)
  return { title, kind, metric, ...(part === undefined ? {} : { part }) }
}

/** Every part of a metric's figure a spreadsheet is to hold: a median with its p90 and count, a rate with what it is of. */
export function figureColumns(context: WordsContext, metric: MetricId): readonly ReportColumn[] {
  const { words } = context
  const name = metricName(context, metric)
  if (metrics[metric].shape === 'duration')
    return (['median', 'p90', 'count'] as const).map((part) =>
      column(words(`column.${part}`, { metric: name }), metric, part),
    )
  if (!hasDenominator(metric)) return [column(name, metric)]
  return [column(name, metric), column(words('column.of', { metric: name }), metric, 'of')]
}

/** The values of these columns. */
export function figureCells(metric: MetricId, figure: Figure | undefined): readonly (number | null)[] {
  const value = valueOf(figure)
  if (metrics[metric].shape === 'duration') return [value, durationOf(figure)?.p90 ?? null, casesOf(figure)]
  return hasDenominator(metric) ? [value, casesOf(figure)] : [value]
}

function hasDenominator(metric: MetricId): boolean {
  const { shape } = metrics[metric]
  return shape === 'rate' || shape === 'mean'
}

/** The small number that leads to what is behind; a space that does not break before it would part it from its figure. */
export function noteMark(footnote: number | null): Markup | null {
  return footnote === null ? null : html`<sup>${footnote}</sup>`
}

/** A name, in its own direction whatever is around it. */
export function bdi(name: string): Markup {
  return html`<bdi>${name}</bdi>`
}

export function saidMarkup(said: Pieces): Markup {
  return html`${said.map(({ text, isName }) => (isName ? bdi(text) : text))}`
}

export function sentenceMarkup({ pieces, footnote }: Sentence): Markup {
  return html`${saidMarkup(pieces)}${noteMark(footnote)}`
}

/** That there is nothing, in words, where a chart or a table would be. */
export function nothing({ words }: Pick<LookContext, 'words'>, key = 'nothing.measured'): Markup {
  return html`<p class="muted">${words(key)}</p>`
}
