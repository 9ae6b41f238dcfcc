import { describe, expect, it } from 'vitest'
import { syncWords } from '../../../src/renderer/frame/syncWords.ts'
import type { SourceState } from '../../../src/shared/contract.ts'

const source = (change: Partial<SourceState>): SourceState => ({
  id: 's',
  kind: 'sample',
  name: 'Sample',
  phase: 'tail',
  completeTo: 1000,
  backfilledTo: 0,
  backfilled: true,
  records: 10,
  rejected: 0,
  progress: null,
  failure: null,
  nextAt: null,
  ...change,
})

describe('the words of the sync state', () => {
  it('are complete to the earliest of all sources', () => {
    const words = syncWords([source({ completeTo: 3000 }), source({ completeTo: 2000, rejected: 3 })], 'open')
    expect(words).toMatchObject({ key: 'complete', tone: 'ok', completeTo: 2000, rejected: 3 })
  })

  it('claim no completeness while one source is not known', () => {
    expect(syncWords([source({}), source({ completeTo: null })], 'open')).toMatchObject({
      key: 'begun',
      completeTo: null,
    })
  })

  it('let the source speak that needs a person most', () => {
    const all = (['paused', 'backfill', 'offline', 'failed'] as const).map((phase) =>
      source({ phase, progress: { done: 5, total: 10, perSecond: 1, secondsLeft: 5 } }),
    )
    const keys = [1, 2, 3, 4].map((count) => syncWords(all.slice(0, count), 'open').key)
    expect(keys).toEqual(['paused', 'loading', 'offline', 'failed'])
    expect(syncWords(all, 'lost')).toMatchObject({ key: 'lost', tone: 'stale' })
  })

  it('give a total only where every source knows its own', () => {
    const loading = (total: number | null) =>
      source({ phase: 'backfill', progress: { done: 5, total, perSecond: 1, secondsLeft: null } })
    expect(syncWords([loading(10), loading(20)], 'open')).toMatchObject({ done: 10, total: 30 })
    expect(syncWords([loading(10), loading(null)], 'open')).toMatchObject({ done: 10, total: null })
  })

  it('say so where there is no source', () => {
    expect(syncWords([], 'open').key).toBe('none')
  })
})
