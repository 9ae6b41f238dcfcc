import { describe, expect, it } from 'vitest'
import { mostHeld } from '../../../src/renderer/assignments/outlier.ts'

function holders(...held: readonly number[]) {
  return held.map((count, index) => ({ agent: `agent ${index}`, held: count }))
}

describe('mostHeld', () => {
  it('names the one who holds far more than the others', () => {
    expect(mostHeld(holders(4, 9, 5, 0, 3, 4))?.agent).toBe('agent 1')
  })

  it('names nobody where two hold the same, or where the load is even', () => {
    expect(mostHeld(holders(9, 9, 4, 4, 4))).toBeNull()
    expect(mostHeld(holders(6, 5, 5, 4))).toBeNull()
  })

  it('does not compare a handful', () => {
    expect(mostHeld(holders(9, 1, 1, 0, 0))).toBeNull()
  })
})
