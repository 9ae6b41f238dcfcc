/** Why a question could not be answered: SQLite's own words with the place, and what was perhaps meant. */
import { Failed } from '../engine/failure.ts'
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
      return new Failed(
        'locked',
        'The workspace is being changed by another program just now; nothing was answered.',
        'Ask again in a moment.',
      )
    case codes.memory:
      return new Failed(tooMuchMemory.kind, tooMuchMemory.message, tooMuchMemory.hint)
    case codes.tooBig:
      return new Failed(
        'invalid',
        'A value of the answer is longer than 4 MB, or the question is too large; nothing was answered.',
        'Ask for less in one value, as with substr() or LIMIT.',
      )
    case codes.corrupt:
    case codes.notADatabase:
      return new Failed(
        'damaged',
        'A database of this workspace is damaged; its files were left as they are.',
        'Run "floorwalker verify" on the workspace. views.db may be deleted: it is made anew.',
      )
    case codes.cantOpen:
      return new Failed(
        'denied',
        'The workspace’s databases cannot be opened; nothing was changed.',
        'Check that the folder exists, that it is yours and that it is not on a read-only disk.',
      )
    default:
      return inSql(clean(error.message), sql)
  }
}

function refusal({ kind, name }: Refusal): Failed {
  switch (kind) {
    case 'table':
      return new Failed(
        'invalid',
        `There is no view “${name}” to read here.`,
        meant(name, viewNames) ?? `The views are ${viewNames.join(', ')}.`,
      )
    case 'function':
      return new Failed(
        'invalid',
        `The function ${name}() cannot be used here.`,
        'SQLite’s functions for texts, numbers, dates, JSON, aggregates and windows can.',
      )
    case 'action':
      return new Failed(
        'invalid',
        'The console only reads, and nothing was changed.',
        'Ask with SELECT, WITH, VALUES or EXPLAIN.',
      )
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
    'The views and their columns stand beside the question.'
  return new Failed('invalid', `SQLite: ${message}${placeOf(wanted, sql)}.`, hint)
}

function meant(name: string, names: readonly string[]): string | undefined {
  const near = nearNames(name, names)
  return near.length === 0 ? undefined : `Did you mean ${near.join(' or ')}?`
}

/** The line, where a word stands in only one. */
function placeOf(word: string | null, sql: string): string {
  if (word === null) return ''
  const lines = sql.split('\n').flatMap((line, index) => (line.includes(word) ? [index + 1] : []))
  return lines.length === 1 && sql.includes('\n') ? ` (line ${lines[0]})` : ''
}
