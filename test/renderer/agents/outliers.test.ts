import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DurationFigure, Figures } from '../../../src/shared/contract.ts'
import { outliersOf, slowingOf, type WeekMedian } from '../../../src/renderer/agents/outliers.ts'

function duration(median: number | null, count: number): DurationFigure {
  return {
    count,
    mean: median,
    median,
    p90: median,
    min: median,
    max: median,
    buckets: [count, 0, 0, 0, 0, 0, 0],
  }
}

function figures(first: number | null, resolution: number | null, count = 100): Figures {
  return { first_response_time: duration(first, count), resolution_time: duration(resolution, count) }
}

const team = figures(70, 1198, 600)

describe('outliers', () => {
  it('are at least twice the median of the team, the worst first', () => {
    expect(outliersOf(figures(251, 2851), team, 5)).toMatchObject([
      { metric: 'first_response_time', median: 251, teamMedian: 70 },
      { metric: 'resolution_time' },
    ])
    expect(outliersOf(figures(140, 1198), team, 5)).toHaveLength(1)
    expect(outliersOf(figures(139, 1198), team, 5)).toEqual([])
  })

  it('need thirty responses and three others', () => {
    expect(outliersOf(figures(700, 9000, 29), team, 5)).toEqual([])
    expect(outliersOf(figures(700, 9000, 30), team, 5)).toHaveLength(2)
    expect(outliersOf(figures(700, 9000), team, 2)).toEqual([])
    expect(outliersOf(figures(700, 9000), team, 3)).toHaveLength(2)
  })

  it('need a team median to divide by', () => {
    expect(outliersOf(figures(700, 9000), figures(null, 0), 5)).toEqual([])
    expect(outliersOf({}, team, 5)).toEqual([])
  })
})

function weeks(...medians: readonly (number | null)[]): readonly WeekMedian[] {
  return medians.map((median, index) => ({
    week: `2026-W${String(10 + index)}`,
    count: median === null ? 0 : 40,
    median,
  }))
}

describe('slower each week', () => {
  it('counts the rising weeks up to the last one', () => {
    expect(slowingOf(weeks(90, 60, 80, 120, 200, 240))).toEqual({ weeks: 4, by: 180 })
  })

  it('is silent when fewer than three rose, or the last one fell', () => {
    expect(slowingOf(weeks(60, 80, 120))).toBeNull()
    expect(slowingOf(weeks(60, 80, 120, 200, 199))).toBeNull()
    expect(slowingOf(weeks(60, 80, 120, 120))).toBeNull()
    expect(slowingOf([])).toBeNull()
  })

  it('does not take a week of a handful for a witness', () => {
    const thin = [...weeks(60, 80, 120, 200), { week: '2026-W20', count: 2, median: 10 }]
    expect(slowingOf(thin)).toEqual({ weeks: 3, by: 140 })
    const broken = weeks(60, 80, 120, 200).map((week, index) => (index === 1 ? { ...week, count: 9 } : week))
    expect(slowingOf(broken)).toBeNull()
  })

  it('never reports a gain of nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { maxLength: 12 }), (medians) => {
        const slowing = slowingOf(weeks(...medians))
        if (slowing === null) return
        expect(slowing.weeks).toBeGreaterThanOrEqual(3)
        expect(slowing.weeks).toBeLessThan(medians.length)
        expect(slowing.by).toBeGreaterThan(0)
      }),
    )
  })
})
