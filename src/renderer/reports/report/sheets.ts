/** Paper on the screen: how large it is shown and how many sheets there are. */
import type { Paper } from '../../../shared/reporting.ts'

const millimetre = 96 / 25.4
/** Upright, in millimetres. */
const sizes = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
} as const satisfies Record<Paper['size'], object>

/** Room left and right of a sheet, pixels. */
const margin = 16

export const zooms = ['width', '50', '75', '100', '150'] as const
export type Zoom = (typeof zooms)[number]

/** The factor sheets are drawn with so that the choice fits a room of `width` pixels. Never larger than twice. */
export function zoomFactor(zoom: Zoom, paper: Paper, width: number): number {
  if (zoom !== 'width') return Number(zoom) / 100
  const { width: across, height } = sizes[paper.size]
  const sheet = (paper.orientation === 'portrait' ? across : height) * millimetre
  return Math.min(2, Math.max(0.2, (width - 2 * margin) / sheet))
}

/** The next smaller or larger choice from where it stands now. */
export function zoomStep(factor: number, by: -1 | 1): Zoom {
  const steps = zooms.filter((zoom) => zoom !== 'width')
  const found =
    by === 1
      ? steps.find((step) => Number(step) / 100 > factor + 0.01)
      : steps.findLast((step) => Number(step) / 100 < factor - 0.01)
  return found ?? (by === 1 ? '150' : '50')
}

/**
 * Sheets that lie one under the other: each holds a column of `column` pixels and stands `gap` from the next. Null where
 * the browser does not break a page into sheets.
 */
export function sheetCount(content: number, column: number, gap: number): number | null {
  if (!(column > 0) || !(gap >= 0)) return null
  return Math.max(1, Math.round((content + gap) / (column + gap)))
}
