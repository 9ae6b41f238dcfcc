import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  above,
  common,
  outside,
  united,
  type Stretch,
} from '../../../../src/main/attention/subjects/stretches.ts'

const anyStretches = fc.array(
  fc
    .tuple(fc.nat(20), fc.option(fc.nat(8), { nil: null }))
    .map(([from, length]): Stretch => ({ from, to: length === null ? Infinity : from + length })),
  { maxLength: 8 },
)
/** Half-way between whole moments, so that nobody asks about a border. */
const moments = Array.from({ length: 40 }, (_, index) => index + 0.5)
const holds = (stretches: readonly Stretch[], at: number) =>
  stretches.filter(({ from, to }) => from <= at && at < to).length

function isOrdered(stretches: readonly Stretch[]): boolean {
  return stretches.every(
    ({ from, to }, index) => from < to && (index === 0 || (stretches[index - 1]?.to ?? Infinity) < from),
  )
}

describe('stretches of time', () => {
  it('are sets of moments: united, common, outside, above', () => {
    fc.assert(
      fc.property(anyStretches, anyStretches, fc.nat(3), (one, other, limit) => {
        const [a, b] = [united(one), united(other)]
        const peaks = above(one, limit)
        for (const result of [a, b, common(a, b), outside(a)]) expect(isOrdered(result)).toBe(true)
        expect(isOrdered(peaks)).toBe(true)
        for (const at of moments) {
          expect(holds(a, at) > 0).toBe(holds(one, at) > 0)
          expect(holds(common(a, b), at) > 0).toBe(holds(one, at) > 0 && holds(other, at) > 0)
          expect(holds(outside(a), at) > 0).toBe(holds(one, at) === 0)
          expect(holds(peaks, at) > 0).toBe(holds(one, at) > limit)
        }
        for (const { from, to, most } of peaks)
          expect(most).toBe(
            Math.max(...moments.filter((at) => from < at && at < to).map((at) => holds(one, at))),
          )
      }),
    )
  })
})
