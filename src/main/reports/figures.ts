import type { DurationFigure, Figure, ValueFigure } from '../../shared/contract.ts'

/** A figure read as what its metric is; null where it was not asked for or nothing was measured. */
export function durationOf(figure: Figure | undefined): DurationFigure | null {
  return figure !== undefined && 'count' in figure ? figure : null
}

export function medianOf(figure: Figure | undefined): number | null {
  return durationOf(figure)?.median ?? null
}

export function valueOf(figure: Figure | undefined): ValueFigure | null {
  return figure !== undefined && 'value' in figure ? figure : null
}

export function countOf(figure: Figure | undefined): number | null {
  return valueOf(figure)?.value ?? null
}
