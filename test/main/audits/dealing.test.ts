import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capacityOf, deal } from '../../../src/main/audits/dealing.ts'

const reviewersOf = (...quotas: readonly (number | null)[]) =>
  quotas.map((quota, index) => ({ name: `r${index}`, quota }))

describe('who reviews what', () => {
  it('goes in turns, those whose quota is used up passed over', () => {
    const reviewers = reviewersOf(1, null, 2)
    expect(deal(7, { reviewers, calibration: false }).flat().join(' ')).toBe('r0 r1 r2 r1 r2 r1 r1')
  })

  it('gives everything to everybody in a calibration', () => {
    const reviewers = reviewersOf(5, null)
    expect(capacityOf({ reviewers, calibration: true })).toBe(5)
    expect(deal(2, { reviewers, calibration: true })).toEqual([
      ['r0', 'r1'],
      ['r0', 'r1'],
    ])
  })

  it('keeps to the quotas and is even within them', () => {
    const quotas = fc.array(fc.option(fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(quotas, fc.integer({ min: 1, max: 60 }), (some, count) => {
        const recipe = { reviewers: reviewersOf(...some), calibration: false }
        const dealt = deal(count, recipe).flat()
        expect(dealt).toHaveLength(Math.min(count, capacityOf(recipe)))
        const counts = recipe.reviewers.map(({ name, quota }) => ({
          quota: quota ?? Infinity,
          count: dealt.filter((one) => one === name).length,
        }))
        for (const { quota, count: own } of counts) expect(own).toBeLessThanOrEqual(quota)
        const unbounded = counts.filter(({ quota, count: own }) => own < quota)
        const most = Math.max(...counts.map(({ count: own }) => own))
        for (const { count: own } of unbounded) expect(most - own).toBeLessThanOrEqual(1)
      }),
    )
  })
})
