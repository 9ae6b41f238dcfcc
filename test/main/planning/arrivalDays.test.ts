/** Local days in half-hours, also those on which the clocks change. */
import { describe, expect, it } from 'vitest'
import { countIntoDays, slotAt, slotsOf, stepsOf } from '../../../src/main/planning/arrivalDays.ts'
import { dayOffIn } from '../../../src/main/planning/daysOff.ts'
import type { WorkingHours } from '../../../src/shared/hours.ts'
import { addDays, startOfDay } from '../../../src/shared/period.ts'

const zone = 'Europe/Berlin'
const midnight = (date: string) => startOfDay(Date.parse(`${date}T12:00:00Z`), zone)

describe('steps of a day', () => {
  it('has 48, 46 as the clocks go forward and 50 as they go back', () => {
    expect(stepsOf(midnight('2026-05-11'), zone)).toBe(48)
    expect(stepsOf(midnight('2026-03-29'), zone)).toBe(46)
    expect(stepsOf(midnight('2026-10-25'), zone)).toBe(50)
  })

  it('skips the half-hours the clocks skip and has those twice that they show twice', () => {
    expect(slotsOf(midnight('2026-03-29'), zone).slice(2, 6)).toEqual([2, 3, 6, 7])
    expect(slotsOf(midnight('2026-10-25'), zone).slice(3, 9)).toEqual([3, 4, 5, 4, 5, 6])
    expect(slotsOf(midnight('2026-10-25'), zone).at(-1)).toBe(47)
  })

  it('knows the half-hour also before 1970', () => {
    expect(slotAt(-1, 'UTC')).toBe(47)
  })
})

describe('counting into days', () => {
  it('counts each arrival in its step and leaves out those outside', () => {
    const from = midnight('2026-10-25')
    const to = addDays(from, 2, zone)
    const half = 1_800_000
    const days = countIntoDays([from, from + half - 1, from + half, to - 1, to, from - 1], from, to, zone)
    expect(days.map(({ counts }) => counts.length)).toEqual([50, 48])
    expect(days[0]?.counts.slice(0, 3)).toEqual([2, 1, 0])
    expect(days[1]?.counts.at(-1)).toBe(1)
    expect(days.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count)).toBe(4)
  })
})

describe('days off', () => {
  const week = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] } as const
  const hours = (exceptions: WorkingHours['exceptions']): WorkingHours => ({
    scope: {},
    zone,
    week: { ...week, wed: [], thu: [], fri: [], sat: [], sun: [] },
    exceptions,
  })
  const holiday = { date: '2026-05-11', ranges: [] }

  it('are those on which hours are taken from a working day', () => {
    const isOff = dayOffIn([hours([holiday])], zone)
    expect(isOff(midnight('2026-05-11'))).toBe(true)
    expect(isOff(midnight('2026-05-12'))).toBe(false)
    // Nobody works on a Wednesday: that is as usual.
    expect(isOff(midnight('2026-05-13'))).toBe(false)
  })

  it('are none where another team works, or where nobody stated hours', () => {
    expect(dayOffIn([hours([holiday]), hours([])], zone)(midnight('2026-05-11'))).toBe(false)
    expect(dayOffIn([], zone)(midnight('2026-05-11'))).toBe(false)
  })
})
