/** How a figure stands against the period before, as data: what may be said of it, and how loudly. */
import type { Figure } from '../../shared/contract.ts'
import { metrics, type MetricId, type MetricUnit } from '../../shared/metrics.ts'
import { casesOf, smallDenominator, standingOf, valueOf } from './figures.ts'

/** Without a target a change has to be this share of the value before to be worth a colour. */
const worthColour = 0.1

export type Change =
  /** Not compared, or nothing to compare with. */
  | { readonly kind: 'none' }
  /** Too few cases on one side: a change of them says nothing. */
  | { readonly kind: 'few'; readonly cases: number; readonly before: number }
  | {
      readonly kind: 'change'
      readonly now: number
      readonly before: number
      readonly direction: 'better' | 'worse' | 'same' | 'neutral'
      /** `act`: worse and past its target. `look`: clearly worse, with no target to judge by. */
      readonly tone: 'act' | 'look' | null
    }

/** What may be said of a figure against the one before. `target` in the metric's own unit; null: none. */
export function changeOf(
  metric: MetricId,
  now: Figure | undefined,
  before: Figure | undefined,
  target: number | null,
): Change {
  const value = valueOf(now)
  const earlier = valueOf(before)
  if (value === null || earlier === null) return { kind: 'none' }
  if (value === 0 && earlier === 0 && casesOf(now) === null) return { kind: 'none' }
  const cases = Math.min(weightOf(now), weightOf(before))
  // A count that grew from a handful to many did change: only small against small says nothing.
  const isCount = casesOf(now) === null
  const small = isCount ? Math.max(value, earlier) < smallDenominator : cases < smallDenominator
  if (small) return { kind: 'few', cases, before: earlier }
  const { worse, missed } = standingOf(metric, now, before, target)
  // What rounds to nothing is no change: a coloured "±0" would accuse for nothing to be seen.
  const same = isSame(metrics[metric].unit, value, earlier)
  return {
    kind: 'change',
    now: value,
    before: earlier,
    direction: same ? 'same' : directionOf(metric, worse),
    tone: same || !worse ? null : missed ? 'act' : target === null && isClear(value, earlier) ? 'look' : null,
  }
}

function weightOf(figure: Figure | undefined): number {
  return casesOf(figure) ?? valueOf(figure) ?? 0
}

/** The least difference a screen writes: a tenth of a point, a second, a tenth of a score, a tenth of a per cent. */
const leastShown: Readonly<Record<MetricUnit, number>> = {
  rate: 0.001,
  seconds: 1,
  score: 0.1,
  count: 0.001,
  money: 0.001,
}

function isSame(unit: MetricUnit, value: number, earlier: number): boolean {
  const relative = unit === 'count' || unit === 'money'
  const difference = relative ? (value - earlier) / (earlier || 1) : value - earlier
  return Math.round(Math.abs(difference) / leastShown[unit]) === 0
}

function directionOf(metric: MetricId, worse: boolean): 'better' | 'worse' | 'neutral' {
  if (metrics[metric].better === null) return 'neutral'
  return worse ? 'worse' : 'better'
}

function isClear(value: number, earlier: number): boolean {
  return Math.abs(value - earlier) > Math.abs(earlier) * worthColour
}
