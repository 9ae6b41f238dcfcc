/** The cells of one column of a group, eight bytes each; the values Parquet is made of come and go column by column. */
import type { CellKind, CellValue } from './xlsx/cells.ts'

/** What the writer takes of each kind. */
type Stored = (string | null)[] | (number | null)[] | (bigint | null)[]

export class GroupColumn {
  readonly name: string
  readonly #kind: CellKind
  /** Not a number: empty. Of texts there are none. */
  readonly #numbers: Float64Array
  readonly #texts: (string | null)[] = []
  #length = 0

  /** @param most rows of a group at most. */
  constructor(name: string, kind: CellKind, most: number) {
    this.name = name
    this.#kind = kind
    this.#numbers = new Float64Array(kind === 'text' ? 0 : most)
  }

  push(value: CellValue): void {
    if (this.#kind === 'text') this.#texts.push(value === null ? null : String(value).toWellFormed())
    else this.#numbers[this.#length] = value === null ? Number.NaN : Number(value)
    this.#length += 1
  }

  clear(): void {
    this.#texts.length = 0
    this.#length = 0
  }

  /** Made anew each time it is asked for: the writer asks one column after the other. */
  get data(): Stored {
    const numbers = this.#numbers.subarray(0, this.#length)
    switch (this.#kind) {
      case 'text':
        return this.#texts
      case 'number':
      case 'time':
        return Array.from(numbers, (value) => (Number.isNaN(value) ? null : BigInt(value)))
      case 'count':
      case 'duration':
      case 'rate':
      case 'score':
        return Array.from(numbers, (value) => (Number.isNaN(value) ? null : value))
    }
  }
}
