/** Rows of a stream laid out as arrays, for what needs more than counting: any period, inside the scope's or beyond it. */
import { Cells } from './cells.ts'
import { Cuts } from './cuts.ts'
import { placeOverlapping } from './overlapping.ts'
import { place, placementOf, type Placement } from './placing.ts'
import type { RowCode, Subject } from './selection.ts'
import { agentCode, teamCode } from './selection.ts'
import type { RowChoice, RowsView } from './special/special.ts'
import type { StreamName } from './streams.ts'
import { lengthNames, streams } from './streams.ts'

const noFilters = { agents: [], teams: [], channels: [], categories: [], authors: [], openers: [] } as const

/** The rows of a stream in a period, credited as said; see `RowChoice`. */
export function viewOf(subject: Subject, name: StreamName, choice: RowChoice = {}): RowsView {
  const { columns, scope } = subject
  const {
    from = scope.from,
    to = scope.to,
    credit = 'agent',
    overlapping = false,
    moments = null,
    unfiltered = false,
  } = choice
  const lengthName = overlapping ? lengthNames[name] : undefined
  const period = { ...scope, from: lengthName === undefined ? from : Number.NEGATIVE_INFINITY, to }
  const stream = columns.streams[name]
  const asked = { ...subject, scope: period }
  const passing = unfiltered ? placementOf(asked, stream, { credit }, [], []) : null
  const open = unfiltered ? { ...asked, scope: { ...period, ...noFilters } } : asked
  const placement = placementOf(open, stream, { credit }, [], [])
  const { category } = columns.slots.columns
  const { pieces, rows } =
    lengthName === undefined
      ? placeAll(open, placement, to)
      : placeOverlapping(stream, placement, category, lengthName, { from, to, moments })
  const length = pieces.reduce((sum, { from: first, to: last }) => sum + Math.max(0, last - first), 0)
  const view = emptyView(stream.name, length)
  const agentOf = rowCodeOf(agentCode(subject, stream, credit))
  const teamOf = rowCodeOf(teamCode(subject, stream, credit))
  const names = Object.keys(streams[name].values)
  let next = 0
  for (const { segment, from: first, to: last } of pieces) {
    // Of a segment without rows nothing is read from disk.
    if (first >= last) continue
    const [cells, kinds, slots] = [segment.column('cell'), segment.column('kind'), segment.column('slot')]
    const values = names.map((value) => ({
      from: segment.column(value),
      exact: segment.exact(value),
      to: view.values[value],
    }))
    for (let index = first; index < last; index++, next++) {
      const row = rows[index] ?? 0
      const [cell, kind, slot] = [cells[row] ?? 0, kinds[row] ?? 0, slots[row] ?? 0]
      view.at[next] = segment.timeAt(row)
      view.slot[next] = slot
      view.agent[next] = agentOf(cell, slot)
      view.other[next] = stream.cellField(cell, 'other')
      view.team[next] = teamOf(cell, slot)
      view.opener[next] = stream.cellField(cell, 'opener')
      view.bits[next] = stream.bitsOf(kind)
      view.word[next] = stream.wordOf(kind)
      view.k[next] = segment.keyAt(row)
      for (const { from: column, exact, to: found } of values)
        if (found !== undefined) found[next] = segment.numberAt(column, exact, row) ?? Number.NaN
      view.passes[next] = Number(passing === null || passes(passing, category, cell, kind, slot))
    }
  }
  return view
}

function passes(
  { cellCodes, kindCodes, categoryCodes, rowCode }: Placement,
  category: ArrayLike<number>,
  cell: number,
  kind: number,
  slot: number,
): boolean {
  return (
    (cellCodes[cell] ?? 0) + (kindCodes[kind] ?? 0) >= 0 &&
    (categoryCodes?.[category[slot] ?? 0] ?? 0) >= 0 &&
    (rowCode?.(cell, slot) ?? 0) >= 0
  )
}

function placeAll(subject: Subject, placement: Placement, to: number) {
  const wanted = new Uint8Array(placement.stream.kinds.size).fill(1)
  const cuts = new Cuts([], [], subject.scope.from, to)
  return place(subject, placement, wanted, cuts, new Cells([]))
}

function emptyView(stream: StreamName, length: number) {
  const names = Object.keys(streams[stream].values)
  return {
    stream,
    length,
    at: new Float64Array(length),
    slot: new Int32Array(length),
    agent: new Int32Array(length),
    other: new Int32Array(length),
    team: new Int32Array(length),
    opener: new Uint8Array(length),
    bits: new Int32Array(length),
    word: new Int32Array(length),
    k: new Float64Array(length),
    values: Object.fromEntries(names.map((name) => [name, new Float64Array(length)])),
    passes: new Uint8Array(length),
  }
}

function rowCodeOf(code: RowCode): (cell: number, slot: number) => number {
  return code.by === 'row' ? code.of : code.by === 'cell' ? (cell) => code.of(cell) : () => 0
}
