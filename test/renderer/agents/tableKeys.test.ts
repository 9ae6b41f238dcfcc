import { describe, expect, it } from 'vitest'
import { stepInRows } from '../../../src/renderer/agents/tableKeys.ts'

const rows = [3, 0, 10, 4]

describe('arrow keys between the buttons of a table', () => {
  it('stay in the row from side to side', () => {
    expect(stepInRows(rows, 0, 1, 'ArrowRight')).toEqual({ row: 0, place: 2 })
    expect(stepInRows(rows, 0, 2, 'ArrowRight')).toBeNull()
    expect(stepInRows(rows, 0, 0, 'ArrowLeft')).toBeNull()
  })

  it('skip rows without a button and stop at the last one of a shorter row', () => {
    expect(stepInRows(rows, 0, 2, 'ArrowDown')).toEqual({ row: 2, place: 2 })
    expect(stepInRows(rows, 2, 9, 'ArrowDown')).toEqual({ row: 3, place: 3 })
    expect(stepInRows(rows, 2, 9, 'ArrowUp')).toEqual({ row: 0, place: 2 })
    expect(stepInRows(rows, 3, 0, 'ArrowDown')).toBeNull()
    expect(stepInRows(rows, 0, 0, 'ArrowUp')).toBeNull()
  })

  it('leave every other key alone', () => {
    expect(stepInRows(rows, 0, 0, 'Enter')).toBeNull()
  })
})
