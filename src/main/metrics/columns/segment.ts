/**
 * Rows of one stream in one month, by time, as columns. A segment never changes but that rows are struck out: their kind
 * becomes 0, which no metric counts. Columns lie in memory, or are read when first asked for.
 */
import type { Pause } from '../streams.ts'
import type { Column } from './encoding.ts'
import { decodedKey, large } from './encoding.ts'
import type { ColumnMemory, Shelf } from './memory.ts'
import { quarterMs, startOfMonth } from './months.ts'

// Every segment has the columns cell, kind, slot, ms, key and quarters; the values of its stream's schema come beside them.

// Tables of what few rows have (exact values of columns that cannot hold them, and pauses) are columns named exact… and pause….

export const pauseKinds: readonly Pause['kind'][] = ['rest', 'closed']

/** Where a segment's columns come from. */
export type ColumnSource =
  | { readonly kind: 'memory'; readonly columns: ReadonlyMap<string, Column> }
  | { readonly kind: 'disk'; readonly read: (name: string) => Column }

/** Columns that hold exact values elsewhere are named by their place in this list in `exactColumn`. */
export type ExactNames = readonly string[]

const emptyMap: ReadonlyMap<number, number> = new Map()

export class Segment {
  readonly month: number
  /** Epoch milliseconds: `ms` counts from here. */
  readonly start: number
  readonly length: number
  readonly #source: ColumnSource
  readonly #names: ExactNames
  readonly #memory: ColumnMemory
  readonly #shelf: Shelf = new Map()
  readonly #struck: number[] = []
  #beyond: Segment | null
  #quarters: Column | null | undefined

  /** `beyond`: what it is to answer where that was kept. */
  constructor(
    month: number,
    length: number,
    source: ColumnSource,
    names: ExactNames,
    memory: ColumnMemory,
    beyond: Segment | null = null,
  ) {
    this.month = month
    this.start = startOfMonth(month)
    this.length = length
    this.#source = source
    this.#names = names
    this.#memory = memory
    this.#beyond = beyond
  }

  get onDisk(): boolean {
    return this.#source.kind === 'disk'
  }

  /** How many rows are struck out. */
  get struck(): number {
    return this.#struck.length
  }

  /** What it holds itself, in bytes; what it may lose is counted by its memory. */
  get ownBytes(): number {
    const beyond = this.#beyond?.ownBytes ?? 0
    if (this.#source.kind === 'disk') return beyond
    return [...this.#source.columns.values()].reduce((sum, column) => sum + column.byteLength, beyond)
  }

  /** @throws RangeError for a column it does not have. */
  column(name: string): Column {
    const source = this.#source
    if (source.kind === 'memory') {
      const column = source.columns.get(name)
      if (column === undefined) throw new RangeError(`There is no column ${name}.`)
      return column
    }
    return this.#memory.get(this.#shelf, name, () => {
      const value = source.read(name)
      if (name === 'kind') for (const row of this.#struck) value[row] = 0
      return { value, bytes: value.byteLength }
    })
  }

  /** Something computed from its rows, kept until they change or room is needed. */
  derived<T>(name: string, make: () => { readonly value: T; readonly bytes: number }): T {
    return this.#memory.get(this.#shelf, `=${name}`, make)
  }

  /** Its rows that last past the month, as a segment of their own; made when first asked for, unless it was kept. */
  beyond(make: () => Segment): Segment {
    this.#beyond ??= make()
    return this.#beyond
  }

  /** The same where it is known. Who strikes out rows here strikes them out there. */
  get knownBeyond(): Segment | null {
    return this.#beyond
  }

  strike(row: number): void {
    const kind = this.column('kind')
    if (kind[row] === 0) return
    kind[row] = 0
    this.#struck.push(row)
    for (const name of this.#shelf.keys())
      if (name.startsWith('=counts')) this.#memory.drop(this.#shelf, name)
  }

  /** Lets go of what it held: another segment has its rows. */
  retire(): void {
    this.#memory.clear(this.#shelf)
    this.#beyond?.retire()
  }

  /** The first row at or after an instant. */
  rowAt(at: number): number {
    const offset = at - this.start
    if (offset <= 0) return 0
    const quarters = this.quarters()
    if (quarters === null) return this.#search(offset, 0, this.length)
    const quarter = Math.floor(offset / quarterMs)
    if (quarter >= quarters.length - 1) return this.length
    const from = quarters[quarter] ?? 0
    if (quarter * quarterMs === offset) return from
    return this.#search(offset, from, quarters[quarter + 1] ?? 0)
  }

  /** Where each quarter of an hour of the month begins, and at last the end; null in segments of a few rows. */
  quarters(): Column | null {
    this.#quarters ??= this.#readQuarters()
    return this.#quarters
  }

  #readQuarters(): Column | null {
    const quarters = this.column('quarters')
    return quarters.length === 0 ? null : quarters
  }

  #search(offset: number, from: number, to: number): number {
    if (from === to) return from
    const ms = this.column('ms')
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ms[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The exact values of a column, by row: those its four bytes cannot hold. */
  exact(name: string): ReadonlyMap<number, number> {
    const rows = this.column('exactRow')
    if (rows.length === 0) return emptyMap
    return this.derived(`exact ${name}`, () => {
      const [columns, values] = [this.column('exactColumn'), this.column('exactValue')]
      const wanted = this.#names.indexOf(name)
      const found = new Map<number, number>()
      for (let index = 0; index < rows.length; index++)
        if (columns[index] === wanted) found.set(rows[index] ?? 0, values[index] ?? 0)
      return { value: found, bytes: found.size * 40 }
    })
  }

  /** One number of a column of four bytes as it was; null: none. */
  numberAt(column: Column, exact: ReadonlyMap<number, number>, row: number): number | null {
    const code = column[row] ?? 0
    if (column instanceof Float64Array) return Number.isNaN(code) ? null : code
    if (code < large) return code
    return code === large ? (exact.get(row) ?? null) : null
  }

  /** When a row happened, in epoch milliseconds. */
  timeAt(row: number): number {
    return this.start + (this.column('ms')[row] ?? 0)
  }

  /** The store's k of the message that shows a row; -1: none. */
  keyAt(row: number): number {
    const slot = this.column('slot')[row] ?? 0
    return decodedKey(this.column('key')[row] ?? 0, slot, () => this.exact('key').get(row) ?? 0)
  }

  /** The pauses of all rows that have some. */
  pauses(): ReadonlyMap<number, readonly Pause[]> {
    const rows = this.column('pauseRow')
    const found = new Map<number, Pause[]>()
    if (rows.length === 0) return found
    const [kinds, from, to] = [this.column('pauseKind'), this.column('pauseFrom'), this.column('pauseTo')]
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0
      const pause = {
        kind: pauseKinds[kinds[index] ?? 0] ?? 'rest',
        from: from[index] ?? 0,
        to: to[index] ?? 0,
      }
      const known = found.get(row)
      if (known === undefined) found.set(row, [pause])
      else known.push(pause)
    }
    return found
  }
}
