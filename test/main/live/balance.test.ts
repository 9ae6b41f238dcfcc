import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  balance,
  type BalanceAgent,
  type BalanceChat,
  type BalanceState,
} from '../../../src/main/live/balance.ts'

const now = 1_000_000
const target = 120_000

function agent(row: number, more: Partial<BalanceAgent> = {}): BalanceAgent {
  return {
    agent: row,
    id: `a${row}`,
    teams: [1],
    isFree: true,
    isThere: true,
    isGone: false,
    held: 0,
    ...more,
  }
}

/** `waited` in seconds; null: the customer does not wait. */
function chat(row: number, by: number, waited: number | null, team = 1): BalanceChat {
  return {
    row,
    agent: by,
    team,
    startedAt: row,
    waitingSince: waited === null ? null : now - waited * 1000,
  }
}

function stateOf(
  agents: readonly BalanceAgent[],
  chats: readonly BalanceChat[],
  more: Partial<BalanceState> = {},
): BalanceState {
  return {
    agents: agents.map((one) => ({
      ...one,
      held: Math.max(one.held, chats.filter((held) => held.agent === one.agent).length),
    })),
    chats,
    capacity: 3,
    now,
    target,
    languageOf: () => -1,
    writes: () => false,
    ...more,
  }
}

const told = (state: BalanceState) =>
  balance(state).map(({ conversation, from, to }) => [conversation, from, to])

describe('balance', () => {
  it('gives whoever nobody has to who has the least, longest wait first', () => {
    const state = stateOf([agent(1, { held: 2 }), agent(2)], [chat(10, -1, 5), chat(11, -1, 50)])
    expect(told(state)).toEqual([
      [11, -1, 2],
      [10, -1, 2],
    ])
  })
  it('moves a customer only once they waited past the target, not at it', () => {
    const agents = [agent(1), agent(2)]
    expect(told(stateOf(agents, [chat(10, 1, 120)]))).toEqual([])
    expect(told(stateOf(agents, [chat(10, 1, 120.001)]))).toEqual([[10, 1, 2]])
  })
  it('asks nobody who is busy, away, of another team, full, or behind themselves', () => {
    const others = [agent(2, { isFree: false }), agent(3, { teams: [2] }), agent(4, { held: 3 }), agent(5)]
    const state = stateOf([agent(1), ...others], [chat(10, 1, 500), chat(11, 5, 500)])
    expect(told(state)).toEqual([])
  })
  it('leaves a chat where it is when the other has as much to do, unless nobody sits there', () => {
    const chats = [chat(10, 1, 500), chat(11, 2, null)]
    expect(told(stateOf([agent(1), agent(2)], chats))).toEqual([])
    const isAway = { isFree: false, isThere: false }
    expect(told(stateOf([agent(1, isAway), agent(2)], chats))).toEqual([[10, 1, 2]])
  })
  it('relieves who has too much of no more than that: who waits first, then the newest', () => {
    const full = [chat(10, 1, null), chat(11, 1, 30), chat(12, 1, null), chat(13, 1, null), chat(14, 1, null)]
    expect(told(stateOf([agent(1), agent(2)], full))).toEqual([
      [11, 1, 2],
      [14, 1, 2],
    ])
  })
  it('prefers who wrote the customer’s language, and says which', () => {
    const speaks = { languageOf: () => 7, writes: (who: number) => who === 2 }
    expect(balance(stateOf([agent(1), agent(2, { held: 2 })], [chat(10, -1, 5)], speaks))).toEqual([
      { conversation: 10, from: -1, to: 2, language: 7 },
    ])
    expect(balance(stateOf([agent(1)], [chat(10, -1, 5)], speaks))).toMatchObject([{ to: 1, language: -1 }])
  })
  it('passes on whoever waits for somebody who is gone', () => {
    const gone = agent(1, { isGone: true, isFree: false, isThere: false })
    expect(told(stateOf([gone, agent(2)], [chat(10, 1, 1), chat(11, 1, null)]))).toEqual([[10, 1, 2]])
  })
})

const anyState = fc
  .record({
    agents: fc.array(
      fc.record({
        teams: fc.subarray([1, 2, 3]),
        isFree: fc.boolean(),
        isThere: fc.boolean(),
        isGone: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    chats: fc.array(
      fc.record({
        agent: fc.integer({ min: -1, max: 7 }),
        team: fc.integer({ min: -1, max: 3 }),
        waited: fc.option(fc.integer({ min: 0, max: 400 })),
        language: fc.integer({ min: -1, max: 2 }),
      }),
      { maxLength: 40 },
    ),
    capacity: fc.integer({ min: 1, max: 5 }),
    writes: fc.func(fc.boolean()),
  })
  .map(({ agents, chats, capacity, writes }) =>
    stateOf(
      agents.map((one, row) => agent(row, one)),
      chats.map((one, index) => chat(index, one.agent % agents.length, one.waited, one.team)),
      { capacity, languageOf: (row) => chats[row]?.language ?? -1, writes: (one, of) => writes(one, of) },
    ),
  )

it('never fills anybody past their room, moves nothing twice, and takes no more than is needed', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const moves = balance(state)
      expect(balance(state)).toEqual(moves)
      expect(new Set(moves.map(({ conversation }) => conversation)).size).toBe(moves.length)
      for (const { agent: row, held, isFree } of state.agents) {
        const given = moves.filter(({ to }) => to === row).length
        const gone = moves.filter(({ from }) => from === row)
        if (given === 0) expect(held).toBeGreaterThanOrEqual(0)
        else {
          expect(isFree).toBe(true)
          expect(held + given).toBeLessThanOrEqual(state.capacity)
          expect(gone).toEqual([])
        }
        const idle = gone.filter(({ conversation }) => state.chats[conversation]!.waitingSince === null)
        if (idle.length > 0) expect(held - gone.length).toBeGreaterThanOrEqual(state.capacity)
      }
    }),
    { numRuns: 500 },
  )
})
