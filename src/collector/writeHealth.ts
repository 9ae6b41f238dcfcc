import type { EventLog } from './log.ts'

const PROBE_EVERY_MS = 5_000

/** Whether the log can be written: known from the last write, and tried anew at most every few seconds. */
export interface WriteHealth {
  wrote(worked: boolean): void
  /** Null when writing works, otherwise what the last attempt threw. */
  check(): Promise<{ readonly error: unknown } | null>
}

export function createWriteHealth(log: EventLog, now: () => number): WriteHealth {
  let probedAt = Number.NEGATIVE_INFINITY
  let trouble: { readonly error: unknown } | null = null
  return {
    wrote(worked) {
      // After a failure the next question is answered by a new attempt.
      probedAt = worked ? now() : Number.NEGATIVE_INFINITY
      if (worked) trouble = null
    },
    async check() {
      if (now() - probedAt < PROBE_EVERY_MS) return trouble
      probedAt = now()
      trouble = await log.probe(now()).then(
        () => null,
        (error: unknown) => ({ error }),
      )
      return trouble
    },
  }
}
