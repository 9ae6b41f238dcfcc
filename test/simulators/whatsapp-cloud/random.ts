/** Chance that repeats: the same seed gives the same sequence on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** From `least` to `most`, both included. */
  integer(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  /** Lower-case hex digits. */
  hex(length: number): string
  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): T[]
}

/** mulberry32: 32 bits of state, good enough to tell stories. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[integer(0, choices.length - 1)]!,
    hex: (length) => Array.from({ length }, () => integer(0, 15).toString(16)).join(''),
    shuffled(items) {
      const result = [...items]
      for (let index = result.length - 1; index > 0; index--) {
        const other = integer(0, index)
        ;[result[index], result[other]] = [result[other]!, result[index]!]
      }
      return result
    },
  }
}
