/** The spans in which agents are engaged, clipped to the period and cut where a row of the answer ends. */
import { spanBits } from '../bits.ts'
import type { EvidenceRow } from '../explain.ts'
import type { Spans } from './spans.ts'
import { cut, PairCodes, SpanList } from './spans.ts'
import type { RowsView, SpecialGround } from './special.ts'

/** Pieces of spans. Their groups are pairs of a cell and an agent: `groups` tells which. */
export interface Engagement {
  readonly rows: RowsView
  readonly pieces: Spans
  /** By piece: the row it was cut from. */
  readonly row: readonly number[]
  readonly groups: PairCodes
}

/** Where the period ends for what goes on: nothing is engaged in the future. */
export function endOf({ scope, now }: SpecialGround): number {
  return Math.max(scope.from, Math.min(scope.to, now))
}

/** The moments at which a piece must be cut, ascending. */
export function boundariesOf(ground: SpecialGround): readonly number[] {
  const end = endOf(ground)
  const all = ground.cells.axes.flatMap((axis) => axis.time?.boundaries(ground.scope.from, end) ?? [])
  return [...new Set(all)].sort((a, b) => a - b)
}

/** All engaged spans of agents; with `unfiltered` also those that do not pass the filters, which then only share time. */
export function engagement(ground: SpecialGround, choice: { readonly unfiltered?: true } = {}): Engagement {
  const { from } = ground.scope
  const to = endOf(ground)
  const rows = ground.rows('spans', { ...choice, from, to, overlapping: true, bits: spanBits.engaged })
  const boundaries = boundariesOf(ground)
  const pieces = new SpanList()
  const row: number[] = []
  const groups = new PairCodes()
  const lengths = rows.values['length'] ?? []
  for (let index = 0; index < rows.length; index++) {
    const agent = rows.agent[index] ?? 0
    if (agent === 0 || ((rows.bits[index] ?? 0) & spanBits.engaged) === 0) continue
    const begin = rows.at[index] ?? 0
    const end = spanEnd(begin, lengths[index])
    cut(Math.max(begin, from), Math.min(end, to), boundaries, (start, stop) => {
      pieces.add(groups.codeOf(ground.cells.cellAt(rows, index, start), agent), start, stop)
      row.push(index)
    })
  }
  return { rows, pieces: pieces.spans(), row, groups }
}

/** When a span ends; one without a length goes on. */
export function spanEnd(begin: number, length: number | undefined): number {
  return length === undefined || Number.isNaN(length) ? Number.POSITIVE_INFINITY : begin + length
}

/** An agent's part of one conversation, in one cell. */
export interface Part {
  readonly cell: number
  readonly milliseconds: number
  readonly evidence: EvidenceRow
}

/** The fair part each conversation had in its agent's engaged time: of one cell and agent they add up to the union. */
export function fairParts(ground: SpecialGround, engaged: Engagement, share: Float64Array): readonly Part[] {
  const { rows, row, pieces, groups } = engaged
  const parts = new PairCodes()
  const milliseconds: number[] = []
  const shown: number[] = []
  for (const [piece, index] of row.entries()) {
    if (rows.passes[index] !== 1) continue
    const part = parts.codeOf(pieces.group[piece] ?? 0, rows.slot[index] ?? 0)
    milliseconds[part] = (milliseconds[part] ?? 0) + (share[piece] ?? 0)
    shown[part] ??= piece
  }
  return milliseconds.map((length, part) => {
    const piece = shown[part] ?? 0
    return {
      cell: groups.firstOf(parts.firstOf(part)),
      milliseconds: length,
      evidence: evidenceOf(ground, rows, row[piece] ?? 0, length / 1000, pieces.start[piece]),
    }
  })
}

/** What a row shows as evidence. `value` is in the metric's own unit, `at` when it is not the row's. */
export function evidenceOf(
  { conversations }: SpecialGround,
  rows: RowsView,
  index: number,
  value: number | null,
  at: number = rows.at[index] ?? 0,
): EvidenceRow {
  const slot = rows.slot[index] ?? 0
  return {
    conversation: conversations.rowOf(slot),
    k: rows.k[index] ?? -1,
    agent: conversations.agentRow(rows.agent[index] ?? 0),
    contact: conversations.contactRow(conversations.contact[slot] ?? 0),
    at,
    value,
  }
}
