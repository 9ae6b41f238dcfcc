import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldMoment, stepped, typedMoment } from '../../../src/renderer/assignments/moment.ts'

const zone = 'Europe/Berlin'
const now = Date.UTC(2026, 4, 12, 12, 32, 41)
const minute = 60_000

describe('stepped', () => {
  it('goes back from now by whole minutes, and from there by minutes and hours', () => {
    const first = stepped(null, 'minuteBack', now)
    expect(first).toBe(Date.UTC(2026, 4, 12, 12, 31))
    expect(stepped(first, 'hourBack', now)).toBe(Date.UTC(2026, 4, 12, 11, 31))
  })

  it('ends at now and never ahead of it', () => {
    expect(stepped(now - 2 * minute, 'minute', now)).toBe(Date.UTC(2026, 4, 12, 12, 31))
    expect(stepped(Date.UTC(2026, 4, 12, 12, 31), 'minute', now)).toBeNull()
    expect(stepped(Date.UTC(2026, 4, 12, 12, 0), 'hour', now)).toBeNull()
  })
})

describe('typedMoment', () => {
  it('reads what the field holds, also over a change of the clocks', () => {
    const late = Date.UTC(2027, 0, 1)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Math.floor(late / minute) - 1 }), (minutes) => {
        const at = minutes * minute
        const read = typedMoment(fieldMoment(at, zone), late, zone)
        // The hour that comes twice is read as one of the two.
        expect([at, at - 60 * minute, at + 60 * minute]).toContain(read)
      }),
    )
    expect(fieldMoment(Date.UTC(2026, 4, 12, 12, 5), zone)).toBe('2026-05-12T14:05')
  })

  it('takes what lies ahead for now, and half a date for none', () => {
    expect(typedMoment('2026-05-12T14:33', now, zone)).toBeNull()
    expect(typedMoment('2026-05-12T14:31', now, zone)).toBe(Date.UTC(2026, 4, 12, 12, 31))
    expect(typedMoment('2026-05-', now, zone)).toBeUndefined()
    expect(typedMoment('', now, zone)).toBeUndefined()
  })
})
