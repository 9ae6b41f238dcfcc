import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadRows, loadWord, mostLoaded, presentStates, squaresOf } from '../../../src/renderer/now/loads.ts'
import type { AgentLoad } from '../../../src/shared/live.ts'

const load = (agent: string, change: Partial<AgentLoad> = {}): AgentLoad => ({
  agent,
  team: 'orders',
  state: 'online',
  stateSince: null,
  held: 2,
  waiting: 0,
  capacity: 8,
  ...change,
})

const namesOf = (rows: ReturnType<typeof loadRows>) =>
  rows.map((row) =>
    row.kind === 'team' ? `# ${row.team ?? 'none'} ${row.held} ${row.waiting}` : row.load.agent,
  )

describe('agents by team', () => {
  it('stand under their team’s sums, those who are off and hold nothing last', () => {
    const rows = loadRows([
      load('a', { state: 'offShift', held: 0 }),
      load('b', { waiting: 1 }),
      load('c', { state: 'offline', held: 3 }),
      load('d', { team: null, held: 1 }),
    ])
    expect(namesOf(rows)).toEqual(['# orders 5 1', 'b', 'c', 'a', '# none 1 0', 'd'])
  })

  it('have no heads where no team is known', () => {
    expect(namesOf(loadRows([load('a', { team: null })]))).toEqual(['a'])
  })
})

it('where only some fit, those over their limit come first, then those whose customers wait', () => {
  const agents = [
    load('a', { held: 7 }),
    load('b', { waiting: 1 }),
    load('c', { held: 9 }),
    load('d'),
    load('e', { state: 'offline', held: 0 }),
  ]
  expect(mostLoaded(agents).map(({ agent }) => agent)).toEqual(['c', 'b', 'a', 'd'])
})

describe('the word beside an agent', () => {
  const nobody = new Set<string>()

  it('says first how far over the limit they are', () => {
    expect(loadWord(load('a', { held: 10, state: 'away' }), nobody)).toEqual({ kind: 'over', by: 2 })
  })

  it('is their state where they are not simply there', () => {
    expect(loadWord(load('a', { state: 'away', stateSince: 5 }), nobody)).toEqual({
      kind: 'state',
      state: 'away',
      since: 5,
    })
  })

  it('invents no state where none is known', () => {
    expect(loadWord(load('a', { state: 'unknown' }), nobody)).toBeNull()
  })

  it('is the room they have, for those who are to take chats', () => {
    expect(loadWord(load('a'), new Set(['a']))).toEqual({ kind: 'room', count: 6 })
    expect(loadWord(load('a'), nobody)).toBeNull()
    expect(loadWord(load('a', { held: 8 }), new Set(['a']))).toEqual({ kind: 'full' })
  })
})

it('states are counted where they say that somebody is there or only briefly not', () => {
  const agents = [load('a'), load('b'), load('c', { state: 'away' }), load('d', { state: 'offShift' })]
  expect(presentStates(agents)).toEqual([
    { state: 'online', count: 2 },
    { state: 'away', count: 1 },
  ])
})

describe('the squares of a load', () => {
  it('are grey, accent where the customer waits, warning past the limit', () => {
    expect(squaresOf(load('a', { held: 9, waiting: 3 }))).toEqual({
      held: 6,
      waiting: 2,
      past: 1,
      room: 0,
      more: 0,
    })
    expect(squaresOf(load('a', { held: 3, waiting: 1 }))).toEqual({
      held: 2,
      waiting: 1,
      past: 0,
      room: 5,
      more: 0,
    })
  })

  it('are one a conversation, and as many as the limit where there is room', () => {
    const count = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 30 }), (held, some, capacity) => {
        const waiting = Math.min(some, held)
        const squares = squaresOf(load('a', { held, waiting, capacity }))
        expect(squares.held + squares.waiting + squares.past + squares.more).toBe(held)
        expect(squares.held + squares.waiting + squares.room).toBe(capacity)
        expect(Math.min(...Object.values(squares))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
