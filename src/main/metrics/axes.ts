/** The dimensions a question may be broken down by: what each row of a selection is called along them. */
import type { Dimension } from '../../shared/contract.ts'
import { authors, openers } from '../../shared/records.ts'
import { authorOf, errorCodeOf } from './bits.ts'
import type { TimeDimension } from './buckets.ts'
import { quarterMs, timeBuckets } from './buckets.ts'
import type { Columns } from './columns.ts'
import type { Selection, Subject } from './selection.ts'
import { agentTeams, teamOf } from './selection.ts'

/** One dimension. Codes run from 0 to `size` - 1. */
export interface Axis {
  readonly dimension: Dimension
  readonly size: number
  /** Every code, where an answer has to show all of them; null: only those with data. */
  readonly all: readonly number[] | null
  /** Adds `factor` × code of each selected row to `into`. */
  addCodes(selection: Selection, factor: number, into: Float64Array): void
  /** The key as the contract shows it; null: nobody or none. */
  keyOf(code: number): string | null
  /** What rows are sorted by; nobody and none come last. */
  sortTextOf(code: number): string | null
  /** The code of an instant, for dimensions of time. */
  readonly codeAt: ((ms: number) => number) | null
}

export function axisOf(subject: Subject, dimension: Dimension): Axis {
  const { columns, dictionary } = subject
  switch (dimension) {
    case 'agent':
      return namedAxis(dimension, columns.agents, dictionary.agents, ({ rows, credit }, factor, into) => {
        for (let index = 0; index < rows.length; index++)
          into[index] = (into[index] ?? 0) + factor * (credit[rows[index] ?? 0] ?? 0)
      })
    case 'team': {
      const teams = agentTeams(columns, dictionary)
      return namedAxis(dimension, columns.teams, dictionary.teams, (selection, factor, into) => {
        const { rows, credit, stream } = selection
        for (let index = 0; index < rows.length; index++) {
          const row = rows[index] ?? 0
          into[index] = (into[index] ?? 0) + factor * teamOf(teams, credit[row] ?? 0, stream.team[row] ?? 0)
        }
      })
    }
    case 'channel':
      return namedAxis(dimension, columns.channels, dictionary.channels, bySlot(columns.channel))
    case 'category': {
      const entries = dictionary.categories.map(({ row, name }) => ({ row, name, id: name }))
      return namedAxis(dimension, columns.categories, entries, bySlot(columns.category))
    }
    case 'opened-by':
      return wordAxis(dimension, openers, ({ rows, stream: { opener } }, factor, into) => {
        for (let index = 0; index < rows.length; index++)
          into[index] = (into[index] ?? 0) + factor * (opener[rows[index] ?? 0] ?? 0)
      })
    case 'author':
      return authorAxis(columns)
    case 'error':
      return errorAxis(columns)
    case 'day':
    case 'week':
    case 'month':
    case 'hour':
    case 'weekday':
    case 'weekday-hour':
      return timeAxis(subject, dimension)
    case 'closed-by':
    case 'template':
    case 'pricing':
    case 'country':
    case 'language':
    case 'sentiment':
    case 'added-by':
    case 'goal':
    case 'step':
    case 'rule':
      throw new RangeError(`Figures cannot be broken down by ${dimension} yet.`)
  }
}

// Each way to a code has a loop of its own: one loop that calls a function a row takes several times as long.

/** Codes that belong to the conversation. */
function bySlot(codes: Int16Array): Axis['addCodes'] {
  return ({ rows, stream: { slot } }, factor, into) => {
    for (let index = 0; index < rows.length; index++)
      into[index] = (into[index] ?? 0) + factor * (codes[slot[rows[index] ?? 0] ?? 0] ?? 0)
  }
}

/** Codes that belong to the kind of row; `none` in streams other than the messages. */
function byKind(
  columns: Columns,
  codesOf: (messages: Selection['stream']) => readonly number[],
  none: number,
): Axis['addCodes'] {
  return ({ rows, stream }, factor, into) => {
    const isMessages = stream === columns.streams.messages
    const codes = Int32Array.from(isMessages ? codesOf(stream) : stream.kindBits.map(() => none))
    const { kind } = stream
    for (let index = 0; index < rows.length; index++)
      into[index] = (into[index] ?? 0) + factor * (codes[kind[rows[index] ?? 0] ?? 0] ?? 0)
  }
}

/** Words in their own order; null is none. */
function wordAxis(dimension: Dimension, words: readonly (string | null)[], addCodes: Axis['addCodes']): Axis {
  return {
    dimension,
    size: words.length,
    all: null,
    addCodes,
    keyOf: (code) => words[code] ?? null,
    sortTextOf: (code) => (words[code] === null ? null : String(code)),
    codeAt: null,
  }
}

/** Agents, teams, channels and categories by name; code 0 is nobody or none. */
function namedAxis(
  dimension: Dimension,
  numbering: Columns['agents'],
  entries: readonly { readonly row: number; readonly id: string; readonly name: string }[],
  addCodes: Axis['addCodes'],
): Axis {
  const byRow = new Map(entries.map((entry) => [entry.row, entry]))
  const entryOf = (code: number) => byRow.get(numbering.rowOf(code))
  // A row the dictionary does not name yet is told from the others by its number.
  const keyOf = (code: number) => (code === 0 ? null : (entryOf(code)?.id ?? `#${numbering.rowOf(code)}`))
  return {
    dimension,
    size: numbering.size,
    all: null,
    addCodes,
    keyOf,
    sortTextOf: (code) => (code === 0 ? null : `${entryOf(code)?.name ?? '\uFFFF'}\u0000${keyOf(code)}`),
    codeAt: null,
  }
}

/** Who wrote a message; rows that are no messages have no author. */
function authorAxis(columns: Columns): Axis {
  const addCodes = byKind(columns, ({ kindBits }) => kindBits.map(authorOf), authors.length)
  return wordAxis('author', [...authors, null], addCodes)
}

/** Why a message failed; rows that did not fail, or without a code, have no error. */
function errorAxis(columns: Columns): Axis {
  const errors = [...new Set(columns.streams.messages.kindWords.map(errorCodeOf))]
    .filter((code) => code !== null)
    .sort((a, b) => a - b)
  const codeOf = (error: number) => {
    const code = errorCodeOf(error)
    return code === null ? errors.length : errors.indexOf(code)
  }
  const addCodes = byKind(columns, ({ kindWords }) => kindWords.map(codeOf), errors.length)
  return wordAxis('error', [...errors.map(String), null], addCodes)
}

function timeAxis({ scope }: Subject, dimension: TimeDimension): Axis {
  const { keys, table, firstQuarter, codeAt } = timeBuckets(dimension, scope.from, scope.to, scope.zone)
  return {
    dimension,
    // A period of many years finds its days as it goes: leave room for as many as there can be.
    size: table === null ? 4_000_000 : keys.length,
    all: table === null ? null : keys.map((_, code) => code),
    addCodes({ rows, stream: { at } }, factor, into) {
      for (let index = 0; index < rows.length; index++) {
        const ms = at[rows[index] ?? 0] ?? 0
        const code = table === null ? codeAt(ms) : (table[Math.floor(ms / quarterMs) - firstQuarter] ?? 0)
        into[index] = (into[index] ?? 0) + factor * code
      }
    },
    keyOf: (code) => keys[code] ?? null,
    sortTextOf: (code) => keys[code] ?? null,
    codeAt,
  }
}
