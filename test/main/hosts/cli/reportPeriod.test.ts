import { describe, expect, it } from 'vitest'
import { lastFinishedPeriod } from '../../../../src/main/hosts/cli/reportPeriod.ts'
import { toZonedIso } from '../../../../src/shared/period.ts'

const period = (template: string, now: string, zone = 'Europe/Berlin') => {
  const { from, to } = lastFinishedPeriod(template, Date.parse(now), zone)
  return [toZonedIso(from, zone), toZonedIso(to, zone)].map((text) => text.slice(0, 10)).join(' ')
}

describe('the last finished period', () => {
  it.each([
    ['day', '2026-05-13T14:00:00Z', '2026-05-12 2026-05-13'],
    ['weekly', '2026-05-13T14:00:00Z', '2026-05-04 2026-05-11'],
    ['weekly', '2026-05-10T22:00:00Z', '2026-05-04 2026-05-11'],
    ['my own', '2026-05-13T14:00:00Z', '2026-05-04 2026-05-11'],
    ['constructor', '2026-05-13T14:00:00Z', '2026-05-04 2026-05-11'],
    ['month', '2026-05-31T22:00:00Z', '2026-05-01 2026-06-01'],
    ['quarter', '2026-05-13T14:00:00Z', '2026-01-01 2026-04-01'],
    ['quarter', '2026-01-01T00:00:00Z', '2025-10-01 2026-01-01'],
    ['quarter', '2026-06-30T22:00:00Z', '2026-04-01 2026-07-01'],
  ])('of %s at %s is %s', (template, now, expected) => {
    expect(period(template, now)).toBe(expected)
  })

  it('is the zone’s own, however far it is from ours', () => {
    expect(period('quarter', '2026-06-30T10:00:00Z', 'Pacific/Kiritimati')).toBe('2026-04-01 2026-07-01')
    expect(period('quarter', '2026-07-01T10:00:00Z', 'Pacific/Pago_Pago')).toBe('2026-01-01 2026-04-01')
  })
})
