import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayKey,
  hourMs,
  hourOf,
  isZone,
  localInstant,
  monthKey,
  offsetAt,
  parseBoundary,
  periodOf,
  presets,
  isHeldWhole,
  previousPeriod,
  startOfDay,
  startOfMonth,
  startOfWeek,
  toZonedIso,
  weekdayOf,
  weekKey,
} from '../../src/shared/period.ts'

const berlin = 'Europe/Berlin'
const zone = fc.constantFrom(
  'UTC',
  berlin,
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
)
const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) })

function show(period: { from: number; to: number }, name = berlin): string[] {
  return [toZonedIso(period.from, name), toZonedIso(period.to, name)]
}

describe('the clock of a zone', () => {
  it('is that of Intl, at any instant', () => {
    fc.assert(
      fc.property(instant, zone, (ms, name) => {
        const parts = new Intl.DateTimeFormat('en-CA', {
          timeZone: name,
          hourCycle: 'h23',
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
        }).formatToParts(ms)
        const part = (type: string) => parts.find((entry) => entry.type === type)?.value
        expect(`${dayKey(ms, name)} ${hourOf(ms, name)}`).toBe(
          `${part('year')}-${part('month')}-${part('day')} ${Number(part('hour'))}`,
        )
      }),
      { numRuns: 500 },
    )
  })
  it('changes at its very millisecond', () => {
    const spring = Date.UTC(2026, 2, 29, 1)
    expect([offsetAt(spring - 1, berlin), offsetAt(spring, berlin)]).toEqual([hourMs, 2 * hourMs])
  })
  it('knows years far away', () => {
    expect(toZonedIso(Date.UTC(9999, 6, 1), berlin)).toBe('9999-07-01T02:00:00+02:00')
    expect(() => dayKey(-62_135_596_800_000, 'UTC')).not.toThrow()
  })
})

