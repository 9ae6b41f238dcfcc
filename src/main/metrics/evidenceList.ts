/** Rows picked out as evidence: many are found, a few are shown. */
import type { ExclusionReason } from '../../shared/contract.ts'
import type { Segment } from './columns/segment.ts'
import type { EvidenceRow } from './explain.ts'
import type { Placed } from './placing.ts'
import { selectRank } from './rank.ts'
import type { Subject } from './selection.ts'
import { agentCode } from './selection.ts'

export interface FoundRow extends EvidenceRow {
  readonly reason: ExclusionReason | null
}

export class EvidenceList {
  readonly #subject: Subject
  readonly #placed: Pick<Placed, 'stream' | 'credit'>[] = []
  readonly #segments: Segment[] = []
  readonly #rows: number[] = []
  readonly #values: (number | null)[] = []
  readonly #reasons: (ExclusionReason | null)[] = []

  constructor(subject: Subject) {
    this.#subject = subject
  }

  get length(): number {
    return this.#rows.length
  }

  get values(): readonly (number | null)[] {
    return this.#values
  }

  /** How many rows each reason left out. */
  get reasons(): ReadonlyMap<ExclusionReason, number> {
    const counts = new Map<ExclusionReason, number>()
    for (const reason of this.#reasons) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
    return counts
  }

  add(
    placed: Pick<Placed, 'stream' | 'credit'>,
    segment: Segment,
    row: number,
    value: number | null,
    reason: ExclusionReason | null = null,
  ): void {
    this.#placed.push(placed)
    this.#segments.push(segment)
    this.#rows.push(row)
    this.#values.push(value)
    this.#reasons.push(reason)
  }

  /** The first `limit` rows: the longest, or the newest. */
  top(limit: number, order: 'longest' | 'newest'): readonly FoundRow[] {
    if (limit === 0) return []
    const byValue = (one: FoundRow) => one.value ?? 0
    return this.#foremost(limit, order)
      .map((index) => this.#rowAt(index))
      .sort(
        (a, b) =>
          (order === 'longest' ? byValue(b) - byValue(a) : 0) ||
          b.at - a.at ||
          b.conversation - a.conversation ||
          b.k - a.k,
      )
      .slice(0, limit)
  }

  /** Indexes of the foremost rows, and of all that are level with the last of them. */
  #foremost(limit: number, order: 'longest' | 'newest'): readonly number[] {
    const all = [...this.#rows.keys()]
    if (all.length <= limit) return all
    const keys = Float64Array.from(all, (index) =>
      order === 'longest' ? (this.#values[index] ?? 0) : this.#timeOf(index),
    )
    const last = selectRank(keys.slice(), 0, keys.length, keys.length - limit)
    return all.filter((index) => (keys[index] ?? 0) >= last)
  }

  #timeOf(index: number): number {
    return this.#segments[index]?.timeAt(this.#rows[index] ?? 0) ?? 0
  }

  #rowAt(index: number): FoundRow {
    const segment = this.#segments[index]
    const placed = this.#placed[index]
    const row = this.#rows[index] ?? 0
    if (segment === undefined || placed === undefined)
      throw new RangeError('There is no such row of evidence.')
    const slot = segment.column('slot')[row] ?? 0
    const agent = agentCode(this.#subject, placed.stream, placed.credit)
    const cell = segment.column('cell')[row] ?? 0
    return {
      conversation: slot,
      k: segment.keyAt(row),
      agent: rowOrNone(agent.by === 'row' ? agent.of(cell, slot) : agent.of(cell)),
      contact: rowOrNone(this.#subject.columns.slots.columns.contact[slot] ?? 0),
      at: segment.timeAt(row),
      value: this.#values[index] ?? null,
      reason: this.#reasons[index] ?? null,
    }
  }
}

/** Columns hold 0 for none, evidence -1. */
function rowOrNone(code: number): number {
  return code === 0 ? -1 : code
}
