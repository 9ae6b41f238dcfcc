import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barParts, scaleOf } from '../../../src/renderer/now/waitScale.ts'

describe('the scale of the waits', () => {
  it('reaches to the next whole minute after the longest', () => {
    expect(scaleOf(761, 120)).toEqual({ seconds: 780, cut: false })
  })

  it('always reaches to where a wait becomes urgent', () => {
    expect(scaleOf(5, 120)).toEqual({ seconds: 300, cut: false })
  })

  it('is cut where one wait would push the target out of sight', () => {
    expect(scaleOf(3 * 86_400, 120)).toEqual({ seconds: 1800, cut: true })
  })
})

describe('a wait on its scale', () => {
  const scale = { seconds: 600, cut: false }

  it('is grey up to the target', () => {
    expect(barParts(120, 120, scale)).toEqual({ within: 0.2, past: 0, level: 'calm', cut: false })
  })

  it('is a warning past it, and danger past two and a half times of it', () => {
    expect(barParts(300, 120, scale)).toEqual({ within: 0.2, past: 0.3, level: 'warning', cut: false })
    expect(barParts(301, 120, scale).level).toBe('danger')
  })

  it('ends with the scale', () => {
    expect(barParts(6000, 120, scale)).toEqual({ within: 0.2, past: 0.8, level: 'danger', cut: true })
  })

  it('never leaves it, and grows with the wait', () => {
    const seconds = fc.integer({ min: 0, max: 500_000 })
    fc.assert(
      fc.property(seconds, seconds, fc.integer({ min: 1, max: 7200 }), (one, other, target) => {
        const [shorter, longer] = [Math.min(one, other), Math.max(one, other)]
        const shared = scaleOf(longer, target)
        const length = (wait: number) => {
          const { within, past } = barParts(wait, target, shared)
          return within + past
        }
        expect(length(longer)).toBeLessThanOrEqual(1 + 1e-9)
        expect(length(shorter)).toBeLessThanOrEqual(length(longer) + 1e-9)
      }),
    )
  })
})
