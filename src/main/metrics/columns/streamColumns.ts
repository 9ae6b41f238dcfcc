/** One stream: what its rows' cells and kinds stand for, and its segments by month. */
import { lengthNames, type Row, type StreamName } from '../streams.ts'
import { endsIn } from './lasting.ts'
import type { ColumnMemory } from './memory.ts'
import { startOfMonth } from './months.ts'
import { RowBuffer } from './rowBuffer.ts'
import type { Segment } from './segment.ts'
import { Tuples } from './tuples.ts'

/**
 * What a cell is a combination of. All but the opener are row ids of the store, 0 for none. The category is left to the
 * conversations: with it there would be so many cells that looking one up misses the processor’s cache.
 */
export const cellFields = ['agent', 'other', 'team', 'channel', 'opener'] as const
export type CellField = (typeof cellFields)[number]

/** A newer segment is merged into the one before it unless that one has more than this many times its rows. */
const mergeRatio = 4
/** A page asks for a few ways to look at a stream; a few pages are open. */
const mostRemembered = 32
/** A segment is rewritten when this share of it is struck out. */
const struckShare = 0.25

export class StreamColumns {
  readonly name: StreamName
  readonly cells: Tuples
  /** Bits and word; the first kind is of rows struck out. */
  readonly kinds: Tuples
  readonly #memory: ColumnMemory
  /** By month; each month's segments from the oldest and largest to the newest. */
  readonly #months = new Map<number, Segment[]>()
  #sorted: readonly Segment[] | null = null

  constructor(name: StreamName, memory: ColumnMemory, known?: { cells: Int32Array; kinds: Int32Array }) {
    this.name = name
    this.#memory = memory
    this.cells = new Tuples(cellFields.length, known?.cells)
    this.kinds = new Tuples(2, known?.kinds)
    this.kinds.numberOf([-1, -1])
  }

  cellField(cell: number, field: CellField): number {
    return this.cells.field(cell, cellFields.indexOf(field))
  }

  largestIn(field: CellField): number {
    return this.cells.largest(cellFields.indexOf(field))
  }

  bitsOf(kind: number): number {
    return this.kinds.field(kind, 0)
  }

  wordOf(kind: number): number {
    return this.kinds.field(kind, 1)
  }

  /** All segments, month by month. */
  get segments(): readonly Segment[] {
    this.#sorted ??= [...this.#months].sort(([a], [b]) => a - b).flatMap(([, segments]) => segments)
    return this.#sorted
  }

  monthOf(month: number): readonly Segment[] {
    return this.#months.get(month) ?? []
  }

  get months(): Iterable<number> {
    return this.#months.keys()
  }

  /** Puts segments in the place of all a month had. */
  setMonth(month: number, segments: readonly Segment[]): void {
    const gone = this.monthOf(month).filter((segment) => !segments.includes(segment))
    for (const segment of gone) segment.retire()
    if (segments.length === 0) this.#months.delete(month)
    else this.#months.set(month, [...segments])
    this.#sorted = null
  }

  /** Adds new rows. Small segments are merged as they come, so that a month never has many. */
  add(buffer: RowBuffer): void {
    const before = [...this.monthOf(buffer.month)]
    let last = before.at(-1)
    while (last !== undefined && !last.onDisk && isMerged(last, buffer.length)) {
      buffer.absorb(last)
      before.pop()
      last = before.at(-1)
    }
    this.setMonth(buffer.month, [...before, this.#segmentOf(buffer)])
  }

  /** One segment without struck-out rows of a month that has several, or some struck out. */
  compactMonth(month: number): void {
    const segments = this.monthOf(month)
    const [first] = segments
    if (first === undefined || (segments.length === 1 && first.struck === 0)) return
    const buffer = new RowBuffer(this.name, month)
    for (const segment of segments) buffer.absorb(segment)
    this.setMonth(month, buffer.length === 0 ? [] : [this.#segmentOf(buffer)])
  }

  /**
   * The rows of a segment that last past its month, in their order: what goes on is found without reading the months it began in.
   * Of a stream whose rows do not last there are none.
   */
  beyondOf(segment: Segment): Segment {
    return segment.beyond(() => {
      const buffer = new RowBuffer(this.name, segment.month)
      const lengthName = lengthNames[this.name]
      if (lengthName !== undefined) {
        const end = endsIn(segment, lengthName)
        const monthEnd = startOfMonth(segment.month + 1)
        buffer.absorb(segment, (row) => end(row) > monthEnd)
      }
      return this.#segmentOf(buffer)
    })
  }

  #segmentOf(buffer: RowBuffer): Segment {
    return buffer.toSegment({ cells: this.cells.size, kinds: this.kinds.size }, this.#memory)
  }

  readonly #remembered = new Map<string, { readonly size: number; readonly value: unknown }>()

  /** Something that depends on the cells and kinds there are, made again when there are more. */
  remembered<T>(name: string, make: () => T): T {
    const size = this.cells.size + this.kinds.size
    const known = this.#remembered.get(name)
    if (known?.size === size) return known.value as T
    const value = make()
    this.#remembered.delete(name)
    const oldest = this.#remembered.keys().next().value
    if (this.#remembered.size >= mostRemembered && oldest !== undefined) this.#remembered.delete(oldest)
    this.#remembered.set(name, { size, value })
    return value
  }

  #cell = new Int32Array(cellFields.length)
  #kind = new Int32Array(2)

  /** The cell of a row of a conversation on a channel. */
  cellOf(row: Row, channel: number): number {
    const cell = this.#cell
    cell[0] = Math.max(0, row.agent)
    cell[1] = Math.max(0, row.other)
    cell[2] = Math.max(0, row.team)
    cell[3] = channel
    cell[4] = row.opener
    return this.cells.numberOf(cell)
  }

  kindOf(row: Row): number {
    this.#kind[0] = row.bits
    this.#kind[1] = row.word
    return this.kinds.numberOf(this.#kind)
  }
}

function isMerged(segment: Segment, newer: number): boolean {
  const live = segment.length - segment.struck
  return live <= newer * mergeRatio || segment.struck > segment.length * struckShare
}
