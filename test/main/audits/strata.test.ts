import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../../../src/main/audits/strata.ts'

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 30 })
const draws = fc.tuple(sizes, fc.integer({ min: 1, max: 500 }), fc.constantFrom('every', 'proportional'))

describe('how many each stratum gives', () => {
  it('is as many of each, what a small one lacks made up by the others', () => {
    expect(allocate([100, 100, 100], 30, 'every')).toEqual([10, 10, 10])
    expect(allocate([2, 100, 100], 30, 'every')).toEqual([2, 14, 14])
    expect(allocate([100, 2, 5], 30, 'every')).toEqual([23, 2, 5])
  })

  it('is as its share, by largest remainders', () => {
    expect(allocate([500, 300, 200], 10, 'proportional')).toEqual([5, 3, 2])
    // Shares 4.2, 3.3, 2.5: the half is the largest remainder.
    expect(allocate([42, 33, 25], 10, 'proportional')).toEqual([4, 3, 3])
  })

  it('is one at least, where there is one for each', () => {
    expect(allocate([980, 10, 10], 20, 'proportional')).toEqual([18, 1, 1])
    expect(allocate([980, 10, 10], 2, 'proportional')).toEqual([2, 0, 0])
    expect(allocate([5, 7, 6], 2, 'every')).toEqual([0, 1, 1])
  })

  it('adds up to the size, draws none over, and leaves none out that could give one', () => {
    fc.assert(
      fc.property(draws, ([candidates, size, allocation]) => {
        const given = allocate(candidates, size, allocation)
        expect(total(given)).toBe(Math.min(size, total(candidates)))
        for (const [stratum, count] of given.entries()) {
          expect(Number.isInteger(count) && count >= 0).toBe(true)
          expect(count).toBeLessThanOrEqual(candidates[stratum]!)
          if (size >= candidates.length) expect(count).toBeGreaterThanOrEqual(1)
        }
      }),
    )
  })

  it('is within one of the share where all shares are above one', () => {
    fc.assert(
      fc.property(draws, ([candidates, size]) => {
        const all = total(candidates)
        fc.pre(size <= all && candidates.every((count) => (count * size) / all >= 1))
        for (const [stratum, count] of allocate(candidates, size, 'proportional').entries())
          expect(Math.abs(count - (candidates[stratum]! * size) / all)).toBeLessThan(1)
      }),
    )
  })

  it('differs by one at most between strata that have enough', () => {
    fc.assert(
      fc.property(draws, ([candidates, size]) => {
        const given = allocate(candidates, size, 'every')
        const unbounded = given.filter((count, stratum) => count < candidates[stratum]!)
        if (unbounded.length > 0) expect(Math.max(...given) - Math.min(...unbounded)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
