/** Row ids of the store as small numbers without gaps, so that a column may hold them in two bytes. 0 stands for none. */
export class Numbering {
  readonly #codes = new Map<number, number>()
  readonly #rows: number[] = [-1]
  readonly #limit: number

  /** `limit`: the greatest code a column of this kind can hold. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** How many codes there are, the 0 included. */
  get size(): number {
    return this.#rows.length
  }

  /** The code of a row id, a new one where it has none; 0 for -1. @throws RangeError when there are too many. */
  codeOf(row: number): number {
    if (row < 0) return 0
    const known = this.#codes.get(row)
    if (known !== undefined) return known
    const code = this.#rows.length
    if (code > this.#limit)
      throw new RangeError(`More than ${this.#limit} different agents, teams or channels.`)
    this.#codes.set(row, code)
    this.#rows.push(row)
    return code
  }

  /** The row id of a code; -1 for none. */
  rowOf(code: number): number {
    return this.#rows[code] ?? -1
  }
}
