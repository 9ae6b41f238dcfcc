import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anomaliesOf, type HourValue } from '../../../src/main/insights/anomalies.ts'
import { noiseOf } from './noise.ts'

const hourLength = 3_600_000
const monday = Date.UTC(2026, 2, 2)
const counts = { shape: 'count', from: 0 } as const
const seconds = { shape: 'duration', from: 0 } as const

function startOf(week: number, weekday: number, hour: number): number {
  return monday + (week * 168 + (weekday - 1) * 24 + hour) * hourLength
}

/** All hours of so many weeks. */
function weeks(
  count: number,
  valueOf: (weekday: number, hour: number, week: number) => number,
): readonly HourValue[] {
  return Array.from({ length: count * 168 }, (_, index) => {
    const week = Math.floor(index / 168)
    const weekday = (Math.floor(index / 24) % 7) + 1
    const hour = index % 24
    return { weekday, hour, at: startOf(week, weekday, hour), value: valueOf(weekday, hour, week), count: 30 }
  })
}

/** A desk's day: quiet nights, busy middays, slow weekends. */
function arrivalsAt(weekday: number, hour: number): number {
  const day = hour < 7 ? 0.5 : 4 + 36 * Math.sin((Math.PI * (hour - 6)) / 18)
  return weekday >= 6 ? day / 4 : day
}

function replaced(hours: readonly HourValue[], at: number, value: number | null): readonly HourValue[] {
  return hours.map((hour) => (hour.at === at ? { ...hour, value } : hour))
}

