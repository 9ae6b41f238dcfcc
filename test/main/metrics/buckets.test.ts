import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertNever } from '../../../src/shared/assertNever.ts'
import { dayKey, hourOf, monthKey, weekdayOf, weekKey } from '../../../src/shared/period.ts'
import type { TimeDimension } from '../../../src/main/metrics/buckets.ts'
import { timeBuckets } from '../../../src/main/metrics/buckets.ts'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]

function keyOf(dimension: TimeDimension, ms: number, zone: string): string {
  const hour = String(hourOf(ms, zone)).padStart(2, '0')
  const weekday = String(weekdayOf(ms, zone))
  switch (dimension) {
    case 'day':
      return dayKey(ms, zone)
    case 'week':
      return weekKey(ms, zone)
    case 'month':
      return monthKey(ms, zone)
    case 'hour':
      return hour
    case 'weekday':
      return weekday
    case 'weekday-hour':
      return `${weekday}-${hour}`
    default:
      return assertNever(dimension)
  }
}

describe('time buckets', () => {
  it('name every instant as the zone does, through every change of its clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<TimeDimension>('day', 'week', 'month', 'hour', 'weekday', 'weekday-hour'),
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) }),
        fc.integer({ min: 1, max: 400 * 86_400_000 }),
        fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 20, maxLength: 20 }),
        (dimension, zone, from, length, parts) => {
          const { keys, codeAt } = timeBuckets(dimension, from, from + length, zone)
          for (const part of parts) {
            const ms = from + Math.floor(part * length)
            expect(keys[codeAt(ms)]).toBe(keyOf(dimension, ms, zone))
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('have no day that was skipped', () => {
    const { keys } = timeBuckets('day', Date.UTC(2011, 11, 29), Date.UTC(2012, 0, 2), 'Pacific/Apia')
    expect(keys).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01', '2012-01-02'])
  })

  it('find their units as they go where the period is very long', () => {
    const { keys, codeAt, table } = timeBuckets('day', 0, Date.UTC(2100, 0), 'Europe/Berlin')
    expect(table).toBeNull()
    expect(keys[codeAt(Date.UTC(2026, 4, 11, 22))]).toBe('2026-05-12')
    expect(keys).toEqual(['2026-05-12'])
  })
})
