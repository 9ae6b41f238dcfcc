import { describe, expect, it } from 'vitest'
import {
  cutAt,
  isWhole,
  livelyHours,
  newChange,
  outlook,
  shortages,
  shownHours,
  staffingPeriod,
  stepsOn,
  weeksBefore,
} from '../../../../src/renderer/now/planning/plans.ts'
import { addDays, startOfDay } from '../../../../src/shared/period.ts'

const zone = 'Europe/Berlin'
const at = Date.parse('2026-10-25T09:10:00+01:00')
const half = 1_800_000

describe('a forecast', () => {
  const today = startOfDay(at, zone)
  const steps = [
    { from: today + 20 * half, expected: 2, low: 1, high: 3 },
    { from: today + 21 * half, expected: 4, low: 2, high: 6 },
    { from: today + 22 * half, expected: 3, low: 1, high: 6 },
    // A day of 25 hours.
    { from: today + 50 * half, expected: 1, low: 0, high: 2 },
  ]

  it('is parted at midnight, also on a day of 25 hours', () => {
    expect(stepsOn({ steps, at }, 'today', zone)).toEqual(steps.slice(0, 3))
    expect(stepsOn({ steps, at }, 'tomorrow', zone)).toEqual(steps.slice(3))
  })

  it('sums up what comes, and names the busiest hour', () => {
    expect(outlook(steps.slice(0, 3), 1800)).toEqual({
      expected: 9,
      busiest: { from: today + 21 * half, to: today + 23 * half },
    })
    expect(outlook([], 1800)).toEqual({ expected: 0, busiest: null })
    expect(outlook([{ from: 0, expected: 0.2, low: 0, high: 1 }], 1800).busiest).toBeNull()
  })
})

describe('staffing', () => {
  const hour = (arrivals: number, present: number, needed: number | null) => ({
    from: 0,
    arrivals,
    present,
    needed,
  })
  const hours = [
    hour(0, 0, 0),
    hour(1, 0, 1),
    hour(5, 4, 6),
    hour(4, 4.4, 4),
    hour(2, 3, null),
    hour(0, 0, 0),
  ]

  it('shows the hours from the first to the last in which anything was', () => {
    expect(shownHours(hours)).toEqual(hours.slice(1, 5))
    expect(shownHours([hour(0, 0, 0)])).toEqual([])
  })

  it('tells too few from never enough, and leaves out hours nobody was there', () => {
    expect(shortages(hours)).toEqual({ short: [hours[2]], hopeless: [hours[4]], counted: 3, outside: 1 })
    expect(shortages([])).toEqual({ short: [], hopeless: [], counted: 0, outside: 0 })
  })

  it('is of whole local days', () => {
    const yesterday = staffingPeriod('yesterday', addDays(startOfDay(at, zone), 1, zone) + half, zone)
    expect((yesterday.to - yesterday.from) / 3_600_000).toBe(25)
  })
})

describe('what if', () => {
  it('replays whole weeks before this one', () => {
    const { from, to } = weeksBefore(2, at, zone)
    expect(new Date(to).toISOString()).toBe('2026-10-18T22:00:00.000Z')
    expect(from).toBe(addDays(to, -14, zone))
  })

  it('plays only changes that mean something', () => {
    const change = newChange('t1')
    expect(isWhole(change)).toBe(true)
    expect(isWhole({ ...change, weekdays: [] })).toBe(false)
    expect(isWhole({ ...change, to: change.from })).toBe(false)
    expect(isWhole({ ...change, agents: 0 })).toBe(false)
  })

  it('shows the hours in which somebody came or was there', () => {
    const of = (hour: number, arrivals: number, changedPresent = 0) => ({
      hour,
      arrivals,
      present: 0,
      changedPresent,
      real: null,
      modelled: null,
      changed: null,
    })
    expect(
      livelyHours([of(0, 0), of(1, 2), of(2, 0), of(3, 0, 1), of(4, 0)]).map(({ hour }) => hour),
    ).toEqual([1, 2, 3])
  })

  it('cuts bars only where a night would press the others flat', () => {
    expect(cutAt([1, 1, 2, null, 600])).toBe(5)
    expect(cutAt([1, 2, 3])).toBeNull()
    expect(cutAt([null])).toBeNull()
    expect(cutAt([])).toBeNull()
  })
})
