import type { Stream } from '../sources/source.ts'

/** What is known of a stream while its source is synced. */
export interface StreamState {
  readonly stream: Stream
  readonly cursor: string | null
  /** The last page said that more can be had at once. */
  readonly more: boolean
  /** A backfill that reached its end. */
  readonly finished: boolean
  /** When the last page came; null: never. Epoch milliseconds. */
  readonly pulledAt: number | null
}

export type Step =
  | { readonly kind: 'pull'; readonly stream: StreamState }
  /** Nothing to do until then; `Infinity`: until woken. */
  | { readonly kind: 'rest'; readonly until: number }

/**
 * What to do next: the tail first, so that today's chats are there within seconds, then whatever must be refreshed,
 * then one page of the backfill; after each the question is asked again, so a long backfill never starves the tail.
 */
export function nextStep(streams: readonly StreamState[], now: number): Step {
  const due = (state: StreamState) => dueAt(state) <= now
  const tail = streams.find((state) => state.stream.role === 'tail' && due(state))
  if (tail) return { kind: 'pull', stream: tail }
  const refresh = streams.find((state) => state.stream.role === 'refresh' && due(state))
  if (refresh) return { kind: 'pull', stream: refresh }
  const backfill = streams.find((state) => state.stream.role === 'backfill' && !state.finished)
  if (backfill) return { kind: 'pull', stream: backfill }
  return { kind: 'rest', until: Math.min(...streams.map(dueAt), Infinity) }
}

function dueAt(state: StreamState): number {
  if (state.stream.role === 'backfill') return state.finished ? Infinity : 0
  if (state.more || state.pulledAt === null) return 0
  return state.pulledAt + state.stream.everyMs
}

/**
 * How long to wait after the nth failure in a row, in milliseconds: full jitter up to 2 s, 4 s, 8 s … 5 min, so that
 * consoles that lost the same server do not come back together. What the source asked for wins, up to 15 min.
 */
export function backoff(failures: number, retryAfterMs: number | null, random: () => number): number {
  if (retryAfterMs !== null) return Math.min(Math.max(retryAfterMs, 0), 15 * 60_000)
  const ceiling = Math.min(300_000, 1000 * 2 ** Math.min(failures, 9))
  return Math.round(ceiling * (0.2 + 0.8 * random()))
}
