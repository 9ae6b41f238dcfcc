import { describe, expect, it } from 'vitest'
import { stripOf } from '../../../src/renderer/agents/strip.ts'
import { inOrder, nextSort, readable } from '../../../src/renderer/agents/view.ts'

describe('how the table is looked at', () => {
  it('turns the order round on the same column, and begins with the most elsewhere', () => {
    expect(nextSort({ column: 'csat', ascending: false }, 'csat')).toEqual({
      column: 'csat',
      ascending: true,
    })
    expect(nextSort({ column: 'csat', ascending: true }, 'flags')).toEqual({
      column: 'flags',
      ascending: false,
    })
    expect(nextSort({ column: 'csat', ascending: true }, 'name')).toEqual({ column: 'name', ascending: true })
  })

  it('keeps the columns in the order of the catalogue', () => {
    expect(inOrder(['flags', 'assigned', 'csat'])).toEqual(['assigned', 'csat', 'flags'])
  })

  it('reads what an older version kept only as far as it still means something', () => {
    expect(readable({ columns: ['gone', 'csat'], sort: { column: 'gone', ascending: true } })).toEqual({
      columns: ['csat'],
    })
    expect(readable({ columns: ['gone'], sort: { column: 'name' } })).toEqual({
      sort: { column: 'name', ascending: false },
    })
    expect(readable({ grouped: false })).toEqual({ grouped: false })
    expect(readable({ grouped: 'no' })).toEqual({})
    expect(readable(null)).toEqual({})
    expect(readable({ columns: 'csat', sort: 7 })).toEqual({})
  })
})

describe('a strip', () => {
  it('spans the others and the agent, who stands at the end when outside of them', () => {
    expect(stripOf([10, 20], 30)).toEqual({ ticks: [0, 0.5], dot: 1 })
  })

  it('puts equals in the middle and has no dot without a value', () => {
    expect(stripOf([5, 5], 5)).toEqual({ ticks: [0.5, 0.5], dot: 0.5 })
    expect(stripOf([], null)).toEqual({ ticks: [], dot: null })
  })
})
