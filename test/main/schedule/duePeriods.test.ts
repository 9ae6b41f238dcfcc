import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newestPeriod, nextDue, periodsDue, type Rhythm } from '../../../src/main/schedule/duePeriods.ts'
import { dayMs, toZonedIso } from '../../../src/shared/period.ts'
import { schedulePeriods } from '../../../src/shared/reporting.ts'

const berlin: Rhythm = { every: 'day', on: 1, at: '07:00', zone: 'Europe/Berlin' }
const at = (text: string) => Date.parse(text)

function shown(rhythm: Rhythm, after: string, until: string): readonly string[] {
  return periodsDue(rhythm, at(after), at(until)).map(({ from, to, dueAt }) =>
    [dueAt, from, to].map((moment) => toZonedIso(moment, rhythm.zone).slice(0, 16)).join(' '),
  )
}

describe('periods that fall due', () => {
  it('are the day before, every morning', () => {
    expect(shown(berlin, '2026-05-04T00:00Z', '2026-05-06T06:00Z')).toEqual([
      '2026-05-04T07:00 2026-05-03T00:00 2026-05-04T00:00',
      '2026-05-05T07:00 2026-05-04T00:00 2026-05-05T00:00',
      '2026-05-06T07:00 2026-05-05T00:00 2026-05-06T00:00',
    ])
  })

  it('are the last whole week, whatever weekday it is asked for', () => {
    expect(shown({ ...berlin, every: 'week', on: 1 }, '2026-05-09T00:00Z', '2026-05-18T12:00Z')).toEqual([
      '2026-05-11T07:00 2026-05-04T00:00 2026-05-11T00:00',
      '2026-05-18T07:00 2026-05-11T00:00 2026-05-18T00:00',
    ])
    expect(shown({ ...berlin, every: 'week', on: 3 }, '2026-05-09T00:00Z', '2026-05-18T12:00Z')).toEqual([
      '2026-05-13T07:00 2026-05-04T00:00 2026-05-11T00:00',
    ])
  })

  it('are the last whole month', () => {
    expect(shown({ ...berlin, every: 'month', on: 2 }, '2026-01-05T00:00Z', '2026-03-05T00:00Z')).toEqual([
      '2026-02-02T07:00 2026-01-01T00:00 2026-02-01T00:00',
      '2026-03-02T07:00 2026-02-01T00:00 2026-03-01T00:00',
    ])
  })

  it('have 23 and 25 hours, and fall due once where the clocks skip or repeat their time', () => {
    const half = { ...berlin, at: '02:30' }
    expect(shown(half, '2026-03-28T12:00Z', '2026-03-30T12:00Z')).toEqual([
      '2026-03-29T03:00 2026-03-28T00:00 2026-03-29T00:00',
      '2026-03-30T02:30 2026-03-29T00:00 2026-03-30T00:00',
    ])
    expect(shown(half, '2026-10-24T12:00Z', '2026-10-26T12:00Z')).toEqual([
      '2026-10-25T02:30 2026-10-24T00:00 2026-10-25T00:00',
      '2026-10-26T02:30 2026-10-25T00:00 2026-10-26T00:00',
    ])
    const [, long] = periodsDue(half, at('2026-10-24T12:00Z'), at('2026-10-26T12:00Z'))
    expect((long!.to - long!.from) / 3_600_000).toBe(25)
  })

  it('do not name a day that a zone left out', () => {
    const samoa = { ...berlin, zone: 'Pacific/Apia' }
    expect(shown(samoa, '2011-12-29T00:00Z', '2012-01-01T20:00Z').map((line) => line.slice(17))).toEqual([
      '2011-12-28T00:00 2011-12-29T00:00',
      '2011-12-29T00:00 2011-12-31T00:00',
      '2011-12-31T00:00 2012-01-01T00:00',
      '2012-01-01T00:00 2012-01-02T00:00',
    ])
  })

  const rhythm: fc.Arbitrary<Rhythm> = fc.record({
    every: fc.constantFrom(...schedulePeriods),
    on: fc.integer({ min: 1, max: 7 }),
    at: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '59'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`),
    zone: fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'America/Sao_Paulo',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'America/Santiago',
      'Pacific/Apia',
      'UTC',
    ),
  })
  const start = fc.integer({ min: at('2011-06-01T00:00Z'), max: at('2027-01-01T00:00Z') })

  it('follow one another without a gap over two years, each after its end', () => {
    fc.assert(
      fc.property(rhythm, start, (when, from) => {
        const due = periodsDue(when, from, from + 730 * dayMs)
        expect(due.length).toBeGreaterThanOrEqual({ day: 727, week: 103, month: 23 }[when.every])
        due.forEach((period, index) => {
          expect(period.dueAt).toBeGreaterThanOrEqual(period.to)
          if (index === 0) return
          const before = due[index - 1]!
          expect(period.from).toBe(before.to)
          expect(period.dueAt).toBeGreaterThan(before.dueAt)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('are the same however often somebody looks', () => {
    fc.assert(
      fc.property(rhythm, start, fc.array(fc.nat(120 * dayMs), { maxLength: 12 }), (when, from, cuts) => {
        const until = from + 120 * dayMs
        const looks = [...cuts.map((cut) => from + cut).toSorted((one, other) => one - other), until]
        const seen = looks.flatMap((look, index) => periodsDue(when, looks[index - 1] ?? from, look))
        expect(seen).toEqual(periodsDue(when, from, until))
      }),
      { numRuns: 60 },
    )
  })

  it('come next as they come at all', () => {
    fc.assert(
      fc.property(rhythm, start, (when, from) => {
        const next = nextDue(when, from)
        expect(periodsDue(when, from, next.dueAt)).toEqual([next])
        const newest = newestPeriod(when, next.dueAt)
        expect(newest.to).toBeLessThanOrEqual(next.dueAt)
        expect(newest.to).toBeGreaterThanOrEqual(next.to)
      }),
      { numRuns: 60 },
    )
  })
})