describe('anomalies of counts', () => {
  it('are hours outside the band about the same hour of other weeks', () => {
    // Every other Monday at 10 had 16: 2√(16 + 3/8) = 8.0932. No burst is seen, so variance 1 × (1 + 1.5708 ÷ 4) = 1.3927,
    // reach 3.4 × 1.18013 = 4.0124: high ((8.0932 + 4.0124) ÷ 2)² − 3/8 = 36.262, low (4.0808 ÷ 2)² − 3/8 = 3.788.
    const hours = replaced(
      weeks(5, () => 16),
      startOf(4, 1, 10),
      60,
    )
    const [found, ...others] = anomaliesOf(hours, counts)
    expect(others).toEqual([])
    expect(found).toMatchObject({ at: startOf(4, 1, 10), value: 60, expected: 16, kind: 'higher' })
    expect(found?.band[0]).toBeCloseTo(3.788, 2)
    expect(found?.band[1]).toBeCloseTo(36.262, 2)
    expect(anomaliesOf(replaced(hours, startOf(4, 1, 10), 36), counts)).toEqual([])
    expect(anomaliesOf(replaced(hours, startOf(4, 1, 10), 3), counts)).toMatchObject([{ kind: 'lower' }])
  })

  it('are not judged before four other weeks are known', () => {
    const at = startOf(3, 2, 9)
    expect(
      anomaliesOf(
        replaced(
          weeks(4, () => 16),
          at,
          300,
        ),
        counts,
      ),
    ).toEqual([])
    expect(
      anomaliesOf(
        replaced(
          weeks(5, () => 16),
          at,
          300,
        ),
        counts,
      ),
    ).toHaveLength(1)
    const unknown = replaced(
      replaced(
        weeks(5, () => 16),
        at,
        300,
      ),
      startOf(0, 2, 9),
      null,
    )
    expect(anomaliesOf(unknown, counts)).toEqual([])
  })

  it('are told for the period only, and do not accuse the weeks beside', () => {
    const hours = replaced(
      replaced(
        weeks(6, () => 16),
        startOf(1, 3, 12),
        90,
      ),
      startOf(5, 3, 12),
      90,
    )
    expect(anomaliesOf(hours, counts).map(({ at }) => at)).toEqual([startOf(1, 3, 12), startOf(5, 3, 12)])
    expect(anomaliesOf(hours, { ...counts, from: startOf(5, 1, 0) })).toHaveLength(1)
  })

  it('are not a handful at night', () => {
    const hours = weeks(5, () => 0)
    expect(anomaliesOf(replaced(hours, startOf(4, 1, 3), 5), counts)).toEqual([])
    expect(anomaliesOf(replaced(hours, startOf(4, 1, 3), 9), counts)).toMatchObject([
      { value: 9, expected: 0, band: [0, expect.any(Number)] },
    ])
  })

  it('are at most one in a quiet month, bursts or not', () => {
    for (const burst of [0, 0.4]) {
      let judged = 0
      let flagged = 0
      const runs = 60
      for (let seed = 0; seed < runs; seed++) {
        const { normal, poisson } = noiseOf(seed)
        const hours = weeks(9, (weekday, hour) =>
          poisson(arrivalsAt(weekday, hour) * Math.exp(burst * normal() - burst ** 2 / 2)),
        )
        flagged += anomaliesOf(hours, { ...counts, from: startOf(4, 1, 0) }).length
        judged += 5 * 168
      }
      expect(flagged / (judged / 744)).toBeLessThanOrEqual(1)
    }
  })

  it('are found when three times the usual come', () => {
    let found = 0
    for (let seed = 0; seed < 50; seed++) {
      const { poisson } = noiseOf(seed)
      const at = startOf(6, 4, 11)
      const hours = weeks(7, (weekday, hour) => poisson(arrivalsAt(weekday, hour)))
      if (
        anomaliesOf(replaced(hours, at, poisson(3 * arrivalsAt(4, 11))), counts).some((one) => one.at === at)
      )
        found += 1
    }
    expect(found).toBeGreaterThanOrEqual(48)
  })

  it('do not depend on the order of the hours', () => {
    const hour = fc.record({
      weekday: fc.integer({ min: 1, max: 2 }),
      hour: fc.integer({ min: 9, max: 10 }),
      at: fc.integer({ min: 0, max: 60 }),
      value: fc.option(fc.nat(90)),
    })
    fc.assert(
      fc.property(fc.array(hour, { maxLength: 60 }), (hours) => {
        const found = anomaliesOf(hours, counts)
        // Hours of one instant and one value, as a change of the clock may bring, are equal.
        expect(new Set(anomaliesOf(hours.toReversed(), counts))).toEqual(new Set(found))
        for (const { value, band, kind } of found)
          expect(kind === 'higher' ? value > band[1] : value < band[0]).toBe(true)
      }),
    )
  })

  it('are none in a constant, and none in nothing', () => {
    expect(
      anomaliesOf(
        weeks(8, () => 40),
        counts,
      ),
    ).toEqual([])
    expect(anomaliesOf([], counts)).toEqual([])
    expect(anomaliesOf([], seconds)).toEqual([])
  })
})

describe('anomalies of durations', () => {
  const { normal } = noiseOf(3)
  const hours = weeks(6, () => 60 * Math.exp(0.3 * normal()))
  const at = startOf(5, 1, 10)

  it('differ by factors, and rest on enough observations', () => {
    expect(anomaliesOf(replaced(hours, at, 600), seconds).find((one) => one.at === at)).toMatchObject({
      kind: 'higher',
    })
    const thin = replaced(hours, at, 600).map((hour) => (hour.at === at ? { ...hour, count: 9 } : hour))
    expect(anomaliesOf(thin, seconds).find((one) => one.at === at)).toBeUndefined()
  })

  it('are not told below one and a half times the usual, however steady the hours', () => {
    const steady = weeks(6, () => 60)
    expect(anomaliesOf(replaced(steady, at, 89), seconds)).toEqual([])
    expect(anomaliesOf(replaced(steady, at, 91), seconds)).toMatchObject([{ band: [40, 90] }])
  })

  it('are at most one in a quiet month', () => {
    let flagged = 0
    const runs = 60
    for (let seed = 0; seed < runs; seed++) {
      const noise = noiseOf(seed)
      const quiet = weeks(9, () => 60 * Math.exp(0.4 * noise.normal()))
      flagged += anomaliesOf(quiet, { ...seconds, from: startOf(4, 1, 0) }).length
    }
    expect(flagged / ((runs * 5 * 168) / 744)).toBeLessThanOrEqual(1)
  })
})
