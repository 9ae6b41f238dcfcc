/** Walks the rows of one stream in a period, many millions a second: nothing is laid out for it. */
import type { Columns } from '../metrics/columns.ts'
import type { StreamName, ValueName } from '../metrics/streams.ts'

/** Gets a row's conversation (slot), cell and kind, its time in epoch milliseconds and its value; NaN: it has none. */
type Visit = (slot: number, cell: number, kind: number, at: number, value: number) => void

/** Every row of a stream in [from, to) that is not struck out, in no particular order. */
export function scanRows<S extends StreamName>(
  columns: Columns,
  name: S,
  { from, to }: { readonly from: number; readonly to: number },
  visit: Visit,
  value: ValueName<S> | null = null,
): void {
  const stream = columns.streams[name]
  for (const segment of stream.segments) {
    const first = segment.rowAt(from)
    const last = segment.rowAt(to)
    if (first >= last) continue
    const [slot, cell, kind, ms] = ['slot', 'cell', 'kind', 'ms'].map((column) => segment.column(column))
    const values = value === null ? null : { column: segment.column(value), exact: segment.exact(value) }
    for (let row = first; row < last; row++) {
      const ofKind = kind?.[row] ?? 0
      // Kind 0 is struck out.
      if (ofKind === 0) continue
      const number = values === null ? null : segment.numberAt(values.column, values.exact, row)
      visit(
        slot?.[row] ?? 0,
        cell?.[row] ?? 0,
        ofKind,
        segment.start + (ms?.[row] ?? 0),
        number ?? Number.NaN,
      )
    }
  }
}

/** Every moment there is. */
export const everAll = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
