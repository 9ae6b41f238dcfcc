import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../src/renderer/flags/span.ts'
import { flag } from './flag.ts'

const second = 1000
/** Began at 0, allowed were 100 s. */
const waits = flag({ from: 0, raisedAt: 100 * second })

describe('the span of a flag', () => {
  it('goes on to now while the cause holds', () =>
    expect(spanOf(waits, 200 * second)).toEqual({
      from: 0,
      to: 200 * second,
      open: true,
      raised: 0.5,
      worse: null,
    }))

  it('becomes danger past 2.5 times what was allowed, not at it', () => {
    expect(spanOf(waits, 250 * second)?.worse).toBeNull()
    expect(spanOf(waits, 500 * second)?.worse).toBe(0.5)
  })

  it('ends with the cause, and never before it was flagged', () => {
    expect(spanOf({ ...waits, endedAt: 400 * second }, 900 * second)).toMatchObject({
      to: 400 * second,
      open: false,
    })
    expect(spanOf(waits, 50 * second)).toMatchObject({ to: 100 * second, raised: 1 })
  })

  it('is no stretch where the cause is a moment', () =>
    expect(spanOf(flag({ rule: 'abuse', from: 7, raisedAt: 7, endedAt: 7 }), 9)).toBeNull())

  it('knows no worse for a share or a count', () =>
    expect(spanOf({ ...waits, rule: 'overloaded' }, 900 * second)?.worse).toBeNull())
})
