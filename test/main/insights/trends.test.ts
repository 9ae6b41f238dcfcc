import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  theilSen,
  trendOf,
  trendsOf,
  type TrendOptions,
  type TrendPoint,
} from '../../../src/main/insights/trends.ts'
import { noiseOf } from './noise.ts'

const week = 7 * 86_400_000
const monday = Date.UTC(2026, 2, 2)
const seconds: TrendOptions = { better: 'lower', shape: 'duration', unfinished: null }
const counts: TrendOptions = { better: null, shape: 'count', unfinished: null }

function weekly(values: readonly (number | null)[], count = 40): readonly TrendPoint[] {
  return values.map((value, index) => ({ at: monday + index * week, value, count }))
}

describe('Theil and Sen’s slope', () => {
  it('is the median of the slopes of all pairs', () => {
    // (1,1) (2,3) (3,2) (4,5): 2, 1/2, 4/3, −1, 1, 3 → −1 1/2 1 4/3 2 3: between 1 and 4/3.
    const points = [1, 3, 2, 5].map((value, index) => ({ time: index + 1, value }))
    expect(theilSen(points)).toBeCloseTo(7 / 6, 12)
  })

  it('is not moved by one wild point, and is 0 where there is no time', () => {
    const points = [1, 2, 3, 4, 500, 6, 7].map((value, time) => ({ time, value }))
    expect(theilSen(points)).toBeCloseTo(1, 12)
    expect(theilSen([4, 9].map((value) => ({ time: 1, value })))).toBe(0)
  })
})

