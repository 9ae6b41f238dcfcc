/** A token bucket for each key: `burst` at once, then `perSecond`. */
export interface Budget {
  /** Milliseconds until one more is allowed; 0 when it is allowed now. Spends nothing. */
  wait(key: string): number
  /** Spends one and answers 0, or spends nothing and answers the milliseconds to wait. */
  take(key: string): number
}

export interface BudgetOptions {
  readonly burst: number
  readonly perSecond: number
  readonly now: () => number
  /** The key that was idle longest is forgotten beyond this many, so that strangers cannot fill the memory. */
  readonly maxKeys: number
}

export function createBudget({ burst, perSecond, now, maxKeys }: BudgetOptions): Budget {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>()

  function left(key: string, at: number): number {
    const bucket = buckets.get(key)
    if (bucket === undefined) return burst
    const elapsed = Math.max(0, at - bucket.at)
    return Math.min(burst, bucket.left + (elapsed / 1000) * perSecond)
  }

  function waitFor(amount: number): number {
    // Tenths of a second add up to a hair less than they are.
    return amount >= 1 - 1e-9 ? 0 : Math.ceil(((1 - amount) / perSecond) * 1000)
  }

  return {
    wait: (key) => waitFor(left(key, now())),
    take(key) {
      const at = now()
      const amount = left(key, at)
      const wait = waitFor(amount)
      // Deleting first keeps the map in the order of use.
      buckets.delete(key)
      buckets.set(key, { left: wait === 0 ? amount - 1 : amount, at })
      const oldest = buckets.keys().next()
      if (buckets.size > maxKeys && oldest.done !== true) buckets.delete(oldest.value)
      return wait
    },
  }
}
