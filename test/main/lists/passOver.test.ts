import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstOf, type Keyed } from '../../../src/main/lists/firstOf.ts'
import { passOver } from '../../../src/main/lists/passOver.ts'

/** Keys by id, many of them equal or none. */
const anyKeys = fc
  .tuple(
    fc.integer({ min: 0, max: 20_000 }),
    fc.constantFrom(1, 3, 50, 1e9),
    fc.constantFrom(0, 0.3, 0.999, 1),
    fc.nat(),
  )
  .map(([count, values, none, seed]) => {
    let state = seed
    const random = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32
    return Float64Array.from({ length: count }, () => (random() < none ? NaN : Math.floor(random() * values)))
  })

function keyed(keys: Float64Array, direction: 1 | -1): Keyed {
  const list = Uint32Array.from(keys, (_, index) => index)
  return { ids: { list, count: keys.length }, keys: keys.slice(), direction }
}

function sorted(keys: Float64Array, direction: 1 | -1): readonly number[] {
  return Array.from(keys, (key, id) => ({ key, id }))
    .sort((a, b) => {
      if (Number.isNaN(a.key) !== Number.isNaN(b.key)) return Number.isNaN(a.key) ? 1 : -1
      return (Number.isNaN(a.key) ? 0 : a.key - b.key) || (a.id - b.id) * direction
    })
    .map(({ id }) => id)
}

describe('passing over', () => {
  it('leaves what comes behind in a sorted list', () => {
    fc.assert(
      fc.property(anyKeys, fc.constantFrom(1, -1), fc.nat(22_000), (keys, direction, skip) => {
        const rest = keyed(keys, direction)
        passOver(rest, skip)
        const wanted = sorted(keys, direction).slice(skip)
        expect(rest.ids.count).toBe(wanted.length)
        expect(firstOf(rest, 50).map(({ id }) => id)).toEqual(wanted.slice(0, 50))
      }),
    )
  })

  it('ends in the order that is worst for it', () => {
    const falling = Float64Array.from({ length: 20_000 }, (_, index) => -index)
    for (const direction of [1, -1] as const) {
      const rest = keyed(falling, direction)
      passOver(rest, 15_000)
      expect(firstOf(rest, 3).map(({ id }) => id)).toEqual([4999, 4998, 4997])
    }
  })
})
