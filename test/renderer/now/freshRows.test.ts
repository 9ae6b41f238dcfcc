import { describe, expect, it } from 'vitest'
import { freshRows } from '../../../src/renderer/now/freshRows.ts'

describe('rows that are new', () => {
  const first = freshRows(null, ['a', 'b'], 1000, 2000)

  it('are none when the list is first seen', () => expect([...first.since]).toEqual([]))

  it('are those of no answer before, for as long as they hold', () => {
    const second = freshRows(first, ['a', 'b', 'c'], 2000, 2000)
    expect([...second.since]).toEqual([['c', 2000]])
    const third = freshRows(second, ['a', 'b', 'c', 'd'], 3500, 2000)
    expect([...third.since]).toEqual([
      ['c', 2000],
      ['d', 3500],
    ])
    expect([...freshRows(third, ['a', 'c', 'd'], 4000, 2000).since]).toEqual([['d', 3500]])
  })

  it('are new again when they left and came back', () => {
    const gone = freshRows(first, ['a'], 2000, 2000)
    expect([...freshRows(gone, ['a', 'b'], 3000, 2000).since]).toEqual([['b', 3000]])
  })
})
