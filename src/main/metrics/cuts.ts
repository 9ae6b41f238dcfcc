/**
 * A period cut along dimensions of time: which stretch of a month has which code. Rows lie by time, so a stretch is a
 * range of rows, and no row is ever asked for its day or hour.
 */
import type { Axis } from './axes.ts'
import { quarterMs, startOfMonth } from './columns/months.ts'

/** Stretches of one month, in order: from `starts[i]` (epoch milliseconds) to the next start, at last to `end`. */
export interface Stretches {
  readonly starts: readonly number[]
  /** What the dimensions of time add to a combination. */
  readonly codes: readonly number[]
  readonly end: number
}

const nothing: Stretches = { starts: [], codes: [], end: 0 }

export class Cuts {
  readonly #axes: readonly (readonly [codeAt: (ms: number) => number, factor: number])[]
  readonly #from: number
  readonly #to: number
  readonly #months = new Map<number, Stretches>()

  /** `factors`: what one step along each axis adds to a combination. */
  constructor(axes: readonly Axis[], factors: readonly number[], from: number, to: number) {
    this.#axes = axes.flatMap(({ codeAt }, index) =>
      codeAt === null ? [] : [[codeAt, factors[index] ?? 1] as const],
    )
    this.#from = from
    this.#to = to
  }

  /** The part of a month that lies in the period and before `until`. */
  of(month: number, until: number): Stretches {
    const start = Math.max(this.#from, startOfMonth(month))
    const end = Math.min(this.#to, until, startOfMonth(month + 1))
    if (!(start < end)) return nothing
    if (this.#axes.length === 0) return { starts: [start], codes: [0], end }
    let known = this.#months.get(month)
    if (known === undefined) {
      known = this.#cut(start, Math.min(this.#to, startOfMonth(month + 1)))
      this.#months.set(month, known)
    }
    return end === known.end ? known : endingAt(known, end)
  }

  #cut(start: number, end: number): Stretches {
    const starts: number[] = []
    const codes: number[] = []
    let last = -1
    for (let quarter = Math.floor(start / quarterMs) * quarterMs; quarter < end; quarter += quarterMs) {
      let code = 0
      for (const [codeAt, factor] of this.#axes) code += factor * codeAt(quarter)
      if (code === last) continue
      starts.push(Math.max(quarter, start))
      codes.push(code)
      last = code
    }
    return { starts, codes, end }
  }
}

function endingAt({ starts, codes }: Stretches, end: number): Stretches {
  const count = starts.findIndex((start) => start >= end)
  return { starts: count < 0 ? starts : starts.slice(0, count), codes, end }
}
