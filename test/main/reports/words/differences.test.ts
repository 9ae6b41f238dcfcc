import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countsDiffer,
  medianInterval,
  medianOf,
  mediansDiffer,
  sharesDiffer,
} from '../../../../src/main/reports/words/differences.ts'

const counted = (value: number, exposure = 168) => ({ value, exposure })

describe('counts', () => {
  it.each([
    [1764, 1570, 'a tenth more of many', true],
    [1764, 1700, 'four in a hundred: not worth a sentence', false],
    [120, 100, 'a fifth more of few: chance does that', false],
    [140, 100, 'two fifths more', true],
    [17, 3, 'too few together', false],
    [40, 0, 'out of nothing', true],
    [0, 40, 'down to nothing', true],
    [0, 0, 'nothing', false],
  ])('%d after %d: %s', (now, before, _why, differ) => {
    expect(countsDiffer(counted(now), counted(before))).toBe(differ)
  })

  it('are measured by their time: March has three days more than February', () => {
    expect(countsDiffer(counted(3100, 31), counted(2800, 28))).toBe(false)
    expect(countsDiffer(counted(3100, 28), counted(2800, 28))).toBe(true)
  })
})

describe('shares', () => {
  it.each([
    [0.87, 308, 0.88, 300, 'a point of few', false],
    [0.79, 308, 0.88, 300, 'nine points', true],
    [0.019, 10_000, 0.016, 10_000, 'a fifth more failures of many messages', false],
    [0.021, 10_000, 0.016, 10_000, 'a third more failures of many messages', true],
    [0.5, 29, 1, 1000, 'too few on one side', false],
    [0.505, 1_000_000, 0.5, 1_000_000, 'sure, and not worth a sentence', false],
    [0.99, 10_000, 0.98, 10_000, 'half of what was missing', true],
  ])('%d of %d after %d of %d: %s', (now, of, before, ofBefore, _why, differ) => {
    expect(sharesDiffer({ share: now, of }, { share: before, of: ofBefore })).toBe(differ)
  })
})

describe('medians', () => {
  const spread = (middle: number, count: number) =>
    Array.from({ length: count }, (_, index) => middle * (0.5 + index / (count - 1)))

  it.each([
    [41, 64, 200, true, 'clearly faster'],
    [41, 64, 29, false, 'too few'],
    [62, 64, 5000, false, 'not worth a sentence, however many'],
    [55, 64, 40, false, 'within what chance does'],
  ])('%d s after %d s over %d: %s', (now, before, count, differ) => {
    expect(mediansDiffer(spread(now, count), spread(before, count))).toBe(differ)
  })

  it('have the interval of their order statistics: of 100 values the 40th to the 61st', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1)
    expect(medianInterval(values)).toEqual({ low: 40, high: 61 })
    expect(medianInterval(values.slice(0, 29))).toBeNull()
    expect(medianOf(values)).toBe(50.5)
  })
})

describe('whatever the data', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 0, maxLength: 200 })
  const share = fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    of: fc.integer({ min: 1, max: 1e6 }),
  })

  it('the same never differs from itself', () => {
    fc.assert(
      fc.property(values, share, fc.integer({ min: 0, max: 1e6 }), (list, one, count) => {
        expect(mediansDiffer(list, list.toReversed())).toBe(false)
        expect(sharesDiffer(one, one)).toBe(false)
        expect(countsDiffer(counted(count), counted(count))).toBe(false)
      }),
    )
  })

  it('the unit plays no part', () => {
    fc.assert(
      fc.property(values, values, fc.constantFrom(1000, 60, 0.5), (now, before, unit) => {
        const scaled = (list: readonly number[]) => list.map((value) => value * unit)
        expect(mediansDiffer(scaled(now), scaled(before))).toBe(mediansDiffer(now, before))
      }),
    )
  })

  it('which side is which plays no part but for what is worth telling', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const complement = (of: typeof one) => ({ ...of, share: 1 - of.share })
        fc.pre(Math.abs(one.share + other.share - 1) > 1e-9)
        expect(sharesDiffer(complement(one), complement(other))).toBe(sharesDiffer(one, other))
      }),
    )
  })
})
