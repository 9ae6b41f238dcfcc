import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextRange,
  piecesOf,
  problemOf,
  usualHours,
  weekMinutes,
  withDays,
  weekdaysIn,
} from '../../../src/renderer/settings/hours/week.ts'
import type { ClockRange } from '../../../src/shared/hours.ts'

const empty = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

describe('a week in the editor', () => {
  it('draws a night in two days, the second of them marked as carried over', () => {
    expect(piecesOf({ ...empty, sun: [['22:00', '06:00']] })).toEqual([
      { day: 'sun', from: 1320, to: 1440, carried: false },
      { day: 'mon', from: 0, to: 360, carried: true },
    ])
  })

  it('sums the week: five days of eight hours', () => {
    expect(weekMinutes(usualHours('UTC', null).week)).toBe(5 * 8 * 60)
    expect(weekMinutes({ ...empty, mon: [['00:00', '24:00']] })).toBe(1440)
  })

  it.each([
    [
      [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
      null,
    ],
    [
      [
        ['13:00', '17:00'],
        ['09:00', '12:00'],
      ],
      null,
    ],
    [
      [
        ['09:00', '13:00'],
        ['12:59', '17:00'],
      ],
      'overlap',
    ],
    [
      [
        ['22:00', '06:00'],
        ['23:00', '23:30'],
      ],
      'overlap',
    ],
    [[['25:00', '26:00']], 'clock'],
    [[['9', '17:00']], 'clock'],
  ] as const)('%j: %s', (ranges, problem) => {
    expect(problemOf(ranges as readonly ClockRange[])).toBe(problem)
  })

  it('suggests hours that fit after those there are', () => {
    expect(nextRange([])).toEqual(['09:00', '17:00'])
    expect(nextRange([['09:00', '12:30']])).toEqual(['13:30', '17:30'])
    expect(nextRange([['09:00', '21:00']])).toEqual(['22:00', '24:00'])
    expect(nextRange([['22:00', '06:00']])).toBeNull()
  })

  it('never suggests what cannot be right', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        const clock = (minutes: number) =>
          `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        const first: ClockRange = [clock(from), clock(to)]
        const next = nextRange([first])
        expect(next === null ? null : problemOf([first, next])).toBeNull()
      }),
    )
  })

  it('replaces a day that is taken again, in the order of dates', () => {
    const days = [
      { date: '2026-12-25', ranges: [] },
      { date: '2026-12-31', ranges: [] },
    ]
    const added = [
      { date: '2026-12-26', ranges: [] },
      { date: '2026-12-25', ranges: [], name: 'Christmas' },
    ]
    expect(withDays(days, added)).toEqual([
      { date: '2026-12-25', ranges: [], name: 'Christmas' },
      { date: '2026-12-26', ranges: [] },
      { date: '2026-12-31', ranges: [] },
    ])
  })
})

it('days stand in the order of the language’s calendars', () => {
  expect(weekdaysIn([7, 1, 2, 3, 4, 5, 6])).toEqual(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'])
})
