import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildCalendar,
  createCalendar,
  isOpen,
  nextOpening,
  openMilliseconds,
} from '../../../src/main/hours/calendar.ts'
import { weekdays, type ClockRange, type WorkingHours } from '../../../src/shared/hours.ts'
import { dayMs, hourMs } from '../../../src/shared/period.ts'
import { daily, workingHours } from './hours.ts'
import { openMinutes } from './reference.ts'

/** Open hours between two instants. */
function openHours(hours: WorkingHours, from: string, to: string): number {
  return openMilliseconds(createCalendar(hours), Date.parse(from), Date.parse(to)) / hourMs
}

describe('the days on which clocks change', () => {
  const early = ['00:00', '06:00'] as const

  it('Berlin: 5 h of 00:00–06:00 in spring, 7 h in autumn', () => {
    const hours = daily('Europe/Berlin', early)
    // 29 March: 00:00 +01:00 is 23:00Z, 06:00 +02:00 is 04:00Z: 5 h. The whole day is 23 h.
    expect(openHours(hours, '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(5)
    // 25 October: 00:00 +02:00 is 22:00Z, 06:00 +01:00 is 05:00Z: 7 h. The whole day is 25 h.
    expect(openHours(hours, '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00')).toBe(7)
    // An ordinary day.
    expect(openHours(hours, '2026-10-27T00:00+01:00', '2026-10-28T00:00+01:00')).toBe(6)
  })

  it('Berlin: whole days are 23 and 25 hours', () => {
    const always = daily('Europe/Berlin', ['00:00', '24:00'])
    expect(openHours(always, '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(23)
    expect(openHours(always, '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00')).toBe(25)
  })

  it('New York: 2 h less one in spring, an hour more in autumn', () => {
    const hours = daily('America/New_York', ['01:00', '04:00'])
    // 8 March, 02:00 becomes 03:00: 01:00 -05:00 is 06:00Z, 04:00 -04:00 is 08:00Z: 2 h.
    expect(openHours(hours, '2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00')).toBe(2)
    // 1 November, 02:00 becomes 01:00: the first 01:00 -04:00 is 05:00Z, 04:00 -05:00 is 09:00Z: 4 h.
    expect(openHours(hours, '2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00')).toBe(4)
  })

  it('Lord Howe: half an hour', () => {
    const hours = daily('Australia/Lord_Howe', early)
    // 4 October, 02:00 +10:30 becomes 02:30 +11:00: 13:30Z the day before to 19:00Z: 5.5 h.
    expect(openHours(hours, '2026-10-04T00:00+10:30', '2026-10-05T00:00+11:00')).toBe(5.5)
    // 5 April, 02:00 +11:00 becomes 01:30 +10:30: 13:00Z the day before to 19:30Z: 6.5 h.
    expect(openHours(hours, '2026-04-05T00:00+11:00', '2026-04-06T00:00+10:30')).toBe(6.5)
  })

  it('Kathmandu: a quarter of an hour off, no change', () => {
    const hours = daily('Asia/Kathmandu', ['09:00', '17:15'])
    const calendar = createCalendar(hours)
    // 09:00 +05:45 is 03:15Z, 17:15 is 11:30Z.
    expect(openHours(hours, '2026-05-11T00:00Z', '2026-05-12T00:00Z')).toBe(8.25)
    expect(nextOpening(calendar, Date.parse('2026-05-11T00:00Z'))).toBe(Date.parse('2026-05-11T03:15Z'))
    expect(isOpen(calendar, Date.parse('2026-05-11T11:29:59.999Z'))).toBe(true)
    expect(isOpen(calendar, Date.parse('2026-05-11T11:30Z'))).toBe(false)
  })

  it('São Paulo before 2019: a day that begins at 01:00, one with 23:00 twice', () => {
    const always = daily('America/Sao_Paulo', ['00:00', '24:00'])
    const hours = daily('America/Sao_Paulo', early)
    // 4 November 2018, 00:00 -03:00 becomes 01:00 -02:00 at 03:00Z; 06:00 -02:00 is 08:00Z: 5 h. The day: to 02:00Z, 23 h.
    expect(openHours(hours, '2018-11-04T03:00Z', '2018-11-05T02:00Z')).toBe(5)
    expect(openHours(always, '2018-11-04T03:00Z', '2018-11-05T02:00Z')).toBe(23)
    // The day before has its 24 hours: it ends where the skipped midnight would be.
    const saturday = workingHours('America/Sao_Paulo', { sat: [['18:00', '24:00']] })
    expect(openHours(saturday, '2018-11-01T00:00Z', '2018-11-07T00:00Z')).toBe(6)
    // 17 February 2018, 24:00 -02:00 becomes 23:00 -03:00: 18:00 -02:00 is 20:00Z, midnight 03:00Z: 7 h.
    expect(openHours(saturday, '2018-02-15T00:00Z', '2018-02-20T00:00Z')).toBe(7)
  })

  it('Havana: midnight twice ends Saturday once', () => {
    // 1 November 2026, 01:00 -04:00 becomes 00:00 -05:00. Saturday 18:00–24:00 ends at the first midnight: 6 h,
    // Sunday begins there: 00:00–01:00 is shown twice, 2 h.
    const hours = workingHours('America/Havana', { sat: [['18:00', '24:00']], sun: [['00:00', '01:00']] })
    expect(openHours(hours, '2026-10-31T12:00Z', '2026-11-01T04:00Z')).toBe(6)
    expect(openHours(hours, '2026-11-01T04:00Z', '2026-11-02T00:00Z')).toBe(2)
  })

  it('Apia: a Friday that never was', () => {
    // 29 December 2011, 24:00 -10:00 is followed by 31 December, 00:00 +14:00, at 10:00Z on the 30th.
    const day = workingHours('Pacific/Apia', { fri: [['09:00', '17:00']] })
    expect(openHours(day, '2011-12-28T00:00Z', '2012-01-05T00:00Z')).toBe(0)
    // The night from Thursday 22:00 ends with Thursday; that from Friday 22:00 has its part on Saturday, 00:00–06:00.
    const thursday = workingHours('Pacific/Apia', { thu: [['22:00', '06:00']] })
    const friday = workingHours('Pacific/Apia', { fri: [['22:00', '06:00']] })
    expect(openHours(thursday, '2011-12-28T00:00Z', '2012-01-01T00:00Z')).toBe(2)
    expect(openHours(friday, '2011-12-28T00:00Z', '2012-01-01T00:00Z')).toBe(6)
  })

  it('begins a range whose start is skipped at the skip, and drops one that is skipped whole', () => {
    const hours = daily('Europe/Berlin', ['02:15', '02:45'], ['02:50', '04:00'])
    // 29 March: the clock goes from 02:00 to 03:00 at 01:00Z; 03:00–04:00 is left.
    expect(openHours(hours, '2026-03-28T23:00Z', '2026-03-29T22:00Z')).toBe(1)
    expect(nextOpening(createCalendar(hours), Date.parse('2026-03-28T23:00Z'))).toBe(
      Date.parse('2026-03-29T01:00Z'),
    )
  })

  it('runs from the first showing of its start to the second of its end, and parts where ranges touch', () => {
    // 25 October: 02:00–03:00 is shown from 00:00Z and again from 01:00Z. 02:15 at 00:15Z to 02:45 at 01:45Z: 1.5 h.
    expect(
      openHours(daily('Europe/Berlin', ['02:15', '02:45']), '2026-10-24T22:00Z', '2026-10-25T23:00Z'),
    ).toBe(1.5)
    // 00:00–02:00 ends when 02:00 is first shown: 2 h; 02:00–06:00 begins there: 5 h; together the 7 h of 00:00–06:00.
    expect(
      openHours(daily('Europe/Berlin', ['00:00', '02:00']), '2026-10-24T22:00Z', '2026-10-25T23:00Z'),
    ).toBe(2)
    expect(
      openHours(daily('Europe/Berlin', ['02:00', '06:00']), '2026-10-24T22:00Z', '2026-10-25T23:00Z'),
    ).toBe(5)
  })
})

describe('a week of rules', () => {
  it('runs a Friday night over the change of the clock', () => {
    // The night to Sunday 29 March belongs to Saturday: 22:00 +01:00 to 06:00 +02:00 is 7 h; that of Friday is 8 h.
    const friday = workingHours('Europe/Berlin', { fri: [['22:00', '06:00']] })
    const saturday = workingHours('Europe/Berlin', { sat: [['22:00', '06:00']] })
    expect(openHours(friday, '2026-03-27T12:00Z', '2026-03-29T12:00Z')).toBe(8)
    expect(openHours(saturday, '2026-03-27T12:00Z', '2026-03-29T12:00Z')).toBe(7)
    // In autumn 9 h.
    expect(openHours(saturday, '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toBe(9)
    // New York changes at 02:00 on Sunday 8 March: Friday's night is untouched, Saturday's is 7 h.
    const late = workingHours('America/New_York', { fri: [['22:00', '06:00']], sat: [['22:00', '06:00']] })
    expect(openHours(late, '2026-03-06T12:00Z', '2026-03-09T12:00Z')).toBe(15)
  })

  it('runs into a year from the last night of the one before', () => {
    // Thursday 31 December 2026, 22:00 to 06:00 on Friday; the calendar was made for 2027 alone.
    const hours = workingHours('America/New_York', { thu: [['22:00', '06:00']] })
    const calendar = buildCalendar(hours, Date.UTC(2027, 0, 2), Date.UTC(2027, 5))
    const [midnight, noon] = [Date.parse('2027-01-01T00:00-05:00'), Date.parse('2027-01-01T12:00-05:00')]
    expect(openMilliseconds(calendar, midnight, noon) / hourMs).toBe(6)
    // Where it is already 2027 in UTC: the part of the night before is missed by nobody either.
    expect(openMilliseconds(calendar, midnight - 2 * hourMs, noon) / hourMs).toBe(8)
  })

  it('parts a day at lunch', () => {
    const hours = workingHours('Europe/Berlin', {
      mon: [
        ['13:30', '18:00'],
        ['09:00', '12:30'],
      ],
    })
    // Monday 11 May, +02:00. 12:00–14:00 holds 12:00–12:30 and 13:30–14:00: 1 h. The day: 3.5 h + 4.5 h.
    expect(openHours(hours, '2026-05-11T12:00+02:00', '2026-05-11T14:00+02:00')).toBe(1)
    expect(openHours(hours, '2026-05-11T00:00+02:00', '2026-05-18T00:00+02:00')).toBe(8)
  })

  it('counts what two days share once', () => {
    // Friday 22:00–06:00 and Saturday 05:00–08:00: 22:00–08:00, 10 h.
    const hours = workingHours('UTC', { fri: [['22:00', '06:00']], sat: [['05:00', '08:00']] })
    expect(openHours(hours, '2026-05-15T00:00Z', '2026-05-17T00:00Z')).toBe(10)
  })

  it('closes on a holiday and opens on a Sunday, by the date a range begins on', () => {
    const week = { thu: [['22:00', '06:00']], fri: [['09:00', '17:00']] } as const
    const hours = workingHours('Europe/Berlin', week, [
      { date: '2026-12-25', ranges: [], name: 'Christmas Day' },
      { date: '2026-12-27', ranges: [['10:00', '14:00']] },
    ])
    // Friday the 25th is closed, but the night of Thursday the 24th runs to its 06:00: 8 h. Sunday the 27th: 4 h.
    expect(openHours(hours, '2026-12-24T12:00+01:00', '2026-12-26T00:00+01:00')).toBe(8)
    expect(openHours(hours, '2026-12-26T00:00+01:00', '2026-12-28T00:00+01:00')).toBe(4)
    // A week later both are as usual: 8 h + 8 h.
    expect(openHours(hours, '2026-12-31T12:00+01:00', '2027-01-04T00:00+01:00')).toBe(16)
  })
})

describe('asking beyond what is known', () => {
  const office = workingHours('Europe/Berlin', { mon: [['09:00', '17:00']] })

  it('grows in both directions and answers as if it had always been so wide', () => {
    const calendar = buildCalendar(office, Date.UTC(2026, 4), Date.UTC(2026, 5))
    const mondays = 8 * hourMs
    // Monday 4 May 2009 and Monday 5 May 2031.
    expect(openMilliseconds(calendar, Date.UTC(2009, 4, 4), Date.UTC(2009, 4, 5))).toBe(mondays)
    expect(openMilliseconds(calendar, Date.UTC(2031, 4, 5), Date.UTC(2031, 4, 6))).toBe(mondays)
    expect(openMilliseconds(calendar, Date.UTC(2026, 4, 11), Date.UTC(2026, 4, 12))).toBe(mondays)
  })

  it('answers at the edges of the years it knows', () => {
    const always = daily('UTC', ['00:00', '24:00'])
    const calendar = buildCalendar(always, Date.UTC(2026, 0), Date.UTC(2026, 5))
    expect(isOpen(calendar, Date.UTC(2027, 0))).toBe(true)
    expect(isOpen(calendar, Date.UTC(2026, 0) - 1)).toBe(true)
    expect(openMilliseconds(calendar, Date.UTC(2026, 11, 31), Date.UTC(2027, 0, 2))).toBe(2 * dayMs)
  })

  it('is closed before 1970 and after 2199, and for instants that are none', () => {
    const calendar = createCalendar(daily('UTC', ['00:00', '24:00']))
    expect(openMilliseconds(calendar, -62135596800000, dayMs)).toBe(dayMs)
    expect(openMilliseconds(calendar, Date.UTC(2199, 11, 31), 253402300799999)).toBe(dayMs)
    expect(isOpen(calendar, -1)).toBe(false)
    expect(nextOpening(calendar, -1)).toBe(0)
    expect(isOpen(calendar, 253402300799999)).toBe(false)
    expect(nextOpening(calendar, 253402300799999)).toBeNull()
    expect(openMilliseconds(calendar, Number.NaN, dayMs)).toBe(0)
    expect(nextOpening(calendar, Number.NaN)).toBeNull()
  })

  it('counts nothing backwards', () => {
    expect(openMilliseconds(createCalendar(office), Date.UTC(2026, 4, 12), Date.UTC(2026, 4, 11))).toBe(0)
  })

  it('finds the next opening, however far, and none where there is none', () => {
    const calendar = createCalendar(office)
    const monday = Date.parse('2026-05-11T09:00+02:00')
    expect(nextOpening(calendar, monday - 3 * dayMs)).toBe(monday)
    expect(nextOpening(calendar, monday + 5)).toBe(monday + 5)
    expect(nextOpening(calendar, monday - 3 * dayMs, monday - 1)).toBeNull()
    const once = workingHours('UTC', {}, [{ date: '2040-01-02', ranges: [['10:00', '11:00']] }])
    expect(nextOpening(createCalendar(once), monday)).toBe(Date.parse('2040-01-02T10:00Z'))
    expect(nextOpening(createCalendar(workingHours('UTC', {})), monday)).toBeNull()
  })
})

// ── properties ───────────────────────────────────────────────────────────────────────────────────────────────────

const clock = fc
  .integer({ min: 0, max: 1439 })
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  )
// Overlapping ranges too: the calendar takes their union, whoever made them.
const ranges = fc.array(fc.tuple(clock, clock), { maxLength: 3 }) as fc.Arbitrary<readonly ClockRange[]>
/** A zone and the middle of some days in which its clock does something. */
const places = fc.constantFrom(
  ['UTC', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Asia/Kathmandu', '2026-05-11'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Sao_Paulo', '2018-02-18'],
  ['America/Havana', '2026-11-01'],
  ['Pacific/Apia', '2011-12-30'],
  ['Africa/Casablanca', '2026-02-15'],
  ['Europe/Berlin', '2026-12-31'],
) as fc.Arbitrary<readonly [zone: string, day: string]>

const situation = fc
  .record({
    place: places,
    days: fc.tuple(ranges, ranges, ranges, ranges, ranges, ranges, ranges),
    special: fc.option(ranges),
    offsets: fc.array(fc.integer({ min: -3 * 1440, max: 3 * 1440 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ place: [zone, day], days, special, offsets }) => {
    const week = Object.fromEntries(weekdays.map((weekday, index) => [weekday, days[index] ?? []]))
    const hours = workingHours(zone, week, special === null ? [] : [{ date: day, ranges: special }])
    const instants = offsets
      .map((minute) => Date.parse(day) + minute * 60_000)
      .sort((one, other) => one - other)
    return { hours, instants: instants as [number, number, number] }
  })

describe('for any rules in any zone', () => {
  it('equals a count minute by minute', () => {
    fc.assert(
      fc.property(situation, ({ hours, instants: [from, , to] }) => {
        expect(openMilliseconds(createCalendar(hours), from, to) / 60_000).toBe(openMinutes(hours, from, to))
      }),
      { numRuns: 100 },
    )
  })

  it('adds up, never shrinks, and is never more than what went by', () => {
    fc.assert(
      fc.property(situation, fc.nat(59_999), ({ hours, instants }, odd) => {
        const [a, b, c] = instants.map((at, index) => at + index * odd) as [number, number, number]
        const calendar = createCalendar(hours)
        const [ab, bc, ac] = [
          openMilliseconds(calendar, a, b),
          openMilliseconds(calendar, b, c),
          openMilliseconds(calendar, a, c),
        ]
        expect(ab + bc).toBe(ac)
        expect(ac).toBeGreaterThanOrEqual(ab)
        expect(ac).toBeLessThanOrEqual(c - a)
      }),
      { numRuns: 300 },
    )
  })

  it('is open exactly where the next millisecond counts, and opens next where it says', () => {
    fc.assert(
      fc.property(situation, ({ hours, instants: [at] }) => {
        const calendar = createCalendar(hours)
        expect(isOpen(calendar, at)).toBe(openMilliseconds(calendar, at, at + 1) === 1)
        const next = nextOpening(calendar, at)
        if (next === null) return
        expect(isOpen(calendar, next)).toBe(true)
        expect(openMilliseconds(calendar, at, next)).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('does not depend on the years a calendar happened to cover', () => {
    fc.assert(
      fc.property(
        situation,
        fc.integer({ min: 2005, max: 2040 }),
        ({ hours, instants: [from, , to] }, year) => {
          const elsewhere = buildCalendar(hours, Date.UTC(year, 5), Date.UTC(year, 6))
          expect(openMilliseconds(elsewhere, from, to)).toBe(
            openMilliseconds(createCalendar(hours), from, to),
          )
        },
      ),
      { numRuns: 50 },
    )
  })
})
