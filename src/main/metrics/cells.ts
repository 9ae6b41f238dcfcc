/** The cells of a broken-down answer: one for each combination of codes that occurs, numbered as they are found. */
import type { Axis } from './axes.ts'

/** Up to this many combinations a table finds a cell, above it a map. */
const mostInTable = 1 << 20
/** Combinations are added up in 32 bits, with room for what is filtered out. */
const mostCombinations = 2 ** 30 - 1
/** An answer shows empty days and hours as rows of their own, up to this many rows. */
const mostFilled = 20_000

export class Cells {
  readonly axes: readonly Axis[]
  /** What one step along each axis adds to a combination. */
  readonly factors: readonly number[]
  /** How many combinations there can be. */
  readonly combinations: number
  /** By combination: the cell, -1 for none yet; one more entry for what is no combination. null: too many, ask `cellOf`. */
  readonly table: Int32Array | null
  readonly #map = new Map<number, number>()
  readonly #found: number[] = []

  /** @throws RangeError for more combinations than can be told apart. */
  constructor(axes: readonly Axis[]) {
    this.axes = axes
    let size = 1
    const factors: number[] = []
    for (const axis of axes) {
      factors.push(size)
      size *= Math.max(1, axis.size)
    }
    if (size > mostCombinations)
      throw new RangeError('The question has too many dimensions at once: leave one out.')
    this.factors = factors
    this.combinations = size
    this.table = size <= mostInTable ? new Int32Array(size + 1).fill(-1, 0, size) : null
    if (axes.length === 0) this.cellOf(0)
  }

  get size(): number {
    return this.#found.length
  }

  /** The cell of a combination, a new one where there is none yet. */
  cellOf(combination: number): number {
    const known = this.table === null ? this.#map.get(combination) : this.table[combination]
    if (known !== undefined && known >= 0) return known
    const cell = this.#found.length
    this.#found.push(combination)
    if (this.table === null) this.#map.set(combination, cell)
    else this.table[combination] = cell
    return cell
  }

  /** The code a cell has along one axis. */
  codeOf(cell: number, axis: number): number {
    const combination = this.#found[cell] ?? 0
    const factor = this.factors[axis] ?? 1
    return Math.floor(combination / factor) % Math.max(1, this.axes[axis]?.size ?? 1)
  }

  /** Adds the cells of days and hours without data, beside whatever else occurs. */
  fillTime(): void {
    const timed = this.axes.some((axis) => axis.all !== null)
    if (!timed) return
    let bases = this.axes.every((axis) => axis.all !== null) ? [0] : this.#otherParts()
    const added = this.axes.reduce((product, axis) => product * (axis.all?.length ?? 1), bases.length)
    if (added > mostFilled) return
    for (const [index, axis] of this.axes.entries()) {
      const { all } = axis
      const factor = this.factors[index] ?? 1
      if (all !== null) bases = bases.flatMap((base) => all.map((code) => base + code * factor))
    }
    for (const combination of bases) this.cellOf(combination)
  }

  /** The combinations that occur, with their time set to the first. */
  #otherParts(): number[] {
    const parts = new Set<number>()
    for (let cell = 0; cell < this.size; cell++) {
      let part = 0
      for (const [index, axis] of this.axes.entries())
        if (axis.all === null) part += this.codeOf(cell, index) * (this.factors[index] ?? 1)
      parts.add(part)
    }
    return [...parts]
  }
}
