import { describe, expect, it } from 'vitest'
import { stepInRows } from '../../../src/renderer/agents/tableKeys.ts'

/** A head, a team without a name to press, an agent of whom little is measured, an empty space, and another agent. */
const rows = [[0, 1, 2, 3], [1, 2, 3], [0, 3], [], [0, 1, 2, 3]]

describe('the arrow keys', () => {
  it('go from button to button of a row, and stop at its ends', () => {
    expect(stepInRows(rows, { row: 0, place: 1 }, 'ArrowRight')).toEqual({ row: 0, place: 2 })
    expect(stepInRows(rows, { row: 0, place: 3 }, 'ArrowRight')).toBeNull()
    expect(stepInRows(rows, { row: 0, place: 0 }, 'ArrowLeft')).toBeNull()
    expect(stepInRows(rows, { row: 4, place: 1 }, 'Home')).toEqual({ row: 4, place: 0 })
    expect(stepInRows(rows, { row: 4, place: 1 }, 'End')).toEqual({ row: 4, place: 3 })
  })

  it('keep to the column up and down, though the rows have other buttons before it', () => {
    expect(stepInRows(rows, { row: 0, place: 2 }, 'ArrowDown')).toEqual({ row: 1, place: 1 })
    expect(stepInRows(rows, { row: 1, place: 1 }, 'ArrowUp')).toEqual({ row: 0, place: 2 })
  })

  it('go to the nearest column where a row has none there, past rows without any', () => {
    expect(stepInRows(rows, { row: 1, place: 1 }, 'ArrowDown')).toEqual({ row: 2, place: 1 })
    expect(stepInRows(rows, { row: 1, place: 0 }, 'ArrowDown')).toEqual({ row: 2, place: 0 })
    expect(stepInRows(rows, { row: 2, place: 1 }, 'ArrowDown')).toEqual({ row: 4, place: 3 })
  })

  it('stop at the first and the last row, and leave other keys alone', () => {
    expect(stepInRows(rows, { row: 0, place: 0 }, 'ArrowUp')).toBeNull()
    expect(stepInRows(rows, { row: 4, place: 0 }, 'ArrowDown')).toBeNull()
    expect(stepInRows(rows, { row: 0, place: 0 }, 'Enter')).toBeNull()
  })
})
