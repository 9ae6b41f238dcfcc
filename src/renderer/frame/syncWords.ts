import type { SourceState } from '../../shared/contract.ts'

/** What the bar says about how far the data reaches; the keys are those of `frame.sync`. */
export interface SyncWords {
  readonly key:
    'none' | 'lost' | 'denied' | 'failed' | 'offline' | 'paused' | 'loading' | 'complete' | 'begun'
  /** ok: green; stale: hollow; look: warning. */
  readonly tone: 'ok' | 'stale' | 'look'
  /** Everything is held up to this time; null: not known. */
  readonly completeTo: number | null
  readonly rejected: number
  /** How much of the first load is held. */
  readonly done: number | null
  readonly total: number | null
}

/** One sentence for all sources: the one that needs a person most speaks. `completeTo` is the earliest of all. */
export function syncWords(
  sources: readonly SourceState[],
  connection: 'open' | 'lost' | 'denied',
): SyncWords {
  const times = sources.map((source) => source.completeTo)
  const loading = sources.filter((source) => source.phase === 'backfill' && source.progress !== null)
  const totals = loading.map((source) => source.progress?.total ?? null)
  const words = {
    completeTo:
      times.length === 0 || times.includes(null) ? null : Math.min(...times.filter((at) => at !== null)),
    rejected: sources.reduce((sum, source) => sum + source.rejected, 0),
    done:
      loading.length === 0 ? null : loading.reduce((sum, source) => sum + (source.progress?.done ?? 0), 0),
    total:
      loading.length === 0 || totals.includes(null)
        ? null
        : totals.reduce<number>((sum, total) => sum + (total ?? 0), 0),
  }
  const some = (phase: SourceState['phase']) => sources.some((source) => source.phase === phase)
  if (connection !== 'open') return { ...words, key: connection, tone: 'stale' }
  if (sources.length === 0) return { ...words, key: 'none', tone: 'stale' }
  if (some('failed')) return { ...words, key: 'failed', tone: 'look' }
  if (some('offline')) return { ...words, key: 'offline', tone: 'stale' }
  if (loading.length > 0) return { ...words, key: 'loading', tone: 'ok' }
  if (some('paused')) return { ...words, key: 'paused', tone: 'stale' }
  return { ...words, key: words.completeTo === null ? 'begun' : 'complete', tone: 'ok' }
}
