/** Forecasts by hand: what days teach, what today changes, and how wrong it would have been. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArrivalDay, slotsOf, stepsOf } from '../../../src/main/planning/arrivalDays.ts'
import { backtest } from '../../../src/main/planning/backtest.ts'
import { forecastDay, forecastToday, learn } from '../../../src/main/planning/forecastToday.ts'
import { learnSeasonal } from '../../../src/main/planning/seasonal.ts'
import { addDays, startOfDay, weekdayOf } from '../../../src/shared/period.ts'

const zone = 'Europe/Berlin'
const monday = startOfDay(Date.parse('2026-05-11T12:00:00Z'), zone)

/** Days before a moment, each with what `brings` says for its weekday (1…7) and half-hour. */
function daysBefore(
  today: number,
  count: number,
  brings: (weekday: number, slot: number) => number,
): readonly ArrivalDay[] {
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(today, index - count, zone)
    const counts = slotsOf(from, zone).map((slot) => brings(weekdayOf(from, zone), slot))
    return { from, counts, off: false }
  })
}
const emptyDay = (from: number): ArrivalDay => ({
  from,
  counts: Array.from({ length: stepsOf(from, zone) }, () => 0),
  off: false,
})
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** From 8 to 20 four a half-hour, at weekends one. */
const office = (weekday: number, slot: number) => (slot < 16 || slot >= 40 ? 0 : weekday > 5 ? 1 : 4)

describe('what days teach', () => {
  it('is nothing where there are fewer than two weeks of them', () => {
    expect(learnSeasonal(daysBefore(monday, 13, office), zone)).toBeNull()
    expect(learnSeasonal([], zone)).toBeNull()
    // Days before the first conversation are no days without any.
    expect(
      learnSeasonal(
        [...Array.from({ length: 30 }, (_, n) => emptyDay(n)), ...daysBefore(monday, 13, office)],
        zone,
      ),
    ).toBeNull()
  })

  it('expects of a steady week what it brought', () => {
    const seasonal = learnSeasonal(daysBefore(monday, 56, office), zone)
    const expected = seasonal?.expected(emptyDay(monday)) ?? []
    expect(sum(expected)).toBeCloseTo(96, 0)
    expect(expected[24]).toBeCloseTo(4, 1)
    expect(expected[2]).toBe(0)
    const sunday = addDays(monday, 6, zone)
    expect(sum(seasonal?.expected(emptyDay(sunday)) ?? [])).toBeCloseTo(24, 0)
  })

  it('follows the level of the last days', () => {
    const days = daysBefore(monday, 56, office)
    const doubled = days.map((day, index) =>
      index < 42 ? day : { ...day, counts: day.counts.map((count) => count * 1.4) },
    )
    const total = sum(learnSeasonal(doubled, zone)?.expected(emptyDay(monday)) ?? [])
    expect(total).toBeGreaterThan(105)
    expect(total).toBeLessThan(96 * 1.4)
  })

  it('does not take a campaign for what a Monday is like', () => {
    const days = daysBefore(monday, 56, office)
    const campaign = days.map((day, index) =>
      index === 49 ? { ...day, counts: day.counts.map((count) => count * 5) } : day,
    )
    expect(sum(learnSeasonal(campaign, zone)?.expected(emptyDay(monday)) ?? [])).toBeCloseTo(96, 0)
  })

  it('expects on a day off what days off brought, and they teach nothing else', () => {
    const days = daysBefore(monday, 56, office).map((day, index) =>
      index === 49 ? { ...day, counts: day.counts.map((count) => count / 4), off: true } : day,
    )
    const seasonal = learnSeasonal(days, zone)
    expect(sum(seasonal?.expected(emptyDay(monday)) ?? [])).toBeCloseTo(96, 0)
    expect(sum(seasonal?.expected({ from: monday, off: true }) ?? [])).toBeCloseTo(24, 0)
  })

  it('gives days of 46 and 50 steps as many, and their half-hours as usual', () => {
    for (const [date, steps, noon] of [
      ['2026-03-29', 46, 22],
      ['2026-10-25', 50, 26],
    ] as const) {
      const day = startOfDay(Date.parse(`${date}T12:00:00Z`), zone)
      const expected = learnSeasonal(daysBefore(day, 56, office), zone)?.expected(emptyDay(day)) ?? []
      expect(expected).toHaveLength(steps)
      expect(expected[noon]).toBeCloseTo(1, 1)
    }
  })
})

