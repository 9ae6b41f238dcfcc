/** The dimensions a question may be broken down by: what the rows of a stream are called along them. */
import type { Dimension } from '../../shared/contract.ts'
import { actors, authors, openers } from '../../shared/records.ts'
import { flagRuleIds } from '../../shared/flags.ts'
import { authorOf, errorCodeOf, sentimentBits } from './bits.ts'
import type { TimeDimension } from './buckets.ts'
import { timeBuckets } from './buckets.ts'
import type { StreamColumns } from './columns/streamColumns.ts'
import type { Dictionary } from './dictionary.ts'
import type { Credit, RowCode, Subject } from './selection.ts'
import { agentCode, categoryCode, channelCode, ofMessages, teamCode } from './selection.ts'
import type { StreamName, WordKind } from './streams.ts'
import { streams } from './streams.ts'

/** One dimension. Codes run from 0 to `size` - 1. */
export interface Axis {
  readonly dimension: Dimension
  readonly size: number
  /** Every code, where an answer has to show all of them; null: only those with data. */
  readonly all: readonly number[] | null
  /** The codes of a stream's rows; null: their time decides, see `codeAt`. */
  codes(stream: StreamColumns, credit: Credit): RowCode | null
  /** The key as the contract shows it; null: nobody or none. */
  keyOf(code: number): string | null
  /** What rows are sorted by; nobody and none come last. */
  sortTextOf(code: number): string | null
  /** The code of an instant, for dimensions of time. */
  readonly codeAt: ((ms: number) => number) | null
}

export function axisOf(subject: Subject, dimension: Dimension): Axis {
  const { dictionary } = subject
  switch (dimension) {
    case 'agent':
      return namedAxis(dimension, dictionary.agents, largestIn(subject, 'agent'), (stream, credit) =>
        agentCode(subject, stream, credit),
      )
    case 'team':
      return namedAxis(dimension, dictionary.teams, largestIn(subject, 'team'), (stream, credit) =>
        teamCode(subject, stream, credit),
      )
    case 'channel':
      return namedAxis(dimension, dictionary.channels, largestIn(subject, 'channel'), channelCode)
    case 'category': {
      const entries = dictionary.categories.map(({ row, name }) => ({ row, name, id: name }))
      return namedAxis(dimension, entries, subject.columns.slots.largest.category, () => categoryCode)
    }
    case 'opened-by':
      return listAxis(dimension, openers, (stream) => ({
        by: 'cell',
        of: (cell) => stream.cellField(cell, 'opener'),
      }))
    case 'author':
      return kindAxis(dimension, authors, (stream) =>
        ofMessages.has(stream.name) ? (kind) => authorOf(stream.bitsOf(kind)) : null,
      )
    case 'sentiment':
      return kindAxis(dimension, Object.keys(sentimentBits), (stream) =>
        stream.name === 'sentiments' ? (kind) => sentimentOf(stream.bitsOf(kind)) : null,
      )
    case 'closed-by':
      return kindAxis(
        dimension,
        actors,
        wordsFrom('closer', (word) => word - 1),
      )
    case 'rule':
      return kindAxis(
        dimension,
        flagRuleIds,
        wordsFrom('rule', (word) => word - 1),
      )
    case 'error':
      return errorAxis(subject)
    case 'template':
    case 'language':
      return storedAxis(subject, dimension, dimension, (text) => text)
    case 'pricing':
      return storedAxis(subject, dimension, 'pricing', (text) => text.split(' ')[0] ?? text)
    case 'country':
      return storedAxis(subject, dimension, 'pricing', (text) => text.split(' ')[1] ?? null)
    case 'added-by':
    case 'goal':
    case 'step':
      // Only special metrics have them.
      return kindAxis(dimension, [], () => null)
    case 'day':
    case 'week':
    case 'month':
    case 'hour':
    case 'weekday':
    case 'weekday-hour':
      return timeAxis(subject, dimension)
  }
}

type CodesOf = (stream: StreamColumns, credit: Credit) => RowCode

/** Agents, teams, channels and categories by name; code 0 is nobody or none, any other the store's row id. */
function namedAxis(
  dimension: Dimension,
  entries: readonly { readonly row: number; readonly id: string; readonly name: string }[],
  largestHeld: number,
  codes: CodesOf,
): Axis {
  const byRow = new Map(entries.map((entry) => [entry.row, entry]))
  // A row the dictionary does not name yet is told from the others by its number.
  const keyOf = (code: number) => (code === 0 ? null : (byRow.get(code)?.id ?? `#${code}`))
  return {
    dimension,
    size: entries.reduce((most, { row }) => Math.max(most, row), largestHeld) + 1,
    all: null,
    codes,
    keyOf,
    sortTextOf: (code) => (code === 0 ? null : `${byRow.get(code)?.name ?? '\uFFFF'}\u0000${keyOf(code)}`),
    codeAt: null,
  }
}

