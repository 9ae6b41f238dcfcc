import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOf, durationFigure, selectRank } from '../../../src/main/metrics/rank.ts'

const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 })

describe('the value of a rank', () => {
  it('is what sorting would put there', () => {
    fc.assert(
      fc.property(values, fc.nat(), (list, at) => {
        const rank = at % list.length
        const sorted = list.toSorted((a, b) => a - b)
        const array = Float64Array.from([-1, ...list, 99])
        expect(selectRank(array, 1, list.length + 1, rank)).toBe(sorted[rank])
        expect([array[0], array.at(-1)]).toEqual([-1, 99])
        expect([...array.subarray(1, -1)].toSorted((a, b) => a - b)).toEqual(sorted)
      }),
    )
  })
})

function figure(...list: number[]) {
  return durationFigure(Float64Array.from(list), 0, list.length)
}

describe('a duration figure', () => {
  it('has exact statistics, nearest rank', () => {
    expect(figure(...Array.from({ length: 10 }, (_, index) => 10 - index))).toMatchObject({
      count: 10,
      mean: 5.5,
      median: 5.5,
      p90: 9,
      min: 1,
      max: 10,
    })
    expect(figure(1, 2, 3)).toMatchObject({ median: 2, p90: 3 })
    expect(figure(7)).toMatchObject({ median: 7, p90: 7, mean: 7 })
    // 11 × 0.9 = 9.9: the tenth.
    expect(figure(...Array.from({ length: 11 }, (_, index) => index + 1)).p90).toBe(10)
  })
  it('agrees with sorting for any values', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sorted = list.toSorted((a, b) => a - b)
        const n = list.length
        const told = figure(...list)
        expect(told.p90).toBe(sorted[Math.ceil((9 * n) / 10) - 1])
        expect(told.median).toBe((sorted[Math.floor((n - 1) / 2)]! + sorted[Math.floor(n / 2)]!) / 2)
        expect(told.buckets.reduce((sum, count) => sum + count, 0)).toBe(n)
      }),
    )
  })
  it('has seven buckets, each without its upper end', () => {
    expect([0, 29.999, 30, 119, 120, 299, 300, 600, 1800, 3599, 3600, 1e9].map(bucketOf)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 4, 5, 5, 6, 6,
    ])
  })
})
