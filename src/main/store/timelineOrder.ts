/**
 * Which item of a conversation's timeline stands at which place, told without reading the items: edits, revokes and
 * reactions belong to the message they mean, everything else stands by itself.
 */
import { firstK, packFlags, type Content } from './bits.ts'
import { rawSql, type ReadableDb } from './database.ts'
import { hashId } from './hash.ts'
import { messageRank, type Entry } from './timelineItems.ts'

/** One item: a message by its row, or an entry. */
export type Placed = { readonly k: number } | { readonly entry: Entry }

export interface TimelineOrder {
  readonly total: number
  /** Items from place `first` until before place `end`. */
  between(first: number, end: number): readonly Placed[]
  /** Rows of what was folded into a message, in order. */
  foldedInto(k: number): readonly number[]
  /** Place of a message, of the one it was folded into, or of a comment; -1: it is not here. */
  placeOf(id: string): number
  /** Place of the first item at a moment or later; the total when there is none. */
  placeAt(at: number): number
  /** Row of a message by its id; null: it is not in this conversation. */
  rowOf(id: string): number | null
}

/** What belongs to another message. */
const folding: readonly Content[] = ['reaction', 'edit', 'revoke']

export function readOrder(cache: ReadableDb, conversation: number, entries: readonly Entry[]): TimelineOrder {
  const rows = readRows(cache, conversation)
  const folds = foldTargets(cache, conversation)
  const { byTarget, targetOf } = folds
  const places = merged(standing(rows, folds), entries)
  const rowOf = (id: string) => rowByName(cache, conversation, id)
  return {
    total: places.refs.length,
    between: (first, end) =>
      Array.from(places.refs.subarray(first, end), (ref): Placed => {
        const entry = ref < 0 ? entries[-1 - ref] : undefined
        return entry === undefined ? { k: ref } : { entry }
      }),
    foldedInto: (k) => byTarget.get(k) ?? [],
    placeOf(id) {
      const k = rowOf(id)
      if (k !== null) return places.refs.indexOf(targetOf.get(k) ?? k)
      const entry = entries.findIndex((one) => one.id === id)
      return entry < 0 ? -1 : places.refs.indexOf(-1 - entry)
    },
    placeAt: (at) => firstNotBefore(places.times, at),
    rowOf,
  }
}

/** A message, or a change that stands among them until what it means is known: its row is negative. */
type Row = readonly [k: number, at: number]

/** By time, then by record id; as they came they mostly are. */
function readRows(cache: ReadableDb, conversation: number): readonly Row[] {
  const range = [firstK(conversation), firstK(conversation + 1)] as const
  const rows = rawSql<Row>(cache, `${selectRows} ORDER BY k`).all(...range)
  const isOrdered = rows.every((row, index) => index === 0 || (rows[index - 1]?.[1] ?? 0) < row[1])
  return isOrdered ? rows : rawSql<Row>(cache, `${selectRows} ORDER BY at, rid`).all(...range)
}

const isFolding = `(flags >> 7) & 63 IN (${folding.map((content) => packFlags('in', 'contact', content) >> 7).join(', ')})`
const selectRows = `SELECT iif(${isFolding}, -k, k), at FROM messages WHERE k >= ? AND k < ?`

interface Folds {
  readonly byTarget: ReadonlyMap<number, readonly number[]>
  readonly targetOf: ReadonlyMap<number, number>
  /** How many changes there are, with a target or without. */
  readonly changes: number
}

/** What each change means. One whose target is not here stays a line of its own, which later ones can mean. */
function foldTargets(cache: ReadableDb, conversation: number): Folds {
  const byTarget = new Map<number, number[]>()
  const targetOf = new Map<number, number>()
  const changes = rawSql<[k: number, replyTo: string | null]>(
    cache,
    `SELECT k, reply_to FROM messages WHERE k >= ? AND k < ? AND ${isFolding} ORDER BY at, rid`,
  ).all(firstK(conversation), firstK(conversation + 1))
  const later = new Set(changes.map(([k]) => k))
  for (const [k, replyTo] of changes) {
    later.delete(k)
    const target = replyTo === null ? null : rowByName(cache, conversation, replyTo)
    if (target === null || target === k || later.has(target) || targetOf.has(target)) continue
    targetOf.set(k, target)
    const known = byTarget.get(target)
    if (known) known.push(k)
    else byTarget.set(target, [k])
  }
  return { byTarget, targetOf, changes: changes.length }
}

/** Messages among the entries: by time, then by rank; a change without a target behind the messages of its moment. */
function merged(
  rows: readonly Row[],
  entries: readonly Entry[],
): { readonly refs: Float64Array; readonly times: Float64Array } {
  const total = rows.length + entries.length
  const refs = new Float64Array(total)
  const times = new Float64Array(total)
  let place = 0
  let next = 0
  const putEntriesBefore = (at: number) => {
    for (let entry = entries[next]; entry !== undefined && isBefore(entry, at); entry = entries[next]) {
      times[place] = entry.at
      refs[place++] = -1 - next
      next += 1
    }
  }
  for (const [k, at] of rows) {
    putEntriesBefore(at)
    times[place] = at
    refs[place++] = Math.abs(k)
  }
  putEntriesBefore(Infinity)
  return { refs, times }
}

/** What stands by itself: all but the changes that have a target. */
function standing(rows: readonly Row[], { targetOf, changes }: Folds): readonly Row[] {
  if (changes === 0) return rows
  const left = targetOf.size === 0 ? rows : rows.filter(([k]) => k > 0 || !targetOf.has(-k))
  return targetOf.size === changes
    ? left
    : left.toSorted(([k, at], [otherK, otherAt]) => at - otherAt || Number(k < 0) - Number(otherK < 0))
}

/** Whether an entry stands before a message of this moment. */
function isBefore(entry: Entry, at: number): boolean {
  return entry.at < at || (entry.at === at && entry.rank < messageRank)
}

function rowByName(cache: ReadableDb, conversation: number, id: string): number | null {
  return (
    rawSql<[number]>(cache, 'SELECT k FROM messages WHERE hash = ? AND rid = ? AND k >= ? AND k < ?').get(
      hashId(id),
      id,
      firstK(conversation),
      firstK(conversation + 1),
    )?.[0] ?? null
  )
}

function firstNotBefore(times: Float64Array, at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
