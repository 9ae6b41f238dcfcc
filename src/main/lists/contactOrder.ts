/**
 * Contacts in the order of their names. Names stay in the cache: what is kept is the order, as one number a contact, made
 * once in slices and mended for those that changed.
 */
import { rawSql, type ReadableDb } from '../store/database.ts'
import { compareNames, placeAmong, type NameOrder } from './collation.ts'

interface NamedContact {
  readonly row: number
  readonly name: string
}

/** Compared between two breaths: a few milliseconds. */
const sliceLength = 4096
const displayName = 'coalesce(name, phone, rid)'

export class ContactOrder implements NameOrder {
  readonly #cache: ReadableDb
  /** By row, as they were when the order was made: what is sorted must not change under it. */
  readonly #names: (string | undefined)[] = []
  /** Rows of contacts by name. */
  #order = new Int32Array(0)
  places = new Float32Array(1).fill(NaN)

  constructor(cache: ReadableDb) {
    this.#cache = cache
  }

  /** About what it takes in memory. */
  get bytes(): number {
    return this.#order.byteLength + this.places.byteLength + this.#names.length * 40
  }

  /** Makes the order of all contacts, in steps of a few milliseconds. */
  *build(): Generator<void> {
    let runs: (readonly NamedContact[])[] = []
    this.#names.length = 0
    for (let last = -1; ;) {
      const read = this.#read(`id > ? ORDER BY id LIMIT ${sliceLength}`, last)
      if (read.length === 0) break
      last = read.at(-1)?.row ?? last
      for (const { row, name } of read) this.#names[row] = name
      runs.push(read.toSorted(byName))
      yield
    }
    while (runs.length > 1) {
      const merged: (readonly NamedContact[])[] = []
      for (let index = 0; index < runs.length; index += 2)
        merged.push(yield* mergedRuns(runs[index] ?? [], runs[index + 1] ?? []))
      runs = merged
    }
    this.#number(
      Int32Array.from(runs[0] ?? [], ({ row }) => row),
      (row, other) => compareNames(this.textOf(row), this.textOf(other)) === 0,
    )
  }

  /**
   * Puts contacts where their names belong now; those that are gone leave the order. Rows of those with another name: all
   * others stand as they stood to each other.
   */
  mend(rows: Iterable<number>): readonly number[] {
    const changed = [...new Set(rows)].filter((row) => this.#nameInCache(row) !== this.#names[row])
    if (changed.length === 0) return []
    const isChanged = new Uint8Array(Math.max(this.#names.length, ...changed.map((row) => row + 1)))
    for (const row of changed) {
      isChanged[row] = 1
      this.#names[row] = this.#nameInCache(row)
    }
    const incoming = changed
      .filter((row) => this.#names[row] !== undefined)
      .sort((a, b) => compareNames(this.textOf(a), this.textOf(b)))
    const before = this.places
    this.#number(
      this.#merged(
        this.#order.filter((row) => isChanged[row] === 0),
        incoming,
      ),
      (row, other) =>
        isChanged[row] === 1 || isChanged[other] === 1
          ? compareNames(this.textOf(row), this.textOf(other)) === 0
          : before[row + 1] === before[other + 1],
    )
    return changed
  }

  textOf(row: number): string {
    return this.#names[row] ?? ''
  }

  placeOf(name: string): number {
    return placeAmong(this.#order.length, (index) => this.textOf(this.#order[index] ?? -1), name)
  }

  #merged(kept: Int32Array, incoming: readonly number[]): Int32Array<ArrayBuffer> {
    const merged = new Int32Array(kept.length + incoming.length)
    let taken = 0
    for (const [index, row] of incoming.entries()) {
      const place = placeAmong(kept.length, (at) => this.textOf(kept[at] ?? -1), this.textOf(row))
      const end = Math.ceil(place)
      merged.set(kept.subarray(taken, end), taken + index)
      merged[end + index] = row
      taken = end
    }
    merged.set(kept.subarray(taken), taken + incoming.length)
    return merged
  }

  #number(order: Int32Array<ArrayBuffer>, isEqual: (row: number, other: number) => boolean): void {
    const places = new Float32Array(this.#names.length + 1).fill(NaN)
    let place = 0
    let before = -1
    for (const [index, row] of order.entries()) {
      if (index > 0 && !isEqual(before, row)) place = index
      places[row + 1] = place
      before = row
    }
    this.#order = order
    this.places = places
  }

  #nameInCache(row: number): string | undefined {
    return this.#read('id = ?', row)[0]?.name
  }

  #read(which: string, parameter: number): readonly NamedContact[] {
    return rawSql<[number, string]>(this.#cache, `SELECT id, ${displayName} FROM contacts WHERE ${which}`)
      .all(parameter)
      .map(([row, name]) => ({ row, name }))
  }
}

function byName(a: NamedContact, b: NamedContact): number {
  return compareNames(a.name, b.name)
}

function* mergedRuns(
  one: readonly NamedContact[],
  other: readonly NamedContact[],
): Generator<void, readonly NamedContact[]> {
  const merged: NamedContact[] = []
  let next = 0
  for (const [index, contact] of one.entries()) {
    for (let rival = other[next]; rival !== undefined && byName(rival, contact) < 0; rival = other[next]) {
      merged.push(rival)
      next += 1
    }
    merged.push(contact)
    if (index % sliceLength === sliceLength - 1) yield
  }
  for (; next < other.length; next += 1) merged.push(other[next] ?? { row: -1, name: '' })
  return merged
}
