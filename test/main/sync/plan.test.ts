import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stream } from '../../../src/main/sources/source.ts'
import { backoff, nextStep, type StreamState } from '../../../src/main/sync/plan.ts'

function stream(role: Stream['role'], change: Partial<StreamState> = {}): StreamState {
  return {
    stream: { name: role, role, everyMs: 10_000, pull: () => Promise.reject(new Error('not pulled here')) },
    cursor: null,
    more: false,
    finished: false,
    pulledAt: null,
    ...change,
  }
}

describe('what to pull next', () => {
  const now = 1_000_000

  it('takes the tail first, then what is to be refreshed, then the backfill', () => {
    const [backfill, refresh, tail] = [stream('backfill'), stream('refresh'), stream('tail')]
    expect(nextStep([backfill, refresh, tail], now)).toEqual({ kind: 'pull', stream: tail })
    const rested = { ...tail, pulledAt: now }
    expect(nextStep([backfill, refresh, rested], now)).toEqual({ kind: 'pull', stream: refresh })
    expect(nextStep([backfill, { ...refresh, pulledAt: now }, rested], now)).toEqual({
      kind: 'pull',
      stream: backfill,
    })
  })

  it('goes back to the tail between two pages of a backfill as soon as it is due', () => {
    const tail = stream('tail', { pulledAt: now - 10_000 })
    expect(nextStep([stream('backfill', { cursor: 'half', more: true }), tail], now)).toEqual({
      kind: 'pull',
      stream: tail,
    })
  })

  it('keeps pulling a tail that has more', () => {
    const tail = stream('tail', { pulledAt: now, more: true })
    expect(nextStep([tail, stream('backfill')], now)).toEqual({ kind: 'pull', stream: tail })
  })

  it('rests until the first stream is due, or for good when nothing ever is', () => {
    const done = stream('backfill', { finished: true })
    expect(nextStep([stream('tail', { pulledAt: now }), done], now)).toEqual({
      kind: 'rest',
      until: now + 10_000,
    })
    expect(nextStep([done], now)).toEqual({ kind: 'rest', until: Infinity })
  })
})

describe('waiting after a failure', () => {
  it('does what the source asked, up to a quarter of an hour', () => {
    expect(backoff(1, 7000, () => 0.5)).toBe(7000)
    expect(backoff(1, 86_400_000, () => 0.5)).toBe(900_000)
    expect(backoff(1, -5, () => 0.5)).toBe(0)
  })

  it('grows with jitter and stays within 5 min', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const pause = backoff(failures, null, () => random)
          expect(pause).toBeGreaterThanOrEqual(200)
          expect(pause).toBeLessThanOrEqual(300_000)
          expect(backoff(failures + 1, null, () => random)).toBeGreaterThanOrEqual(pause)
        },
      ),
    )
  })
})
