/** Reading a figure of an answer: its one value, what it rests on, how it stands against its target and the time before. */
import type {
  Dimension,
  DurationFigure,
  Figure,
  Figures,
  MetricsRow,
  Targets,
} from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { benchmarkTargets, targetOfMetric } from '../../shared/targets.ts'

/** Rates over fewer cases than this show their denominator and lose their colour. */
export const smallDenominator = 30

export function isDuration(figure: Figure): figure is DurationFigure {
  return 'buckets' in figure
}

/** The value a screen prints: the median of a duration (seconds), else the value itself; null: nothing to measure. */
export function valueOf(figure: Figure | undefined): number | null {
  if (figure === undefined) return null
  return isDuration(figure) ? figure.median : figure.value
}

/** How many cases a figure rests on: durations measured, or the denominator of a rate; null for a count. */
export function casesOf(figure: Figure | undefined): number | null {
  if (figure === undefined) return null
  return isDuration(figure) ? figure.count : (figure.of ?? null)
}

/** True for a rate or a mean of so few cases that it should not be judged. */
export function isSmall(figure: Figure | undefined): boolean {
  if (figure === undefined || isDuration(figure) || figure.of === undefined) return false
  return figure.of < smallDenominator
}

/** Whether a target can be set for a metric itself. */
export function canHaveTarget(metric: MetricId): boolean {
  return metric in targetOfMetric
}

/** The target of a metric in its own unit (seconds or a share); null: none is set. */
export function targetOf(metric: MetricId, targets: Targets | undefined): number | null {
  const name = targetOfMetric[metric]
  return name === undefined || targets === undefined ? null : targets[name]
}

/** True while a metric's target is the one the workspace began with: a benchmark, not the team's own. */
export function isBenchmark(metric: MetricId, targets: Targets | undefined): boolean {
  const name = targetOfMetric[metric]
  if (name === undefined || targets === undefined) return false
  return targets[name] !== null && targets[name] === benchmarkTargets[name]
}

/** What a figure says about itself. `alarm` is the only thing that may be drawn in the danger colour. */
interface Standing {
  readonly worse: boolean
  readonly missed: boolean
  readonly small: boolean
  /** Worse than before and past its target, over enough cases. */
  readonly alarm: boolean
}

/** Judges a figure against the previous period's and its target. A metric without a better direction is never worse. */
export function standingOf(
  metric: MetricId,
  now: Figure | undefined,
  before: Figure | undefined,
  target: number | null,
): Standing {
  const better = metrics[metric].better
  const value = valueOf(now)
  const earlier = valueOf(before)
  const small = isSmall(now)
  const worse = value !== null && earlier !== null && isBeyond(value, earlier, better)
  const missed = value !== null && target !== null && isBeyond(value, target, better)
  return { worse, missed, small, alarm: worse && missed && !small }
}

/** Flags have no target: a tenth more of them is worth a colour while some still hold. */
export function manyMoreFlags(now: Figure | undefined, before: Figure | undefined, open: number): boolean {
  const count = valueOf(now)
  const earlier = valueOf(before)
  return count !== null && earlier !== null && open > 0 && count > earlier * 1.1
}

function isBeyond(value: number, bound: number, better: 'higher' | 'lower' | null): boolean {
  if (better === 'lower') return value > bound
  if (better === 'higher') return value < bound
  return false
}

/** The value of one metric row by row, in the order of the rows. */
export function seriesOf(rows: readonly MetricsRow[], metric: MetricId): readonly (number | null)[] {
  return rows.map((row) => valueOf(row.metrics[metric]))
}

/** The key of a row in one dimension; null: nobody or none. */
export function keyOf(row: MetricsRow, dimension: Dimension): string | null {
  return row.key[dimension] ?? null
}

/** The figures of the row with this key, empty when the answer has no such row. */
export function figuresFor(rows: readonly MetricsRow[], dimension: Dimension, key: string | null): Figures {
  return rows.find((row) => keyOf(row, dimension) === key)?.metrics ?? {}
}

/** The count of one metric in a row; 0 where the answer has none. */
export function countOf(figures: Figures, metric: MetricId): number {
  return valueOf(figures[metric]) ?? 0
}
