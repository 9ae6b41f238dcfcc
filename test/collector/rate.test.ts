import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBudget } from '../../src/collector/rate.ts'

describe('a budget', () => {
  it('never allows more than its burst and what time gave back, and always what it promised', () => {
    const steps = array(integer({ min: 0, max: 3_000 }), { maxLength: 200 })
    assert(
      property(
        integer({ min: 1, max: 10 }),
        integer({ min: 1, max: 10 }),
        steps,
        (burst, perSecond, waits) => {
          let clock = 0
          const budget = createBudget({ burst, perSecond, now: () => clock, maxKeys: 10 })
          let allowed = 0
          for (const wait of waits) {
            clock += wait
            const refused = budget.take('a')
            if (refused === 0) allowed += 1
            else {
              expect(budget.wait('a')).toBe(refused)
              clock += refused
              expect(budget.wait('a')).toBe(0)
            }
            expect(allowed).toBeLessThanOrEqual(burst + (clock / 1000) * perSecond + 1e-6)
          }
        },
      ),
    )
  })

  it('counts each key for itself and forgets the one that was idle longest', () => {
    const budget = createBudget({ burst: 1, perSecond: 1, now: () => 0, maxKeys: 2 })
    expect([budget.take('a'), budget.take('b'), budget.take('a')]).toEqual([0, 0, 1_000])
    expect(budget.take('c')).toBe(0)
    expect(budget.wait('a')).toBe(1_000)
    expect(budget.wait('b')).toBe(0)
  })
})
