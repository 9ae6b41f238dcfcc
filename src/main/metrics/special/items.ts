/** Things counted one by one: what figures and evidence have in common. */
import type { ExclusionReason, ValueFigure } from '../../../shared/contract.ts'
import type { EvidenceRow } from '../explain.ts'
import type { Special, SpecialGround } from './special.ts'

/** One thing in one cell; its value is 1 or 0 in a rate, an amount in a sum. */
export interface Item {
  readonly cell: number
  readonly evidence: EvidenceRow
}

export interface Items {
  readonly included: readonly Item[]
  readonly excluded: readonly (Item & { readonly reason: ExclusionReason })[]
  /** Why nothing can be known, whatever was found. */
  readonly unknowable?: true
}

type Measure = (ground: SpecialGround) => Items

/** How many there are. */
export function countOf(measure: Measure): Special {
  return folded(measure, (items) => ({ value: items.length }))
}

/** The share of those whose value is 1. */
export function shareOf(measure: Measure): Special {
  return folded(measure, (items) => ({ value: meanOf(items), of: items.length }))
}

export function folded(measure: Measure, fold: (items: readonly Item[]) => ValueFigure): Special {
  return {
    figures(ground) {
      const { included, unknowable } = measure(ground)
      const byCell = Map.groupBy(included, ({ cell }) => cell)
      return (cell) => (unknowable === true ? { value: null } : fold(byCell.get(cell) ?? []))
    },
    evidence(ground, cell) {
      const { included, excluded } = measure(ground)
      return {
        included: included.filter((item) => item.cell === cell).map(({ evidence }) => evidence),
        excluded: excluded
          .filter((item) => item.cell === cell)
          .map(({ evidence, reason }) => ({ ...evidence, value: null, reason })),
      }
    },
  }
}

/** In a fixed order: sums of fractions depend on it. */
export function sumOf(items: readonly Item[]): number {
  return items
    .map(({ evidence }) => evidence.value ?? 0)
    .sort((a, b) => a - b)
    .reduce((sum, value) => sum + value, 0)
}

function meanOf(items: readonly Item[]): number | null {
  return items.length === 0 ? null : sumOf(items) / items.length
}
