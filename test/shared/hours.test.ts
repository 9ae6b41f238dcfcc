import { describe, expect, it } from 'vitest'
import {
  clockRangeOf,
  completeHours,
  hoursResolver,
  minutesOf,
  readWorkingHours,
  type HoursScope,
  type WorkingHours,
} from '../../src/shared/hours.ts'
import { readRecord } from '../../src/shared/records.ts'

const office = { zone: 'Europe/Berlin', week: { mon: [['09:00', '17:00']] } }

function problem(value: unknown): string {
  const read = readWorkingHours(value)
  return read.ok ? 'no problem' : read.reason
}

function hoursFor(scope: HoursScope | null, zone = 'UTC'): WorkingHours {
  return completeHours({ scope, zone, week: {}, exceptions: [] })
}

describe('reading working hours', () => {
  it('completes the week and takes an empty scope for the workspace', () => {
    expect(readWorkingHours({ ...office, scope: {} })).toEqual({
      ok: true,
      hours: {
        scope: null,
        zone: 'Europe/Berlin',
        week: { mon: [['09:00', '17:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
        exceptions: [],
      },
    })
  })

  it('keeps the scope, the special days and their names', () => {
    const exceptions = [{ date: '2026-12-25', ranges: [], name: 'Christmas' }]
    const read = readWorkingHours({ ...office, scope: { team: 't1' }, exceptions })
    expect(read).toMatchObject({ ok: true, hours: { scope: { team: 't1' }, exceptions } })
  })

  it.each([
    ['25:00', '17:00', 'The start of Monday\'s range 1 is "25:00"'],
    ['9', '17:00', 'The start of Monday\'s range 1 is "9"'],
    ['24:00', '06:00', 'The start of Monday\'s range 1 is "24:00"'],
    ['09:00', '9:61', 'The end of Monday\'s range 1 is "9:61"'],
    ['09:00', '24:30', 'The end of Monday\'s range 1 is "24:30"'],
    ['09:00', '17:00\n', 'The end of Monday\'s range 1 is "17:00\\n"'],
  ])('refuses the impossible hours %j to %j', (from, to, words) => {
    expect(problem({ ...office, week: { mon: [[from, to]] } })).toContain(words)
  })

  it.each([
    [
      [
        ['09:00', '12:00'],
        ['11:59', '17:00'],
      ],
      'Monday has the ranges 09:00–12:00 and 11:59–17:00, which overlap',
    ],
    [
      [
        ['20:00', '02:00'],
        ['22:00', '23:00'],
      ],
      'Monday has the ranges 20:00–02:00 and 22:00–23:00, which overlap',
    ],
    [
      [
        ['00:00', '00:00'],
        ['08:00', '09:00'],
      ],
      'Monday has the ranges 00:00–00:00 and 08:00–09:00, which overlap',
    ],
  ])('refuses %j, which overlap', (mon, words) => {
    expect(problem({ ...office, week: { mon } })).toContain(words)
  })

  it('takes ranges that touch, in any order, and one that runs over midnight beside a morning', () => {
    expect(
      problem({
        ...office,
        week: {
          mon: [
            ['12:00', '17:00'],
            ['09:00', '12:00'],
          ],
        },
      }),
    ).toBe('no problem')
    expect(
      problem({
        ...office,
        week: {
          mon: [
            ['22:00', '06:00'],
            ['01:00', '05:00'],
          ],
        },
      }),
    ).toBe('no problem')
  })

  it.each([
    [{ ...office, zone: 'Mars/Olympus' }, 'The zone is "Mars/Olympus", which is no time zone'],
    [{ ...office, zone: '+01:00' }, 'The zone is "+01:00", which is no time zone'],
    [{ week: {} }, 'The zone is missing'],
    [{ zone: 'UTC' }, 'The week is no list of ranges by weekday'],
    [{ zone: 'UTC', week: { funday: [] } }, 'The week has a day that is none'],
    [
      { ...office, exceptions: [{ date: '2026-02-30', ranges: [] }] },
      'The date of special day 1 is "2026-02-30"',
    ],
    [
      { ...office, exceptions: [{ date: '2026-12-24', ranges: [['9', '12:00']] }] },
      'The start of 2026-12-24\'s range 1 is "9"',
    ],
    [
      {
        ...office,
        exceptions: [
          { date: '2026-12-25', ranges: [] },
          { date: '2026-12-25', ranges: [] },
        ],
      },
      'The list of special days has 2026-12-25 twice',
    ],
    [{ ...office, scope: { team: '' } }, 'The team the hours hold for is empty'],
    ['nine to five', 'These working hours cannot be read'],
    [null, 'These working hours cannot be read'],
  ])('says what is wrong: %j', (value, words) => {
    expect(problem(value)).toContain(words)
    expect(problem(value)).toMatch(/^[A-Z].*\.$/)
  })

  it('puts a record with impossible hours aside with the same words', () => {
    const record = { kind: 'working_hours', ...office, week: { mon: [['09:00', '25:00']] } }
    expect(readRecord(record)).toEqual({
      ok: false,
      reason:
        'working_hours: week.mon.0.1 is "25:00", which no clock shows: write hours and minutes from 00:00 to 24:00, such as 17:30.',
    })
    expect(readRecord({ kind: 'working_hours', ...office })).toMatchObject({ ok: true })
  })
})

describe('ranges in minutes', () => {
  it.each([
    ['09:00', '12:30', 540, 750],
    ['22:00', '06:00', 1320, 1800],
    ['09:00', '09:00', 540, 1980],
    ['00:00', '24:00', 0, 1440],
    ['18:00', '24:00', 1080, 1440],
  ])('%s to %s', (from, to, start, end) => {
    expect(minutesOf([from, to])).toEqual({ from: start, to: end })
    expect(clockRangeOf({ from: start, to: end })).toEqual([from, to])
  })
})

describe('whom hours hold for', () => {
  const workspace = hoursFor(null)
  const team = hoursFor({ team: 't1' })
  const channel = hoursFor({ channel: 'c1' })
  const both = hoursFor({ channel: 'c1', team: 't2' })
  const of = hoursResolver([both, channel, team, workspace])

  it('puts channel before team before workspace, and a team on a channel first', () => {
    expect(of(null, [])).toBe(workspace)
    expect(of('c9', ['t9'])).toBe(workspace)
    expect(of('c9', ['t1'])).toBe(team)
    expect(of('c1', ['t1'])).toBe(channel)
    expect(of('c1', ['t1', 't2'])).toBe(both)
    expect(of('c9', ['t2'])).toBe(workspace)
  })

  it('takes the first team that has hours', () => {
    const other = hoursFor({ team: 't3' })
    expect(hoursResolver([team, other])(null, ['t9', 't3', 't1'])).toBe(other)
  })

  it('knows none where none are stated', () => {
    expect(hoursResolver([])('c1', ['t1'])).toBeNull()
    expect(hoursResolver([channel])('c2', ['t1'])).toBeNull()
  })

  it('lets the later of two for one scope win', () => {
    const later = hoursFor({ team: 't1' }, 'Europe/Berlin')
    expect(hoursResolver([team, later])(null, ['t1'])).toBe(later)
  })
})
