/** A set of callbacks to wake, each until it is taken off again. */
export interface Watchers {
  add(wake: () => void): () => void
  wakeAll(): void
}

export function createWatchers(): Watchers {
  const wakes = new Set<() => void>()
  return {
    add(wake) {
      const own = () => wake()
      wakes.add(own)
      return () => wakes.delete(own)
    },
    wakeAll() {
      for (const wake of wakes) wake()
    },
  }
}
