/**
 * What a list is sorted by, as one number a conversation: the smaller comes first. Conversations without a value have NaN,
 * which is neither smaller nor greater than anything: they come last whichever way a list is sorted.
 */
import { assertNever } from '../../shared/assertNever.ts'
import type { ConversationSort } from '../../shared/contract.ts'
import type { NameOrder } from './collation.ts'
import { sentimentOrder, wordShift, type ConversationTable } from './conversationTable.ts'

/** What a list can be sorted by beside the table itself. */
export interface SortSources {
  readonly table: ConversationTable
  /** By conversation. */
  readonly scores: Float64Array
  readonly openFlags: Int32Array
  readonly contacts: NameOrder
  readonly agents: NameOrder
  readonly teams: NameOrder
  readonly channels: NameOrder
  readonly categories: NameOrder
}

/** What a row is sorted by, as a cursor keeps it: a name where places among names may change. */
export type SortValue = number | string | null

export interface SortColumn {
  /** Puts the key of each id into `keys`. */
  fill(ids: Uint32Array, keys: Float64Array): void
  keyAt(id: number): number
  valueOf(id: number): SortValue
  /** The key of a value of this column, NaN for none; null when it is not one of this column. */
  keyOf(value: SortValue): number | null
}

export function sortColumn(sources: SortSources, sort: ConversationSort): SortColumn {
  const { table } = sources
  switch (sort) {
    case 'last':
      return numbers(table.lastAt)
    case 'opened':
      return numbers(table.startedAt)
    case 'wait':
      return waits(table.waitingSince)
    case 'first-response':
      return numbers(table.firstResponse)
    case 'resolution':
      return numbers(table.resolution)
    case 'score':
      return numbers(sources.scores)
    case 'messages':
      return counts(table.messages)
    case 'flags':
      return counts(sources.openFlags)
    case 'state':
      return wordSet(table.word, wordShift.state, 4)
    case 'sentiment':
      return wordSet(table.word, wordShift.sentiment, sentimentOrder.indexOf('unscored'))
    case 'contact':
      return names(table.contact, sources.contacts)
    case 'agent':
      return names(table.agent, sources.agents)
    case 'team':
      return names(table.team, sources.teams)
    case 'channel':
      return names(table.channel, sources.channels)
    case 'category':
      return names(table.category, sources.categories)
    default:
      return assertNever(sort)
  }
}

// Each kind of column has a loop of its own, because a loop that meets one kind of array is several times faster.

function numbers(column: Float64Array): SortColumn {
  const keyAt = (id: number) => column[id] ?? NaN
  return {
    fill(ids, keys) {
      for (let index = 0; index < ids.length; index += 1) keys[index] = column[ids[index] ?? 0] ?? NaN
    },
    keyAt,
    valueOf: (id) => knownOrNull(keyAt(id)),
    keyOf: numberKey,
  }
}

/** The longer a wait, the earlier it began. */
function waits(since: Float64Array): SortColumn {
  return {
    fill(ids, keys) {
      for (let index = 0; index < ids.length; index += 1) keys[index] = -(since[ids[index] ?? 0] ?? NaN)
    },
    keyAt: (id) => -(since[id] ?? NaN),
    valueOf: (id) => knownOrNull(since[id] ?? NaN),
    keyOf: (value) => (typeof value === 'number' ? -value : numberKey(value)),
  }
}

function counts(column: Int32Array): SortColumn {
  const keyAt = (id: number) => column[id] ?? 0
  return {
    fill(ids, keys) {
      for (let index = 0; index < ids.length; index += 1) keys[index] = column[ids[index] ?? 0] ?? 0
    },
    keyAt,
    valueOf: keyAt,
    keyOf: numberKey,
  }
}

/** One of few values, as its bit in the word: those before `known` in their order, the others are none. */
function wordSet(word: Int32Array, shift: number, known: number): SortColumn {
  const places = Float64Array.from({ length: 16 }, (_, bits) => {
    const place = 31 - Math.clz32(bits)
    return place >= 0 && place < known ? place : NaN
  })
  const keyAt = (id: number) => places[((word[id] ?? 0) >> shift) & 15] ?? NaN
  return {
    fill(ids, keys) {
      for (let index = 0; index < ids.length; index += 1)
        keys[index] = places[((word[ids[index] ?? 0] ?? 0) >> shift) & 15] ?? NaN
    },
    keyAt,
    valueOf: (id) => knownOrNull(keyAt(id)),
    keyOf: numberKey,
  }
}

function names(column: Int32Array, order: NameOrder): SortColumn {
  const { places } = order
  const keyAt = (id: number) => places[(column[id] ?? -1) + 1] ?? NaN
  return {
    fill(ids, keys) {
      for (let index = 0; index < ids.length; index += 1)
        keys[index] = places[(column[ids[index] ?? 0] ?? -1) + 1] ?? NaN
    },
    keyAt,
    valueOf: (id) => (Number.isNaN(keyAt(id)) ? null : order.textOf(column[id] ?? -1)),
    keyOf: (value) => (value === null ? NaN : typeof value === 'string' ? order.placeOf(value) : null),
  }
}

function numberKey(value: SortValue): number | null {
  if (value === null) return NaN
  return typeof value === 'number' ? value : null
}

function knownOrNull(number: number): number | null {
  return Number.isNaN(number) ? null : number
}
