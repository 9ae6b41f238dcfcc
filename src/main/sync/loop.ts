import type { Failure, SourceState, SyncPhase } from '../../shared/contract.ts'
import { Refusal, refused, type Page, type Source, type Stream } from '../sources/source.ts'
import { backoff, nextStep, type StreamState } from './plan.ts'
import { createProgressMeter } from './progress.ts'

/** Where a stream was left: what the store committed together with its last page. */
export interface StoredCursor {
  readonly cursor: string
  readonly completeTo: number | null
  readonly backfilledTo: number | null
  readonly finished: boolean
}

export interface Applied {
  readonly applied: number
  readonly rejected: number
}

export interface SyncPorts {
  readonly now: () => number
  readonly random: () => number
  /** Resolves after so many milliseconds, or at once when `signal` aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly readCursor: (stream: string) => StoredCursor | null
  /** Applies a page in one transaction together with its cursor. Throws what the store throws; then nothing was kept. */
  readonly apply: (stream: Stream, page: Page) => Applied
  readonly toFailure: (error: unknown) => Failure
  /** Called whenever the state changed. */
  readonly report: (state: SourceState) => void
}

export interface SyncLoop {
  readonly state: () => SourceState
  pause(paused: boolean): void
  /** Forgets waiting and backing off, and pulls. */
  wake(): void
  stop(): Promise<void>
  /** Resolves when everything there is has been pulled: tail at rest, backfill finished; rejects on the first failure. */
  once(): Promise<SourceState>
}

/**
 * Keeps one source in step with the store, until stopped. One pull at a time; fetch first, then one synchronous
 * transaction. A failure parks this source only: cursor kept, data readable, tried again after a pause.
 */
export function startSyncLoop(
  source: Source,
  identity: Pick<SourceState, 'id' | 'kind' | 'name'> & {
    readonly paused: boolean
    readonly rejected: number
    readonly records: number
  },
  ports: SyncPorts,
): SyncLoop {
  const abort = new AbortController()
  const meter = createProgressMeter()
  const waiting: { resolve: (state: SourceState) => void; reject: (failure: Failure) => void }[] = []
  let nudge = new AbortController()
  let streams = source.streams.map((stream) => restored(stream, ports.readCursor(stream.name)))
  let paused = identity.paused
  let failures = 0
  let state: SourceState = {
    id: identity.id,
    kind: identity.kind,
    name: identity.name,
    phase: paused ? 'paused' : 'idle',
    completeTo: newest(source.streams, ports),
    backfilledTo: oldest(source.streams, ports),
    backfilled: streams.every(backfilled),
    records: identity.records,
    rejected: identity.rejected,
    progress: null,
    failure: null,
    nextAt: null,
  }

  const set = (change: Partial<SourceState>) => {
    state = { ...state, ...change }
    ports.report(state)
  }

  const rest = async (ms: number) => {
    const both = AbortSignal.any([abort.signal, nudge.signal])
    await ports.sleep(Math.min(ms, 2 ** 31 - 1), both)
    if (nudge.signal.aborted) nudge = new AbortController()
  }

  const pull = async (target: StreamState) => {
    set({ phase: phaseOf(target), nextAt: null })
    const page = await target.stream.pull(target.cursor, abort.signal)
    if (abort.signal.aborted) return
    if (page.more && page.cursor === target.cursor)
      throw refused('invalid', 'sources.samePage', {
        source: identity.name,
        stream: target.stream.name,
      })
    const applied = ports.apply(target.stream, page)
    streams = streams.map((one) => (one === target ? advanced(one, page, ports.now()) : one))
    const done = page.progress?.done ?? state.records + applied.applied
    meter.note(done, page.records.length, ports.now())
    const total = page.progress?.total ?? null
    failures = 0
    set({
      failure: null,
      records: state.records + applied.applied,
      rejected: state.rejected + applied.rejected,
      completeTo: later(state.completeTo, page.completeTo),
      backfilledTo: earlier(state.backfilledTo, page.backfilledTo),
      backfilled: streams.every(backfilled),
      progress:
        target.stream.role === 'backfill' && page.more
          ? { done, total, perSecond: meter.perSecond(), secondsLeft: meter.secondsLeft(done, total) }
          : streams.every(backfilled)
            ? null
            : state.progress,
    })
  }

  const failed = async (error: unknown) => {
    failures += 1
    const failure = ports.toFailure(error)
    const pause = backoff(failures, error instanceof Refusal ? error.retryAfterMs : null, ports.random)
    set({
      phase: failure.kind === 'offline' || failure.kind === 'busy' ? 'offline' : 'failed',
      failure,
      nextAt: ports.now() + pause,
    })
    for (const waiter of waiting.splice(0)) waiter.reject(failure)
    await rest(pause)
  }

  const run = async () => {
    for (const stream of source.streams)
      stream.watch?.(() => {
        streams = streams.map((one) => (one.stream === stream ? { ...one, pulledAt: null } : one))
        nudge.abort()
      }, abort.signal)
    while (!abort.signal.aborted) {
      if (paused) {
        set({ phase: 'paused', nextAt: null, progress: null })
        for (const waiter of waiting.splice(0)) waiter.resolve(state)
        await rest(Infinity)
        continue
      }
      const step = nextStep(streams, ports.now())
      try {
        if (step.kind === 'pull') {
          await pull(step.stream)
          // Lets requests that came meanwhile be answered between two transactions.
          await new Promise((resolve) => setImmediate(resolve))
        } else {
          set({ phase: 'waiting', nextAt: Number.isFinite(step.until) ? step.until : null, progress: null })
          for (const waiter of waiting.splice(0)) waiter.resolve(state)
          await rest(step.until - ports.now())
        }
      } catch (error) {
        if (!abort.signal.aborted) await failed(error)
      }
    }
  }
  const running = run()

  return {
    state: () => state,
    pause(value) {
      paused = value
      nudge.abort()
    },
    wake() {
      failures = 0
      streams = streams.map((one) => (one.stream.role === 'backfill' ? one : { ...one, pulledAt: null }))
      nudge.abort()
    },
    async stop() {
      abort.abort()
      await running
      await source.close?.()
    },
    once: () =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        nudge.abort()
      }),
  }
}

function restored(stream: Stream, stored: StoredCursor | null): StreamState {
  return {
    stream,
    cursor: stored?.cursor ?? null,
    more: false,
    finished: stored?.finished ?? false,
    pulledAt: null,
  }
}

function advanced(state: StreamState, page: Page, now: number): StreamState {
  return {
    ...state,
    cursor: page.cursor,
    more: page.more,
    finished: state.stream.role === 'backfill' && !page.more,
    pulledAt: now,
  }
}

function backfilled(state: StreamState): boolean {
  return state.stream.role !== 'backfill' || state.finished
}

function phaseOf(state: StreamState): SyncPhase {
  return state.stream.role === 'backfill' ? 'backfill' : 'tail'
}

function newest(streams: readonly Stream[], ports: SyncPorts): number | null {
  return streams.map((stream) => ports.readCursor(stream.name)?.completeTo ?? null).reduce(later, null)
}

function oldest(streams: readonly Stream[], ports: SyncPorts): number | null {
  return streams.map((stream) => ports.readCursor(stream.name)?.backfilledTo ?? null).reduce(earlier, null)
}

function later(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b)
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b)
}
