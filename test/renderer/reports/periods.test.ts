import { describe, expect, it } from 'vitest'
import {
  betterPeriod,
  boundsOf,
  chosenPeriodOf,
  type FinishedPeriod,
  finishedPeriods,
} from '../../../src/renderer/reports/report/periods.ts'
import { addDays, parseBoundary, periodOf } from '../../../src/shared/period.ts'

const zone = 'Europe/Berlin'
const at = (day: string) => parseBoundary(day, zone)
const days = (from: string, to: string) => ({ from: at(from), to: at(to) })

describe('a finished period', () => {
  it.each([
    ['2026-01-15', '2025-10-01', '2025-12-31'],
    ['2026-03-31', '2025-10-01', '2025-12-31'],
    ['2026-04-01', '2026-01-01', '2026-03-31'],
    ['2026-12-31', '2026-07-01', '2026-09-30'],
  ])('on %s the last quarter runs from %s to %s', (today, from, to) =>
    expect(chosenPeriodOf('last-quarter', at(today), zone)).toEqual({ from, to }),
  )

  it.each(finishedPeriods)('%s has ended, and the address says the same days', (period) => {
    const now = at('2026-05-13') + 9.5 * 3_600_000
    const chosen = chosenPeriodOf(period, now, zone)
    const bounds = boundsOf(period, now, zone)
    expect(bounds.to).toBeLessThanOrEqual(now)
    expect(bounds).toEqual(
      'preset' in chosen
        ? periodOf(chosen.preset, now, zone)
        : { from: at(chosen.from), to: addDays(at(chosen.to), 1, zone) },
    )
  })
})

describe('what is offered instead of a period', () => {
  const now = at('2026-05-13') + 9.5 * 3_600_000
  it('is nothing where it is over and as long as the template wants', () => {
    expect(betterPeriod('weekly', days('2026-05-04', '2026-05-11'), now)).toBeNull()
    expect(betterPeriod('month', days('2026-02-01', '2026-03-01'), now)).toBeNull()
    expect(betterPeriod('quarter', days('2026-01-01', '2026-04-01'), now)).toBeNull()
    expect(betterPeriod('day', days('2026-05-12', '2026-05-13'), now)).toBeNull()
  })

  it('is nothing for a template that suits any period', () =>
    expect(betterPeriod('campaign', days('2026-05-01', '2026-05-10'), now)).toBeNull())

  it('counts local days: the week the clocks change is a week', () => {
    expect(betterPeriod('weekly', days('2026-03-23', '2026-03-30'), now)).toBeNull()
    expect(betterPeriod('weekly', days('2025-10-20', '2025-10-27'), now)).toBeNull()
  })

  it.each<[string, readonly [string, string], FinishedPeriod]>([
    ['weekly', ['2026-05-11', '2026-05-18'], 'last-week'],
    ['own-1', ['2026-05-13', '2026-05-14'], 'yesterday'],
    ['own-1', ['2026-05-07', '2026-05-14'], 'last-week'],
    ['own-1', ['2026-04-16', '2026-05-14'], 'last-month'],
    ['own-1', ['2026-01-01', '2027-01-01'], 'last-quarter'],
  ])('is the last whole one where %s is asked of %s, which is not over', (template, [from, to], take) =>
    expect(betterPeriod(template, days(from, to), now)).toEqual({ why: 'unfinished', take }),
  )

  it('is the usual one where the length does not fit', () =>
    expect(betterPeriod('weekly', days('2026-04-01', '2026-05-01'), now)).toEqual({
      why: 'length',
      take: 'last-week',
    }))
})
