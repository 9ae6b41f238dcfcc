import { describe, expect, it } from 'vitest'
import { createHolding } from '../../../src/main/telling/holding.ts'

describe('what holds notices back', () => {
  it('is nothing at first where the system shows them', () => {
    const holding = createHolding(() => 0, false)
    expect(holding).toMatchObject({ awayUntil: null, pausedUntil: null })
    holding.pause(500)
    expect(holding.pausedUntil).toBe(500)
    holding.pause(null)
    expect(holding.pausedUntil).toBeNull()
  })

  it('is that no page is open, until shortly after one is; a second one changes nothing', () => {
    let now = 10_000
    const holding = createHolding(() => now, true)
    expect(holding.awayUntil).toBe(Infinity)
    holding.watched(true)
    expect(holding.awayUntil).toBe(12_000)
    now = 20_000
    holding.watched(true)
    expect(holding.awayUntil).toBe(12_000)
    holding.watched(false)
    expect(holding.awayUntil).toBe(Infinity)
  })
})
