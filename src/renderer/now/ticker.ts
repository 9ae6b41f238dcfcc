/** The engine's clock on the screen. It moves once a second, and only what shows a moment is drawn anew. */
import { useSyncExternalStore } from 'react'

export interface Ticker {
  /** The engine's time at the last tick, epoch milliseconds; 0 before it is known. */
  readonly now: () => number
  readonly subscribe: (listener: () => void) => () => void
  /** The engine's time as it was just answered. */
  readonly hear: (heard: Heard) => void
}

export interface Heard {
  /** Epoch milliseconds. */
  readonly at: number
  /** How many of the engine's milliseconds pass in one of ours. */
  readonly speed: number
  /** Waits are not counted past it: nothing is known of what came later. Null: they go on. */
  readonly until: number | null
}

export interface TickerOptions {
  /** Milliseconds that passed on this machine since any fixed moment. */
  readonly elapsed: () => number
  /** Calls back each second until it is told to stop. */
  readonly everySecond: (callback: () => void) => () => void
}

/** An answer that took longer than this on its way is not the clock being wrong. */
const tolerated = 2000

/** Ticks only while somebody listens. */
export function createTicker({ elapsed, everySecond }: TickerOptions): Ticker {
  const listeners = new Set<() => void>()
  let anchor: (Heard & { readonly heardAt: number }) | null = null
  let shown = 0
  let stop: (() => void) | null = null

  function current(): number {
    if (anchor === null) return 0
    const at = anchor.at + (elapsed() - anchor.heardAt) * anchor.speed
    return Math.round(anchor.until === null ? at : Math.min(at, anchor.until))
  }

  function tick(): void {
    const next = current()
    if (next === shown) return
    shown = next
    for (const listener of listeners) listener()
  }

  return {
    now: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      stop ??= everySecond(tick)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      }
    },
    hear: (heard) => {
      const first = anchor === null
      const behind = anchor === null ? 0 : anchor.at + (elapsed() - anchor.heardAt) * anchor.speed - heard.at
      const same = anchor?.speed === heard.speed && behind >= 0 && behind <= tolerated * heard.speed
      // The answer that was fastest on its way is nearest to the truth: a slower one does not set the clock back.
      anchor = same && anchor !== null ? { ...anchor, until: heard.until } : { ...heard, heardAt: elapsed() }
      if (first) tick()
    },
  }
}

export const ticker = createTicker({
  elapsed: () => performance.now(),
  everySecond: (callback) => {
    const timer = setInterval(callback, 1000)
    return () => clearInterval(timer)
  },
})

/** What hangs on the moment: drawn anew only when it is another word or number than a second ago. */
export function useTick<T extends string | number | boolean | null>(select: (now: number) => T): T {
  return useSyncExternalStore(ticker.subscribe, () => select(ticker.now()))
}

/** Whole seconds since a moment; what began after the last tick has not waited yet. */
export function secondsSince(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / 1000))
}
