import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Axis } from '../../../src/main/metrics/axes.ts'
import { Cells } from '../../../src/main/metrics/cells.ts'
import { ColumnMemory } from '../../../src/main/metrics/columns/memory.ts'
import { RowBuffer } from '../../../src/main/metrics/columns/rowBuffer.ts'
import { StreamColumns } from '../../../src/main/metrics/columns/streamColumns.ts'
import { durationsOf } from '../../../src/main/metrics/durations.ts'
import { steppedDurations } from '../../../src/main/metrics/steppedDurations.ts'
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

type Counted = readonly { readonly value: number | null; readonly cell: number; readonly kind: number }[]

/** The same rows, placed one by one and counted by steps; the steps only where the values fit. */
function figuresOf(rows: Counted, way: 'placed' | 'stepped') {
  const memory = new ColumnMemory()
  const buffer = new RowBuffer('pickups', 0)
  for (const [index, { value, cell, kind }] of rows.entries())
    buffer.append(index, 1, cell, kind, -1, [value], [])
  const segment = buffer.toSegment({ cells: 3, kinds: 3 }, memory)
  const placement = {
    stream: new StreamColumns('pickups', memory),
    credit: 'agent' as const,
    cellCodes: Int32Array.of(0, 1, 2),
    kindCodes: Int32Array.of(-(2 ** 30), 0, -(2 ** 30)),
    categoryCodes: null,
    rowCode: null,
    brokenByCell: true,
    filter: '',
  }
  const valuesOf = () => ({
    name: 'length',
    column: segment.column('length'),
    exact: segment.exact('length'),
  })
  if (way === 'placed') {
    const placed = {
      ...placement,
      pieces: [{ segment, from: 0, to: rows.length }],
      rows: Int32Array.from(rows.keys()),
      cells: Int32Array.from(rows, ({ cell }) => cell),
      length: rows.length,
    }
    return durationsOf(placed, Uint8Array.of(0, 1, 0), valuesOf, 3)
  }
  const cells = new Cells([axis])
  const runs = [{ segment, from: 0, to: rows.length, code: 0 }]
  const stepped = steppedDurations(runs, placement, valuesOf, cells)
  if (stepped === null) throw new Error('These rows were to be counted by steps.')
  const { cells: figures, total } = stepped
  // Cells nobody has are found last, with nothing in them.
  const nothing = plainly([])
  return { cells: [0, 1, 2].map((code) => figures[cells.cellOf(code)] ?? nothing), total }
}

const axis: Axis = {
  dimension: 'agent',
  size: 3,
  all: null,
  codes: () => null,
  keyOf: () => null,
  sortTextOf: () => null,
  codeAt: null,
}

function plainly(values: readonly (number | null)[]) {
  const known = Float64Array.from(values.filter((value) => value !== null))
  return durationFigure(known, 0, known.length, 1000)
}

describe('durations', () => {
  const property = (
    way: 'placed' | 'stepped',
    value: typeof anyValue,
    size: { minLength: number; maxLength: number },
  ) =>
    fc.property(
      fc.array(fc.record({ value, cell: fc.constantFrom(0, 0, 0, 2), kind: fc.constantFrom(1, 1, 1, 2) }), {
        ...size,
        size: 'max',
      }),
      (rows) => {
        const found = figuresOf(rows, way)
        const counted = rows.filter(({ kind }) => kind === 1)
        expect(found.total).toEqual(plainly(counted.map((row) => row.value)))
        for (const cell of [0, 1, 2])
          expect(found.cells[cell]).toEqual(
            plainly(counted.filter((row) => row.cell === cell).map((row) => row.value)),
          )
      },
    )

  it('of many values, by steps, are those of one list', () => {
    fc.assert(property('stepped', anyValue, { minLength: 150, maxLength: 400 }), { numRuns: 200 })
  })
  it('of few values, and of spans longer than 49 days, are those of one list', () => {
    fc.assert(property('placed', fc.oneof(anyValue, longValue), { minLength: 0, maxLength: 300 }), {
      numRuns: 150,
    })
  })
})
