import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortByKey } from '../../../src/main/lists/sortByKey.ts'

const anyKey = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1, -1, Number.MAX_VALUE, Number.MIN_VALUE),
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: 1.7e12, max: 1.8e12 }),
)

function sorted(keys: readonly number[]): readonly number[] {
  const ids = Uint32Array.from(keys, (_, index) => index * 3)
  for (const _ of sortByKey(ids, Float64Array.from(keys)));
  return [...ids]
}

function plain(keys: readonly number[]): readonly number[] {
  const rank = (key: number) => (Number.isNaN(key) ? Infinity : key)
  return keys
    .map((key, index) => ({ rank: rank(key), id: index * 3 }))
    .toSorted((a, b) => (a.rank === b.rank ? a.id - b.id : a.rank - b.rank))
    .map(({ id }) => id)
}

describe('ids by their keys', () => {
  it('are those of a plain sort, equal ones as they lay, what is no number last', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 300 }), (keys) => {
        expect(sorted(keys)).toEqual(plain(keys))
      }),
    )
  })

  it('stay as they lie where all keys are the same', () => {
    expect(sorted(Array.from({ length: 3000 }, () => 7))).toEqual(
      plain(Array.from({ length: 3000 }, () => 7)),
    )
    expect(sorted([])).toEqual([])
  })

  it('put every look of what is no number behind the greatest there is', () => {
    const keys = new Float64Array(3)
    new Uint32Array(keys.buffer).set([0, 0xfff8_0000, 1, 0x7ff8_0000])
    keys[2] = Number.MAX_VALUE
    const ids = Uint32Array.of(1, 2, 3)
    for (const _ of sortByKey(ids, keys));
    expect([...ids]).toEqual([3, 1, 2])
  })
})
