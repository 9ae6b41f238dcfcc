/** The dimensions a question may be broken down by: what each row of a selection is called along them. */
import type { Dimension } from '../../shared/contract.ts'
import { authors, openers } from '../../shared/records.ts'
import { authorOf } from './bits.ts'
import { timeBuckets } from './buckets.ts'
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
      return namedAxis(dimension, columns.agents, dictionary.agents, (selection) => {
        const { credit } = selection
        return (row) => credit[row] ?? 0
      })
    case 'team': {
      const teams = agentTeams(columns, dictionary)
      return namedAxis(
        dimension,
        columns.teams,
        dictionary.teams,
        ({ credit, stream }) =>
          (row) =>
            teamOf(teams, credit[row] ?? 0, stream.team[row] ?? 0),
      )
    }
    case 'channel':
      return namedAxis(
        dimension,
        columns.channels,
        dictionary.channels,
        ({ stream }) =>
          (row) =>
            columns.channel[stream.slot[row] ?? 0] ?? 0,
      )
    case 'category': {
      const entries = dictionary.categories.map(({ row, name }) => ({ row, name, id: name }))
      return namedAxis(
        dimension,
        columns.categories,
        entries,
        ({ stream }) =>
          (row) =>
            columns.category[stream.slot[row] ?? 0] ?? 0,
      )
    }
    case 'opened-by':
      return wordAxis(
        dimension,
        [...openers],
        ({ stream }) =>
          (row) =>
            stream.opener[row] ?? 0,
      )
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
  }
}

type CodeOfRow = (row: number) => number

/** Words in their own order; null is none. */
function wordAxis(
  dimension: Dimension,
  words: readonly (string | null)[],
  codes: (selection: Selection) => CodeOfRow,
): Axis {
  return {
    dimension,
    size: words.length,
    all: null,
    addCodes: adding(codes),
    keyOf: (code) => words[code] ?? null,
    sortTextOf: (code) => (words[code] === null ? null : String(code).padStart(9, '0')),
    codeAt: null,
  }
}

/** Agents, teams, channels and categories by name; code 0 is nobody or none. */
function namedAxis(
  dimension: Dimension,
  numbering: Columns['agents'],
  entries: readonly { readonly row: number; readonly id: string; readonly name: string }[],
  codes: (selection: Selection) => CodeOfRow,
): Axis {
  const byRow = new Map(entries.map((entry) => [entry.row, entry]))
  const entryOf = (code: number) => byRow.get(numbering.rowOf(code))
  // A row the dictionary does not name yet is told from the others by its number.
  const keyOf = (code: number) => (code === 0 ? null : (entryOf(code)?.id ?? `#${numbering.rowOf(code)}`))
  return {
    dimension,
    size: numbering.size,
    all: null,
    addCodes: adding(codes),
    keyOf,
    sortTextOf: (code) => (code === 0 ? null : `${entryOf(code)?.name ?? '\uFFFF'}\u0000${keyOf(code)}`),
    codeAt: null,
  }
}

/** Who wrote a message; rows that are no messages have no author. */
function authorAxis(columns: Columns): Axis {
  const words = [...authors, null]
  return wordAxis('author', words, ({ stream }) => {
    if (stream !== columns.streams.messages) return () => authors.length
    return byKind(stream.kind, stream.kindBits.map(authorOf))
  })
}

/** Why a message failed; rows that did not fail, or without a code, have no error. */
function errorAxis(columns: Columns): Axis {
  const { messages } = columns.streams
  const known = [...new Set(messages.kindErrors)].filter((error) => error !== 0 && error !== 1)
  const errors = known.sort((a, b) => a - b)
  const words = [...errors.map((error) => String(error - 2)), null]
  return wordAxis('error', words, ({ stream }) => {
    if (stream !== messages) return () => errors.length
    const codes = stream.kindErrors.map((error) => errors.indexOf(error))
    return byKind(
      stream.kind,
      codes.map((code) => (code < 0 ? errors.length : code)),
    )
  })
}

function byKind(kind: Uint16Array, codes: readonly number[]): CodeOfRow {
  const table = Int32Array.from(codes)
  return (row) => table[kind[row] ?? 0] ?? 0
}

function timeAxis({ scope }: Subject, dimension: Parameters<typeof timeBuckets>[0]): Axis {
  const buckets = timeBuckets(dimension, scope.from, scope.to, scope.zone)
  // A period of many years finds its days as it goes: leave room for as many as there can be.
  const size = buckets.complete ? buckets.keys.length : 4_000_000
  const { codeAt } = buckets
  return {
    dimension,
    size,
    all: buckets.complete ? buckets.keys.map((_, code) => code) : null,
    addCodes: adding(({ stream }) => {
      const { at } = stream
      return (row) => codeAt(at[row] ?? 0)
    }),
    keyOf: (code) => buckets.keys[code] ?? null,
    sortTextOf: (code) => buckets.keys[code] ?? null,
    codeAt,
  }
}

function adding(codes: (selection: Selection) => CodeOfRow): Axis['addCodes'] {
  return (selection, factor, into) => {
    const codeOf = codes(selection)
    const { rows } = selection
    for (let index = 0; index < rows.length; index++)
      into[index] = (into[index] ?? 0) + factor * codeOf(rows[index] ?? 0)
  }
}