describe('a trend', () => {
  it('is told with its slope, line and verdict', () => {
    // 100 110 … 150 s: 10 s a week; median 125; all 15 pairs rise: p = 2/6! = 1/360.
    const found = trendOf(weekly([100, 110, 120, 130, 140, 150]), seconds)
    expect(found).toMatchObject({ direction: 'rising', verdict: 'worse', weeks: 6 })
    expect(found).toMatchObject({ since: monday, until: monday + 5 * week })
    expect(found?.perWeek).toBeCloseTo(10, 9)
    expect(found?.relative).toBeCloseTo(0.08, 9)
    expect(found?.from).toBeCloseTo(100, 9)
    expect(found?.to).toBeCloseTo(150, 9)
    expect(found?.confidence).toBeCloseTo(359 / 360, 9)
  })

  it('is better or worse as the metric says', () => {
    const falling = weekly([0.95, 0.93, 0.9, 0.88, 0.85])
    const rate = { shape: 'rate', unfinished: null } as const
    expect(trendOf(falling, { ...rate, better: 'higher' })?.verdict).toBe('worse')
    expect(trendOf(falling, { ...rate, better: 'lower' })?.verdict).toBe('better')
    expect(trendOf(falling, { ...rate, better: null })?.verdict).toBe('neutral')
  })

  it('needs five weeks, samples in each, and enough in all', () => {
    const rising = [100, 120, 140, 160, 180]
    expect(trendOf(weekly(rising), seconds)).not.toBeNull()
    expect(trendOf(weekly(rising.slice(1)), seconds)).toBeNull()
    expect(trendOf(weekly(rising, 29), seconds)).toBeNull()
    expect(trendOf(weekly([100, null, 140, 160, 180]), seconds)).toBeNull()
    const thin = weekly(rising, 60).map((point, index) => (index === 2 ? { ...point, count: 9 } : point))
    expect(trendOf(thin, seconds)).toBeNull()
    const days = rising.map((value, index) => ({ at: monday + (index * week) / 7, value, count: 100 }))
    expect(trendOf(days, seconds)).toBeNull()
    expect(trendOf([], seconds)).toBeNull()
  })

  it('leaves the running week out', () => {
    const points = weekly([100, 110, 120, 130, 140, 3])
    const unfinished = monday + 5 * week
    expect(trendOf(points, { ...seconds, unfinished })).toMatchObject({ direction: 'rising', weeks: 5 })
    expect(trendOf(points, seconds)).toBeNull()
  })

  it('keeps weeks whole across a change of the clock', () => {
    const hour = 3_600_000
    const shifted = weekly([100, 110, 120, 130, 140, 150]).map((point, index) => ({
      ...point,
      at: point.at - (index >= 4 ? hour : 0),
    }))
    expect(trendOf(shifted, seconds)?.perWeek).toBeCloseTo(10, 9)
  })

  it('covers gaps and days alike in weeks', () => {
    const days = Array.from({ length: 42 }, (_, index) => ({
      at: monday + (index * week) / 7,
      value: 100 + index,
      count: 12,
    }))
    expect(trendOf(days, seconds)).toMatchObject({ weeks: 6 })
    const found = trendOf(weekly([100, 110, null, 130, null, 150, 160]), seconds)
    expect(found).toMatchObject({ weeks: 7 })
    expect(found?.perWeek).toBeCloseTo(10, 9)
  })

  it('is silent about changes too small to matter', () => {
    expect(trendOf(weekly([1000, 1002, 1004, 1006, 1008]), seconds)).toBeNull()
    expect(trendOf(weekly([36, 37, 38, 39, 40]), counts)).toBeNull()
    expect(trendOf(weekly([36, 40, 44, 48, 52]), counts)).toMatchObject({ verdict: 'neutral' })
  })

  it('takes low counts as they are', () => {
    const found = trendOf(weekly([60, 45, 30, 15, 5], 0), counts)
    expect(found).toMatchObject({ direction: 'falling' })
    expect(trendOf(weekly([9, 8, 7, 6, 5], 0), counts)).toBeNull()
  })

  it('is not found in a constant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 60 }), (value, weeks) => {
        expect(trendOf(weekly(Array.from({ length: weeks }, () => value)), seconds)).toBeNull()
      }),
    )
  })

  const series = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 12 }).map((index) => monday + index * week),
      value: fc.option(fc.integer({ min: 1, max: 400 })),
      count: fc.integer({ min: 5, max: 60 }),
    }),
    { maxLength: 16 },
  )

  it('does not depend on the order of the points', () => {
    fc.assert(
      fc.property(series, fc.infiniteStream(fc.nat()), (points, keys) => {
        const mixed = points
          .map((point) => ({ point, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ point }) => point)
        expect(trendOf(mixed, seconds)).toEqual(trendOf(points, seconds))
      }),
    )
  })

  it('scales with its unit and turns with its sign of time', () => {
    const weeks = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 5, maxLength: 12 })
    fc.assert(
      fc.property(weeks, (values) => {
        const one = trendOf(weekly(values), seconds)
        const inMinutes = trendOf(weekly(values.map((value) => value / 64)), seconds)
        const back = trendOf(weekly(values.toReversed()), seconds)
        expect(inMinutes === null).toBe(one === null)
        expect(back === null).toBe(one === null)
        if (one === null || inMinutes === null || back === null) return
        expect(inMinutes.perWeek * 64).toBeCloseTo(one.perWeek, 9)
        expect(inMinutes.relative).toBeCloseTo(one.relative, 9)
        expect(back.perWeek).toBeCloseTo(-one.perWeek, 9)
        expect(back.direction).not.toBe(one.direction)
        expect(back.confidence).toBeCloseTo(one.confidence, 9)
      }),
    )
  })

  it('has the same slope wherever it starts', () => {
    const weeks = fc.array(fc.integer({ min: 300, max: 400 }), { minLength: 5, maxLength: 12 })
    fc.assert(
      fc.property(weeks, (values) => {
        const one = trendOf(weekly(values), seconds)
        const lower = trendOf(weekly(values.map((value) => value - 200)), seconds)
        if (one !== null) expect(lower?.perWeek).toBeCloseTo(one.perWeek, 9)
      }),
    )
  })

  it('is found in noise at most one time in twenty', () => {
    for (const weeks of [5, 8, 13, 26]) {
      let found = 0
      for (let seed = 0; seed < 500; seed++) {
        const { normal } = noiseOf(seed * 31 + weeks)
        const values = Array.from({ length: weeks }, () => 100 * Math.exp(normal()))
        if (trendOf(weekly(values), seconds) !== null) found += 1
      }
      // Five in a hundred of 500 are 25; 15 more is three standard errors.
      expect(found).toBeLessThanOrEqual(40)
    }
  })

  it('is found where there is one', () => {
    let found = 0
    for (let seed = 0; seed < 200; seed++) {
      const { poisson } = noiseOf(seed)
      const values = Array.from({ length: 10 }, (_, index) => poisson(50 + 6 * index))
      if (trendOf(weekly(values), counts)?.direction === 'rising') found += 1
    }
    expect(found).toBeGreaterThan(180)
  })
})

describe('trends of many series', () => {
  it('keep chance finds away that one series alone would tell', () => {
    const noisy = Array.from({ length: 300 }, (_, seed) => {
      const { normal } = noiseOf(seed)
      const values = Array.from({ length: 10 }, () => 100 * Math.exp(normal()))
      return { points: weekly(values), options: seconds }
    })
    const real = {
      points: weekly([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => 60 * value)),
      options: seconds,
    }
    const alone = noisy.filter(({ points }) => trendOf(points, seconds) !== null)
    const together = trendsOf([...noisy, real])
    expect(alone.length).toBeGreaterThan(5)
    expect(together.filter((trend) => trend !== null)).toHaveLength(1)
    expect(together.at(-1)?.direction).toBe('rising')
  })

  it('of one is the trend of one', () => {
    const points = weekly([100, 110, 120, 130, 140])
    expect(trendsOf([{ points, options: seconds }])).toEqual([trendOf(points, seconds)])
    expect(trendsOf([{ points: [], options: seconds }])).toEqual([null])
    expect(trendsOf([])).toEqual([])
  })
})
