/** The lengths of rows' spans as a question measures them: whole or without pauses, by the calendar or in working hours. */
import type { Column } from './columns/encoding.ts'
import { encoded, large, none } from './columns/encoding.ts'
import type { Segment } from './columns/segment.ts'
import type { StreamColumns } from './columns/streamColumns.ts'
import type { PartValue } from './plans.ts'
import type { Pause, ValueKind } from './streams.ts'
import { streams } from './streams.ts'

/** Working time of rows. `version` changes with the rules. */
export interface BusinessClock {
  readonly version: string
  /** Of a row on a channel, with a team in force and an agent (row ids, 0 for none); null: no working hours hold for it. */
  clockOf(
    channel: number,
    team: number,
    agent: number,
  ): { openMilliseconds(from: number, to: number): number } | null
}

/** Nobody stated any working hours. */
export const noClock: BusinessClock = { version: 'none', clockOf: () => null }

/** One value a row: `Segment.numberAt` reads it. */
export interface Measured {
  /** Names the way of measuring among those of a segment. */
  readonly name: string
  readonly column: Column
  readonly exact: ReadonlyMap<number, number>
}

/** The value of every row of a segment. Spans are milliseconds; `clock` null: by the calendar. */
export function measure(
  segment: Segment,
  stream: StreamColumns,
  { name, without }: PartValue,
  clock: BusinessClock | null,
): Measured {
  const raw: Measured = { name, column: segment.column(name), exact: segment.exact(name) }
  const kind = (streams[stream.name].values as Readonly<Record<string, ValueKind>>)[name]
  const paused = without.length > 0 && segment.column('pauseRow').length > 0
  if (kind === undefined || kind === 'number' || (clock === null && !paused)) return raw
  const derived = `${name} ${without.join()} ${clock?.version ?? ''}`
  return segment.derived(derived, () => {
    const pauses = paused ? segment.pauses() : new Map<number, readonly Pause[]>()
    const measured =
      clock === null
        ? withoutPauses(segment, raw, kind, without, pauses)
        : inWorkingHours(segment, stream, raw, kind, clock, without, pauses)
    const value = { ...measured, name: derived }
    return { value, bytes: value.column.byteLength + value.exact.size * 40 }
  })
}

function withoutPauses(
  segment: Segment,
  raw: Measured,
  kind: ValueKind,
  without: readonly Pause['kind'][],
  pauses: ReadonlyMap<number, readonly Pause[]>,
): Omit<Measured, 'name'> {
  const column = raw.column.slice()
  const exact = new Map(raw.exact)
  const ms = segment.column('ms')
  for (const [row, own] of pauses) {
    const length = segment.numberAt(raw.column, raw.exact, row)
    if (length === null) continue
    const at = segment.start + (ms[row] ?? 0)
    const span = spanOf(kind, at, length)
    put(column, exact, row, length - paused(span, own, without, elapsed))
  }
  return { column, exact }
}

function inWorkingHours(
  segment: Segment,
  stream: StreamColumns,
  raw: Measured,
  kind: ValueKind,
  clock: BusinessClock,
  without: readonly Pause['kind'][],
  pauses: ReadonlyMap<number, readonly Pause[]>,
): Omit<Measured, 'name'> {
  const column = new Uint32Array(segment.length).fill(none)
  const exact = new Map<number, number>()
  const ms = segment.column('ms')
  const cell = segment.column('cell')
  const clocks = Array.from({ length: stream.cells.size }, (_, of) =>
    clock.clockOf(
      stream.cellField(of, 'channel'),
      stream.cellField(of, 'team'),
      stream.cellField(of, 'agent'),
    ),
  )
  for (let row = 0; row < segment.length; row++) {
    const hours = clocks[cell[row] ?? 0] ?? null
    const length = segment.numberAt(raw.column, raw.exact, row)
    if (hours === null || length === null) continue
    const span = spanOf(kind, segment.start + (ms[row] ?? 0), length)
    const open = hours.openMilliseconds(span.from, span.to)
    const own = pauses.get(row)
    const rest =
      own === undefined ? 0 : paused(span, own, without, (from, to) => hours.openMilliseconds(from, to))
    put(column, exact, row, open - rest)
  }
  return { column, exact }
}

interface Span {
  readonly from: number
  readonly to: number
}

function spanOf(kind: ValueKind, at: number, length: number): Span {
  return kind === 'before' ? { from: at - length, to: at } : { from: at, to: at + length }
}

/** How much of a span its pauses of some kinds take. */
function paused(
  { from, to }: Span,
  pauses: readonly Pause[],
  kinds: readonly Pause['kind'][],
  lengthOf: (from: number, to: number) => number,
): number {
  let sum = 0
  for (const pause of pauses) {
    const [start, end] = [Math.max(from, pause.from), Math.min(to, pause.to)]
    if (start < end && kinds.includes(pause.kind)) sum += lengthOf(start, end)
  }
  return sum
}

function elapsed(from: number, to: number): number {
  return to - from
}

function put(column: Column, exact: Map<number, number>, row: number, value: number): void {
  const code = encoded(value)
  column[row] = code
  if (code === large) exact.set(row, value)
}
