/** How far contacts got: how many reached each step, and the share of them that went no further. */
import type { MetricsRow } from '../../shared/contract.ts'
import { countOf, figuresFor } from './figures.ts'

export const dropOffSteps = ['received', 'answered', 'resolved', 'rated', 'converted'] as const
export type DropOffStep = (typeof dropOffSteps)[number]

export interface Drop {
  readonly step: DropOffStep
  /** Contacts who got at least this far. */
  readonly reached: number
  /** Contacts last heard of here. */
  readonly stopped: number
  /** stopped ÷ reached; null: nobody reached it, or it is the last step, where stopping is the aim. */
  readonly lost: number | null
  /** reached ÷ all, 0…1: the length of the bar. */
  readonly length: number
}

/** The steps in their order, from an answer by step that counts each contact at the furthest it reached. */
export function dropsOf(rows: readonly MetricsRow[]): readonly Drop[] {
  const counts = dropOffSteps.map((step) => countOf(figuresFor(rows, 'step', step), 'drop_off'))
  const all = counts.reduce((sum, count) => sum + count, 0)
  return dropOffSteps.map((step, index) => {
    const stopped = counts[index] ?? 0
    const reached = counts.slice(index).reduce((sum, count) => sum + count, 0)
    const isLast = index === dropOffSteps.length - 1
    return {
      step,
      reached,
      stopped,
      lost: isLast || reached === 0 ? null : stopped / reached,
      length: all === 0 ? 0 : reached / all,
    }
  })
}
