/** What differs between the figures of a report as it was issued and as it is today. */
import type { ReportCheck, ReportTable } from '../../../shared/reporting.ts'

type Difference = ReportCheck['differences'][number]
type Cell = ReportTable['rows'][number][number]
type Kind = ReportTable['columns'][number]['kind']

/** A cell of a column's kind, in words. */
export type CellText = (cell: Cell, kind: Kind) => string

const most = 20

/** The first that differ, in the report's order. Empty: every figure holds. */
export function differencesOf(
  was: readonly ReportTable[],
  is: readonly ReportTable[],
  cellText: CellText,
): readonly Difference[] {
  const differences: Difference[] = []
  const then = numbered(was, ({ block }) => block)
  const now = numbered(is, ({ block }) => block)
  for (const key of keysOf(then, now)) {
    differences.push(...tableDifferences(then.get(key), now.get(key), cellText))
    if (differences.length >= most) break
  }
  return differences.slice(0, most)
}

function tableDifferences(
  was: ReportTable | undefined,
  is: ReportTable | undefined,
  cellText: CellText,
): readonly Difference[] {
  const table = was ?? is
  if (table === undefined) return []
  const block = table.title === '' ? table.block : table.title
  if (was === undefined || is === undefined)
    return [{ block, what: '', was: presence(was), is: presence(is) }]
  const then = numbered(was.rows, (row) => nameOf(was, row))
  const now = numbered(is.rows, (row) => nameOf(is, row))
  return keysOf(then, now).flatMap((key) => {
    const row = then.get(key)
    const today = now.get(key)
    const name = nameOf(table, row ?? today ?? [])
    if (row === undefined || today === undefined)
      return [{ block, what: name, was: presence(row), is: presence(today) }]
    return was.columns.flatMap(({ title, kind }, index): readonly Difference[] => {
      const [before, after] = [row[index] ?? null, today[index] ?? null]
      if (before === after) return []
      const what = [name, title].filter((part) => part !== '').join(' · ')
      return [{ block, what, ...inWords(before, after, (cell) => cellText(cell, kind)) }]
    })
  })
}

/** Two values that differ less than their words show are told as they are. */
function inWords(before: Cell, after: Cell, text: (cell: Cell) => string): Pick<Difference, 'was' | 'is'> {
  const [was, is] = [text(before), text(after)]
  return was === is ? { was: String(before), is: String(after) } : { was, is }
}

/** What a row is of: its texts. */
function nameOf(table: ReportTable, row: readonly Cell[]): string {
  return row.filter((cell, index) => table.columns[index]?.kind === 'text' && cell !== null).join(' / ')
}

function presence(there: unknown): string {
  return there === undefined ? '–' : '✓'
}

/** Entries by their name; those of one name are told apart by their order. */
function numbered<T>(entries: readonly T[], nameOfEntry: (entry: T) => string): ReadonlyMap<string, T> {
  const counts = new Map<string, number>()
  return new Map(
    entries.map((entry) => {
      const name = nameOfEntry(entry)
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return [`${count} ${name}`, entry]
    }),
  )
}

function keysOf(was: ReadonlyMap<string, unknown>, is: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...was.keys(), ...is.keys()])]
}