describe('days', () => {
  it('begin with the first instant of their date', () => {
    fc.assert(
      fc.property(instant, zone, (ms, name) => {
        const start = startOfDay(ms, name)
        expect(start).toBeLessThanOrEqual(ms)
        expect(dayKey(start, name)).toBe(dayKey(ms, name))
        expect(dayKey(start - 1, name)).not.toBe(dayKey(ms, name))
        expect(startOfDay(start, name)).toBe(start)
      }),
      { numRuns: 500 },
    )
  })
  it('follow one another: the next begins where the one before ends', () => {
    fc.assert(
      fc.property(instant, zone, (ms, name) => {
        const start = startOfDay(ms, name)
        const next = addDays(start, 1, name)
        expect(startOfDay(next, name)).toBe(next)
        expect(dayKey(next - 1, name)).toBe(dayKey(start, name))
      }),
    )
  })
  it.each([
    [berlin, '2026-03-29', 23],
    [berlin, '2026-10-25', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    // Clocks went from midnight to one: the day begins at 01:00.
    ['America/Sao_Paulo', '2018-11-04', 23],
    // From midnight back to 23:00: the day before had 25 hours.
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['America/Havana', '2024-11-03', 25],
  ])('in %s %s has %d hours', (name, date, hours) => {
    const start = parseBoundary(date, name)
    expect(dayKey(start, name)).toBe(date)
    expect((addDays(start, 1, name) - start) / hourMs).toBe(hours)
  })
  it('that a zone skipped begin where the next one does', () => {
    expect(toZonedIso(parseBoundary('2011-12-30', 'Pacific/Apia'), 'Pacific/Apia')).toBe(
      '2011-12-31T00:00:00+14:00',
    )
  })
  it('keep the time of day when some are added', () => {
    const noon = parseBoundary('2026-03-28T12:00:00+01:00', berlin)
    expect(toZonedIso(addDays(noon, 1, berlin), berlin)).toBe('2026-03-29T12:00:00+02:00')
    expect(toZonedIso(addDays(noon, -30, berlin), berlin)).toBe('2026-02-26T12:00:00+01:00')
  })
})

describe('weeks and months', () => {
  it.each([
    ['2026-01-01', '2026-W01', 4],
    ['2025-12-29', '2026-W01', 1],
    ['2027-01-03', '2026-W53', 7],
    ['2026-05-11', '2026-W20', 1],
    ['2024-12-30', '2025-W01', 1],
  ])('%s lies in %s, its weekday is %d', (date, week, weekday) => {
    const ms = parseBoundary(date, berlin)
    expect([weekKey(ms, berlin), weekdayOf(ms, berlin)]).toEqual([week, weekday])
  })
  it('begin on Monday and on the first', () => {
    const ms = parseBoundary('2026-03-31T23:30:00+02:00', berlin)
    expect(show({ from: startOfWeek(ms, berlin), to: startOfMonth(ms, berlin) })).toEqual([
      '2026-03-30T00:00:00+02:00',
      '2026-03-01T00:00:00+01:00',
    ])
    expect(monthKey(ms, berlin)).toBe('2026-03')
    expect(monthKey(ms, 'Asia/Tokyo')).toBe('2026-04')
  })
})

describe('a boundary', () => {
  it('is a day at midnight in the zone, or a time with its own', () => {
    expect(parseBoundary('2026-05-11', 'America/New_York')).toBe(Date.UTC(2026, 4, 11, 4))
    expect(parseBoundary(' 2026-05-11T09:00:00+02:00 ', 'UTC')).toBe(Date.UTC(2026, 4, 11, 7))
    expect(parseBoundary('2026-05-11t09:00:00.5z', berlin)).toBe(Date.UTC(2026, 4, 11, 9, 0, 0, 500))
  })
  it('says what it wants', () => {
    for (const text of [
      '',
      'today',
      '2026-02-30',
      '2026-02-30T00:00:00Z',
      '2026-05-11T09:00:00',
      '11.05.2026',
    ])
      expect(() => parseBoundary(text, 'UTC')).toThrow(/is no date: give a day such as 2026-05-11/)
    expect(() => parseBoundary('2026-05-11T25:00:00Z', 'UTC')).toThrow(RangeError)
    expect(() => parseBoundary('2026-05-11', 'Mars/Olympus')).toThrow(/is no time zone/)
  })
  it('survives the way out and back', () => {
    fc.assert(
      fc.property(instant, zone, (ms, name) => {
        expect(parseBoundary(toZonedIso(ms, name), 'UTC')).toBe(ms)
      }),
    )
  })
})

it('zones are IANA names', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', '+01:00', '', '../etc'].map(isZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

describe('periods by name', () => {
  const now = parseBoundary('2026-03-31T15:20:00+02:00', berlin)
  it.each([
    ['today', '2026-03-31', '2026-04-01'],
    ['yesterday', '2026-03-30', '2026-03-31'],
    ['last7', '2026-03-25', '2026-04-01'],
    ['last28', '2026-03-04', '2026-04-01'],
    ['this-week', '2026-03-30', '2026-04-06'],
    ['last-week', '2026-03-23', '2026-03-30'],
    ['this-month', '2026-03-01', '2026-04-01'],
    ['last-month', '2026-02-01', '2026-03-01'],
  ] as const)('%s is from %s to %s', (preset, from, to) => {
    expect(periodOf(preset, now, berlin)).toEqual({
      from: parseBoundary(from, berlin),
      to: parseBoundary(to, berlin),
    })
  })
  it('are all there', () => {
    expect(presets).toHaveLength(8)
  })
})

describe('the period before', () => {
  const before = (from: string, to: string) =>
    show(previousPeriod(parseBoundary(from, berlin), parseBoundary(to, berlin), berlin)).map((text) =>
      text.slice(0, 16),
    )
  it.each([
    ['May against April', '2026-05-01', '2026-06-01', '2026-04-01T00:00'],
    ['March against February', '2026-03-01', '2026-04-01', '2026-02-01T00:00'],
    ['a quarter', '2026-04-01', '2026-07-01', '2026-01-01T00:00'],
    ['a year', '2025-01-01', '2026-01-01', '2024-01-01T00:00'],
    ['seven days over a change of clocks', '2026-03-27', '2026-04-03', '2026-03-20T00:00'],
    ['two months are so many days', '2026-02-01', '2026-04-01', '2025-12-04T00:00'],
    ['part of a day', '2026-05-11T09:00:00+02:00', '2026-05-11T12:00:00+02:00', '2026-05-11T06:00'],
  ])('%s', (_, from, to, expected) => {
    expect(before(from, to)).toEqual([expected, from.length > 10 ? '2026-05-11T09:00' : `${from}T00:00`])
  })

  it('compares what has passed of an unfinished period with as much of the one before', () => {
    const cut = (from: string, to: string, now: string) =>
      show(
        previousPeriod(
          parseBoundary(from, berlin),
          parseBoundary(to, berlin),
          berlin,
          parseBoundary(now, berlin),
        ),
      ).map((text) => text.slice(0, 16))
    // Today until 14:32 against yesterday until 14:32.
    expect(cut('2026-05-11', '2026-05-12', '2026-05-11T14:32:00+02:00')).toEqual([
      '2026-05-10T00:00',
      '2026-05-10T14:32',
    ])
    // The day after the clocks went forward: the same wall time, although the day before had 23 hours.
    expect(cut('2026-03-30', '2026-03-31', '2026-03-30T14:32:00+02:00')).toEqual([
      '2026-03-29T00:00',
      '2026-03-29T14:32',
    ])
    // February ends before the 30th: all of it.
    expect(cut('2026-03-01', '2026-04-01', '2026-03-30T12:00:00+02:00')).toEqual([
      '2026-02-01T00:00',
      '2026-03-01T00:00',
    ])
    // Over, or not begun: whole.
    expect(cut('2026-05-10', '2026-05-11', '2026-05-11')).toEqual(['2026-05-09T00:00', '2026-05-10T00:00'])
    expect(cut('2026-05-10', '2026-05-11', '2026-05-10')).toEqual(['2026-05-09T00:00', '2026-05-10T00:00'])
  })
})

describe('a local time', () => {
  it.each([
    ['2026-05-11T09:00', '2026-05-11T07:00:00Z'],
    // Skipped in spring: the instant of the skip. Twice in autumn: the first.
    ['2026-03-29T02:30', '2026-03-29T01:00:00Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00Z'],
  ])('%s is %s in Berlin', (text, instant) =>
    expect(localInstant(text, 'Europe/Berlin')).toBe(Date.parse(instant)),
  )
  it.each(['', '9:00', '2026-05-11', '2026-05-11T09:00Z', '2026-05-11T99:00'])('%j is none', (text) =>
    expect(localInstant(text, 'Europe/Berlin')).toBeNaN(),
  )
})

describe('what is held of a period', () => {
  const hour = 3_600_000
  const week = { from: 1000 * hour, to: 1168 * hour }
  it('is all of it where the first message comes early in it', () => {
    expect(isHeldWhole(week, { from: week.from - hour, to: week.to })).toBe(true)
    expect(isHeldWhole(week, { from: week.from + 8 * hour, to: week.to })).toBe(true)
  })
  it('is not where the data begins within it, after it, or nowhere', () => {
    expect(isHeldWhole(week, { from: week.from + 48 * hour, to: week.to })).toBe(false)
    expect(isHeldWhole(week, { from: week.to + hour, to: week.to + 2 * hour })).toBe(false)
    expect(isHeldWhole(week, null)).toBe(false)
  })
})
