import type { WritableDb } from '../store/database.ts'
import { rederiveSome, type Derivation } from '../store/facts.ts'

/** Derives everything again after settings changed, in slices with room for sync and requests between them. */
export interface Rederivation {
  /** Begins, or begins anew when one is under way. */
  start(): void
  finished(): Promise<void>
  stop(): void
}

export function createRederivation(
  cache: WritableDb,
  derivation: () => Derivation,
  onDone: () => void,
): Rederivation {
  let run = 0
  let running: Promise<void> = Promise.resolve()
  const work = async (mine: number) => {
    const slices = rederiveSome(cache, derivation())
    while (slices.next().done !== true) {
      await new Promise((resolve) => setImmediate(resolve))
      if (mine !== run) return
    }
    onDone()
  }
  return {
    start() {
      run += 1
      running = work(run)
    },
    finished: () => running,
    stop: () => void (run += 1),
  }
}
