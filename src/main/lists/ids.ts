/** Ids of conversations that passed the filters so far, ascending; each filter drops in place those it does not let through. */
import type { ConversationTable } from './conversationTable.ts'

export interface Ids {
  readonly list: Uint32Array
  count: number
}

/** Conversations held whose first and last moment leave it possible that something happened from `from` until before `to`. */
export function idsWithin(table: ConversationTable, from: number, to: number, list: Uint32Array): Ids {
  const { startedAt, lastAt, word, size } = table
  const isWhole = from <= table.earliest && to > table.latest
  let count = 0
  for (let id = 0; id < size; id += 1) {
    if (word[id] === 0) continue
    if (isWhole || ((lastAt[id] ?? NaN) >= from && (startedAt[id] ?? NaN) < to)) list[count++] = id
  }
  return { list, count }
}

// Which conversations pass a filter is as good as random, and a processor that guesses wrong at every other one takes five times as
// long: so every id is written, and the next one over it where it did not pass.

/** `allowed`: 1 at the place of each code that is let through, codes counted from -1. */
export function keepCodes(ids: Ids, column: Int32Array, allowed: Uint8Array): void {
  const { list, count } = ids
  let kept = 0
  for (let index = 0; index < count; index += 1) {
    const id = list[index] ?? 0
    list[kept] = id
    kept += allowed[(column[id] ?? -1) + 1] ?? 0
  }
  ids.count = kept
}

/** Those with one of the bits set; `has` false: those with none of them. */
export function keepBits(
  ids: Ids,
  column: Uint8Array | Uint32Array | Int32Array,
  bits: number,
  has = true,
): void {
  const { list, count } = ids
  let kept = 0
  for (let index = 0; index < count; index += 1) {
    const id = list[index] ?? 0
    list[kept] = id
    kept += Number((((column[id] ?? 0) & bits) !== 0) === has)
  }
  ids.count = kept
}

export function keepAtLeast(ids: Ids, column: Int32Array, least: number): void {
  const { list, count } = ids
  let kept = 0
  for (let index = 0; index < count; index += 1) {
    const id = list[index] ?? 0
    list[kept] = id
    kept += Number((column[id] ?? 0) >= least)
  }
  ids.count = kept
}

export function keepWhere(ids: Ids, passes: (id: number) => boolean): void {
  const { list, count } = ids
  let kept = 0
  for (let index = 0; index < count; index += 1) {
    const id = list[index] ?? 0
    if (passes(id)) list[kept++] = id
  }
  ids.count = kept
}
