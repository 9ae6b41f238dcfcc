/**
 * Conversations in the order of one column, made once and kept: a page of any filter is a walk along it. What changes is
 * noted and put in its new place when somebody asks.
 */
import { has, put, wholeWords, type Bits } from './selection.ts'
import { sortByKey } from './sortByKey.ts'
import type { SortColumn } from './sortKeys.ts'

export interface Place {
  /** NaN: no value, which comes last whichever way a list is sorted. */
  readonly key: number
  readonly id: number
}

/** 1: ascending, and of equal keys the smaller id first; -1: both the other way round. */
export type Direction = 1 | -1

/** Which part of the selected conversations, in order. */
interface Part {
  /** How many of all, selected or not, come before it. */
  readonly behind: number
  /** How many of the selected behind those are passed over. */
  readonly skip: number
  readonly limit: number
}

/** Conversations looked at between two questions whether that is far enough. */
const stride = 1024
/** So many more than there are have room: a new conversation does not move all others elsewhere. */
const spare = 1.02

export class Order {
  #ids: Bits
  #count: number
  /** Those without a value stand behind these. */
  #known: number
  readonly #changed: Set<number>

  private constructor(ids: Bits, known: number, changed: Set<number>) {
    this.#ids = ids
    this.#count = ids.length
    this.#known = known
    this.#changed = changed
  }

  /**
   * Makes the order of these conversations, ids ascending, in steps of some milliseconds; those in `changed` are put in their
   * places afterwards, whether they change before it is made or behind.
   */
  static *of(ids: Bits, column: SortColumn, changed: Set<number>): Generator<void, Order> {
    const keys = new Float64Array(ids.length)
    column.fill(ids, keys)
    yield
    const known = keys.reduce((count, key) => count + Number(!Number.isNaN(key)), 0)
    yield* sortByKey(ids, keys)
    return new Order(ids, known, changed)
  }

  get count(): number {
    return this.#count
  }

  get bytes(): number {
    return this.#ids.byteLength
  }

  /** Puts what changed where it belongs now; what is not held any longer leaves. */
  mend(column: SortColumn, isHeld: (id: number) => boolean): void {
    if (this.#changed.size === 0) return
    this.#dropChanged()
    const incoming = [...this.#changed]
      .filter(isHeld)
      .map((id) => ({ id, key: column.keyAt(id) }))
      .sort((one, other) => comparePlaces(one, other, 1))
    this.#changed.clear()
    this.#reserve(this.#count + incoming.length)
    // From behind, so that everything moves once.
    let end = this.#count
    this.#count += incoming.length
    for (let left = incoming.length; left > 0; left -= 1) {
      const place = incoming[left - 1] ?? { id: 0, key: NaN }
      const at = this.#notBehind(end, place, 1, column)
      this.#ids.copyWithin(at + left, at, end)
      this.#ids[at + left - 1] = place.id
      end = at
    }
    this.#known = firstWhere(this.#count, (at) => Number.isNaN(column.keyAt(this.#ids[at] ?? 0)))
  }

  /** How many of all conversations come before a place or stand there. */
  countUpTo(place: Place, direction: Direction, column: SortColumn): number {
    return this.#notBehind(this.#count, place, direction, column)
  }

  /** Ids of a part of the selected conversations. */
  part(selected: Bits, direction: Direction, { behind, skip, limit }: Part): readonly number[] {
    const walk: Walk = { selected, direction, toSkip: skip, limit, found: [] }
    for (const run of this.#runs(direction, behind)) this.#collect(walk, this.#passOver(walk, run))
    return walk.found
  }

  /** Goes along whole strides as long as all in them that are selected are to be skipped; what is left of the run. */
  #passOver(walk: Walk, { low, high }: Run): Run {
    while (walk.toSkip > 0 && low < high) {
      const isUp = walk.direction === 1
      const middle = isUp ? Math.min(high, low + stride) : Math.max(low, high - stride)
      const hits = this.#hits(walk.selected, isUp ? low : middle, isUp ? middle : high)
      if (hits > walk.toSkip) break
      walk.toSkip -= hits
      if (isUp) low = middle
      else high = middle
    }
    return { low, high }
  }

  // Whether one is selected is as good as random: this is counted without a branch a processor must guess.
  #hits(selected: Bits, low: number, high: number): number {
    const ids = this.#ids
    let hits = 0
    for (let at = low; at < high; at += 1) {
      const id = ids[at] ?? 0
      hits += ((selected[id >>> 5] ?? 0) >>> (id & 31)) & 1
    }
    return hits
  }

  #collect(walk: Walk, { low, high }: Run): void {
    const { selected, direction, limit, found } = walk
    const end = direction === 1 ? high : low - 1
    for (let at = direction === 1 ? low : high - 1; at !== end && found.length < limit; at += direction) {
      const id = this.#ids[at] ?? 0
      if (!has(selected, id)) continue
      if (walk.toSkip > 0) walk.toSkip -= 1
      else found.push(id)
    }
  }

  /** What lies behind the first so many, as pieces of the array to go through in the direction. */
  #runs(direction: Direction, behind: number): readonly Run[] {
    const [known, count] = [this.#known, this.#count]
    const first = Math.min(behind, count)
    if (direction === 1) return [{ low: first, high: count }]
    return [
      { low: 0, high: Math.max(0, known - first) },
      { low: known, high: Math.min(count, count + known - first) },
    ]
  }

  #idAt(place: number, direction: Direction): number {
    if (direction === 1) return this.#ids[place] ?? 0
    const known = this.#known
    return this.#ids[place < known ? known - 1 - place : this.#count - 1 - (place - known)] ?? 0
  }

  /** Of the first `count` in this direction, how many are not behind a place. */
  #notBehind(count: number, place: Place, direction: Direction, column: SortColumn): number {
    return firstWhere(count, (at) => {
      const id = this.#idAt(at, direction)
      return comparePlaces({ key: column.keyAt(id), id }, place, direction) > 0
    })
  }

  #dropChanged(): void {
    const ids = this.#ids
    const changed = new Uint32Array(wholeWords(Math.max(...this.#changed) + 1) / 32)
    for (const id of this.#changed) put(changed, id)
    let kept = 0
    for (let at = 0; at < this.#count; at += 1) {
      const id = ids[at] ?? 0
      ids[kept] = id
      kept += 1 - (((changed[id >>> 5] ?? 0) >>> (id & 31)) & 1)
    }
    this.#count = kept
  }

  #reserve(count: number): void {
    if (count <= this.#ids.length) return
    const grown = new Uint32Array(Math.ceil(count * spare))
    grown.set(this.#ids)
    this.#ids = grown
  }
}

interface Run {
  readonly low: number
  /** Exclusive. */
  readonly high: number
}

interface Walk {
  readonly selected: Bits
  readonly direction: Direction
  readonly limit: number
  readonly found: number[]
  toSkip: number
}

/** The first number below `count` from which on something is true; `count`: it is for none. */
function firstWhere(count: number, isTrue: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function comparePlaces(one: Place, other: Place, direction: Direction): number {
  const [rank, otherRank] = [rankOf(one.key, direction), rankOf(other.key, direction)]
  // No difference: Infinity less Infinity is no number.
  if (rank === otherRank) return (one.id - other.id) * direction
  return rank < otherRank ? -1 : 1
}

/** What has no value stands behind everything. */
function rankOf(key: number, direction: Direction): number {
  return Number.isNaN(key) ? Infinity : key * direction
}
