/** Rules as they are edited. */
import type { FlagRule, ThresholdUnit } from '../../../shared/flags.ts'

/** Whether two rules do the same; the order of teams plays no part, and being on is set elsewhere. */
export function isSameRule(one: FlagRule, other: FlagRule): boolean {
  return (
    one.severity === other.severity &&
    one.threshold === other.threshold &&
    one.hours === other.hours &&
    one.telling === other.telling &&
    one.webhook === other.webhook &&
    one.teams.length === other.teams.length &&
    one.teams.every((team) => other.teams.includes(team))
  )
}

/** How a threshold is typed: the number in the field for one of the engine's, and where it must lie. */
export interface Typed {
  readonly size: number
  readonly min: number
  readonly max: number
  readonly whole: boolean
}

const longest = 30 * 86_400

/** `size`: seconds of the chosen unit of time. Shares are typed in per cent; of a load they may be more than all. */
export function typedAs(unit: ThresholdUnit, size: number): Typed {
  if (unit === 'share') return { size: 0.01, min: 1, max: 500, whole: false }
  if (unit === 'times') return { size: 1, min: 1, max: 1000, whole: true }
  return { size, min: 1 / size, max: longest / size, whole: false }
}

/** What was typed as a threshold; null: it cannot be one. */
export function thresholdOf(typed: string, { size, min, max, whole }: Typed): number | null {
  const number = typed.trim() === '' ? Number.NaN : Number(typed)
  if (!(number >= min && number <= max) || (whole && !Number.isInteger(number))) return null
  // 0.07 · 100 is not quite 7: thresholds keep four places.
  return Math.round(number * size * 10_000) / 10_000
}
