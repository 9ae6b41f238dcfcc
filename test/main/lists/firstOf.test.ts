import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstOf, keepBehind, type Keyed } from '../../../src/main/lists/firstOf.ts'

/** Keys by id, many of them equal or none. */
const anyKeys = fc
  .tuple(
    fc.integer({ min: 0, max: 6000 }),
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
  const list = Uint32Array.from(keys, (_, index) => index * 2)
  return { ids: { list, count: keys.length }, keys: keys.slice(), direction }
}

function plain(keys: Float64Array, direction: 1 | -1) {
  return Array.from(keys, (key, index) => ({ key, id: index * 2 })).sort((a, b) => {
    if (Number.isNaN(a.key) !== Number.isNaN(b.key)) return Number.isNaN(a.key) ? 1 : -1
    return (Number.isNaN(a.key) ? 0 : a.key - b.key) || (a.id - b.id) * direction
  })
}

describe('the first of many', () => {
  it('are those of a sorted list, by key, then by id, without a key last', () => {
    fc.assert(
      fc.property(
        anyKeys,
        fc.constantFrom(1, -1),
        fc.integer({ min: 1, max: 500 }),
        (keys, direction, limit) => {
          expect(firstOf(keyed(keys, direction), limit)).toEqual(plain(keys, direction).slice(0, limit))
        },
      ),
    )
  })

  it('are found when they come in the order that is worst for it', () => {
    const falling = Float64Array.from({ length: 20_000 }, (_, index) => -index)
    expect(firstOf(keyed(falling, 1), 50)).toEqual(plain(falling, 1).slice(0, 50))
    const oneKey = new Float64Array(20_000)
    expect(firstOf(keyed(oneKey, -1), 50)).toEqual(plain(oneKey, -1).slice(0, 50))
  })

  it('go on behind any place, whether something stands there or not', () => {
    fc.assert(
      fc.property(
        anyKeys,
        fc.constantFrom(1, -1),
        fc.constantFrom(0, 1.5, 25, NaN),
        fc.nat(13_000),
        (keys, direction, key, id) => {
          const some = keyed(keys, direction)
          keepBehind(some, { key, id })
          const all = plain(keys, direction)
          const behind = all.filter((one) =>
            one.key === key || (Number.isNaN(key) && Number.isNaN(one.key))
              ? (one.id - id) * direction > 0
              : Number.isNaN(one.key) || one.key > key,
          )
          expect(firstOf(some, 6000)).toEqual(behind)
        },
      ),
    )
  })
})
