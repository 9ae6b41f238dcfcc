/** Rows of one stream in one month as they come, to be made a segment. */
import type { Pause, StreamName } from '../streams.ts'
import { streams } from '../streams.ts'
import type { Column } from './encoding.ts'
import { encoded, encodedKey, large, narrowed, none, withRoom } from './encoding.ts'
import type { ColumnMemory } from './memory.ts'
import { quarterMs, startOfMonth } from './months.ts'
import { orderOf } from './order.ts'
import { pauseKinds, Segment } from './segment.ts'

/** Segments of fewer rows find a time by halving; larger ones have an index of quarters. */
const fewestIndexed = 2048

/** The columns of four bytes that may hold exact values elsewhere, by stream. */
export function exactNamesOf(stream: StreamName): readonly string[] {
  return ['key', ...Object.keys(streams[stream].values)]
}

interface ValueColumn {
  readonly name: string
  readonly isNumber: boolean
  data: Uint32Array | Float64Array
}

export class RowBuffer {
  readonly month: number
  readonly start: number
  readonly #names: readonly string[]
  #length = 0
  #cell = new Uint32Array(0)
  #kind = new Uint32Array(0)
  #slot = new Uint32Array(0)
  #ms = new Uint32Array(0)
  #key = new Uint32Array(0)
  readonly #values: readonly ValueColumn[]
  /** By the place of the column in `exactNamesOf`. */
  readonly #exact: Map<number, number>[]
  readonly #pauses = new Map<number, readonly Pause[]>()

