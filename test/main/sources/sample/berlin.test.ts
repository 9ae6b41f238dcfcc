import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockZero,
  dayLength,
  dayOf,
  midnight,
  weekdayOf,
} from '../../../../src/main/sources/sample/berlin.ts'

const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' })

describe('days in Berlin', () => {
  it('are those of the calendar, at any moment', () => {
    const moment = integer({ min: Date.parse('2024-01-01') / 1000, max: Date.parse('2029-01-01') / 1000 })
    assert(
      property(moment, (seconds) => {
        const at = seconds * 1000
        const day = dayOf(at)
        expect(new Date(day * dayLength).toISOString().slice(0, 10)).toBe(date.format(at))
        expect(at).toBeGreaterThanOrEqual(midnight(day))
        expect(at).toBeLessThan(midnight(day + 1))
      }),
    )
  })

  it('have 23 and 25 hours when the clocks change, and nine is nine on them', () => {
    const spring = dayOf(Date.parse('2026-03-29T12:00:00Z'))
    const autumn = dayOf(Date.parse('2026-10-25T12:00:00Z'))
    expect((midnight(spring + 1) - midnight(spring)) / 3_600_000).toBe(23)
    expect((midnight(autumn + 1) - midnight(autumn)) / 3_600_000).toBe(25)
    expect(clockZero(spring) + 9 * 3_600_000).toBe(Date.parse('2026-03-29T09:00:00+02:00'))
    expect(clockZero(autumn) + 9 * 3_600_000).toBe(Date.parse('2026-10-25T09:00:00+01:00'))
    expect(weekdayOf(spring)).toBe(6)
  })
})
