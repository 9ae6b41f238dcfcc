import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConversationTable } from '../../../src/main/lists/conversationTable.ts'
import {
  countOf,
  has,
  held,
  keepAtLeast,
  keepBits,
  keepCodes,
  keepWhere,
  keepWithin,
  put,
  wholeWords,
  type Bits,
} from '../../../src/main/lists/selection.ts'

const size = 160

/** Some of all ids: few, many, or none within a word. */
const anyIds = fc.uniqueArray(fc.nat(size - 1), { maxLength: size })

function bitsOf(ids: readonly number[]): Bits {
  const bits = new Uint32Array(size / 32)
  for (const id of ids) put(bits, id)
  return bits
}

function idsOf(bits: Bits): readonly number[] {
  return Array.from({ length: bits.length * 32 }, (_, id) => id).filter((id) => has(bits, id))
}

function ascending(ids: readonly number[]): readonly number[] {
  return ids.toSorted((a, b) => a - b)
}

const anyColumn = fc.array(fc.integer({ min: -1, max: 9 }), { minLength: size, maxLength: size })

describe('a selection', () => {
  it('has what was put in, and says how many that are', () => {
    fc.assert(
      fc.property(anyIds, (ids) => {
        expect(idsOf(bitsOf(ids))).toEqual(ascending(ids))
        expect(countOf(bitsOf(ids))).toBe(ids.length)
      }),
    )
    expect([0, 1, 31, 32, 33].map(wholeWords)).toEqual([0, 32, 32, 32, 64])
    expect(countOf(new Uint32Array(3).fill(0xffff_ffff))).toBe(96)
  })

  it('keeps those that pass', () => {
    fc.assert(
      fc.property(anyIds, anyColumn, fc.nat(9), fc.boolean(), (ids, values, wanted, isWanted) => {
        const column = Int32Array.from(values)
        const expectKept = (keep: (bits: Bits) => void, passes: (value: number, id: number) => boolean) => {
          const bits = bitsOf(ids)
          keep(bits)
          expect(idsOf(bits)).toEqual(ascending(ids.filter((id) => passes(values[id]!, id))))
        }
        const allowed = Uint8Array.from({ length: 9 }, (_, place) => ((place - 1) % 3 === 0 ? 1 : 0))
        expectKept(
          (bits) => keepCodes(bits, column, allowed),
          (value) => allowed[value + 1] === 1,
        )
        expectKept(
          (bits) => keepBits(bits, column, wanted, isWanted),
          (value) => ((value & wanted) !== 0) === isWanted,
        )
        expectKept(
          (bits) => keepAtLeast(bits, column, wanted),
          (value) => value >= wanted,
        )
        expectKept(
          (bits) => keepWhere(bits, (id) => id % 3 === 0),
          (_, id) => id % 3 === 0,
        )
        const table = {
          startedAt: Float64Array.from(values),
          lastAt: Float64Array.from(values, (value) => value + 2),
        } as ConversationTable
        expectKept(
          (bits) => keepWithin(bits, table, wanted, wanted + 1),
          (value) => value + 2 >= wanted && value < wanted + 1,
        )
      }),
    )
  })

  it('begins with all that are held and have a bit of each mask, in either half of the word', () => {
    const anyWord = fc.tuple(fc.integer({ min: 1, max: 0xffff }), fc.nat(0x1fff))
    const anyMask = fc
      .tuple(fc.nat(0xffff), fc.boolean())
      .map(([bits, isHigh]) => (isHigh ? bits << 16 : bits))
    fc.assert(
      fc.property(
        fc.array(fc.option(anyWord), { minLength: size, maxLength: size }),
        fc.array(anyMask, { maxLength: 4 }),
        (words, masks) => {
          const word = Int32Array.from(words, (halves) =>
            halves === null ? 0 : halves[0] | (halves[1] << 16),
          )
          const expected = [...word.keys()].filter(
            (id) => word[id] !== 0 && masks.every((mask) => (word[id]! & mask) !== 0),
          )
          expect(idsOf(held({ word, size } as ConversationTable, masks))).toEqual(expected)
        },
      ),
    )
  })
})
