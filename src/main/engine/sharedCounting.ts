/**
 * Two threads count what is asked in one round trip: a page asks about a period and the one before, and neither needs the
 * other. The second thread is started once there is so much to count that it is worth its memory.
 */
import { availableParallelism } from 'node:os'
import type { MetricsAnswer, MetricsQuery } from '../../shared/contract.ts'
import type { ReaderApi } from './readerApi.ts'

type CountingThread = Pick<ReaderApi, 'count' | 'refresh' | 'memory' | 'close'>

/** Messages from which on a page takes long enough to be shared. */
const worthSharing = 3_000_000

export interface SharedCounting {
  metricsMany(queries: readonly MetricsQuery[]): Promise<readonly MetricsAnswer[]>
  refresh: ReaderApi['refresh']
  /** Bytes of columns in both threads. */
  columnBytes(): Promise<number>
  close(): Promise<void>
}

/** `start` opens the second thread; the first is whoever answers everything else. */
export function createSharedCounting(ports: {
  readonly first: CountingThread
  readonly start: () => Promise<CountingThread>
  readonly now: () => number
  readonly worthSharing?: number
  readonly processors?: number
}): SharedCounting {
  const { first, now } = ports
  let second: CountingThread | null = null
  const processors = ports.processors ?? availableParallelism()
  let starting: Promise<void> | null = processors > 1 ? null : Promise.resolve()

  const startSecond = () => {
    starting ??= ports.start().then(
      (thread) => void (second = thread),
      // One thread counts all, slower.
      () => undefined,
    )
  }
  const alone = async (queries: readonly MetricsQuery[]) => {
    const { answers, messages } = await first.count(queries, now())
    if (messages >= (ports.worthSharing ?? worthSharing)) startSecond()
    return answers
  }
  return {
    async metricsMany(queries) {
      const parts = inTwo(queries)
      if (second === null || parts === null) return alone(queries)
      const at = now()
      const asked = parts.map((part) => part.map(([, query]) => query))
      const counted = await Promise.all([
        first.count(asked[0] ?? [], at),
        second.count(asked[1] ?? [], at).catch(() => null),
      ])
      // A change that one of them has taken over and the other not yet, or a thread that ended.
      if (counted[0].state !== counted[1]?.state) return alone(queries)
      const answers = new Map<number, MetricsAnswer>()
      for (const [half, part] of parts.entries())
        for (const [place, [index]] of part.entries()) {
          const answer = counted[half]?.answers[place]
          if (answer !== undefined) answers.set(index, answer)
        }
      return queries.flatMap((_, index) => answers.get(index) ?? [])
    },
    async refresh(change) {
      await Promise.all([first.refresh(change), second?.refresh(change).catch(() => undefined)])
    },
    async columnBytes() {
      await starting
      const held = await Promise.all([first.memory(), second?.memory()])
      return held.reduce((sum, memory) => sum + (memory?.columnBytes ?? 0), 0)
    },
    async close() {
      await starting
      await Promise.all([first.close(), second?.close().catch(() => undefined)])
    },
  }
}

type Part = readonly (readonly [index: number, query: MetricsQuery])[]

/** The questions in two halves; those of one scope, which share what they count, stay together. null: there is only one. */
function inTwo(queries: readonly MetricsQuery[]): readonly [Part, Part] | null {
  const scopes = [
    ...Map.groupBy(queries.entries(), ([, { scope, definition }]) =>
      JSON.stringify([scope, definition ?? null]),
    ).values(),
  ]
  if (scopes.length < 2) return null
  const half = Math.ceil(scopes.length / 2)
  return [scopes.slice(0, half).flat(), scopes.slice(half).flat()]
}
