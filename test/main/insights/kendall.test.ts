import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mannKendall } from '../../../src/main/insights/kendall.ts'
import { noiseOf } from './noise.ts'

function inTurn(values: readonly number[]) {
  return values.map((value, time) => ({ time, value }))
}

function orders(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length === 0) return [[]]
  return values.flatMap((value, index) => orders(values.toSpliced(index, 1)).map((rest) => [value, ...rest]))
}

/** A series of n points in which exactly `falling` pairs fall. */
function withFallingPairs(n: number, falling: number): readonly number[] {
  const values: number[] = []
  let left = falling
  for (let value = n - 1; value >= 0; value--) {
    // Every value already there is greater, so each that stands before this one makes a falling pair.
    const place = Math.min(left, values.length)
    values.splice(place, 0, value)
    left -= place
  }
  return values
}

describe('Mann and Kendall’s test', () => {
  it('counts rising pairs less falling ones', () => {
    // 10 15 14 20: rising 10–15, 10–14, 10–20, 15–20, 14–20; falling 15–14: s = 5 − 1.
    // Of the 24 orders, 3 + 1 have s = 4 or 6, as many −4 or −6: p = 8/24.
    const { s, p } = mannKendall(inTurn([10, 15, 14, 20]))
    expect(s).toBe(4)
    expect(p).toBeCloseTo(8 / 24, 12)
  })

  it('agrees with the printed tables', () => {
    // One-sided chances of Gilbert 1987, table A18: n = 5: S 8 .042, 10 .0083; n = 8: S 16 .031; n = 10: S 19 .054, 21 .036.
    const table = [
      [5, 8, 0.042],
      [5, 10, 0.0083],
      [8, 16, 0.031],
      [10, 19, 0.054],
      [10, 21, 0.036],
    ] as const
    for (const [n, s, chance] of table) {
      const found = mannKendall(inTurn(withFallingPairs(n, ((n * (n - 1)) / 2 - s) / 2)))
      expect(found.s).toBe(s)
      expect(found.p / 2).toBeCloseTo(chance, 3)
    }
  })

  it('reckons with equal values', () => {
    // 1 1 2: of the orders 112, 121, 211 with s = 2, 0, −2 two are as far from 0.
    expect(mannKendall(inTurn([1, 1, 2])).p).toBeCloseTo(2 / 3, 12)
    expect(mannKendall(inTurn([4, 4, 4, 4, 4]))).toEqual({ s: 0, p: 1 })
    expect(mannKendall([])).toEqual({ s: 0, p: 1 })
  })

  it('is the share of all orders as far from 0', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }), (values) => {
        const found = mannKendall(inTurn(values))
        const all = orders(values).map((order) => mannKendall(inTurn(order)).s)
        const far = all.filter((s) => Math.abs(s) >= Math.abs(found.s))
        expect(found.p).toBeCloseTo(far.length / all.length, 10)
      }),
      { numRuns: 40 },
    )
  })

  it('comes near the same with tied times, and in long series', () => {
    const { uniform } = noiseOf(7)
    const times = Array.from({ length: 48 }, (_, index) => index >> 1)
    const values = times.map((time) => Math.floor(time / 6 + 9 * uniform()))
    const found = mannKendall(times.map((time, index) => ({ time, value: values[index]! })))
    let far = 0
    const tries = 2000
    for (let run = 0; run < tries; run++) {
      const mixed = values.map((value) => ({ value, key: uniform() })).toSorted((a, b) => a.key - b.key)
      const s = mannKendall(times.map((time, index) => ({ time, value: mixed[index]!.value }))).s
      if (Math.abs(s) >= Math.abs(found.s)) far += 1
    }
    expect(Math.abs(found.p - far / tries)).toBeLessThan(0.02)
  })

  it('does not mind the order of the points, nor the scale', () => {
    const points = fc.array(fc.record({ time: fc.nat(12), value: fc.nat(9) }), { maxLength: 14 })
    fc.assert(
      fc.property(points, fc.nat(), (list, turn) => {
        const turned = [...list.slice(turn % (list.length + 1)), ...list.slice(0, turn % (list.length + 1))]
        const grown = turned.map(({ time, value }) => ({ time: time * 7 + 3, value: value ** 3 }))
        const one = mannKendall(list)
        const other = mannKendall(grown)
        expect(other.s).toBe(one.s)
        expect(other.p).toBeCloseTo(one.p, 10)
      }),
    )
  })
})
