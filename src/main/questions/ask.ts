/** One question asked of the views: what it answers, or why it cannot be answered in a sentence. */
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import type { QuestionAnswer, QuestionColumn } from '../../shared/questions.ts'
import { openQuestionDb, type QuestionDb } from './questionDb.ts'
import { questionFailure } from './questionFailure.ts'
import { onlyStatement } from './statement.ts'
import type { QuestionContext } from './viewSources.ts'
import { isFigure, views } from './views/all.ts'
import { fillFigures, prepareFigures } from './figures/figuresFile.ts'

export interface Question {
  readonly sql: string
  /** Rows that are answered at most. */
  readonly rows: number
}

/** Characters of an answer, so that a screen can hold it. */
const mostCharacters = 16 * 2 ** 20

/**
 * Throws `Failed`. `clock`: milliseconds, from any moment; `began` is called as the figures are up to date and the question
 * itself runs.
 */
export function ask(
  question: Question,
  context: QuestionContext,
  { clock, began }: { readonly clock: () => number; readonly began: () => void },
): QuestionAnswer {
  const statement = onlyStatement(question.sql)
  const { db, guard, clean, asOf } = openPrepared(context)
  try {
    const prepared = prepare(db, statement)
    const columns = columnsOf(prepared)
    if ([...guard.read].some((read) => isFigure(...partsOf(read)))) fillFigures(context)
    began()
    const start = clock()
    const { rows, cut } = rowsOf(prepared, question.rows, clean)
    return { columns, rows, cut, milliseconds: Math.round(clock() - start), asOf }
  } catch (error) {
    throw questionFailure(error, statement, guard.refused(), clean)
  } finally {
    db.close()
  }
}

function openPrepared(context: QuestionContext): QuestionDb {
  try {
    prepareFigures(context.dir)
    return openQuestionDb(context)
  } catch (error) {
    throw questionFailure(error, '', null, (text) => text)
  }
}

function prepare(db: DatabaseSync, sql: string): StatementSync {
  const statement = db.prepare(sql)
  statement.setReturnArrays(true)
  statement.setReadBigInts(true)
  return statement
}

/** `view.column`, as the guard names it. */
function partsOf(read: string): readonly [view: string, column: string] {
  const dot = read.indexOf('.')
  return [read.slice(0, dot), read.slice(dot + 1)]
}

const types = new Map(views.flatMap(({ columns }) => columns.map(({ name, type }) => [name, type] as const)))

/** A column that is called as one of a view is of its type; of others SQLite says what it knows. */
function columnsOf(statement: StatementSync): readonly QuestionColumn[] {
  return statement.columns().map(({ name, type }) => ({ name, type: types.get(name) ?? type ?? '' }))
}

type Cell = string | number | null

function rowsOf(
  statement: StatementSync,
  most: number,
  clean: (text: string) => string,
): { readonly rows: readonly (readonly Cell[])[]; readonly cut: boolean } {
  const rows: Cell[][] = []
  let characters = 0
  for (const row of statement.iterate() as unknown as Iterable<readonly SQLOutputValue[]>) {
    if (rows.length >= most || characters > mostCharacters) return { rows, cut: true }
    const cells = row.map((value) => cellOf(value, clean))
    for (const cell of cells) characters += typeof cell === 'string' ? cell.length : 8
    rows.push(cells)
  }
  return { rows, cut: false }
}

/** A blob is told by its size, a whole number beyond 2^53 as text; infinite numbers as JSON has none. */
function cellOf(value: SQLOutputValue, clean: (text: string) => string): Cell {
  if (value === null) return null
  if (typeof value === 'string') return clean(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : String(value)
  }
  return `blob of ${value.byteLength} bytes`
}
