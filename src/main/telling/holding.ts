/** A page that was just opened hears notices after so long. Milliseconds. */
const opening = 2000

/** Until when nobody is to be told anything, by the engine's clock. */
export interface Holding {
  /** null: nobody paused it. */
  readonly pausedUntil: number | null
  /** Nobody could see a notice until then; Infinity: nobody can; null: somebody always could. */
  readonly awayUntil: number | null
  /** null: goes on. */
  pause(until: number | null): void
  /** Whether a page is open that could show a notice. */
  watched(isWatched: boolean): void
}

/** `byPages`: only pages show notices, and none is open at first. */
export function createHolding(now: () => number, byPages: boolean): Holding {
  let pausedUntil: number | null = null
  let awayUntil: number | null = byPages ? Infinity : null
  return {
    get pausedUntil() {
      return pausedUntil
    },
    get awayUntil() {
      return awayUntil
    },
    pause(until) {
      pausedUntil = until
    },
    watched(isWatched) {
      if (!isWatched) awayUntil = Infinity
      else if (awayUntil === Infinity) awayUntil = now() + opening
    },
  }
}
