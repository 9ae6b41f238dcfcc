import { metrics } from '../../../shared/metrics.ts'
import type { Tile } from '../../../shared/reportBlocks.ts'
import { valueText } from '../../../shared/valueText.ts'
import { html, type Markup } from '../../print/markup.ts'
import { textWidth } from '../charts/axis.ts'
import type { ComposeContext } from '../context.ts'
import { casesOf, isWorse, smallSample, targetOf, valueOf } from '../figures.ts'
import {
  figureCells,
  figureColumns,
  headOf,
  metricName,
  noteMark,
  type BlockForm,
  type LookContext,
} from './block.ts'

/** More than six in a row would not hold a duration. */
const inRow = 6
/** Points of a value in the usual size; wider ones are written smaller. */
const widest = 78

/** Figures of the period, each with its change against the period before and its target. */
export const tiles: BlockForm<'tiles'> = {
  compose: (block, context) => ({
    ...headOf(block, ''),
    kind: 'tiles',
    tiles: block.metrics.map((metric) => tileOf(metric, context)),
  }),
  look: (data, context) => {
    const rows = Math.ceil(data.tiles.length / inRow)
    const columns = Math.ceil(data.tiles.length / Math.max(1, rows))
    return html`<div class="tiles" style="grid-template-columns:repeat(${columns},auto)">
      ${data.tiles.map((tile) => tileMarkup(tile, context))}
    </div>`
  },
  tables: (data, context) => [
    {
      block: data.id,
      title: data.title === '' ? context.words('block.tiles') : data.title,
      columns: [
        { title: context.words('column.metric'), kind: 'text' },
        ...data.tiles.flatMap(({ metric }) => figureColumns(context, metric)),
      ],
      rows: [
        [context.words('column.now'), ...data.tiles.flatMap(({ metric, now }) => figureCells(metric, now))],
        [
          context.words('column.before'),
          ...data.tiles.flatMap(({ metric, before }) => figureCells(metric, before)),
        ],
        [
          context.words('column.target'),
          ...data.tiles.flatMap(({ metric, target }) =>
            figureCells(metric, undefined).map((_, index) => (index === 0 ? target : null)),
          ),
        ],
      ],
    },
  ],
}

function tileOf(metric: Tile['metric'], context: ComposeContext): Tile {
  const { query, previous, isComparable, ports } = context
  const { scope } = query
  return {
    metric,
    now: context.total(scope, metric) ?? { value: null },
    before: (isComparable ? context.total(previous, metric) : undefined) ?? { value: null },
    target: targetOf(metric, ports.settings, scope),
    footnote: context.footnotes.figure({ metric, scope }, metricName(query, metric)),
  }
}

function tileMarkup(tile: Tile, context: LookContext): Markup {
  const { format } = context
  const value = valueOf(tile.now)
  const before = valueOf(tile.before)
  const { unit } = metrics[tile.metric]
  const isFew = unit === 'count' && Math.max(value ?? 0, before ?? 0) < smallSample
  const change = format.change(value, before, isFew ? 'difference' : unit)
  const text = valueText(format, tile.metric, value)
  return html`<div class="tile">
    <span class="label">${metricName(context, tile.metric)}</span
    ><b class="${textWidth(text, 13) > widest ? 'long' : ''}">${text}${noteMark(tile.footnote)}</b
    ><span class="under"
      ><span class="${isAlarming(tile) ? 'bad' : 'change'}">${change}</span> ${under(tile, context)}</span
    >
  </div>`
}

/** Worse and past its target, and not of a handful. */
function isAlarming({ metric, now, before, target }: Tile): boolean {
  const [value, earlier] = [valueOf(now), valueOf(before)]
  if (value === null || earlier === null || target === null) return false
  const cases = casesOf(now)
  return (
    isWorse(metric, value, earlier) &&
    isWorse(metric, value, target) &&
    (cases === null || cases >= smallSample)
  )
}

/** What it is of, where that is few; else its target. */
function under({ metric, now, target }: Tile, { words, format }: LookContext): string {
  const cases = casesOf(now)
  if (valueOf(now) === null) return ''
  if (cases !== null && cases < smallSample && metrics[metric].unit !== 'count')
    return words('of', { count: format.count(cases) })
  return target === null ? '' : words('target', { value: valueText(format, metric, target) })
}
