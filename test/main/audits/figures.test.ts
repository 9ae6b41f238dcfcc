import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  failedFigure,
  rankedRows,
  scoreFigure,
  shareFigure,
  type Group,
} from '../../../src/main/audits/figures.ts'
import type { Weighted } from '../../../src/shared/statistics.ts'

const alike = (...values: readonly number[]): readonly Weighted[] =>
  values.map((value) => ({ value, weight: 1 }))
const repeated = (times: number, ...values: readonly number[]) =>
  alike(...Array.from({ length: times }, () => values).flat())

describe('a score', () => {
  it('is nothing without values, and has no interval of fewer than five', () => {
    expect(scoreFigure([])).toEqual({ n: 0, mean: null, low: null, high: null })
    expect(scoreFigure(alike(100, 50, 0, 50))).toEqual({ n: 4, mean: 50, low: null, high: null })
    expect(scoreFigure(alike(100, 50, 0, 50, 50)).low).not.toBeNull()
  })

  it('reproduces the published mean of five reviews', () => {
    expect(scoreFigure(alike(100, 9.91, 63.96, 90.99, 0)).mean).toBeCloseTo(52.97, 2)
  })

  it('has the interval of a rate where all are 0 or 100', () => {
    // 81 of 263, as Newcombe 1998 has it.
    const { low, high } = scoreFigure(
      alike(...Array.from({ length: 263 }, (_, index) => (index < 81 ? 100 : 0))),
    )
    expect(low).toBeCloseTo(25.53, 2)
    expect(high).toBeCloseTo(36.62, 2)
  })

  it('is not certain because a few are alike', () => {
    const perfect = scoreFigure(repeated(5, 100))
    expect(perfect).toMatchObject({ mean: 100, high: 100 })
    expect(perfect.low).toBeCloseTo(56.55, 1)
    const { low, high } = scoreFigure(repeated(5, 75))
    expect(low!).toBeLessThan(40)
    expect(high!).toBeGreaterThan(90)
  })

  it('does not depend on the order of the reviews, holds its mean, and lies in 0…100', () => {
    const values = fc.array(
      fc.record({ value: fc.integer({ min: 0, max: 100 }), weight: fc.constantFrom(0.5, 1, 3) }),
      {
        minLength: 5,
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(values, (some) => {
        const figure = scoreFigure(some)
        const { low, high } = scoreFigure(some.toReversed())
        expect(low).toBe(figure.low)
        expect(high).toBe(figure.high)
        expect(figure.low!).toBeLessThanOrEqual(figure.mean! + 1e-9)
        expect(figure.high!).toBeGreaterThanOrEqual(figure.mean! - 1e-9)
        expect(figure.low!).toBeGreaterThanOrEqual(0)
        expect(figure.high!).toBeLessThanOrEqual(100)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a share', () => {
  it('counts as it is and weighs by what it stands for', () => {
    const figure = shareFigure([
      { hit: true, weight: 3 },
      { hit: false, weight: 1 },
    ])
    expect(figure).toMatchObject({ n: 1, of: 2, share: 0.75 })
    expect(shareFigure([])).toEqual({ n: 0, of: 0, share: null, low: null, high: null })
  })

  it('of failed scores counts those below half', () => {
    expect(failedFigure(alike(0, 49.9, 50, 100))).toMatchObject({ n: 2, of: 4, share: 0.5 })
  })
})

describe('ranks', () => {
  const group = (key: string, ...values: readonly Weighted[]): Group => ({ key, values })
  const ranks = (...groups: readonly Group[]) => rankedRows(groups).map(({ key, rank }) => [key, rank])

  it('are given where intervals part', () => {
    const rows = rankedRows([
      group('low', ...repeated(10, 10, 15, 20)),
      group('high', ...repeated(10, 80, 85, 90)),
      group('middle', ...repeated(10, 50, 55, 60)),
    ])
    expect(rows.map(({ key, rank, moreToSeparate }) => [key, rank, moreToSeparate])).toEqual([
      ['high', 1, null],
      ['middle', 2, null],
      ['low', 3, null],
    ])
  })

  it('are withheld where two overlap, and it is said how many more would part them', () => {
    const rows = rankedRows([
      group('a', ...repeated(3, 60, 100)),
      group('b', ...repeated(3, 50, 90)),
      group('c', ...repeated(3, 0, 5)),
    ])
    expect(rows.map(({ key, rank }) => [key, rank])).toEqual([
      ['a', null],
      ['b', null],
      ['c', 3],
    ])
    // Spreads of 21.9, means 10 apart: 10 > 1.96 × 2 × 21.9 ÷ √n from n = 74 on.
    expect(rows[1]?.moreToSeparate).toBe(74 - 6)
    expect(rows[0]?.moreToSeparate).toBeNull()
    expect(rows[2]?.moreToSeparate).toBeNull()
  })

  it('are withheld where somebody further off overlaps too', () => {
    expect(
      ranks(
        group('sure', ...repeated(10, 90, 91, 92)),
        group('middle', ...repeated(10, 60, 61, 62)),
        group('anything', ...alike(0, 0, 100, 100, 90)),
      ),
    ).toEqual([
      ['sure', null],
      ['middle', null],
      ['anything', null],
    ])
  })

  it('do not compare anybody with nobody', () => {
    const rows = rankedRows([
      group('low', ...repeated(10, 10, 15)),
      { key: null, values: repeated(10, 5, 12) },
      group('high', ...repeated(10, 80, 85)),
    ])
    expect(rows.map(({ key, rank, moreToSeparate }) => [key, rank, moreToSeparate])).toEqual([
      ['high', 1, null],
      ['low', 2, null],
      [null, null, null],
    ])
  })

  it('do not compare whom too few reviews speak of', () => {
    expect(
      ranks(
        group('few', ...alike(99)),
        group('high', ...repeated(10, 80, 85)),
        group('low', ...repeated(10, 10, 15)),
        group('none'),
      ),
    ).toEqual([
      ['few', null],
      ['high', 1],
      ['low', 2],
      ['none', null],
    ])
    expect(ranks(group('alone', ...repeated(10, 80, 85)))).toEqual([['alone', null]])
  })
})
