import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copingCodes, copingOf, type DayValue, type Workload } from '../../../src/main/insights/coping.ts'
import { noiseOf } from './noise.ts'

const day = 86_400_000

function daily(values: readonly (number | null)[]): readonly DayValue[] {
  return values.map((value, index) => ({ at: index * day, value }))
}

function days(count: number, valueOf: (index: number) => number): readonly DayValue[] {
  return daily(Array.from({ length: count }, (_, index) => valueOf(index)))
}

/** Fifteen even days: ten come, ten are settled, a minute's wait, four left at night. */
const even: Workload = {
  arrivals: days(15, () => 10),
  handled: days(15, () => 10),
  waits: days(15, () => 60),
  backlog: days(15, () => 4),
}

function codesOf(workload: Workload) {
  return copingOf(workload).because.map(({ code }) => code)
}

describe('coping', () => {
  it('is steady waits and a steady backlog', () => {
    expect(copingOf(even)).toEqual({
      verdict: 'coping',
      because: [
        { code: 'backlog_steady', value: 4, before: 4 },
        { code: 'waits_steady', value: 60, before: 60 },
        { code: 'handled_enough', value: 150, before: 150 },
        { code: 'arrivals_steady', value: 10, before: 10 },
      ],
    })
  })

  it('is falling behind when the backlog grows and waits with it', () => {
    // Backlog 0 1 … 14: the first third’s median 2, the last’s 12: ten more, a day's arrivals, of which half is enough.
    // Waits 60 66 … 144: 72 s then 132 s, and all 105 pairs rise.
    const found = copingOf({
      ...even,
      backlog: days(15, (index) => index),
      waits: days(15, (index) => 60 + 6 * index),
    })
    expect(found.verdict).toBe('falling_behind')
    expect(found.because.slice(0, 2)).toEqual([
      { code: 'backlog_growing', value: 12, before: 2 },
      { code: 'waits_growing', value: 132, before: 72 },
    ])
  })

  it('is falling behind when the backlog grows because less is settled than comes', () => {
    const short = { ...even, backlog: days(15, (index) => 2 * index), handled: days(15, () => 8) }
    expect(copingOf(short)).toMatchObject({ verdict: 'falling_behind' })
    expect(codesOf(short).slice(0, 2)).toEqual(['backlog_growing', 'handled_short'])
  })

  it('is stretched when one of the two grows', () => {
    const waits = { ...even, waits: days(15, (index) => 60 + 6 * index) }
    expect(copingOf(waits).verdict).toBe('stretched')
    expect(codesOf(waits)[0]).toBe('waits_growing')
    const backlog = { ...even, backlog: days(15, (index) => index), handled: [] }
    expect(copingOf(backlog).verdict).toBe('stretched')
    expect(codesOf(backlog)).toEqual(['backlog_growing', 'waits_steady', 'arrivals_steady'])
  })

  it('says what arrivals did meanwhile', () => {
    const more = {
      ...even,
      arrivals: days(15, (index) => 8 + index),
      handled: days(15, (index) => 8 + index),
    }
    expect(copingOf(more)).toMatchObject({ verdict: 'coping' })
    expect(codesOf(more)[0]).toBe('arrivals_growing')
    expect(codesOf({ ...even, arrivals: days(15, (index) => 30 - index), handled: [] })).toContain(
      'arrivals_falling',
    )
  })

  it('sees things ease', () => {
    const easing = {
      ...even,
      backlog: days(15, (index) => 20 - index),
      waits: days(15, (index) => 300 - 15 * index),
    }
    expect(copingOf(easing).verdict).toBe('coping')
    expect(codesOf(easing).slice(0, 2)).toEqual(['backlog_falling', 'waits_falling'])
  })

  it('is unknown on little, with what is missing', () => {
    expect(copingOf({ ...even, arrivals: days(9, () => 10) })).toEqual({
      verdict: 'unknown',
      because: [{ code: 'few_days', value: 9, before: 10 }],
    })
    expect(copingOf({ ...even, arrivals: days(15, (index) => (index === 0 ? 29 : 0)) })).toEqual({
      verdict: 'unknown',
      because: [{ code: 'few_arrivals', value: 29, before: 30 }],
    })
    const blind = { ...even, waits: daily([null, 60, 60, 60, 60, 60]), backlog: [] }
    expect(copingOf(blind)).toMatchObject({ verdict: 'unknown', because: [{ code: 'no_waits_no_backlog' }] })
    expect(copingOf({ ...even, backlog: [] }).verdict).toBe('coping')
  })

  it('does not depend on the order of the days, and names its reasons from the list', () => {
    const values = fc.array(fc.option(fc.nat(40)), { minLength: 8, maxLength: 30 })
    fc.assert(
      fc.property(values, values, values, values, (arrivals, handled, waits, backlog) => {
        const workload = {
          arrivals: daily(arrivals),
          handled: daily(handled),
          waits: daily(waits),
          backlog: daily(backlog),
        }
        const turned = {
          arrivals: workload.arrivals.toReversed(),
          handled: workload.handled.toReversed(),
          waits: workload.waits.toReversed(),
          backlog: workload.backlog.toReversed(),
        }
        const found = copingOf(workload)
        expect(copingOf(turned)).toEqual(found)
        expect(found.because.every(({ code }) => copingCodes.includes(code))).toBe(true)
        expect(found.because.length).toBeGreaterThan(0)
      }),
    )
  })

  it('is doubted at most one time in twenty when nothing changes', () => {
    let doubted = 0
    for (let seed = 0; seed < 500; seed++) {
      const { normal, poisson } = noiseOf(seed)
      const noisy = {
        arrivals: days(28, () => poisson(12)),
        handled: days(28, () => poisson(12)),
        waits: days(28, () => 90 * Math.exp(0.4 * normal())),
        backlog: days(28, () => poisson(5)),
      }
      if (copingOf(noisy).verdict !== 'coping') doubted += 1
    }
    expect(doubted).toBeLessThanOrEqual(25)
  })
})
