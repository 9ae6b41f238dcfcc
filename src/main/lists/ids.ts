/** Ids of conversations that passed the filters so far, ascending; each filter drops in place those it does not let through. */
import type { ConversationTable } from './conversationTable.ts'

export interface Ids {
  readonly list: Uint32Array
  count: number
}

/** What the word of a conversation must have: every bit of `all`, and one bit at least of each mask. */
export interface WordTest {
  readonly all: number
  readonly state: number
  readonly sentiment: number
  readonly author: number
  readonly opener: number
}

// Which conversations pass is as good as random, and a processor that guesses wrong at every other one takes five times as
// long: so every id is written, and the next one over it where it did not pass.

/**
 * Conversations that pass the test and whose first and last moment leave it possible that something happened from `from`
 * until before `to`. One pass, because most of what it costs is reading the columns.
 */
export function idsWithin(
  table: ConversationTable,
  from: number,
  to: number,
  test: WordTest,
  list: Uint32Array,
): Ids {
  const { startedAt, lastAt, word, size } = table
  const { all, state, sentiment, author, opener } = test
  const isWhole = from <= table.earliest && to > table.latest
  let count = 0
  for (let id = 0; id < size; id += 1) {
    const bits = word[id] ?? 0
    list[count] = id
    const passes =
      Number((bits & state) !== 0) &
      Number((bits & sentiment) !== 0) &
      Number((bits & author) !== 0) &
      Number((bits & opener) !== 0) &
      Number((bits & all) === all)
    count += isWhole
      ? passes
      : passes & Number((startedAt[id] ?? NaN) < to) & Number((lastAt[id] ?? NaN) >= from)
  }
  return { list, count }
}

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
export function keepBits(ids: Ids, column: Uint8Array | Uint32Array, bits: number, has = true): void {
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
