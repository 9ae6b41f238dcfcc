import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countUpTo, type Keyed, ranked } from '../../../src/main/lists/ranked.ts'

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
const anyDirection = fc.constantFrom(1, -1)

function keyed(keys: Float64Array, direction: 1 | -1): Keyed {
  return {
    ids: { list: Uint32Array.from(keys, (_, index) => index * 2), count: keys.length },
    keys,
    direction,
  }
}

function plain(keys: Float64Array, direction: 1 | -1) {
  return Array.from(keys, (key, index) => ({ key, id: index * 2 })).sort((a, b) => {
    if (Number.isNaN(a.key) !== Number.isNaN(b.key)) return Number.isNaN(a.key) ? 1 : -1
    return (Number.isNaN(a.key) ? 0 : a.key - b.key) || (a.id - b.id) * direction
  })
}

describe('some of many', () => {
  it('are those of a sorted list, by key, then by id, without a value last', () => {
    fc.assert(
      fc.property(
        anyKeys,
        anyDirection,
        fc.oneof(fc.constant(0), fc.nat(22_000)),
        fc.integer({ min: 1, max: 500 }),
        (keys, direction, skip, limit) => {
          expect(ranked(keyed(keys, direction), skip, limit)).toEqual(
            plain(keys, direction).slice(skip, skip + limit),
          )
        },
      ),
    )
  })

  it('are found when they come in the order that is worst for it', () => {
    const falling = Float64Array.from({ length: 20_000 }, (_, index) => -index)
    const oneKey = new Float64Array(20_000)
    // What a sample of every so many-th sees is nothing like the rest.
    const misleading = Float64Array.from(
      { length: 20_480 },
      (_, index) => (index % 40 === 0 ? 1e6 : 0) - index,
    )
    for (const keys of [falling, oneKey, misleading])
      for (const direction of [1, -1] as const)
        for (const skip of [0, 50, 10_000, 19_960, 20_470])
          expect(ranked(keyed(keys, direction), skip, 50)).toEqual(
            plain(keys, direction).slice(skip, skip + 50),
          )
  })

  it('are all of them when as many are asked for', () => {
    const keys = Float64Array.from({ length: 5000 }, (_, index) => index % 7)
    expect(ranked(keyed(keys, 1), 0, 5000)).toEqual(plain(keys, 1))
    expect(ranked(keyed(keys, 1), 5000, 50)).toEqual([])
  })

  it('are counted up to any place, whether something stands there or not', () => {
    fc.assert(
      fc.property(
        anyKeys,
        anyDirection,
        fc.constantFrom(0, 1.5, 25, NaN),
        fc.nat(43_000),
        (keys, direction, key, id) => {
          const upTo = plain(keys, direction).filter((one) =>
            Object.is(one.key, key)
              ? (one.id - id) * direction <= 0
              : one.key < key || (Number.isNaN(key) && !Number.isNaN(one.key)),
          )
          expect(countUpTo(keyed(keys, direction), { key, id })).toBe(upTo.length)
        },
      ),
    )
  })
})
