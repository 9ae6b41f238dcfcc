/**
 * What a list is sorted by, as one number a conversation: the smaller comes first. Conversations without a value have
 * Infinity, so they come last whichever way a list is sorted.
 */
import { assertNever } from '../../shared/assertNever.ts'
import type { ConversationSort } from '../../shared/contract.ts'
import type { NameOrder } from './collation.ts'
import { sentimentOrder, type ConversationTable } from './conversationTable.ts'
import type { Ids } from './ids.ts'

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
  /** Puts the key of each id into `keys`. `sign` -1: the greater value first. */
  fill(ids: Ids, sign: number, keys: Float64Array): void
  valueOf(id: number): SortValue
  /** The key, before its sign, of a value of this column; null when it is none. */
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
      return bits(table.state, bitPlaces(Infinity))
    case 'sentiment':
      return bits(table.sentiment, bitPlaces(sentimentOrder.indexOf('unscored')))
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
  return {
    fill({ list, count }, sign, keys) {
      for (let index = 0; index < count; index += 1) {
        const number = column[list[index] ?? 0] ?? NaN
        keys[index] = Number.isNaN(number) ? Infinity : number * sign
      }
    },
    valueOf: (id) => knownOrNull(column[id] ?? NaN),
    keyOf: numberKey,
  }
}

/** The longer a wait, the earlier it began. */
function waits(since: Float64Array): SortColumn {
  const column = numbers(since)
  return {
    ...column,
    fill: (ids, sign, keys) => column.fill(ids, -sign, keys),
    keyOf: (value) => (typeof value === 'number' ? -value : numberKey(value)),
  }
}

function counts(column: Int32Array): SortColumn {
  return {
    fill({ list, count }, sign, keys) {
      for (let index = 0; index < count; index += 1) keys[index] = (column[list[index] ?? 0] ?? 0) * sign
    },
    valueOf: (id) => column[id] ?? 0,
    keyOf: numberKey,
  }
}

function bits(column: Uint8Array, places: Float64Array): SortColumn {
  return {
    fill({ list, count }, sign, keys) {
      for (let index = 0; index < count; index += 1) {
        const place = places[column[list[index] ?? 0] ?? 0] ?? Infinity
        keys[index] = place === Infinity ? Infinity : place * sign
      }
    },
    valueOf: (id) => knownOrNull(places[column[id] ?? 0] ?? Infinity),
    keyOf: numberKey,
  }
}

function names(column: Int32Array, order: NameOrder): SortColumn {
  const { places } = order
  return {
    fill({ list, count }, sign, keys) {
      for (let index = 0; index < count; index += 1) {
        const place = places[(column[list[index] ?? 0] ?? -1) + 1] ?? Infinity
        keys[index] = place === Infinity ? Infinity : place * sign
      }
    },
    valueOf(id) {
      const code = column[id] ?? -1
      return (places[code + 1] ?? Infinity) === Infinity ? null : order.textOf(code)
    },
    keyOf: (value) => (value === null ? Infinity : typeof value === 'string' ? order.placeOf(value) : null),
  }
}

/** The place of each single bit, by the byte that has it; bits from `last` on have none. */
function bitPlaces(last: number): Float64Array {
  const places = new Float64Array(256).fill(Infinity)
  for (let bit = 0; bit < 8; bit += 1) if (bit < last) places[1 << bit] = bit
  return places
}

function numberKey(value: SortValue): number | null {
  if (value === null) return Infinity
  return typeof value === 'number' ? value : null
}

function knownOrNull(number: number): number | null {
  return Number.isFinite(number) ? number : null
}
