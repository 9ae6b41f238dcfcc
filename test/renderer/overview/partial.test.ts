import { describe, expect, it } from 'vitest'
import type { SourceState, SyncHealth } from '../../../src/shared/contract.ts'
import { heldFrom } from '../../../src/renderer/overview/partial.ts'

function health(...sources: readonly Partial<SourceState>[]): SyncHealth {
  const whole: SourceState = {
    id: 's',
    kind: 'sample',
    name: 'Sample',
    phase: 'idle',
    completeTo: 900,
    backfilledTo: null,
    backfilled: true,
    records: 0,
    rejected: 0,
    progress: null,
    failure: null,
    nextAt: null,
  }
  return {
    sources: sources.map((source) => ({ ...whole, ...source })),
    notices: [],
    storage: { cacheBytes: 0, walBytes: 0, messages: 0, conversations: 0 },
  }
}

describe('from when on the data is complete', () => {
  it('is nothing to say when every source is done, or reached further back than the period', () => {
    expect(heldFrom(health({}), 100, 1000)).toBeNull()
    expect(heldFrom(health({ backfilled: false, backfilledTo: 100 }), 100, 1000)).toBeNull()
    expect(heldFrom(health({ backfilled: false, backfilledTo: 50 }), 100, 1000)).toBeNull()
    expect(heldFrom(undefined, 100, 1000)).toBeNull()
  })

  it('follows the source that is furthest behind', () => {
    const sources = health(
      { backfilled: false, backfilledTo: 300 },
      { backfilled: false, backfilledTo: 500 },
      {},
    )
    expect(heldFrom(sources, 100, 1000)).toBe(500)
  })

  it('counts a source that has not begun as holding nothing', () => {
    expect(heldFrom(health({ backfilled: false, completeTo: null }), 100, 1000)).toBe(1000)
  })
})
