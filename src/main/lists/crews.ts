/** Sets of agents as numbers: most conversations share the few sets there are, so a filter asks each set once. */
export class Crews {
  readonly #numbers = new Map<string, number>()
  readonly #crews: (readonly number[])[] = []

  get count(): number {
    return this.#crews.length
  }

  /** About what they take in memory. */
  get bytes(): number {
    return this.#crews.length * 100
  }

  /** The number of a set, its agents ascending. */
  numberOf(crew: readonly number[]): number {
    const key = crew.join(' ')
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#crews.length
    this.#numbers.set(key, number)
    this.#crews.push(crew)
    return number
  }

  /** 1 for every set that has one of the agents in it. */
  with(agents: ReadonlySet<number>): Uint8Array {
    return Uint8Array.from(this.#crews, (crew) => (crew.some((agent) => agents.has(agent)) ? 1 : 0))
  }
}
