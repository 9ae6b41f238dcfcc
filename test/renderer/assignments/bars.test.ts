import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Axis,
  axisOf,
  type AxisQuestion,
  type HeldBar,
  laneCount,
  packLanes,
} from '../../../src/renderer/assignments/bars.ts'

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

function axis(bars: readonly HeldBar[], now: number, more: Partial<AxisQuestion> = {}): Axis {
  return axisOf([bars], { day, now, at: now, zoom: 'day', ...more })
}

describe('axisOf', () => {
  it('shows the hours in which something changed hands, up to the hour of now', () => {
    const drawn = axis([bar('a', 8.2, 9), bar('b', 10, null)], day.from + 14.5 * hour)
    expect([drawn.from, drawn.to].map((at) => (at - day.from) / hour)).toEqual([8, 15])
    expect(drawn.line).toBe(day.from + 14.5 * hour)
    expect(drawn.ticks).toHaveLength(15)
  })

  it('is not widened by what was held from the day before', () => {
    const drawn = axis([bar('night', -9, 10), bar('b', 9.5, 13.9)], day.to + hour)
    expect((drawn.from - day.from) / hour).toBe(9)
    expect(drawn.line).toBeNull()
  })

  it('is the whole day when nothing happened', () => {
    expect(axis([], day.to + hour)).toMatchObject(day)
  })

  it('keeps the hours of the day while another moment of it is looked at', () => {
    const bars = [bar('a', 8.2, 9), bar('b', 10, 16.2)]
    const now = day.to + hour
    const drawn = axis(bars, now, { at: day.from + 9.75 * hour })
    expect(drawn).toEqual({ ...axis(bars, now), line: day.from + 9.75 * hour })
    expect(drawn.known).toBe(drawn.to)
  })

  it('zoomed in shows the hours before the moment and stays within the day', () => {
    const now = day.to + hour
    const drawn = (at: number, zoom: 'hours' | 'hour') => {
      const { from, to } = axis([bar('a', 8, 9)], now, { at: day.from + at * hour, zoom })
      return [from, to].map((one) => Math.round(((one - day.from) / hour) * 100) / 100)
    }
    expect(drawn(12, 'hour')).toEqual([11.1, 12.1])
    expect(drawn(12, 'hours')).toEqual([8.4, 12.4])
    expect(drawn(0.2, 'hour')).toEqual([0, 1])
    expect(drawn(24, 'hours')).toEqual([20, 24])
  })
})

describe('packLanes', () => {
  it('cuts bars and waits to the axis and ends what is still held at now', () => {
    const now = day.from + 12 * hour
    const held = bar('a', 8, null, [{ from: day.from + 11 * hour, to: null }])
    const [placed] = packLanes([held], axis([held], now), 0)
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
        const placed = packLanes(held, axis(held, day.to + hour), 0)
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
