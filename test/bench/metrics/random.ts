/** Numbers that look random and are the same every time. */

/** A number in [0, 1), another with every call. */
export type Random = () => number

/** A sequence of its own for every whole number (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Log-normal with median 1; `spread` is the standard deviation of its logarithm. */
export function logNormal(random: Random, spread: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()))
  return Math.exp(spread * radius * Math.cos(2 * Math.PI * random()))
}

/** Milliseconds around `seconds`: half of them are shorter. */
export function around(random: Random, seconds: number, spread: number): number {
  return Math.round(1000 * seconds * logNormal(random, spread))
}

export function below(random: Random, count: number): number {
  return Math.floor(random() * count)
}
