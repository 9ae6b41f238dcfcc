import { describe, expect, it } from 'vitest'
import type { SourceState } from '../../../src/shared/contract.ts'
import { Refusal, type Page, type Source, type Stream } from '../../../src/main/sources/source.ts'
import { startSyncLoop, type StoredCursor, type SyncPorts } from '../../../src/main/sync/loop.ts'

function page(cursor: string, more: boolean, change: Partial<Page> = {}): Page {
  return {
    records: [{ kind: 'team', id: cursor, updatedAt: null, name: cursor }],
    rejects: [],
    notices: [],
    cursor,
    more,
    completeTo: null,
    backfilledTo: null,
    progress: null,
    ...change,
  }
}

/** A store that commits page and cursor together, and a clock that moves only when somebody sleeps. */
function desk() {
  const clock = { now: 0 }
  const cursors = new Map<string, StoredCursor>()
  const applied: string[] = []
  const states: SourceState[] = []
  const slept: number[] = []
  const ports: SyncPorts = {
    now: () => clock.now,
    random: () => 0.5,
    sleep: async (ms, signal) => {
      if (Number.isFinite(ms)) {
        slept.push(ms)
        clock.now += ms
        await new Promise((resolve) => setImmediate(resolve))
      } else
        await new Promise((resolve) =>
          signal.aborted ? resolve(null) : signal.addEventListener('abort', resolve),
        )
    },
    readCursor: (stream) => cursors.get(stream) ?? null,
    apply(stream, one) {
      applied.push(`${stream.name}:${one.cursor}`)
      cursors.set(stream.name, {
        cursor: one.cursor,
        completeTo: one.completeTo,
        backfilledTo: one.backfilledTo,
        finished: !one.more,
      })
      return { applied: one.records.length, rejected: one.rejects.length }
    },
    toFailure: (error) =>
      error instanceof Refusal
        ? { kind: error.kind, message: error.message, hint: error.hint }
        : { kind: 'bug', message: String(error), hint: '' },
    report: (state) => states.push(state),
  }
  return { clock, cursors, applied, states, slept, ports }
}

function backfillOf(pull: Stream['pull']): Source {
  return { kind: 'records', streams: [{ name: 'b', role: 'backfill', everyMs: 0, pull }] }
}

const identity = { id: 's', kind: 'records', name: 'Files', paused: false, records: 0, rejected: 0 } as const

describe('the sync loop', () => {
  it('pulls page after page from the stored cursor until nothing is left', async () => {
    const { cursors, applied, ports } = desk()
    cursors.set('b', { cursor: '2', completeTo: null, backfilledTo: null, finished: false })
    const asked: (string | null)[] = []
    const loop = startSyncLoop(
      backfillOf((cursor) => {
        asked.push(cursor)
        const next = Number(cursor) + 1
        return Promise.resolve(page(String(next), next < 5))
      }),
      identity,
      ports,
    )
    const state = await loop.once()
    expect(asked).toEqual(['2', '3', '4'])
    expect(applied).toEqual(['b:3', 'b:4', 'b:5'])
    expect(state).toMatchObject({ backfilled: true, records: 3, phase: 'waiting', failure: null })
    await loop.stop()
  })

  it('keeps the cursor when a pull fails, waits as asked, and goes on', async () => {
    const { applied, slept, states, ports } = desk()
    let tries = 0
    const loop = startSyncLoop(
      backfillOf((cursor) => {
        tries += 1
        if (tries === 2)
          return Promise.reject(
            new Refusal('busy', 'Too many requests.', { hint: 'Wait.', retryAfterMs: 5000 }),
          )
        return Promise.resolve(page(String(Number(cursor ?? 0) + 1), Number(cursor ?? 0) < 2))
      }),
      identity,
      ports,
    )
    await expect(loop.once()).rejects.toMatchObject({ kind: 'busy' })
    const state = await loop.once()
    expect(applied).toEqual(['b:1', 'b:2', 'b:3'])
    expect(slept).toContain(5000)
    expect(states.some((one) => one.phase === 'offline' && one.failure?.kind === 'busy')).toBe(true)
    expect(state.failure).toBeNull()
    await loop.stop()
  })

  it('stops running in a circle', async () => {
    const { ports, applied } = desk()
    const loop = startSyncLoop(
      backfillOf(() => Promise.resolve(page('same', true))),
      identity,
      ports,
    )
    await expect(loop.once()).rejects.toMatchObject({ kind: 'invalid' })
    expect(new Set(applied)).toEqual(new Set(['b:same']))
    await loop.stop()
  })

  it('applies nothing of a page whose transaction failed', async () => {
    const { ports, cursors } = desk()
    let full = true
    const loop = startSyncLoop(
      backfillOf(() => Promise.resolve(page('1', false))),
      identity,
      {
        ...ports,
        apply(stream, one) {
          if (full) {
            full = false
            throw new Refusal('busy', 'The disk is full.', { hint: 'Free some space.', retryAfterMs: 10 })
          }
          return ports.apply(stream, one)
        },
      },
    )
    await expect(loop.once()).rejects.toMatchObject({ message: 'The disk is full.' })
    await loop.once()
    expect(cursors.get('b')?.cursor).toBe('1')
    await loop.stop()
  })

  it('does nothing while paused, and goes on when told', async () => {
    const { ports, applied } = desk()
    const loop = startSyncLoop(
      backfillOf(() => Promise.resolve(page('1', false))),
      { ...identity, paused: true },
      ports,
    )
    expect((await loop.once()).phase).toBe('paused')
    expect(applied).toEqual([])
    loop.pause(false)
    let state = loop.state()
    while (state.phase === 'paused') {
      await new Promise((resolve) => setImmediate(resolve))
      state = loop.state()
    }
    await loop.once()
    expect(applied).toEqual(['b:1'])
    await loop.stop()
  })

  it('pulls a tail again at once when it is woken', async () => {
    const { ports } = desk()
    let pulls = 0
    let wake = () => undefined as void
    const tail: Stream = {
      name: 't',
      role: 'tail',
      everyMs: Infinity,
      pull: () => Promise.resolve(page(String(++pulls), false, { completeTo: pulls })),
      watch: (onNews) => (wake = onNews),
    }
    const loop = startSyncLoop({ kind: 'records', streams: [tail] }, identity, ports)
    await loop.once()
    const before = pulls
    wake()
    while (pulls === before) await new Promise((resolve) => setImmediate(resolve))
    expect(loop.state().completeTo).toBe(pulls)
    await loop.stop()
  })
})
