/** The replay by hand, and what must hold of it whatever comes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attendance } from '../../../src/main/planning/attendance.ts'
import { HeadCount } from '../../../src/main/planning/headCount.ts'
import { dealOut, type Job, replay } from '../../../src/main/planning/replay.ts'

const there = (agent: number, ...spans: readonly (readonly [number, number])[]): Attendance => ({
  agent,
  team: 1,
  spans: spans.map(([from, to]) => ({ from, to })),
})
const job = (conversation: number, at: number, reply: number, tail = 0): Job => ({
  conversation,
  at,
  reply,
  tail,
})
const replies = (jobs: readonly Job[], attendance: readonly Attendance[], capacity = 1, attention = 0) =>
  replay(jobs, new HeadCount(attendance), { capacity, attention }).map(({ repliedAt }) => repliedAt)

describe('a replay by hand', () => {
  it('answers at once where there is room, and in turn where there is none', () => {
    const jobs = [job(1, 0, 10), job(2, 2, 10), job(3, 30, 10)]
    expect(replies(jobs, [there(1, [0, 100])])).toEqual([10, 20, 40])
    expect(replies(jobs, [there(1, [0, 100]), there(2, [0, 100])])).toEqual([10, 12, 40])
    expect(replies(jobs, [there(1, [0, 100])], 2)).toEqual([10, 12, 40])
  })

  it('keeps room taken while the agent is still engaged', () => {
    expect(replies([job(1, 0, 10, 5), job(2, 1, 10)], [there(1, [0, 100])])).toEqual([10, 25])
  })

  it('lets one agent write one reply after the other', () => {
    expect(replies([job(1, 0, 10), job(2, 0, 10)], [there(1, [0, 100])], 8, 4)).toEqual([10, 14])
  })

  it('waits for the morning, and goes on where the evening stopped it', () => {
    const shifts = [there(1, [0, 10], [50, 60])]
    expect(replies([job(1, 20, 3)], shifts)).toEqual([53])
    // Six of ten before the end of the first shift, four in the second.
    expect(replies([job(1, 4, 10)], shifts)).toEqual([54])
  })

  it('says of whom nobody was left to answer that they still wait', () => {
    expect(replies([job(1, 70, 3), job(2, 71, 3)], [there(1, [0, 60])])).toEqual([Infinity, Infinity])
    expect(replies([job(1, 0, 3)], [])).toEqual([Infinity])
  })

  it('gives a conversation back to who had it, else to who has least', () => {
    const crew = [there(1, [0, 100]), there(2, [0, 100])]
    const jobs = [job(1, 0, 10), job(2, 1, 30), job(1, 20, 5), job(3, 21, 5)]
    const served = replay(jobs, new HeadCount(crew), { capacity: 2, attention: 0 })
    expect(dealOut(jobs, served, crew, 2).map(({ agent }) => agent)).toEqual([1, 2, 1, 1])
  })
})

const span = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 400 }))
  .map(([from, length]) => [from, from + length] as const)
const crewOf = (most: number) =>
  fc
    .array(span, { minLength: 0, maxLength: most })
    .map((spans) => spans.map((one, agent) => there(agent + 1, one)))
const jobsOf = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 60 }),
    ),
    { maxLength: 60 },
  )
  .map((jobs) =>
    jobs
      .map(([conversation, at, reply, tail]) => job(conversation, at, reply, tail))
      .sort((one, other) => one.at - other.at),
  )
const rules = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  attention: fc.integer({ min: 0, max: 40 }),
})

describe('whatever comes', () => {
  it('never makes anybody wait longer for one more agent', () => {
    fc.assert(
      fc.property(jobsOf, crewOf(5), span, rules, (jobs, crew, more, rule) => {
        const before = replay(jobs, new HeadCount(crew), rule)
        const after = replay(jobs, new HeadCount([...crew, there(99, more)]), rule)
        for (const [index, served] of before.entries())
          expect(after[index]?.repliedAt).toBeLessThanOrEqual(served.repliedAt)
      }),
      { numRuns: 500 },
    )
  })

  it('gives nobody more than they can hold, everybody who is served to somebody who is there', () => {
    fc.assert(
      fc.property(jobsOf, crewOf(5), rules, (jobs, crew, rule) => {
        const served = replay(jobs, new HeadCount(crew), rule)
        const dealt = dealOut(jobs, served, crew, rule.capacity)
        expect(dealt).toHaveLength(served.filter(({ startedAt }) => startedAt < Infinity).length)
        for (const { agent, from } of dealt) {
          const own = dealt.filter((one) => one.agent === agent)
          expect(own.filter((one) => one.from <= from && from < one.to).length).toBeLessThanOrEqual(
            rule.capacity,
          )
          const spans = crew.find((one) => one.agent === agent)?.spans ?? []
          expect(spans.some((one) => one.from <= from && from < one.to)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('serves every arrival, in order and not before it comes, or leaves it waiting', () => {
    fc.assert(
      fc.property(jobsOf, crewOf(4), rules, (jobs, crew, rule) => {
        const served = replay(jobs, new HeadCount(crew), rule)
        expect(served).toHaveLength(jobs.length)
        expect(replay(jobs, new HeadCount(crew), rule)).toEqual(served)
        let last = 0
        for (const [index, { startedAt, repliedAt, endedAt }] of served.entries()) {
          expect(startedAt).toBeGreaterThanOrEqual(Math.max(last, jobs[index]?.at ?? 0))
          expect(repliedAt).toBeGreaterThanOrEqual(startedAt)
          expect(endedAt).toBeGreaterThanOrEqual(repliedAt)
          last = startedAt
        }
      }),
      { numRuns: 300 },
    )
  })
})
