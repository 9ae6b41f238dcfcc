/**
 * What is held of segments beyond what must be: columns read from disk and what was computed from them. The least
 * recently used of what is large goes first when it is too much; all of it can be had again.
 */

export interface Held {
  readonly value: unknown
  readonly bytes: number
  used: number
}

/** Where a holder keeps what it may lose. */
export type Shelf = Map<string, Held>

const leastBytes = 32 * 2 ** 20
/** What is smaller goes last: letting go of it frees nothing, and most of it was worked out of columns that are large. */
const smallBytes = 256 * 1024

export class ColumnMemory {
  #budget = leastBytes
  #bytes = 0
  #time = 0
  readonly #shelves = new Set<Shelf>()

  get bytes(): number {
    return this.#bytes
  }

  /** How much may be held; never less than 32 MB. */
  allow(bytes: number): void {
    this.#budget = Math.max(leastBytes, bytes)
    this.#tidy()
  }

  /** What the shelf holds under the name, made where it is missing. */
  get<T>(shelf: Shelf, name: string, make: () => { readonly value: T; readonly bytes: number }): T {
    const known = shelf.get(name)
    if (known !== undefined) {
      known.used = ++this.#time
      return known.value as T
    }
    const { value, bytes } = make()
    shelf.set(name, { value, bytes, used: ++this.#time })
    this.#shelves.add(shelf)
    this.#bytes += bytes
    if (this.#bytes > this.#budget) this.#tidy()
    return value
  }

  drop(shelf: Shelf, name: string): void {
    this.#bytes -= shelf.get(name)?.bytes ?? 0
    shelf.delete(name)
  }

  /** Forgets a shelf that is no longer used. */
  clear(shelf: Shelf): void {
    for (const name of shelf.keys()) this.drop(shelf, name)
    this.#shelves.delete(shelf)
  }

  /** Down to three quarters, so that it is not done for every column. */
  #tidy(): void {
    if (this.#bytes <= this.#budget) return
    const all = [...this.#shelves].flatMap((shelf) =>
      [...shelf].map(([name, { bytes, used }]) => ({ shelf, name, bytes, used })),
    )
    const isSmall = (bytes: number) => Number(bytes < smallBytes)
    all.sort((a, b) => isSmall(a.bytes) - isSmall(b.bytes) || a.used - b.used)
    for (const { shelf, name, used } of all) {
      if (this.#bytes <= this.#budget * 0.75) return
      // What was asked for last is in use right now.
      if (used !== this.#time) this.drop(shelf, name)
    }
  }
}
