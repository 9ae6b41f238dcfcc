/** How wide the columns are: as their longest text in the chosen language, so that nothing moves while rows come and go. */
import type { TableRow } from './agentRows.ts'
import { columns as catalogue, type ColumnId } from './columns.ts'

export interface ColumnWidths {
  /** Pixels. */
  readonly name: number
  /** Pixels; what has none takes what is left. */
  readonly columns: ReadonlyMap<ColumnId, number>
  /** Pixels the table needs at least; below them it scrolls sideways. */
  readonly least: number
}

/** What a column says: its head, a line each, and its cells. */
export interface ColumnTexts {
  readonly heads: readonly string[]
  readonly cells: readonly string[]
}

/** Pixels of a mean character in a cell and in a head: tabular figures are the widest there are many of. */
const cellCharacter = 6.7
const headCharacter = 5.9
/** The space around a cell, and the sort arrow of the head. */
const padding = 16
const arrow = 10
const dial = 50
const histogram = 84
const notesLeast = 170
const nameBounds = [150, 230] as const
/** The round mark before a name, with its gap. */
const initials = 30

/** Widths for these columns; `textsOf` gives what each says, durations and counts as they are written. */
export function columnWidths(
  rows: readonly TableRow[],
  columns: readonly ColumnId[],
  textsOf: (column: ColumnId) => ColumnTexts,
): ColumnWidths {
  const widths = new Map<ColumnId, number>()
  for (const column of columns) {
    const { part } = catalogue[column]
    if (part === 'notes') continue
    widths.set(
      column,
      part === 'histogram' ? histogram : widthOf(textsOf(column), part === 'dial' ? dial : 0),
    )
  }
  const names = rows.map((row) => (row.kind === 'team' ? (row.group.name ?? '') : row.line.agent.name))
  const name = bounded(longest(names) * cellCharacter + initials + padding)
  const sum = [...widths.values()].reduce((total, width) => total + width, name)
  return { name, columns: widths, least: sum + (columns.includes('notes') ? notesLeast : 0) }
}

/** `drawn`: pixels of what is drawn before the text of a cell. */
function widthOf({ heads, cells }: ColumnTexts, drawn: number): number {
  const head = longest(heads) * headCharacter + arrow
  return Math.ceil(Math.max(head, longest(cells) * cellCharacter + drawn) + padding)
}

function bounded(width: number): number {
  const [least, most] = nameBounds
  return Math.ceil(Math.min(most, Math.max(least, width)))
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length + (text.match(wide)?.length ?? 0)), 0)
}

/** Characters as wide as two: Chinese, Japanese, Korean and their punctuation. */
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g
