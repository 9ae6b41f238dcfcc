/** How a figure stands against the period before, as data: what may be said of it, and how loudly. */
import type { Figure } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
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
  const cases = Math.min(weightOf(now), weightOf(before))
  // A count that grew from a handful to many did change: only small against small says nothing.
  const isCount = casesOf(now) === null
  const small = isCount ? Math.max(value, earlier) < smallDenominator : cases < smallDenominator
  if (small) return { kind: 'few', cases, before: earlier }
  const { worse, missed } = standingOf(metric, now, before, target)
  return {
    kind: 'change',
    now: value,
    before: earlier,
    direction: directionOf(metric, value, earlier, worse),
    tone: !worse ? null : missed ? 'act' : target === null && isClear(value, earlier) ? 'look' : null,
  }
}

function weightOf(figure: Figure | undefined): number {
  return casesOf(figure) ?? valueOf(figure) ?? 0
}

function directionOf(
  metric: MetricId,
  value: number,
  earlier: number,
  worse: boolean,
): 'better' | 'worse' | 'same' | 'neutral' {
  if (value === earlier) return 'same'
  if (metrics[metric].better === null) return 'neutral'
  return worse ? 'worse' : 'better'
}

function isClear(value: number, earlier: number): boolean {
  return Math.abs(value - earlier) > Math.abs(earlier) * worthColour
}
