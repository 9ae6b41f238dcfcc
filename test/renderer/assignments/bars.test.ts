import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisOf, laneCount, packLanes, type HeldBar } from '../../../src/renderer/assignments/bars.ts'

const hour = 3_600_000
const day = { from: Date.UTC(2026, 4, 12), to: Date.UTC(2026, 4, 13) }

function bar(conversation: string, from: number, to: number | null, waits: HeldBar['waits'] = []): HeldBar {
  return {
    conversation,
    from: day.from + from * hour,
    to: to === null ? null : day.from + to * hour,
    passedOn: false,
    source: 'stated',
    replies: [],
    waits,
  }
}

describe('axisOf', () => {
  it('shows the hours in which something changed hands, up to the hour of now', () => {
    const axis = axisOf([bar('a', 8.2, 9), bar('b', 10, null)], day, day.from + 14.5 * hour)
    expect([axis.from, axis.to].map((at) => (at - day.from) / hour)).toEqual([8, 15])
    expect(axis.now).toBe(day.from + 14.5 * hour)
    expect(axis.ticks).toHaveLength(8)
  })

  it('is not widened by what was held from the day before', () => {
    const axis = axisOf([bar('night', -9, 10), bar('b', 9.5, 13.9)], day, day.to + hour)
    expect((axis.from - day.from) / hour).toBe(9)
    expect(axis.now).toBeNull()
  })

  it('is the whole day when nothing happened', () => {
    expect(axisOf([], day, day.to + hour)).toMatchObject(day)
  })
})

describe('packLanes', () => {
  it('cuts bars and waits to the axis and ends what is still held at now', () => {
    const now = day.from + 12 * hour
    const held = bar('a', 8, null, [{ from: day.from + 11 * hour, to: null }])
    const [placed] = packLanes([held], axisOf([held], day, now), 0)
    expect(placed).toMatchObject({ lane: 0, to: now, waits: [{ from: day.from + 11 * hour, to: now }] })
  })

  it('never lets two bars of one lane meet, and needs no more lanes than are held at once', () => {
    const bars = fc.array(
      fc.record({
        from: fc.double({ min: 0, max: 23, noNaN: true }),
        long: fc.double({ min: 0.01, max: 6, noNaN: true }),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(bars, (spans) => {
        const held = spans.map(({ from, long }, index) => bar(String(index), from, Math.min(24, from + long)))
        const placed = packLanes(held, axisOf(held, day, day.to + hour), 0)
        for (const one of placed)
          for (const other of placed)
            if (one !== other && one.lane === other.lane)
              expect(one.to <= other.from || other.to <= one.from).toBe(true)
        const atOnce = placed.map(
          (one) => placed.filter((other) => other.from <= one.from && other.to > one.from).length,
        )
        expect(laneCount(placed)).toBe(Math.max(0, ...atOnce))
      }),
    )
  })
})
