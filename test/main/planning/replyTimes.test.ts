/** What is learned of reply times: own ranks, no load quicker than a lower one, and what nobody saw. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HeadCount } from '../../../src/main/planning/headCount.ts'
import { anyRank, learnReplyTimes, loadsOf } from '../../../src/main/planning/replyTimes.ts'
import type { Turn } from '../../../src/main/planning/turns.ts'

const minute = 60_000
const always = (agents: number) =>
  new HeadCount(Array.from({ length: agents }, () => ({ spans: [{ from: 0, to: 1e9 }] })))

function turn(at: number, took: number | null, more: Partial<Turn> = {}): Turn {
  return {
    conversation: at,
    at,
    endedAt: took === null ? null : at + took,
    replied: took !== null,
    first: true,
    agent: 1,
    team: 1,
    tail: 0,
    passes: true,
    ...more,
  }
}

describe('how much there is to do', () => {
  it('is the turns of the last quarter of an hour for each agent there', () => {
    const turns = [0, 1, 2, 3, 4, 5].map((index) => turn(index * minute, 1))
    // 1, 2 … 6 turns: up to one, two, four, and more.
    expect(loadsOf(turns, always(1))).toEqual([0, 1, 2, 2, 3, 3])
    expect(loadsOf(turns, always(3))).toEqual([0, 0, 0, 1, 1, 1])
    expect(loadsOf([turn(0, 1), turn(16 * minute, 1)], always(1))).toEqual([0, 0])
  })

  it('is the most where nobody is there', () => {
    expect(loadsOf([turn(0, 1)], new HeadCount([]))).toEqual([4])
  })
})

describe('reply times', () => {
  const many = Array.from({ length: 100 }, (_, index) => turn(index * 20 * minute, (index + 1) * 1000))

  it('are unknown where nobody replied', () => {
    expect(learnReplyTimes([])).toBeNull()
    expect(learnReplyTimes([{ turns: [turn(0, null)], count: always(1) }])).toBeNull()
  })

  it('give each turn its own by its own rank', () => {
    const times = learnReplyTimes([{ turns: many, count: always(1) }])
    for (const one of many)
      expect(times?.at(one, 0, times.rankOf(one) ?? -1)).toBeCloseTo((one.endedAt ?? 0) - one.at, 5)
    expect(times?.rankOf(turn(0, 1))).toBeNull()
  })

  it('say which share is no longer than a time', () => {
    const times = learnReplyTimes([{ turns: many, count: always(1) }])
    const first = turn(0, 1)
    expect(times?.within(first, 0, 50_000)).toBeCloseTo(0.5, 1)
    expect(times?.within(first, 0, 100_000)).toBe(1)
    expect(times?.within(first, 0, 500)).toBe(0)
  })

  it('count no night: only time with somebody there', () => {
    const count = new HeadCount([
      {
        spans: [
          { from: 0, to: 10_000 },
          { from: 900_000, to: 1e9 },
        ],
      },
    ])
    const times = learnReplyTimes([{ turns: [turn(5_000, 900_000)], count }])
    expect(times?.at(turn(0, 1), 0, 0.5)).toBe(10_000)
  })

  it('take what other teams need for a team nobody saw', () => {
    const times = learnReplyTimes([{ turns: many, count: always(1) }])
    expect(times?.at(turn(0, 1, { team: 9 }), 0, 0.5)).toBeCloseTo(50_500, 0)
  })

  it('are never less under a higher load, nor for a higher rank', () => {
    const loads = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 200, maxLength: 400 })
    fc.assert(
      fc.property(loads, (took) => {
        const turns = took.map((one, index) => turn(Math.floor(index / 5) * 3 * minute + index, one))
        const times = learnReplyTimes([{ turns, count: always(2) }])
        for (const rank of [0, 0.2, 0.5, 0.9, 1]) {
          const byLoad = [0, 1, 2, 3, 4].map((load) => times?.at(turn(0, 1), load, rank) ?? 0)
          expect(byLoad).toEqual(byLoad.toSorted((one, other) => one - other))
          expect(times?.at(turn(0, 1), 1, rank)).toBeLessThanOrEqual(times?.at(turn(0, 1), 1, 1) ?? 0)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('give the same turn the same rank every time', () => {
    const ranks = Array.from({ length: 500 }, (_, index) =>
      anyRank({ conversation: index, at: index * 977_000 }),
    )
    expect(anyRank({ conversation: 3, at: 3 * 977_000 })).toBe(ranks[3])
    expect(Math.min(...ranks)).toBeGreaterThanOrEqual(0)
    expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeCloseTo(0.5, 1)
  })

  it('tell how long a reply keeps its agent, from those who had many waiting', () => {
    // Two customers write each hour; the second is answered 30 s after the first.
    const pairs = Array.from({ length: 50 }, (_, index) => [
      turn(index * 60 * minute, 20_000),
      turn(index * 60 * minute + 1000, 49_000),
    ]).flat()
    expect(learnReplyTimes([{ turns: pairs, count: always(1) }])?.attention).toBe(30_000)
    expect(learnReplyTimes([{ turns: many, count: always(1) }])?.attention).toBe(45_000)
  })
})
