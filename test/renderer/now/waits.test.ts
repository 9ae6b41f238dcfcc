import { describe, expect, it } from 'vitest'
import { isBehind, overTargetAt, urgentAt } from '../../../src/renderer/now/waits.ts'

const answer = {
  at: 1_000_000,
  target: 120,
  waiting: { overTarget: 7, rows: [{ since: 600_000 }, { since: 890_000 }, { since: 990_000 }] },
}

describe('waits a moment after the answer', () => {
  it('are over the target as answered at that moment, however many are listed', () => {
    expect(overTargetAt(answer, answer.at)).toBe(7)
  })

  it('pass the target without a record arriving', () => {
    expect(overTargetAt(answer, 1_010_000)).toBe(7)
    expect(overTargetAt(answer, 1_010_001)).toBe(8)
    expect(overTargetAt(answer, 1_200_000)).toBe(9)
  })

  it('are urgent past two and a half times the target', () => {
    expect(urgentAt(answer, 900_000)).toBe(0)
    expect(urgentAt(answer, 900_001)).toBe(1)
  })
})

describe('data that ends too early', () => {
  it('is behind once more is missing than is allowed', () => {
    expect(isBehind({ at: 1_000_000, completeTo: 100_000 }, 900_000)).toBe(false)
    expect(isBehind({ at: 1_000_001, completeTo: 100_000 }, 900_000)).toBe(true)
  })

  it('is not claimed where nobody knows how far it reaches', () => {
    expect(isBehind({ at: 1_000_000, completeTo: null }, 1)).toBe(false)
  })
})
