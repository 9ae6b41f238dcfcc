/** Rows of a stream laid out as arrays, for what needs more than counting: any period, inside the scope's or beyond it. */
import type { StreamColumns } from './columns/streamColumns.ts'
import { Cells } from './cells.ts'
import { Cuts } from './cuts.ts'
import { placeOverlapping } from './overlapping.ts'
import { place, placementOf, type Placement } from './placing.ts'
import type { Credit, RowCode, Subject } from './selection.ts'
import { agentCode, teamCode } from './selection.ts'
import type { RowChoice, RowsView } from './special/special.ts'
import type { StreamName } from './streams.ts'
import { streams } from './streams.ts'

const noFilters = { agents: [], teams: [], channels: [], categories: [], authors: [], openers: [] } as const

/** The rows of a stream in a period, credited as said; see `RowChoice`. */
export function viewOf(subject: Subject, name: StreamName, choice: RowChoice = {}): RowsView {
  const { columns, scope } = subject
  const {
    from = scope.from,
    to = scope.to,
    credit = 'agent',
    overlapping = false,
    unfiltered = false,
  } = choice
  const period = { ...scope, from: overlapping ? Number.NEGATIVE_INFINITY : from, to }
  const stream = columns.streams[name]
  const asked = { ...subject, scope: period }
  const passing = unfiltered ? placementOf(asked, stream, { credit }, [], []) : null
  const open = unfiltered ? { ...asked, scope: { ...period, ...noFilters } } : asked
  const placement = placementOf(open, stream, { credit }, [], [])
  const lengthName = Object.keys(streams[name].values)[0]
  const { category } = columns.slots.columns
  const { pieces, rows } =
    overlapping && lengthName !== undefined
      ? placeOverlapping(stream, placement, category, lengthName, from, to)
      : placeAll(open, placement, to)
  const view = new ViewBuilder(subject, stream, credit)
  for (const { segment, from: first, to: last } of pieces) {
    const [cell, kind, slot] = [segment.column('cell'), segment.column('kind'), segment.column('slot')]
    for (let index = first; index < last; index++) {
      const row = rows[index] ?? 0
      const code =
        passing === null
          ? 0
          : (passing.cellCodes[cell[row] ?? 0] ?? 0) + (passing.kindCodes[kind[row] ?? 0] ?? 0)
      const ofCategory = passing?.categoryCodes?.[category[slot[row] ?? 0] ?? 0] ?? 0
      const rest = passing?.rowCode?.(cell[row] ?? 0, slot[row] ?? 0) ?? 0
      view.add(segment, row, code >= 0 && ofCategory >= 0 && rest >= 0)
    }
  }
  return view.view()
}

function placeAll(subject: Subject, placement: Placement, to: number) {
  const wanted = new Uint8Array(placement.stream.kinds.size).fill(1)
  const cuts = new Cuts([], [], subject.scope.from, to)
  return place(subject, placement, wanted, cuts, new Cells([]))
}

type Segment = ReturnType<StreamColumns['monthOf']>[number]

class ViewBuilder {
  readonly #stream: StreamColumns
  readonly #agent: RowCode
  readonly #team: RowCode
  readonly #names: readonly string[]
  readonly #found: { readonly segment: Segment; readonly row: number; readonly passes: boolean }[] = []

  constructor(subject: Subject, stream: StreamColumns, credit: Credit) {
    this.#stream = stream
    this.#agent = agentCode(subject, stream, credit)
    this.#team = teamCode(subject, stream, credit)
    this.#names = Object.keys(streams[stream.name].values)
  }

  add(segment: Segment, row: number, passes: boolean): void {
    this.#found.push({ segment, row, passes })
  }

  view(): RowsView {
    const found = this.#found
    const length = found.length
    const view = {
      stream: this.#stream.name,
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
      values: Object.fromEntries(this.#names.map((name) => [name, new Float64Array(length)])),
      passes: new Uint8Array(length),
    }
    for (const [index, { segment, row, passes }] of found.entries()) {
      const cell = segment.column('cell')[row] ?? 0
      const kind = segment.column('kind')[row] ?? 0
      const slot = segment.column('slot')[row] ?? 0
      view.at[index] = segment.timeAt(row)
      view.slot[index] = slot
      view.agent[index] = codeOf(this.#agent, cell, slot)
      view.other[index] = this.#stream.cellField(cell, 'other')
      view.team[index] = codeOf(this.#team, cell, slot)
      view.opener[index] = this.#stream.cellField(cell, 'opener')
      view.bits[index] = this.#stream.bitsOf(kind)
      view.word[index] = this.#stream.wordOf(kind)
      view.k[index] = segment.keyAt(row)
      for (const name of this.#names) {
        const value = segment.numberAt(segment.column(name), segment.exact(name), row)
        const column = view.values[name]
        if (column !== undefined) column[index] = value ?? Number.NaN
      }
      view.passes[index] = Number(passes)
    }
    return view
  }
}

function codeOf(code: RowCode, cell: number, slot: number): number {
  return code.by === 'row' ? code.of(cell, slot) : code.by === 'cell' ? code.of(cell) : 0
}
