/** Noise that is the same on every run. */

export interface Noise {
  readonly uniform: () => number
  readonly normal: () => number
  readonly poisson: (mean: number) => number
}

/** A generator of its own for each seed (mulberry32; Box and Muller; Knuth's product for counts). */
export function noiseOf(seed: number): Noise {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  function uniform(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296
  }
  function poisson(mean: number): number {
    const bound = Math.exp(-mean)
    let count = 0
    for (let product = uniform(); product > bound; product *= uniform()) count += 1
    return count
  }
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal, poisson }
}
