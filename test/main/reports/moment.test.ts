import { describe, expect, it } from 'vitest'
import { momentOf, unitOf } from '../../../src/main/reports/moment.ts'

const to = Date.parse('2026-05-11T00:00:00+02:00')
const hour = 3_600_000
const span = { from: 0, to: to - hour }
const moment = (completeTo: number | null, clock: number) =>
  momentOf({ to }, { completeTo, clock, workspace: { span } as Parameters<typeof momentOf>[1]['workspace'] })

describe('the moment a report is of', () => {
  it('never depends on the clock once the period is over', () => {
    for (const clock of [to, to + hour, to + 1000 * hour]) {
      expect(moment(to + 2 * hour, clock)).toBe(to + 2 * hour)
      expect(moment(null, clock)).toBe(to)
    }
  })
  it('is how far an unfinished one is known, and the clock where nobody can say', () => {
    expect(moment(to - 5 * hour, to - hour)).toBe(to - 5 * hour)
    expect(moment(null, to - hour)).toBe(to - hour)
    expect(moment(to + hour, to - hour)).toBe(to - hour)
  })
})

describe('the unit of a period', () => {
  const at = (text: string) => Date.parse(`${text}T00:00:00Z`)
  it.each([
    ['2026-05-04', '2026-05-05', 'day'],
    ['2026-05-04', '2026-05-11', 'week'],
    ['2026-05-05', '2026-05-12', 'days'],
    ['2026-02-01', '2026-03-01', 'month'],
    ['2026-04-01', '2026-07-01', 'quarter'],
    ['2026-05-01', '2026-08-01', 'days'],
    ['2026-01-01', '2027-01-01', 'year'],
  ])('from %s to %s is a %s', (from, until, unit) => {
    expect(unitOf({ from: at(from), to: at(until), zone: 'UTC' })).toBe(unit)
  })
})