  constructor(stream: StreamName, month: number) {
    this.month = month
    this.start = startOfMonth(month)
    this.#names = exactNamesOf(stream)
    this.#exact = this.#names.map(() => new Map())
    this.#values = Object.entries(streams[stream].values).map(([name, kind]) => ({
      name,
      isNumber: kind === 'number',
      data: kind === 'number' ? new Float64Array(0) : new Uint32Array(0),
    }))
  }

  get length(): number {
    return this.#length
  }

  /** `at` lies in the month. */
  append(
    at: number,
    slot: number,
    cell: number,
    kind: number,
    k: number,
    values: readonly (number | null)[],
    pauses: readonly Pause[],
  ): void {
    const row = this.#next()
    this.#cell[row] = cell
    this.#kind[row] = kind
    this.#slot[row] = slot
    this.#ms[row] = at - this.start
    this.#putExact(0, row, encodedKey(k, slot), k - slot * 2 ** 20, this.#key)
    for (let index = 0; index < this.#values.length; index++) {
      const column = this.#values[index]
      const value = values[index] ?? null
      if (column === undefined) continue
      if (column.isNumber) column.data[row] = value ?? Number.NaN
      else this.#putExact(index + 1, row, encoded(value), value ?? 0, column.data)
    }
    if (pauses.length > 0) this.#pauses.set(row, [...pauses])
  }

  /** Takes over the rows of a segment that are not struck out, or those of them that are wanted. */
  absorb(segment: Segment, isWanted: (row: number) => boolean = () => true): void {
    const [cell, kind, slot] = [segment.column('cell'), segment.column('kind'), segment.column('slot')]
    const [ms, key] = [segment.column('ms'), segment.column('key')]
    const values = this.#values.map(({ name }) => segment.column(name))
    const exact = this.#names.map((name) => segment.exact(name))
    const pauses = segment.pauses()
    for (let from = 0; from < segment.length; from++) {
      if (kind[from] === 0 || !isWanted(from)) continue
      const row = this.#next()
      this.#cell[row] = cell[from] ?? 0
      this.#kind[row] = kind[from] ?? 0
      this.#slot[row] = slot[from] ?? 0
      this.#ms[row] = ms[from] ?? 0
      this.#putExact(0, row, key[from] ?? none, exact[0]?.get(from) ?? 0, this.#key)
      for (let index = 0; index < this.#values.length; index++) {
        const column = this.#values[index]
        const code = values[index]?.[from] ?? none
        if (column === undefined) continue
        if (column.isNumber) column.data[row] = code
        else this.#putExact(index + 1, row, code, exact[index + 1]?.get(from) ?? 0, column.data)
      }
      const paused = pauses.get(from)
      if (paused !== undefined) this.#pauses.set(row, paused)
    }
  }

  /** The rows by time. `cells` and `kinds`: how many there are of either, which decides how wide their columns are. */
  toSegment(limits: { readonly cells: number; readonly kinds: number }, memory: ColumnMemory): Segment {
    const columns = this.#sorted(limits)
    return new Segment(this.month, this.#length, { kind: 'memory', columns }, this.#names, memory)
  }

  #next(): number {
    const row = this.#length
    if (row === this.#cell.length) this.#grow(row + 1)
    this.#length = row + 1
    return row
  }

  #putExact(place: number, row: number, code: number, value: number, into: Uint32Array | Float64Array): void {
    into[row] = code
    if (code === large) this.#exact[place]?.set(row, value)
  }

  #grow(length: number): void {
    this.#cell = withRoom(this.#cell, length)
    const capacity = this.#cell.length
    this.#kind = withRoom(this.#kind, capacity)
    this.#slot = withRoom(this.#slot, capacity)
    this.#ms = withRoom(this.#ms, capacity)
    this.#key = withRoom(this.#key, capacity)
    for (const column of this.#values) column.data = withRoom(column.data, capacity)
  }

  #sorted(limits: { readonly cells: number; readonly kinds: number }): ReadonlyMap<string, Column> {
    const order = orderOf(this.#ms, this.#length)
    const inOrder = <T extends Uint32Array | Float64Array>(column: T): T =>
      order === null ? (column.slice(0, this.#length) as T) : gathered(column, order)
    const ms = inOrder(this.#ms)
    const columns = new Map<string, Column>([
      ['cell', narrowed(inOrder(this.#cell), limits.cells)],
      ['kind', narrowed(inOrder(this.#kind), limits.kinds)],
      ['slot', inOrder(this.#slot)],
      ['ms', ms],
      ['key', inOrder(this.#key)],
      ['quarters', this.#length < fewestIndexed ? new Uint32Array(0) : quartersOf(ms)],
    ])
    for (const { name, data } of this.#values) columns.set(name, inOrder(data))
    const placeOf = placesIn(order, this.#length, this.#pauses.size + sizes(this.#exact))
    for (const [name, column] of this.#exactColumns(placeOf)) columns.set(name, column)
    for (const [name, column] of this.#pauseColumns(placeOf)) columns.set(name, column)
    return columns
  }

  #exactColumns(placeOf: (row: number) => number): readonly (readonly [string, Column])[] {
    const entries = this.#exact.flatMap((values, column) =>
      [...values].map(([row, value]) => ({ row: placeOf(row), column, value })),
    )
    return [
      ['exactRow', Uint32Array.from(entries, ({ row }) => row)],
      ['exactColumn', Uint8Array.from(entries, ({ column }) => column)],
      ['exactValue', Float64Array.from(entries, ({ value }) => value)],
    ]
  }

  #pauseColumns(placeOf: (row: number) => number): readonly (readonly [string, Column])[] {
    const entries = [...this.#pauses].flatMap(([row, pauses]) =>
      pauses.map((pause) => ({ ...pause, row: placeOf(row) })),
    )
    return [
      ['pauseRow', Uint32Array.from(entries, ({ row }) => row)],
      ['pauseKind', Uint8Array.from(entries, ({ kind }) => pauseKinds.indexOf(kind))],
      ['pauseFrom', Float64Array.from(entries, ({ from }) => from)],
      ['pauseTo', Float64Array.from(entries, ({ to }) => to)],
    ]
  }
}

function sizes(maps: readonly ReadonlyMap<number, number>[]): number {
  return maps.reduce((sum, map) => sum + map.size, 0)
}

function gathered<T extends Uint32Array | Float64Array>(column: T, order: Uint32Array): T {
  const result = new (column.constructor as new (length: number) => T)(order.length)
  for (let index = 0; index < order.length; index++) result[index] = column[order[index] ?? 0] ?? 0
  return result
}

/** Where a row went; `asked` is how many will be asked for. */
function placesIn(order: Uint32Array | null, length: number, asked: number): (row: number) => number {
  if (order === null || asked === 0) return (row) => row
  const places = new Uint32Array(length)
  for (let place = 0; place < length; place++) places[order[place] ?? 0] = place
  return (row) => places[row] ?? 0
}

function quartersOf(ms: Uint32Array): Uint32Array {
  const last = Math.floor((ms[ms.length - 1] ?? 0) / quarterMs)
  const quarters = new Uint32Array(last + 2)
  for (const offset of ms) {
    const next = Math.floor(offset / quarterMs) + 1
    quarters[next] = (quarters[next] ?? 0) + 1
  }
  for (let quarter = 1; quarter < quarters.length; quarter++)
    quarters[quarter] = (quarters[quarter] ?? 0) + (quarters[quarter - 1] ?? 0)
  return quarters
}
