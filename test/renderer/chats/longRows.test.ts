import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostRows, windowAt, windowFor } from '../../../src/renderer/chats/longRows.ts'

describe('windowFor', () => {
  it('holds what is in sight, well inside unless the list ends there, and stays once it does', () => {
    fc.assert(
      fc.property(fc.nat(3_000_000), fc.nat(3_000_000), fc.nat(3_000_000), (count, before, any) => {
        const from = Math.min(any, Math.max(0, count - 20))
        const to = Math.min(count, from + 20)
        const first = windowFor(before, from, to, count)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first === 0 || first + mostRows <= count).toBe(true)
        expect(from).toBeGreaterThanOrEqual(first === 0 ? 0 : first + 1000)
        if (first + mostRows < count) expect(to).toBeLessThanOrEqual(first + mostRows - 1000)
        expect(windowFor(first, from, to, count)).toBe(first)
      }),
    )
  })

  it('is the whole of a list that a browser can draw', () => {
    expect(windowFor(0, 399_990, 400_000, mostRows)).toBe(0)
  })
})

describe('windowAt', () => {
  it('lets a scrollbar reach every row, the ends at its ends, and never the other way round', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.nat(3_000_000), share, share, (count, one, other) => {
        const rowAt = (at: number) => windowAt(at, count) + at * Math.min(count, mostRows)
        expect(rowAt(0)).toBe(0)
        expect(rowAt(1)).toBe(count)
        expect(Math.abs(rowAt(one) - one * count)).toBeLessThanOrEqual(1)
        expect(Math.sign(rowAt(one) - rowAt(other)) * Math.sign(one - other)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('is one window beyond the ends, where a page bounces', () => {
    expect([windowAt(-0.2, 1_000_000), windowAt(1.2, 1_000_000)]).toEqual([0, 600_000])
  })
})
