/** The cells of a question that is broken down: one for each combination of keys that occurs, numbered as they are found. */
import type { Dimension } from '../../../shared/contract.ts'
import type { StreamName } from '../streams.ts'

/** What a thing is placed by: rows of a stream, or what side tables hold. */
export interface Placeable {
  readonly slot: ArrayLike<number>
  readonly agent: ArrayLike<number>
  readonly team: ArrayLike<number>
  readonly opener: ArrayLike<number>
  readonly word: ArrayLike<number>
  /** Of rows: what they are rows of, which says what their bits and words mean. */
  readonly stream?: StreamName
  readonly bits?: ArrayLike<number>
  /** Words that no row carries: how a contact was added, a goal, a step. */
  readonly labels?: Readonly<Partial<Record<Dimension, (index: number) => string | null>>>
}

export type Key = string | null

export interface SpecialAxis {
  readonly dimension: Dimension
  /** The key of a thing at a moment. Cheap: it is asked for every row. */
  keyAt(things: Placeable, index: number, at: number): Key
  /** For dimensions of time: every key, and the moments at which it may change inside the period. */
  readonly time: {
    readonly linear: boolean
    boundaries(from: number, to: number): readonly number[]
  } | null
}

export class CellBook {
  readonly axes: readonly SpecialAxis[]
  readonly #codes: readonly Map<Key, number>[]
  /** Cells are the ends of paths, one step an axis. */
  readonly #paths = new Map<number, number>()
  readonly #cells = new Map<number, number>()
  readonly #keys: (readonly Key[])[] = []

  constructor(axes: readonly SpecialAxis[]) {
    this.axes = axes
    this.#codes = axes.map(() => new Map())
    if (axes.length === 0) this.#keys.push([])
  }

  get size(): number {
    return this.#keys.length
  }

  /** The cell of a thing at a moment; a new one where there is none yet. */
  cellAt(things: Placeable, index: number, at: number): number {
    if (this.axes.length === 0) return 0
    return this.cellOf(this.axes.map((axis) => axis.keyAt(things, index, at)))
  }

  /** The cell of a combination of keys, one an axis. */
  cellOf(keys: readonly Key[]): number {
    if (this.axes.length === 0) return 0
    let path = 0
    for (const [axis, codes] of this.#codes.entries()) {
      const step = path * 4_194_304 + codeOf(codes, keys[axis] ?? null)
      path = codeOf(this.#paths, step) + 1
    }
    return codeOf(this.#cells, path, () => this.#keys.push(keys))
  }

  keysOf(cell: number): readonly Key[] {
    return this.#keys[cell] ?? []
  }
}

/** The number of a key: as found, or the next one. */
function codeOf<K>(codes: Map<K, number>, key: K, found?: () => void): number {
  const known = codes.get(key)
  if (known !== undefined) return known
  const code = codes.size
  codes.set(key, code)
  found?.()
  return code
}