/** The largest row id rows have: some may have come since the dictionary was read. */
function largestIn({ columns }: Subject, field: 'agent' | 'team' | 'channel'): number {
  const isAgent = field === 'agent'
  return Object.values(columns.streams).reduce(
    (most, stream) => Math.max(most, stream.largestIn(field), isAgent ? stream.largestIn('other') : 0),
    isAgent ? columns.slots.largest.agent : 0,
  )
}

/** Words in their own order; null is none. */
function listAxis(dimension: Dimension, words: readonly (string | null)[], codes: CodesOf): Axis {
  return {
    dimension,
    size: words.length,
    all: null,
    codes,
    keyOf: (code) => words[code] ?? null,
    sortTextOf: (code) => (words[code] == null ? null : String(code)),
    codeAt: null,
  }
}

/** Words that kinds of rows stand for; kinds of other streams, and codes outside the list, stand for none. */
function kindAxis(
  dimension: Dimension,
  words: readonly string[],
  codesIn: (stream: StreamColumns) => ((kind: number) => number) | null,
): Axis {
  return listAxis(dimension, [...words, null], (stream) => {
    const codeOf = codesIn(stream)
    return {
      by: 'kind',
      of(kind) {
        const code = codeOf?.(kind) ?? -1
        return code < 0 || code >= words.length ? words.length : code
      },
    }
  })
}

/** Codes made of the words of streams that have that kind of word. */
function wordsFrom(kind: WordKind, codeOf: (word: number) => number) {
  return (stream: StreamColumns) =>
    wordKindOf(stream.name) === kind ? (row: number) => codeOf(stream.wordOf(row)) : null
}

function wordKindOf(stream: StreamName): WordKind {
  return streams[stream].word
}

const sentimentValues: readonly number[] = Object.values(sentimentBits)

function sentimentOf(bits: number): number {
  return sentimentValues.findIndex((bit) => (bits & bit) !== 0)
}

/** Why a message failed; rows that did not fail, or without a code, have no error. */
function errorAxis({ columns }: Subject): Axis {
  const messages = columns.streams.messages
  const words = Array.from({ length: messages.kinds.size }, (_, kind) =>
    kind === 0 ? 0 : messages.wordOf(kind),
  )
  const errors = [...new Set(words.map(errorCodeOf))].filter((code) => code !== null).sort((a, b) => a - b)
  const codes = new Map(errors.map((code, index) => [code, index]))
  return kindAxis(
    'error',
    errors.map(String),
    wordsFrom('error', (word) => codes.get(errorCodeOf(word) ?? Number.NaN) ?? -1),
  )
}

/** Words the store keeps: templates, languages, pricing categories with their country. Those of one name are one. */
function storedAxis(
  { dictionary }: Subject,
  dimension: Dimension,
  kind: WordKind & ('template' | 'language' | 'pricing'),
  nameOf: (text: string) => string | null,
): Axis {
  const named = wordsIn(dictionary, kind).flatMap(({ row, text }) => {
    const name = nameOf(text)
    return name === null ? [] : [{ row, name }]
  })
  const names = [...new Set(named.map(({ name }) => name))].sort()
  const codes = new Map(named.map(({ row, name }) => [row, names.indexOf(name)]))
  return kindAxis(
    dimension,
    names,
    wordsFrom(kind, (word) => codes.get(word) ?? -1),
  )
}

function wordsIn(dictionary: Dictionary, kind: WordKind) {
  return (dictionary.words ?? []).filter((word) => word.kind === kind)
}

function timeAxis({ scope }: Subject, dimension: TimeDimension): Axis {
  const { keys, table, codeAt } = timeBuckets(dimension, scope.from, scope.to, scope.zone)
  return {
    dimension,
    // A period of many years finds its days as it goes: leave room for as many as there can be.
    size: table !== null || keys.length > 0 ? keys.length : 4_000_000,
    all: table === null ? null : keys.map((_, code) => code),
    codes: () => null,
    keyOf: (code) => keys[code] ?? null,
    sortTextOf: (code) => keys[code] ?? null,
    codeAt,
  }
}
