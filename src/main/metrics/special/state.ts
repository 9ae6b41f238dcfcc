/**
 * What is open, and who waits, at a moment: the end of the period, or now where it is not over. By day, week or month:
 * at the end of each. An hour of the day or a weekday comes more than once, so it has no moment: null.
 */
import type { Figure } from '../../../shared/contract.ts'
import { spanBits } from '../bits.ts'
import type { EvidenceRow } from '../explain.ts'
import { evidenceOf, spanEnd } from './engagement.ts'
import type { RowsView, Special, SpecialGround } from './special.ts'

/** Which spans count, among those that hold the bits, and what is made of how long each has waited, in seconds: one after the other. */
interface StateRule {
  readonly bits: number
  readonly counts: (rows: RowsView, index: number) => boolean
  readonly none: number | null
  readonly add: (before: number | null, waited: number) => number
}

/** A row that stands at a moment, in the cell of it; `waited`: seconds its customer has waited. */
type Visit = (cell: number, waited: number, rows: RowsView, index: number) => void

/**
 * The moments asked for, ascending: each is the first instant after what it sees. What happens at the very end of a
 * period belongs to the next one; what happened this millisecond has happened.
 */
function momentsOf({ scope, now, cells }: SpecialGround): readonly number[] {
  const last = Math.min(scope.to, now + 1)
  if (last <= scope.from) return []
  const within = cells.axes.flatMap((axis) => axis.time?.boundaries(scope.from, last) ?? [])
  return [...new Set([...within, last])].sort((a, b) => a - b)
}

function hasNoMoment({ cells }: SpecialGround): boolean {
  return cells.axes.some((axis) => axis.time?.linear === false)
}

function eachStanding(ground: SpecialGround, rule: StateRule, visit: Visit): void {
  if (hasNoMoment(ground)) return
  const moments = momentsOf(ground)
  const [first] = moments
  const last = moments.at(-1)
  if (first === undefined || last === undefined) return
  const rows = ground.rows('spans', {
    from: first - 1,
    to: last,
    overlapping: true,
    moments,
    bits: rule.bits,
  })
  const lengths = rows.values['length'] ?? []
  const before = rows.values['waited'] ?? []
  for (let index = 0; index < rows.length; index++) {
    if (!rule.counts(rows, index)) continue
    const begin = rows.at[index] ?? 0
    const end = spanEnd(begin, lengths[index])
    for (const moment of moments) {
      if (begin >= moment) continue
      if (end < moment) break
      const waited = (moment === last ? Math.min(ground.now, ground.scope.to) : moment) - begin
      visit(ground.cells.cellAt(rows, index, moment - 1), (waited + (before[index] ?? 0)) / 1000, rows, index)
    }
  }
}

function isWaiting(rows: RowsView, index: number): boolean {
  return ((rows.bits[index] ?? 0) & spanBits.waiting) !== 0
}

function stateOf(rule: StateRule): Special {
  return {
    figures(ground) {
      if (hasNoMoment(ground)) return () => ({ value: null })
      const byCell = new Map<number, number>()
      eachStanding(ground, rule, (cell, waited) =>
        byCell.set(cell, rule.add(byCell.get(cell) ?? rule.none, waited)),
      )
      const began = startedCells(ground)
      return (cell): Figure => ({ value: began(cell) ? (byCell.get(cell) ?? rule.none) : null })
    },
    evidence(ground, cell) {
      const included: EvidenceRow[] = []
      eachStanding(ground, rule, (one, waited, rows, index) => {
        if (one !== cell) return
        included.push(evidenceOf(ground, rows, index, isWaiting(rows, index) ? waited : null))
      })
      return { included, excluded: [] }
    },
  }
}

/** Whether the unit of time a cell stands for has begun: of the future nothing can be known. */
function startedCells({ cells, scope, now }: SpecialGround): (cell: number) => boolean {
  const nothing = { slot: [], agent: [], team: [], opener: [], word: [] }
  const started = cells.axes.map((axis) => {
    if (axis.time === null) return null
    const last = Math.min(scope.to, now + 1)
    if (last <= scope.from) return new Set<string | null>()
    const starts = [scope.from, ...axis.time.boundaries(scope.from, last)]
    return new Set(starts.map((at) => axis.keyAt(nothing, 0, at)))
  })
  const asked = scope.from <= now
  return (cell) => asked && cells.keysOf(cell).every((key, axis) => started[axis]?.has(key) ?? true)
}

const count = { none: 0, add: (before) => (before ?? 0) + 1 } satisfies Pick<StateRule, 'none' | 'add'>

export const openNow = stateOf({ bits: 0, counts: () => true, ...count })
export const waitingNow = stateOf({ bits: spanBits.waiting, counts: isWaiting, ...count })
export const unassignedNow = stateOf({
  bits: 0,
  counts: (rows, index) => (rows.agent[index] ?? 0) === 0,
  ...count,
})
/** Seconds; nobody waits: null. */
export const longestWait = stateOf({
  bits: spanBits.waiting,
  counts: isWaiting,
  none: null,
  add: (longest, waited) => Math.max(longest ?? 0, waited),
})
