import { describe, expect, it } from 'vitest'
import { arrivalSteps, lastWhole } from '../../../src/renderer/now/arrivals.ts'
import type { Arrivals } from '../../../src/shared/live.ts'
import { startOfDay } from '../../../src/shared/period.ts'

const zone = 'Europe/Berlin'
const midnight = startOfDay(Date.parse('2026-05-12T12:00:00Z'), zone)
const half = 1_800_000

const day = (change: Partial<Arrivals>): Arrivals => ({
  from: midnight,
  stepSeconds: 1800,
  today: [],
  usual: null,
  days: 0,
  forecast: null,
  ...change,
})
const usual = (counts: readonly number[]) => counts.map((median) => ({ median, low: median, high: median }))

describe('today by steps', () => {
  it('leaves out the quiet ends but one step, and knows which step goes on', () => {
    const steps = arrivalSteps(
      day({ today: [0, 0, 3, 4], usual: usual([0, 0, 2, 5, 6, 0, 0, 0]) }),
      midnight + 3.5 * half,
    )
    expect(steps.map(({ today }) => today)).toEqual([0, 3, 4, null, null])
    expect(steps.map(({ unfinished }) => unfinished)).toEqual([false, false, true, false, false])
    expect(steps.map(({ from }) => (from - midnight) / half)).toEqual([1, 2, 3, 4, 5])
    expect(lastWhole(steps)?.today).toBe(3)
  })

  it('puts what is expected at its own step', () => {
    const steps = arrivalSteps(
      day({ today: [2], forecast: [{ step: 1, expected: 4, low: 2, high: 6 }] }),
      midnight + half / 2,
    )
    expect(steps.map(({ forecast }) => forecast?.expected ?? null)).toEqual([null, 4])
  })

  it('has as many steps as the day has, also when the clock is changed', () => {
    const spring = startOfDay(Date.parse('2026-03-29T12:00:00Z'), zone)
    const counts = Array.from({ length: 46 }, () => 1)
    const steps = arrivalSteps(day({ from: spring, today: [1], usual: usual(counts) }), spring)
    expect(steps).toHaveLength(46)
    expect(steps.at(-1)?.to).toBe(startOfDay(Date.parse('2026-03-30T12:00:00Z'), zone))
  })

  it('is there without a usual day and without one arrival', () => {
    expect(arrivalSteps(day({ today: [0, 0] }), midnight + half)).toHaveLength(2)
    expect(arrivalSteps(day({}), midnight)).toEqual([])
    expect(lastWhole([])).toBeNull()
  })
})
