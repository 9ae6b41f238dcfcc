/** What is answered as a table that knows what its columns are: how they are written, sorted, drawn and saved. */
import type { QuestionAnswer, QuestionColumn } from '../../shared/questions.ts'
import type { CellKind, TableColumn } from '../ui/dataTable.ts'
import type { Format } from '../ui/numbers.ts'

export type Value = string | number | null
export type Row = readonly Value[]

export interface AnswerColumn {
  readonly name: string
  readonly kind: CellKind
}

/** A column is what its view says; of an expression its name and its values tell. */
export function columnsOf({ columns, rows }: QuestionAnswer): readonly AnswerColumn[] {
  return columns.map((column, index) => ({
    name: column.name,
    kind: kindOf(
      column,
      rows.map((row) => row[index] ?? null),
    ),
  }))
}

function kindOf({ name, type }: QuestionColumn, values: readonly Value[]): CellKind {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return 'text'
  if (!known.every((value) => typeof value === 'number'))
    return type === 'time' && known.every(isMoment) ? 'time' : 'text'
  if (type === 'seconds' || /(?:^|_)seconds$/.test(name)) return 'duration'
  if (type === 'rate' || /(?:^|_)(?:rate|share)$/.test(name)) return 'rate'
  return known.every((value) => Number.isInteger(value)) ? 'count' : 'score'
}

/** A moment in UTC; what the clocks of a zone showed is none. */
function isMoment(value: string | number): boolean {
  return typeof value === 'string' && value.endsWith('Z') && !Number.isNaN(Date.parse(value))
}

export function isNumeric({ kind }: AnswerColumn): boolean {
  return kind !== 'text' && kind !== 'time'
}

/** A value as the screen writes it; `null` is told from an empty text. */
export function valueText(
  value: Value,
  { kind }: AnswerColumn,
  format: Format,
  numbers: Intl.NumberFormat,
): string {
  if (value === null) return '–'
  if (typeof value === 'string') return kind === 'time' ? format.dateTime(Date.parse(value)) : value
  if (kind === 'duration') return format.duration(value)
  return kind === 'rate' ? format.rate(value) : numbers.format(value)
}

export interface Sorting {
  readonly column: number
  readonly down: boolean
}

/** Nulls are last, whichever way. */
export function sorted(rows: readonly Row[], sorting: Sorting | null, language: string): readonly Row[] {
  if (sorting === null) return rows
  const { column, down } = sorting
  const collator = new Intl.Collator(language, { numeric: true })
  const sign = down ? -1 : 1
  return rows.toSorted((a, b) => {
    const [one, other] = [a[column] ?? null, b[column] ?? null]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other)
    return sign * collator.compare(String(one), String(other))
  })
}

/** The columns and rows a file is made of: moments as such, so that a spreadsheet knows them. */
export function fileTable(
  columns: readonly AnswerColumn[],
  rows: readonly Row[],
): { readonly columns: readonly TableColumn[]; readonly rows: readonly Row[] } {
  return {
    columns: columns.map(({ name, kind }) => ({ title: name, kind })),
    rows: rows.map((row) =>
      row.map((value, index) =>
        columns[index]?.kind === 'time' && typeof value === 'string' ? Date.parse(value) : value,
      ),
    ),
  }
}
