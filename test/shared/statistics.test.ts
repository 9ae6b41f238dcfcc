import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alphaInterval,
  bootstrapMean,
  effectiveSize,
  krippendorffAlpha,
  meanOf,
  moreToSeparate,
  normalMean,
  wilson,
  type Weighted,
} from '../../src/shared/statistics.ts'
import { randomFor } from '../../src/shared/random.ts'

const alike = (values: readonly number[]): readonly Weighted[] =>
  values.map((value) => ({ value, weight: 1 }))
const chance = () => randomFor(7).next

describe('the interval of a share', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is the published one of %i in %i', (hits, of, low, high) => {
    const interval = wilson(hits / of, of)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('is 59 to 97 % for a pass rate of 87 % of twelve', () => {
    const { low, high } = wilson(0.87, 12)
    expect(Math.round(low * 100)).toBe(59)
    expect(Math.round(high * 100)).toBe(97)
  })

  it('holds the share and lies in 0…1', () => {
    const sizes = fc
      .integer({ min: 1, max: 5000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    fc.assert(
      fc.property(sizes, ([hits, of]) => {
        const { low, high } = wilson(hits / of, of)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(hits / of)
        expect(high).toBeGreaterThanOrEqual(hits / of)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the interval of a mean', () => {
  const scores = [100, 9.91, 63.96, 90.99, 0, 75, 75, 100, 88, 62, 100, 100, 45, 83]
  const weights = [1, 2, 1, 0.5, 1, 1, 3, 1, 1, 2, 0.5, 0.5, 1, 1]

  // scipy 1.17.1, stats.bootstrap(method='BCa'), 200,000 resamples or more.
  it.each([
    ['of scores', alike(scores), 50.17, 84.28],
    ['of weighted scores', scores.map((value, index) => ({ value, weight: weights[index]! })), 41.2, 78.72],
    // The treated mice of Efron and Tibshirani 1993, table 2.1.
    ['of few, far apart', alike([94, 197, 16, 38, 99, 141, 23]), 46.29, 138.29],
  ])('is that of another implementation: %s', (_, values, low, high) => {
    const interval = bootstrapMean(values, chance())
    const width = high - low
    expect(Math.abs(interval.low - low)).toBeLessThan(0.06 * width)
    expect(Math.abs(interval.high - high)).toBeLessThan(0.06 * width)
  })

  it('is the same for the same seed', () => {
    expect(bootstrapMean(alike(scores), chance())).toEqual(bootstrapMean(alike(scores), chance()))
  })

  it('holds the mean and stays among the values', () => {
    const values = fc.array(
      fc.record({ value: fc.integer({ min: 0, max: 100 }), weight: fc.constantFrom(0.5, 1, 2, 7) }),
      { minLength: 2, maxLength: 40 },
    )
    fc.assert(
      fc.property(values, fc.nat(), (some, seed) => {
        const { low, high } = bootstrapMean(some, randomFor(seed).next)
        const all = some.map(({ value }) => value)
        expect(low).toBeLessThanOrEqual(meanOf(some))
        expect(high).toBeGreaterThanOrEqual(meanOf(some))
        expect(low).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
        expect(high).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
      }),
      { numRuns: 30 },
    )
  })

  it('holds the true mean as often as it says', () => {
    const random = randomFor(11)
    const skewed = () => 100 * random.next() ** 0.3
    const runs = 300
    let held = 0
    for (let run = 0; run < runs; run++) {
      const { low, high } = bootstrapMean(alike(Array.from({ length: 30 }, skewed)), random.next)
      if (low <= 100 / 1.3 && high >= 100 / 1.3) held += 1
    }
    expect(held / runs).toBeGreaterThan(0.9)
    expect(held / runs).toBeLessThan(0.98)
  })

  it('comes to the normal one where there are many values', () => {
    const random = randomFor(3)
    const many = Array.from({ length: 400 }, () => ({
      value: 100 * random.next(),
      weight: 0.5 + random.next(),
    }))
    const [bootstrap, plain] = [bootstrapMean(many, random.next), normalMean(many)]
    const width = plain.high - plain.low
    expect(Math.abs(bootstrap.low - plain.low)).toBeLessThan(0.06 * width)
    expect(Math.abs(bootstrap.high - plain.high)).toBeLessThan(0.06 * width)
  })

  it('counts weighted values by what they say', () => {
    expect(effectiveSize([1, 1, 1, 1])).toBe(4)
    expect(effectiveSize([3, 1])).toBeCloseTo(1.6)
  })
})

describe('how many more tell two means apart', () => {
  it('is the smallest number with which the intervals part', () => {
    // Spread 10 and 20, means 10 apart: 10 > 1.96 × 30 ÷ √n from n = 35 on.
    const one = [60, 80, 70, 60, 80, 70, 60, 80].map(
      (value) => 70 + ((value - 70) * 10) / deviation([60, 80, 70, 60, 80, 70, 60, 80]),
    )
    const other = one.map((value) => 80 + (value - 70) * 2)
    expect(moreToSeparate(one, other, 500)).toBe(35 - 8)
  })

  it('says nothing of equal means, nor of more than could be asked for', () => {
    expect(moreToSeparate([50, 100], [100, 50], 500)).toBeNull()
    expect(moreToSeparate([0, 100, 0, 100], [1, 100, 1, 100], 500)).toBeNull()
  })
})

function deviation(values: readonly number[]): number {
  const middle = values.reduce((total, one) => total + one, 0) / values.length
  return Math.sqrt(values.reduce((total, one) => total + (one - middle) ** 2, 0) / (values.length - 1))
}

describe('agreement', () => {
  // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve units.
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ]
  const units = observers[0]!.map((_, unit) => observers.flatMap((values) => values[unit] ?? []))

  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('is the published alpha on a %s scale', (scale, alpha) => {
    expect(krippendorffAlpha(units, scale)).toBeCloseTo(alpha, 3)
  })

  it('is that of the two observers of section A, who see yes or no', () => {
    const [meg, owen] = [
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]
    const pairs = meg.map((value, unit) => [value, owen[unit]!])
    expect(krippendorffAlpha(pairs, 'nominal')).toBeCloseTo(0.095, 3)
  })

  it('is 1 where all agree, and nothing where nobody differs in anything', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [80.1, 80.1, 80.1],
        ],
        'interval',
      ),
    ).toBe(1)
    expect(
      krippendorffAlpha(
        [
          [66.6, 66.6],
          [66.6, 66.6],
        ],
        'interval',
      ),
    ).toBeNull()
    expect(krippendorffAlpha([[1], [2], []], 'interval')).toBeNull()
  })

  it('does not change with the order of units and people, nor with shift and unit of an interval scale', () => {
    const any = fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 4 }), { maxLength: 12 })
    fc.assert(
      fc.property(any, (some) => {
        const turned = some.toReversed().map((values) => values.toReversed())
        const moved = some.map((values) => values.map((value) => 7 * value + 3))
        for (const other of [turned, moved]) {
          const [a, b] = [krippendorffAlpha(some, 'interval'), krippendorffAlpha(other, 'interval')]
          if (a === null || b === null) expect(a).toBe(b)
          else expect(a).toBeCloseTo(b, 9)
        }
      }),
    )
  })

  it('has an interval around it, from enough units on', () => {
    const interval = alphaInterval(units, 'interval', chance(), 5)
    expect(interval?.low).toBeLessThan(0.849)
    expect(interval?.high).toBeGreaterThan(0.849)
    expect(alphaInterval(units.slice(0, 4), 'interval', chance(), 5)).toBeNull()
  })
})