describe('the rest of today', () => {
  const days = daysBefore(monday, 56, office)
  const at = monday + 10.25 * 3_600_000
  const todayWith = (factor: number): ArrivalDay => ({
    from: monday,
    counts: emptyDay(monday).counts.map((_, slot) => (slot < 20 ? factor * office(1, slot) : 0)),
    off: false,
  })

  it('is null without history', () => {
    expect(forecastToday({ days: [], today: todayWith(1), at, zone })).toBeNull()
  })

  it('begins with the step that runs, with what came in it already', () => {
    const today = {
      ...todayWith(1),
      counts: todayWith(1).counts.map((count, slot) => (slot === 20 ? 3 : count)),
    }
    const steps = forecastToday({ days, today, at, zone }) ?? []
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 28 }, (_, n) => 20 + n))
    // Half of the step is over: three came, and about two of four are to come.
    expect(steps[0]?.expected).toBeCloseTo(5, 0)
    expect(steps[1]?.from).toBe(monday + 21 * 1_800_000)
    expect(steps[1]?.expected).toBeCloseTo(4, 0)
  })

  it('moves with how today went so far, by no more than the evidence', () => {
    const expectedOf = (factor: number) =>
      forecastToday({ days, today: todayWith(factor), at, zone })?.[4]?.expected ?? 0
    expect(expectedOf(2)).toBeGreaterThan(expectedOf(1))
    expect(expectedOf(2)).toBeLessThan(2 * expectedOf(1))
    expect(expectedOf(0)).toBeLessThan(expectedOf(1))
  })

  it('does not take records that did not come yet for customers who did not', () => {
    const early = {
      ...todayWith(1),
      counts: todayWith(1).counts.map((count, slot) => (slot < 17 ? count : 0)),
    }
    const laterOf = (knownTo: number) =>
      forecastToday({ days, today: early, at, knownTo, zone })?.[4]?.expected ?? 0
    expect(laterOf(monday + 8.5 * 3_600_000)).toBeCloseTo(4, 1)
    expect(laterOf(at)).toBeLessThan(3.7)
    // Nothing of today is known: it is expected to go as usual.
    expect(laterOf(monday - 1)).toBeCloseTo(4, 1)
  })

  it('keeps what is expected in its band, never below nothing', () => {
    const noisy = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 48, maxLength: 48 })
    fc.assert(
      fc.property(fc.array(noisy, { minLength: 60, maxLength: 60 }), (weeks) => {
        const random = weeks.map((counts, index) => ({
          from: addDays(monday, index - 60, zone),
          counts: slotsOf(addDays(monday, index - 60, zone), zone).map((slot) => counts[slot] ?? 0),
          off: false,
        }))
        for (const { expected, low, high } of forecastToday({
          days: random,
          today: todayWith(1),
          at,
          zone,
        }) ?? []) {
          expect(low).toBeGreaterThanOrEqual(0)
          expect(low).toBeLessThanOrEqual(expected)
          expect(high).toBeGreaterThanOrEqual(expected)
        }
      }),
      { numRuns: 10 },
    )
  })

  it('gives the next day whole', () => {
    const learned = learn(days, zone)
    expect(forecastDay(learned, { from: addDays(monday, 1, zone), off: false })).toHaveLength(48)
    expect(forecastDay(learn([], zone), { from: monday, off: false })).toBeNull()
  })
})

describe('the backtest', () => {
  it('says nothing without held-out days, rather than that nothing was wrong', () => {
    expect(backtest([], zone)).toMatchObject({
      error: { model: null, lastWeek: null, fourWeeks: null, days: 0 },
      covered: null,
    })
    expect(backtest(daysBefore(monday, 28, office), zone).error.days).toBe(0)
  })

  it('is nearly perfect where every week is the same', () => {
    const { error, covered } = backtest(daysBefore(monday, 84, office), zone)
    expect(error.days).toBe(28)
    expect(error.lastWeek).toBe(0)
    expect(error.fourWeeks).toBe(0)
    // The course is smoothed: only its edges are off.
    expect(error.model).toBeLessThan(0.06)
    expect(covered).toBeGreaterThan(0.8)
  })

  it('weighs what was guessed by hand: half too much is half wrong', () => {
    // The last week brings two thirds of all weeks before it.
    const days = daysBefore(monday, 35, office).map((day, index) =>
      index < 28 ? { ...day, counts: day.counts.map((count) => count * 1.5) } : day,
    )
    const { error } = backtest(days, zone)
    expect(error.days).toBe(7)
    expect(error.lastWeek).toBeCloseTo(0.5, 5)
    expect(error.fourWeeks).toBeCloseTo(0.5, 5)
  })

  it('never knows the day it expects', () => {
    const days = daysBefore(monday, 57, office)
    const quiet = backtest(days, zone).error.model ?? 0
    const spiked = days.map((day, index) =>
      index === 56 ? { ...day, counts: day.counts.map(() => 50) } : day,
    )
    const { model } = backtest(spiked, zone).error
    // Nearly all of the 2,400 that came were not expected, and all days together brought 4,500.
    expect(model).toBeGreaterThan(quiet + 0.45)
  })
})
