/** A small seeded generator: the same keys always give the same numbers, on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Whole number in [from, to), both whole. */
  readonly whole: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(from: readonly [T, ...T[]]) => T
  /** Log-normal with the given median; `spread` is the standard deviation of its logarithm. */
  readonly around: (median: number, spread: number) => number
}

/** A generator that depends on nothing but its keys (numbers are taken as 32-bit integers). */
export function randomFor(...keys: readonly (number | string)[]): Random {
  let state = mixed(keys)

  function next(): number {
    // mulberry32 by Tommy Ettinger, public domain.
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }

  function around(median: number, spread: number): number {
    // Box–Muller; 1 - next() keeps the logarithm away from zero.
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    return median * Math.exp(spread * normal)
  }

  return {
    next,
    around,
    whole: (from, to) => from + Math.floor(next() * (to - from)),
    chance: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
  }
}

/** Picks a key with the given weight; the weights need not sum to one. */
export function weighted<T>(
  random: Random,
  choices: readonly [readonly [T, number], ...(readonly [T, number])[]],
): T {
  let total = 0
  for (const [, weight] of choices) total += weight
  let left = random.next() * total
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  return choices[0][0]
}

/** Mixes the keys into 32 bits (FNV-1a over them, finished as murmur3 does so that near keys give far seeds). */
function mixed(keys: readonly (number | string)[]): number {
  let hash = 0x811c9dc5
  for (const key of keys) {
    if (typeof key === 'number') hash = Math.imul(hash ^ (key | 0), 0x01000193)
    else
      for (let index = 0; index < key.length; index++)
        hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
