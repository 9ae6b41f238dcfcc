import { describe, expect, it } from 'vitest'
import { lastTime, nextTime, quietEndBefore, quietUntil } from '../../../src/main/telling/clockTimes.ts'

const zone = 'Europe/Berlin'
const night = { from: '22:00', to: '07:00' }
const at = (text: string) => Date.parse(text)

describe('quiet hours over midnight', () => {
  it.each([
    ['begin to the millisecond', '2026-05-11T21:59:59.999+02:00', null],
    ['hold', '2026-05-11T22:00:00+02:00', '2026-05-12T07:00:00+02:00'],
    ['hold after midnight', '2026-05-12T03:00:00+02:00', '2026-05-12T07:00:00+02:00'],
    ['end to the millisecond', '2026-05-12T07:00:00+02:00', null],
    // Clocks go from 02:00 to 03:00 on 29 March, and from 03:00 back to 02:00 on 25 October.
    ['are an hour shorter in spring', '2026-03-28T23:00:00+01:00', '2026-03-29T07:00:00+02:00'],
    ['are an hour longer in autumn', '2026-10-24T23:00:00+02:00', '2026-10-25T07:00:00+01:00'],
    ['hold in the night after the long day', '2026-10-25T23:00:00+01:00', '2026-10-26T07:00:00+01:00'],
    ['hold in the second 02:30 of autumn', '2026-10-25T02:30:00+01:00', '2026-10-25T07:00:00+01:00'],
  ])('%s', (_, now, until) => {
    expect(quietUntil(at(now), night, zone)).toBe(until === null ? null : at(until))
  })

  it('end where the clocks skip their end, and at its first showing where they show it twice', () => {
    const early = { from: '22:00', to: '02:30' }
    expect(quietUntil(at('2026-03-29T01:00:00+01:00'), early, zone)).toBe(at('2026-03-29T03:00:00+02:00'))
    expect(quietUntil(at('2026-10-25T01:00:00+02:00'), early, zone)).toBe(at('2026-10-25T02:30:00+02:00'))
    expect(quietUntil(at('2026-10-25T02:15:00+01:00'), early, zone)).toBeNull()
  })

  it('within a day end on that day, and the same time twice is the whole day', () => {
    const noon = { from: '12:00', to: '13:00' }
    expect(quietUntil(at('2026-05-11T12:30:00+02:00'), noon, zone)).toBe(at('2026-05-11T13:00:00+02:00'))
    expect(quietUntil(at('2026-05-11T13:00:00+02:00'), noon, zone)).toBeNull()
    const whole = { from: '09:00', to: '09:00' }
    for (const hour of ['03', '09', '15'])
      expect(quietUntil(at(`2026-05-11T${hour}:00:00+02:00`), whole, zone)).not.toBeNull()
  })

  it('know when they ended last, also yesterday', () => {
    expect(quietEndBefore(at('2026-05-11T21:00:00+02:00'), night, zone)).toBe(at('2026-05-11T07:00:00+02:00'))
    expect(quietEndBefore(at('2026-05-12T06:59:00+02:00'), night, zone)).toBe(at('2026-05-11T07:00:00+02:00'))
    expect(quietEndBefore(at('2026-05-12T06:59:00+02:00'), null, zone)).toBeNull()
  })
})

describe('a time of every day', () => {
  it('is found before and after any moment', () => {
    const five = at('2026-05-11T17:00:00+02:00')
    expect([lastTime('17:00', five, zone), nextTime('17:00', five - 1, zone)]).toEqual([five, five])
    expect(nextTime('17:00', five, zone)).toBe(at('2026-05-12T17:00:00+02:00'))
    expect(lastTime('17:00', five - 1, zone)).toBe(at('2026-05-10T17:00:00+02:00'))
  })

  it('keeps its local hour when the clocks change', () => {
    expect(nextTime('17:00', at('2026-03-28T18:00:00+01:00'), zone)).toBe(at('2026-03-29T17:00:00+02:00'))
    expect(nextTime('17:00', at('2026-10-24T18:00:00+02:00'), zone)).toBe(at('2026-10-25T17:00:00+01:00'))
    expect(nextTime('02:30', at('2026-03-28T12:00:00+01:00'), zone)).toBe(at('2026-03-29T03:00:00+02:00'))
  })
})
