import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondsIn, unitFor } from '../../../src/renderer/settings/timeUnits.ts'

describe('the unit a length of time is set in', () => {
  it('is the largest that gives a whole number', () => {
    expect([null, 0, 45, 60, 90, 1800, 3600, 5400, 7200].map(unitFor)).toEqual([
      'min',
      's',
      's',
      'min',
      's',
      'min',
      'h',
      'min',
      'h',
    ])
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_592_000 }), (seconds) => {
        expect(Number.isInteger(seconds / secondsIn[unitFor(seconds)])).toBe(true)
      }),
    )
  })
})
