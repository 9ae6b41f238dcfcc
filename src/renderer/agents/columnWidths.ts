/** How wide the columns are: as their longest text in the chosen language, so that nothing moves while rows come and go. */
import { brokenWidth, type TextSize, type TextWidth, textWidths } from '../ui/textWidth.ts'
import type { TableRow } from './agentRows.ts'
import { columns as catalogue, type ColumnId, type ColumnPart } from './columns.ts'

export interface ColumnWidths {
  /** Pixels. */
  readonly name: number
  /** Pixels; what has none takes what is left. */
  readonly columns: ReadonlyMap<ColumnId, number>
  /** Pixels the table needs at least; below them it scrolls sideways. */
  readonly least: number
}

/** What a column says. */
export interface ColumnTexts {
  /** Its head, which may break once, at a space or a soft hyphen. */
  readonly head: string
  /** What stands above and below its head, a line each. */
  readonly around: readonly string[]
  readonly cells: readonly string[]
}

/** The space around a cell. */
const padding = 12
const dial = 50
const histogram = 80
const notesLeast = 90
const nameBounds = [139, 230] as const
/** The round mark before a name, with its gap. */
const initials = 30

/** Widths for these columns; `textsOf` gives what each says, durations and counts as they are written. */
export function columnWidths(
  rows: readonly TableRow[],
  columns: readonly ColumnId[],
  textsOf: (column: ColumnId) => ColumnTexts,
): ColumnWidths {
  const width = textWidths()
  const widths = new Map<ColumnId, number>()
  for (const column of columns) {
    const { part } = catalogue[column]
    if (part === 'notes') continue
    widths.set(column, part === 'histogram' ? histogram : widthOf(textsOf(column), part, width))
  }
  const names = rows.map((row) => (row.kind === 'team' ? (row.group.name ?? '') : row.line.agent.name))
  const name = bounded(longest(names, 'body', width) + initials + padding)
  const sum = [...widths.values()].reduce((total, width) => total + width, name)
  return { name, columns: widths, least: sum + (columns.includes('notes') ? notesLeast : 0) }
}

function widthOf({ head, around, cells }: ColumnTexts, part: ColumnPart, width: TextWidth): number {
  const drawn = part === 'dial' ? dial : 0
  // Medians are what stands out most; elsewhere the space around a cell takes what bold is wider.
  const size = part === 'median' ? 'strong' : 'body'
  const heads = Math.max(brokenWidth(head, 'micro', width), longest(around, 'micro', width))
  return Math.max(heads, longest(cells, size, width) + drawn) + padding
}

function bounded(width: number): number {
  const [least, most] = nameBounds
  return Math.ceil(Math.min(most, Math.max(least, width)))
}

function longest(texts: readonly string[], size: TextSize, width: TextWidth): number {
  return texts.reduce((most, text) => Math.max(most, width(text, size)), 0)
}
