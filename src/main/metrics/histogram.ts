/** Rows counted by cell of the answer and kind. */
import type { Cells } from './cells.ts'
import { withRoom } from './columns/encoding.ts'

/** `counts[cell × kinds + kind]`; cells found later have none. */
export interface Histogram {
  readonly kinds: number
  readonly counts: Int32Array
}

/** Counts by combination of a stretch's code and the kind's. */
export class CountBook {
  readonly kinds: number
  /** The kinds that count at all. */
  readonly wanted: readonly number[]
  readonly #cells: Cells
  readonly #kindCodes: Int32Array
  #counts: Int32Array

  constructor(cells: Cells, kindCodes: Int32Array, wanted: Uint8Array) {
    this.kinds = wanted.length
    this.wanted = Array.from(wanted.keys()).filter(
      (kind) => wanted[kind] === 1 && (kindCodes[kind] ?? 0) >= 0,
    )
    this.#cells = cells
    this.#kindCodes = kindCodes
    this.#counts = new Int32Array(cells.size * this.kinds)
  }

  add(code: number, kind: number, count: number): void {
    const cell = this.#cells.cellOf(code + (this.#kindCodes[kind] ?? 0))
    const place = cell * this.kinds + kind
    if (place >= this.#counts.length) this.#counts = withRoom(this.#counts, (cell + 1) * this.kinds)
    this.#counts[place] = (this.#counts[place] ?? 0) + count
  }

  histogram(): Histogram {
    return { kinds: this.kinds, counts: this.#counts.subarray(0, this.#cells.size * this.kinds) }
  }
}
