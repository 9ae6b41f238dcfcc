import { describe, expect, it } from 'vitest'
import { unmeasuredShare } from '../../../src/renderer/frame/unmeasured.ts'
import type { DurationFigure } from '../../../src/shared/contract.ts'

const measured = (count: number): DurationFigure => ({
  count,
  mean: null,
  median: null,
  p90: null,
  min: null,
  max: null,
  buckets: [],
})

describe('what working hours cannot measure', () => {
  it('is all of it where none are known, part where some are, nothing where all are', () => {
    expect(unmeasuredShare(measured(0), measured(412))).toBe(1)
    expect(unmeasuredShare(measured(300), measured(400))).toBe(0.25)
    expect(unmeasuredShare(measured(400), measured(400))).toBe(0)
  })

  it('is nothing where there was nothing to measure, or nothing is known yet', () => {
    expect(unmeasuredShare(measured(0), measured(0))).toBe(0)
    expect(unmeasuredShare(undefined, undefined)).toBe(0)
  })
})
