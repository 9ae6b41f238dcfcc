import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostRows, windowFor } from '../../../src/renderer/chats/longRows.ts'

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
