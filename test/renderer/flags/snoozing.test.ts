import { describe, expect, it } from 'vitest'
import { fieldTime, restUntil, typedTime } from '../../../src/renderer/flags/snoozing.ts'

const zone = 'Europe/Berlin'

describe('a rest', () => {
  it('lasts a quarter of an hour or an hour', () => {
    expect(restUntil('quarter', 0, zone)).toBe(900_000)
    expect(restUntil('hour', 0, zone)).toBe(3_600_000)
  })

  it.each([
    ['an ordinary night', '2026-05-11T21:00:00Z', '2026-05-12T07:00:00Z'],
    ['just after midnight', '2026-05-11T22:01:00Z', '2026-05-13T07:00:00Z'],
    ['the night that is an hour shorter', '2026-03-28T20:00:00Z', '2026-03-29T07:00:00Z'],
    ['the night that is an hour longer', '2026-10-24T20:00:00Z', '2026-10-25T08:00:00Z'],
  ])('ends at nine of the next local day after %s', (_, now, until) => {
    expect(new Date(restUntil('tomorrow', Date.parse(now), zone)).toISOString()).toBe(
      new Date(until).toISOString(),
    )
  })

  it('is typed in the zone, and only ahead', () => {
    const now = Date.parse('2026-05-11T12:00:00Z')
    expect(typedTime('2026-05-11T14:30', now, zone)).toBe(Date.parse('2026-05-11T12:30:00Z'))
    expect(typedTime('2026-05-11T14:00', now, zone)).toBeNull()
    for (const typed of ['', 'tomorrow', '2026-05-11', '2026-13-40T99:99'])
      expect(typedTime(typed, now, zone)).toBeNull()
  })

  it('stands in a field as the zone’s clocks show it', () => {
    const at = Date.parse('2026-05-11T12:30:00Z')
    expect(fieldTime(at, zone)).toBe('2026-05-11T14:30')
    expect(typedTime(fieldTime(at, zone), 0, zone)).toBe(at)
  })
})
