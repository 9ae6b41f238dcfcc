/** Why a question could not be answered: SQLite's own words with the place, and what was perhaps meant. */
import { listed, phrase, type Phrase } from '../../shared/phrases.ts'
import { failed, type Failed } from '../engine/failure.ts'
import type { Refusal } from './guard.ts'
import { nearNames } from './nearNames.ts'
import { errorCode } from './sqlErrors.ts'
import { tooMuchMemory } from './tooMuchMemory.ts'
import { views } from './views/all.ts'

const codes = {
  refused: 23,
  busy: 5,
  locked: 6,
  memory: 7,
  tooBig: 18,
  corrupt: 11,
  notADatabase: 26,
  cantOpen: 14,
} as const

/** `sql`: the statement as it was asked. */
export function questionFailure(
  error: unknown,
  sql: string,
  refused: Refusal | null,
  clean: (text: string) => string,
): unknown {
  const code = errorCode(error)
  if (code === null || !(error instanceof Error)) return error
  if (refused !== null && (code === codes.refused || code === 1)) return refusal(refused)
  switch (code & 0xff) {
    case codes.busy:
    case codes.locked:
      return failed('locked', 'questions.busy')
    case codes.memory:
      return tooMuchMemory()
    case codes.tooBig:
      return failed('invalid', 'questions.tooBig')
    case codes.corrupt:
    case codes.notADatabase:
      return failed('damaged', 'questions.damaged')
    case codes.cantOpen:
      return failed('denied', 'questions.denied')
    default:
      return inSql(clean(error.message), sql)
  }
}

function refusal({ kind, name }: Refusal): Failed {
  switch (kind) {
    case 'table':
      return failed('invalid', 'questions.noView', {
        name,
        hint: meant(name, viewNames) ?? phrase('questions.todo.views', { names: listed(viewNames) }),
      })
    case 'function':
      return failed('invalid', 'questions.noFunction', { name })
    case 'action':
      return failed('invalid', 'questions.onlyReads')
  }
}

const viewNames = views.map(({ name }) => name)
const columnNames = views.flatMap(({ columns }) => columns.map(({ name }) => name))

function inSql(message: string, sql: string): Failed {
  const column = /no such column: (?:\S+\.)?"?([^"\s]+)"?/.exec(message)?.[1]
  const table = /no such table: (?:\S+\.)?(\S+)/.exec(message)?.[1]
  const wanted = column ?? table ?? /near "([^"]+)"/.exec(message)?.[1] ?? null
  const hint =
    (column !== undefined ? meant(column, columnNames) : undefined) ??
    (table !== undefined ? meant(table, viewNames) : undefined) ??
    phrase('questions.todo.beside')
  const line = lineOf(wanted, sql)
  return line === null
    ? failed('invalid', 'questions.sqlite', { said: message, hint })
    : failed('invalid', 'questions.sqliteAt', { said: message, line, hint })
}

function meant(name: string, names: readonly string[]): Phrase | undefined {
  const of = nearNames(name, names)
  return of.length === 0 ? undefined : phrase('questions.todo.meant', { names: { of, by: 'or' } })
}

/** The line, where a word stands in only one of several. */
function lineOf(word: string | null, sql: string): number | null {
  if (word === null) return null
  const lines = sql.split('\n').flatMap((line, index) => (line.includes(word) ? [index + 1] : []))
  return lines.length === 1 && sql.includes('\n') ? (lines[0] ?? null) : null
}
