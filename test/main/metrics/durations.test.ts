import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ColumnMemory } from '../../../src/main/metrics/columns/memory.ts'
import { RowBuffer } from '../../../src/main/metrics/columns/rowBuffer.ts'
import { StreamColumns } from '../../../src/main/metrics/columns/streamColumns.ts'
import { durationsOf } from '../../../src/main/metrics/durations.ts'
import { durationFigure } from '../../../src/main/metrics/rank.ts'

const edges = [30_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000]
/** Values of every size, those around the edges of the buckets, those four bytes do not hold, and none. */
const anyValue = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.double({ min: 0, max: 22, noNaN: true }).map((power) => Math.floor(Math.exp(power))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...edges), fc.integer({ min: -2, max: 2 }))
      .map(([edge, by]) => edge + by),
  },
  fc.integer({ min: 0, max: 40 }),
  fc.constantFrom(null, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 3),
)
const longValue = fc.constantFrom(2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32, 5 * 10 ** 9)

function figuresOf(
  rows: readonly { readonly value: number | null; readonly cell: number; readonly kind: number }[],
) {
  const memory = new ColumnMemory()
  const buffer = new RowBuffer('pickups', 0)
  for (const [index, { value, kind }] of rows.entries()) buffer.append(index, 1, 0, kind, -1, [value], [])
  const segment = buffer.toSegment({ cells: 1, kinds: 3 }, memory)
  const placed = {
    stream: new StreamColumns('pickups', memory),
    credit: 'agent' as const,
    cellCodes: new Int32Array(1),
    kindCodes: new Int32Array(3),
    rowCode: null,
    brokenByCell: false,
    filter: '',
    pieces: [{ segment, from: 0, to: rows.length }],
    rows: Int32Array.from(rows.keys()),
    cells: Int32Array.from(rows, ({ cell }) => cell),
    length: rows.length,
  }
  const measured = { name: 'length', column: segment.column('length'), exact: segment.exact('length') }
  return durationsOf(placed, Uint8Array.of(0, 1, 0), () => measured, 3)
}

function plainly(values: readonly (number | null)[]) {
  const known = Float64Array.from(values.filter((value) => value !== null))
  return durationFigure(known, 0, known.length, 1000)
}

describe('durations', () => {
  const property = (value: typeof anyValue, size: { minLength: number; maxLength: number }) =>
    fc.property(
      fc.array(fc.record({ value, cell: fc.constantFrom(0, 0, 0, 2), kind: fc.constantFrom(1, 1, 1, 2) }), {
        ...size,
        size: 'max',
      }),
      (rows) => {
        const found = figuresOf(rows)
        const counted = rows.filter(({ kind }) => kind === 1)
        expect(found.total).toEqual(plainly(counted.map((row) => row.value)))
        for (const cell of [0, 1, 2])
          expect(found.cells[cell]).toEqual(
            plainly(counted.filter((row) => row.cell === cell).map((row) => row.value)),
          )
      },
    )

  it('of many values, by steps, are those of one list', () => {
    fc.assert(property(anyValue, { minLength: 150, maxLength: 400 }), { numRuns: 150 })
  })
  it('of few values, and of spans longer than 49 days, are those of one list', () => {
    fc.assert(property(fc.oneof(anyValue, longValue), { minLength: 0, maxLength: 60 }), { numRuns: 150 })
    fc.assert(property(fc.oneof(anyValue, longValue), { minLength: 200, maxLength: 300 }), { numRuns: 30 })
  })
})
