/** What each agent holds, in all channels. */
import type { Standing } from './openBoard.ts'

export class Loads {
  readonly #held = new Map<number, number>()
  readonly #waiting = new Map<number, number>()

  constructor(open: readonly Standing[]) {
    for (const { agent, waitingSince } of open) {
      this.#held.set(agent, this.held(agent) + 1)
      if (waitingSince !== null) this.#waiting.set(agent, this.waiting(agent) + 1)
    }
  }

  /** Open conversations of an agent by row; of -1: of nobody. */
  held(agent: number): number {
    return this.#held.get(agent) ?? 0
  }

  /** Those in which the customer waits. */
  waiting(agent: number): number {
    return this.#waiting.get(agent) ?? 0
  }
}
