import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failed } from '../../../src/main/engine/failure.ts'
import { createCalendar, openMilliseconds } from '../../../src/main/hours/calendar.ts'
import { readHolidays, type Holidays } from '../../../src/main/hours/holidays.ts'
import type { WorkingHours } from '../../../src/shared/hours.ts'
import { hourMs } from '../../../src/shared/period.ts'
import { workingHours } from './hours.ts'

const now = Date.parse('2026-11-21T12:00Z')
/** Weekdays with a lunch, and a night from Friday. */
const office = workingHours('Europe/Berlin', {
  mon: [
    ['09:00', '12:30'],
    ['13:30', '18:00'],
  ],
  tue: [['09:00', '18:00']],
  wed: [['09:00', '18:00']],
  thu: [['09:00', '18:00']],
  fri: [['22:00', '06:00']],
  sat: [['08:00', '12:00']],
})

function file(...components: readonly (readonly string[])[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...components.flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

let uids = 0
function event(name: string, ...lines: readonly string[]): readonly string[] {
  const uid = lines.some((line) => line.startsWith('UID:')) ? [] : [`UID:${(uids += 1)}`]
  return ['BEGIN:VEVENT', ...uid, `SUMMARY:${name}`, ...lines, 'END:VEVENT']
}

function read(text: string, hours: WorkingHours = office): Holidays {
  return readHolidays(text, hours, now)
}

/** Dates with their ranges: `2026-12-25` or `2026-12-24 09:00-12:00`. */
function days(holidays: Holidays): readonly string[] {
  return holidays.days.map(({ date, ranges }) => [date, ...ranges.map((range) => range.join('-'))].join(' '))
}

describe('events of whole days', () => {
  it('closes the days, with their names', () => {
    const text = file(
      event('Christmas Day', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226'),
      event('New Year\\, at last', 'DTSTART;VALUE=DATE:20270101'),
    )
    expect(read(text)).toEqual({
      days: [
        { date: '2026-12-25', name: 'Christmas Day', ranges: [] },
        { date: '2027-01-01', name: 'New Year, at last', ranges: [] },
      ],
      skipped: [],
      taken: 2,
    })
  })

  it('closes each day of several, the last one being the day before the end', () => {
    const text = file(event('Inventory', 'DTSTART;VALUE=DATE:20261228', 'DTEND;VALUE=DATE:20261231'))
    expect(days(read(text))).toEqual(['2026-12-28', '2026-12-29', '2026-12-30'])
    expect(days(read(file(event('Inventory', 'DTSTART;VALUE=DATE:20261228', 'DURATION:P2D'))))).toHaveLength(
      2,
    )
  })

  it('joins the names of events of one day', () => {
    const day = 'DTSTART;VALUE=DATE:20261225'
    expect(read(file(event('Weihnachten', day), event('Noël', day))).days).toEqual([
      { date: '2026-12-25', name: 'Weihnachten, Noël', ranges: [] },
    ])
  })

  it('reads folded lines, a byte order mark and bare line feeds', () => {
    const text = file(event('A very long n', ' ame', 'DTSTART;VALUE=DATE:20261225'))
    expect(read(`\uFEFF${text.replaceAll('\r\n', '\n')}`).days[0]?.name).toBe('A very long name')
  })
})

describe('repeating events', () => {
  it('follows yearly ones from last year until five years from now, less those taken out', () => {
    const text = file(
      event('Christmas Day', 'DTSTART;VALUE=DATE:19900101', 'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25'),
      event(
        'Labour Day',
        'DTSTART;VALUE=DATE:20200501',
        'RRULE:FREQ=YEARLY',
        'EXDATE;VALUE=DATE:20270501,20280501',
      ),
    )
    expect(days(read(text))).toEqual([
      '2025-05-01',
      '2025-12-25',
      '2026-05-01',
      '2026-12-25',
      '2027-12-25',
      '2028-12-25',
      '2029-05-01',
      '2029-12-25',
      '2030-05-01',
      '2030-12-25',
      '2031-05-01',
    ])
  })

  it('knows the fourth Thursday, an end, and a list of dates', () => {
    const thanksgiving = event(
      'Thanksgiving',
      'DTSTART;VALUE=DATE:20201126',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231',
    )
    // The fourth Thursdays of November 2025, 2026 and 2027.
    expect(days(read(file(thanksgiving)))).toEqual(['2025-11-27', '2026-11-26', '2027-11-25'])
    const list = event('Bridge days', 'DTSTART;VALUE=DATE:20260515', 'RDATE;VALUE=DATE:20260605')
    expect(days(read(file(list)))).toEqual(['2026-05-15', '2026-06-05'])
  })

  it('has 29 February in leap years only', () => {
    const text = file(event('Leap day', 'DTSTART;VALUE=DATE:20200229', 'RRULE:FREQ=YEARLY'))
    expect(days(read(text))).toEqual(['2028-02-29'])
  })

  it('moves the occurrence an event replaces, and drops one that is cancelled', () => {
    const text = file(
      event('Party', 'UID:p', 'DTSTART;VALUE=DATE:20251212', 'RRULE:FREQ=YEARLY;COUNT=3'),
      event('Party', 'UID:p', 'RECURRENCE-ID;VALUE=DATE:20261212', 'DTSTART;VALUE=DATE:20261219'),
      event(
        'Party',
        'UID:p',
        'RECURRENCE-ID;VALUE=DATE:20271212',
        'DTSTART;VALUE=DATE:20271212',
        'STATUS:CANCELLED',
      ),
    )
    const holidays = read(text)
    expect(days(holidays)).toEqual(['2025-12-12', '2026-12-19'])
    expect(holidays.skipped).toMatchObject([{ what: 'Party', why: 'It is cancelled.' }])
    expect(holidays.taken).toBe(2)
  })

  it.each([
    'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'RRULE:FREQ=SECONDLY',
    'RRULE:FREQ=DAILY',
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=6MO',
    'RRULE:FREQ=WEEKLY;BYMONTHDAY=1',
    'RRULE:FREQ=YEARLY;BYYEARDAY=400',
    'RRULE:garbage',
  ])('comes to an end with %s', (rule) => {
    const years = rule === 'RRULE:FREQ=DAILY' ? '15000101' : '20200101'
    const holidays = read(
      file(event('Odd', `DTSTART;VALUE=DATE:${years}`, rule), event('Fine', 'DTSTART;VALUE=DATE:20261225')),
    )
    expect(days(holidays)).toEqual(['2026-12-25'])
    expect(holidays.skipped).toMatchObject([
      { what: 'Odd', why: expect.stringMatching(/^(It|The file) .*\.$/) },
    ])
  })

  it('gives up on a file of rules that never come true', () => {
    const never = event('Never', 'DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=6MO')
    const { skipped } = read(file(...Array.from({ length: 100 }, () => never)))
    expect(skipped).toHaveLength(100)
    expect(skipped.at(-1)?.why).toBe('The file repeats its events too often to follow them all.')
  })
})

describe('events with times', () => {
  it('takes its time out of the day, on the clock of the hours', () => {
    // Monday 23 November 2026: 12:00–15:00 leaves 09:00–12:00 and 15:00–18:00. 11:00Z is 12:00 in Berlin, 09:00 in New York 15:00.
    const expected = ['2026-11-23 09:00-12:00 15:00-18:00']
    const floating = event('Meeting', 'DTSTART:20261123T120000', 'DTEND:20261123T150000')
    const utc = event('Meeting', 'DTSTART:20261123T110000Z', 'DURATION:PT3H')
    const zoned = event(
      'Meeting',
      'DTSTART;TZID=America/New_York:20261123T060000',
      'DTEND;TZID=Europe/Berlin:20261123T150000',
    )
    for (const one of [floating, utc, zoned]) expect(days(read(file(one)))).toEqual(expected)
  })

  it('knows a zone only the file describes', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Our Office',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ]
    const winter = event(
      'Winter',
      'DTSTART;TZID=Our Office:20261124T090000',
      'DTEND;TZID=Our Office:20261124T120000',
    )
    const summer = event(
      'Summer',
      'DTSTART;TZID=Our Office:20260714T090000',
      'DTEND;TZID=Our Office:20260714T120000',
    )
    expect(days(read(file(zone, winter, summer)))).toEqual([
      '2026-07-14 12:00-18:00',
      '2026-11-24 12:00-18:00',
    ])
    expect(read(file(winter)).skipped).toMatchObject([
      { what: 'Winter', why: 'Its times are in "Our Office", a zone the file does not describe.' },
    ])
  })

  it('cuts a night in two: what is left after midnight begins on the next day', () => {
    // Friday 27 November 22:00–06:00 less 23:00–02:00 leaves 22:00–23:00, and 02:00–06:00 beside Saturday's 08:00–12:00.
    const text = file(event('Maintenance', 'DTSTART:20261127T230000', 'DTEND:20261128T020000'))
    const holidays = read(text)
    expect(days(holidays)).toEqual(['2026-11-27 22:00-23:00', '2026-11-28 02:00-06:00 08:00-12:00'])
    const calendar = createCalendar({ ...office, exceptions: holidays.days })
    const [from, to] = [Date.parse('2026-11-27T12:00+01:00'), Date.parse('2026-11-28T18:00+01:00')]
    // 8 h + 4 h as usual, less 3 h.
    expect(openMilliseconds(calendar, from, to) / hourMs).toBe(9)
  })

  it('takes the hours after midnight out of the night before', () => {
    // The night of Friday 27 November less Saturday 02:00–04:00.
    const text = file(event('Maintenance', 'DTSTART:20261128T020000', 'DTEND:20261128T040000'))
    expect(days(read(text))).toEqual(['2026-11-27 22:00-02:00', '2026-11-28 04:00-06:00 08:00-12:00'])
  })

  it('closes from one day into another', () => {
    // Tuesday 24 November 15:00 to Thursday 26 November 10:00.
    const text = file(event('Move', 'DTSTART:20261124T150000', 'DTEND:20261126T100000'))
    expect(days(read(text))).toEqual(['2026-11-24 09:00-15:00', '2026-11-25', '2026-11-26 10:00-18:00'])
  })

  it('leaves out what meets no working hours', () => {
    const holidays = read(file(event('Dinner', 'DTSTART:20261123T190000', 'DTEND:20261123T210000')))
    expect(holidays).toMatchObject({
      days: [],
      skipped: [{ what: 'Dinner', why: 'It lies outside the working hours.' }],
      taken: 0,
    })
  })
})

describe('a file read again', () => {
  it('leaves days that have hours of their own', () => {
    const text = file(
      event('Christmas Eve', 'DTSTART;VALUE=DATE:20261224'),
      event('Christmas Day', 'DTSTART;VALUE=DATE:20261225'),
    )
    const byHand = { ...office, exceptions: [{ date: '2026-12-24', ranges: [['09:00', '12:00'] as const] }] }
    const first = read(text, byHand)
    expect(days(first)).toEqual(['2026-12-25'])
    expect(first.skipped).toMatchObject([
      { what: 'Christmas Eve', why: 'Its days have hours of their own already; they stay.' },
    ])
    expect(read(text, { ...office, exceptions: first.days.concat(byHand.exceptions as never) }).days).toEqual(
      [],
    )
  })

  it('leaves them also where an event goes on beyond them', () => {
    const saturday = { date: '2026-11-28', ranges: [['10:00', '11:00'] as const] }
    const byHand = { ...office, exceptions: [saturday] }
    const fair = event('Fair', 'DTSTART;VALUE=DATE:20261127', 'DURATION:P2D')
    expect(days(read(file(fair), byHand))).toEqual(['2026-11-27'])
    const night = event('Maintenance', 'DTSTART:20261127T230000', 'DTEND:20261128T020000')
    expect(days(read(file(night), byHand))).toEqual(['2026-11-27 22:00-23:00'])
  })
})

describe('what cannot be read', () => {
  const christmas = event('Christmas Day', 'DTSTART;VALUE=DATE:20261225')

  it.each([
    ['holidays', 'The file is no calendar; the working hours are as they were.'],
    ['', 'The file is no calendar; the working hours are as they were.'],
    [
      'BEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD\r\n',
      'The file is no calendar; the working hours are as they were.',
    ],
    [file(), 'The calendar has no events; the working hours are as they were.'],
    [
      file(...Array.from({ length: 2001 }, () => christmas)),
      'The calendar has 2001 events, more than 2000; the working hours are as they were.',
    ],
    ['é'.repeat(2_700_000), 'The calendar file is larger than 5 MB; the working hours are as they were.'],
  ])('is refused as a whole: %#', (text, message) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'Failed', kind: 'invalid', message }))
  })

  it.each([
    [['DTSTART:garbage'], 'Its DTSTART cannot be read.'],
    [['DTSTART;VALUE=DATE:20260231'], 'Its DTSTART is no date that exists.'],
    [[], 'It does not say when it begins.'],
    [['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261220'], 'It ends before it begins.'],
    [['DTSTART:20261123T120000'], 'It takes no time.'],
    [['DTSTART;VALUE=DATE:20261225', 'DTEND:20261226T000000'], 'It begins with a day and ends with a time.'],
    [
      ['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20280101'],
      'It takes more than a year: no working hours would be left.',
    ],
    [['DTSTART;VALUE=DATE:19600101'], 'It is before 1970.'],
    [['DTSTART;VALUE=DATE:99990101'], 'It is after 2199.'],
    [['DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED'], 'It is cancelled.'],
    [
      ['a line that is none', 'DTSTART;VALUE=DATE:20261225'],
      'It is not written as an event is: a line of it cannot be read.',
    ],
  ])('is left out alone: %j', (lines, why) => {
    const holidays = read(file(event('Odd', ...lines), christmas))
    expect(holidays.skipped).toMatchObject([{ what: 'Odd', why }])
    expect(days(holidays)).toEqual(['2026-12-25'])
  })

  it('keeps what comes before the end of a file that is cut off', () => {
    const text = file(christmas, event('Cut', 'DTSTART;VALUE=DATE:20261226'))
    const holidays = read(text.slice(0, text.lastIndexOf('END:VEVENT')))
    expect(days(holidays)).toEqual(['2026-12-25'])
    expect(holidays.skipped).toMatchObject([{ what: 'Cut' }])
  })

  it('takes a title as text, whatever it says', () => {
    const text = file(event('<b>\u202Ex</b>\\n=1+1 👩‍👩‍👧'.padEnd(400, '🎄'), 'DTSTART;VALUE=DATE:20261225'))
    const name = read(text).days[0]?.name ?? ''
    expect(name.startsWith('<b>\u202Ex</b> =1+1 👩‍👩‍👧🎄')).toBe(true)
    expect(name.isWellFormed()).toBe(true)
    expect(name.length).toBeLessThanOrEqual(200)
  })

  it('never fails otherwise, whatever is changed in a file', () => {
    const whole = file(
      event(
        'Yearly',
        'DTSTART;VALUE=DATE:20200501',
        'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1MO',
        'EXDATE;VALUE=DATE:20270501',
      ),
      event('Meeting', 'DTSTART;TZID=Europe/Berlin:20261123T120000', 'DURATION:PT3H', 'STATUS:CONFIRMED'),
    )
    const change = fc.record({
      at: fc.nat(whole.length),
      length: fc.nat(12),
      by: fc.constantFrom('', ';', ':', '9', '\r\n', 'Z', '=', 'X-'),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let text = whole
        for (const { at, length, by } of changes) text = text.slice(0, at) + by + text.slice(at + length)
        try {
          for (const { date } of read(text).days) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
        } catch (error) {
          expect(error).toBeInstanceOf(Failed)
        }
      }),
      { numRuns: 300 },
    )
  })
})
