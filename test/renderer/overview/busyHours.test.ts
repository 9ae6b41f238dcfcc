import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { busyHours, occurrences, peakOf, stepInGrid } from '../../../src/renderer/overview/busyHours.ts'

const berlin = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function placeInBerlin(at: number): { weekday: number; hour: number } {
  const parts = Object.fromEntries(berlin.formatToParts(at).map((part) => [part.type, part.value]))
  return { weekday: weekdays.indexOf(parts['weekday'] ?? '') + 1, hour: Number(parts['hour']) }
}

function received(key: string, count: number): Parameters<typeof busyHours>[0][number] {
  return { key: { 'weekday-hour': key }, metrics: { messages_received: { value: count } } }
}

describe('busy hours', () => {
  it('divides by the Mondays there were', () => {
    const from = Date.parse('2026-04-27T00:00:00+02:00')
    const to = Date.parse('2026-05-11T00:00:00+02:00')
    const cells = busyHours([received('1-10', 152)], occurrences(from, to, placeInBerlin))
    expect(peakOf(cells)).toMatchObject({ weekday: 1, hour: 10, times: 2, mean: 76, step: 6 })
  })

  it('knows that the clock skips an hour in March and repeats one in October', () => {
    const march = occurrences(
      Date.parse('2026-03-29T00:00:00+01:00'),
      Date.parse('2026-03-30T00:00:00+02:00'),
      placeInBerlin,
    )
    expect(march.get('7-02')).toBeUndefined()
    expect(march.get('7-03')).toBe(1)
    const october = occurrences(
      Date.parse('2026-10-25T00:00:00+02:00'),
      Date.parse('2026-10-26T00:00:00+01:00'),
      placeInBerlin,
    )
    expect(october.get('7-02')).toBe(2)
  })

  it('has no mean for an hour that did not occur, and zero for one in which nothing came', () => {
    const monday = Date.parse('2026-05-11T00:00:00+02:00')
    const cells = busyHours([], occurrences(monday, monday + 3_600_000, placeInBerlin))
    expect(cells).toHaveLength(168)
    expect(cells[0]).toMatchObject({ key: '1-00', mean: 0, step: 0 })
    expect(cells[1]).toMatchObject({ key: '1-01', mean: null, step: null })
    expect(peakOf(cells)).toBeNull()
  })

  it('colours anything above nothing, and only the busiest with the last step', () => {
    const times = new Map([
      ['1-09', 1],
      ['1-10', 1],
      ['1-11', 1],
    ])
    const cells = busyHours([received('1-09', 1), received('1-10', 1000)], times)
    expect(cells.slice(9, 12).map((cell) => cell.step)).toEqual([1, 6, 0])
  })

  it('keeps the arrow keys inside the grid', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 167 }), fc.array(keys), (start, pressed) => {
        const end = pressed.reduce((index, key) => stepInGrid(index, key) ?? -1, start)
        expect(end).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThan(168)
      }),
    )
    expect(stepInGrid(0, 'ArrowDown')).toBe(24)
    expect(stepInGrid(30, 'End')).toBe(47)
    expect(stepInGrid(30, 'x')).toBeNull()
  })
})
