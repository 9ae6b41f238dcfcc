/**
 * One kind of event over all conversations as typed arrays, a row an event. The rows of one conversation lie together; a
 * conversation that changes gets new rows at the end and its old ones are struck out: their time becomes NaN, which lies
 * in no period, so no scan needs to look for them.
 */

import type { Pause, Row, StreamName } from './streams.ts'
import { streams } from './streams.ts'

/** Rows are summed up in blocks of this many, so that a scan passes over blocks outside its period. */
export const blockRows = 512

/** A row with the codes of `Columns.agents` and `Columns.teams` in place of row ids. */
export type StreamRow = Row

export class Stream {
  at = new Float64Array(0)
  slot = new Int32Array(0)
  agent = new Int16Array(0)
  other = new Int16Array(0)
  team = new Int16Array(0)
  opener = new Uint8Array(0)
  /** Index in `kindBits` and `kindWords`: rows of one kind count alike, so a count needs one look at each row. */
  kind = new Uint16Array(0)
  /** In the order of the schema; NaN: none. */
  readonly values: Float64Array[]
  /** By row, where there are any. */
  pauses = new Map<number, readonly Pause[]>()
  k = new Float64Array(0)
  blockFrom = new Float64Array(0)
  blockTo = new Float64Array(0)
  length = 0
  dead = 0

  readonly kindBits: number[] = []
  readonly kindWords: number[] = []
  readonly #kinds = new Map<number, number>()
  /** Where a conversation's rows begin, and how many there are, by slot. */
  #first = new Int32Array(0)
  #count = new Int32Array(0)

  constructor(name: StreamName) {
    this.values = Object.keys(streams[name].values).map(() => new Float64Array(0))
  }

  append(slot: number, row: StreamRow): void {
    const index = this.length
    if (index === this.at.length) this.#grow()
    this.at[index] = row.at
    this.slot[index] = slot
    this.agent[index] = row.agent
    this.other[index] = row.other
    this.team[index] = row.team
    this.opener[index] = row.opener
    this.kind[index] = this.#kindOf(row.bits, row.word)
    for (const [place, value] of row.values.entries()) {
      const column = this.values[place]
      if (column !== undefined) column[index] = value ?? Number.NaN
    }
    if (row.pauses.length > 0) this.pauses.set(index, row.pauses)
    this.k[index] = row.k
    this.length = index + 1
    this.#widenBlock(index, row.at)
    if (slot >= this.#first.length) this.#growSlots(slot)
    this.#countRow(slot, index)
  }

  /** Strikes out the rows of one conversation. */
  strike(slot: number): void {
    const first = this.#first[slot] ?? 0
    const count = this.#count[slot] ?? 0
    this.at.fill(Number.NaN, first, first + count)
    this.dead += count
    if (count > 0) this.#count[slot] = 0
  }

  /** Drops the rows struck out; the order of the others stays. */
  compact(): void {
    if (this.dead === 0) return
    const live = new Int32Array(this.length - this.dead)
    let length = 0
    for (let row = 0; row < this.length; row++) if (!Number.isNaN(this.at[row])) live[length++] = row
    for (const column of this.#columns()) keepRows(column, live)
    const pauses = new Map<number, readonly Pause[]>()
    for (const [index, row] of live.entries()) {
      const own = this.pauses.get(row)
      if (own !== undefined) pauses.set(index, own)
    }
    this.pauses = pauses
    this.length = length
    this.dead = 0
    this.#count.fill(0)
    this.blockFrom.fill(Number.POSITIVE_INFINITY)
    this.blockTo.fill(Number.NEGATIVE_INFINITY)
    for (let row = 0; row < length; row++) {
      this.#widenBlock(row, this.at[row] ?? 0)
      this.#countRow(this.slot[row] ?? 0, row)
    }
  }

  memoryBytes(): number {
    const arrays = [...this.#columns(), this.blockFrom, this.blockTo, this.#first, this.#count]
    return arrays.reduce((sum, array) => sum + array.byteLength, 0)
  }

  #columns() {
    const { at, slot, agent, other, team, opener, kind, values, k } = this
    return [at, slot, agent, other, team, opener, kind, k, ...values]
  }

  #kindOf(bits: number, word: number): number {
    const key = bits + word * 65_536
    const known = this.#kinds.get(key)
    if (known !== undefined) return known
    const kind = this.kindBits.length
    if (kind > 65_535) throw new RangeError('More than 65,536 kinds of rows.')
    this.#kinds.set(key, kind)
    this.kindBits.push(bits)
    this.kindWords.push(word)
    return kind
  }

  #countRow(slot: number, index: number): void {
    const count = this.#count[slot] ?? 0
    if (count === 0) this.#first[slot] = index
    this.#count[slot] = count + 1
  }

  #widenBlock(index: number, at: number): void {
    const block = Math.floor(index / blockRows)
    this.blockFrom[block] = Math.min(this.blockFrom[block] ?? at, at)
    this.blockTo[block] = Math.max(this.blockTo[block] ?? at, at)
  }

  #grow(): void {
    const capacity = Math.max(1024, Math.ceil(this.at.length * 1.5))
    this.at = grown(this.at, new Float64Array(capacity))
    this.slot = grown(this.slot, new Int32Array(capacity))
    this.agent = grown(this.agent, new Int16Array(capacity))
    this.other = grown(this.other, new Int16Array(capacity))
    this.team = grown(this.team, new Int16Array(capacity))
    this.opener = grown(this.opener, new Uint8Array(capacity))
    this.kind = grown(this.kind, new Uint16Array(capacity))
    for (const [place, column] of this.values.entries())
      this.values[place] = grown(column, new Float64Array(capacity))
    this.k = grown(this.k, new Float64Array(capacity))
    const blocks = Math.ceil(capacity / blockRows)
    this.blockFrom = grown(this.blockFrom, new Float64Array(blocks).fill(Number.POSITIVE_INFINITY))
    this.blockTo = grown(this.blockTo, new Float64Array(blocks).fill(Number.NEGATIVE_INFINITY))
  }

  #growSlots(slot: number): void {
    const capacity = Math.max(1024, Math.ceil((slot + 1) * 1.5))
    this.#first = grown(this.#first, new Int32Array(capacity))
    this.#count = grown(this.#count, new Int32Array(capacity))
  }
}

/** `larger`, beginning with what `array` holds. */
export function grown<T extends { readonly length: number; set(values: T): void }>(array: T, larger: T): T {
  larger.set(array)
  return larger
}

/** Moves the rows named, ascending, to the front. */
function keepRows(
  column: Float64Array | Int32Array | Int16Array | Uint16Array | Uint8Array,
  rows: Int32Array,
): void {
  for (let index = 0; index < rows.length; index++) column[index] = column[rows[index] ?? 0] ?? 0
}
