/** Whether a metric rises or falls over weeks, said only where the data carries it. */
import { median } from 'simple-statistics'
import type { Metric } from '../../shared/metrics.ts'
import { mannKendall, type TimedValue } from './kendall.ts'
import type { JudgedShape } from './scale.ts'

/** A week or a day: when it starts (epoch milliseconds), its figure, and on how many observations that rests. */
export interface TrendPoint {
  readonly at: number
  /** null: nothing to measure. */
  readonly value: number | null
  readonly count: number
}

export interface Trend {
  readonly direction: 'rising' | 'falling'
  /** By the direction that is better for the metric. */
  readonly verdict: 'better' | 'worse' | 'neutral'
  /** Change a week, in the metric's unit. */
  readonly perWeek: number
  /** Change a week as a share of the median point. */
  readonly relative: number
  /** Weeks the points cover, from the first to the last that counts. */
  readonly weeks: number
  /** The line's values at the first and the last point, and when those points start. */
  readonly from: number
  readonly to: number
  readonly since: number
  readonly until: number
  /** 1 − p of the Mann–Kendall test. */
  readonly confidence: number
}

export interface TrendOptions {
  readonly better: Metric['better']
  /** Decides what is a sample large enough and a change large enough. */
  readonly shape: JudgedShape
  /** When the week (or day) still running starts: points from there on are left out. null: all are finished. */
  readonly unfinished: number | null
}

/** Fewer points cannot convince: four in a row rise by chance more often than one time in twenty, five do not. */
const fewestPoints = 5
const fewestWeeks = 5
/** A median, rate or mean of fewer observations than this is no point of the line. */
const fewestInAPoint = 10
/** All points together: thirty a week over the fewest weeks. */
const fewestInAll = 150
/** The test's level for one series. */
const level = 0.05
/** A change over all the weeks smaller than this share of the median is not worth a word. */
const smallestChange = {
  duration: 0.1,
  sum: 0.1,
  count: 0.1,
  rate: 0.1,
  mean: 0.05,
} as const satisfies Record<JudgedShape, number>
/** Rates near 1 can hardly change by a tenth: two points are enough. */
const smallestChangeOfRate = 0.02

const dayLength = 86_400_000

/**
 * The trend of one series: Theil and Sen's slope (the plain median of all pairwise slopes, in calendar weeks), where
 * Mann and Kendall's test finds it at the level of 5 % and the change matters; null where there is no ground for words.
 */
export function trendOf(points: readonly TrendPoint[], options: TrendOptions): Trend | null {
  const found = candidateOf(points, options)
  return found !== null && found.p <= level ? found.trend : null
}

/**
 * The trends of many series looked at together, such as one for each agent, in the order given. Benjamini and
 * Hochberg's rule keeps the expected share of false ones among those told at 5 %.
 */
export function trendsOf(
  series: readonly { readonly points: readonly TrendPoint[]; readonly options: TrendOptions }[],
): readonly (Trend | null)[] {
  const found = series.map(({ points, options }) => candidateOf(points, options))
  const chances = found.flatMap((one) => (one === null ? [] : [one.p])).toSorted((a, b) => a - b)
  const last = chances.findLastIndex((p, index) => p <= (level * (index + 1)) / chances.length)
  const bound = chances[last] ?? -1
  return found.map((one) => (one !== null && one.p <= bound ? one.trend : null))
}

/** A series with ground enough to be tested, and its p; `trend` is null where the change is too small for words. */
interface Candidate {
  readonly trend: Trend | null
  readonly p: number
}

function candidateOf(points: readonly TrendPoint[], options: TrendOptions): Candidate | null {
  const counted = pointsThatCount(points, options)
  if (counted === null) return null
  const { s, p } = mannKendall(counted.days)
  return { trend: lineThrough(counted, s, p, options), p }
}

/** `days` hold calendar days since `since` and values, by time; null: too little for any word. */
interface CountedPoints {
  readonly since: number
  readonly days: readonly TimedValue[]
}

function pointsThatCount(points: readonly TrendPoint[], options: TrendOptions): CountedPoints | null {
  const finished = options.unfinished ?? Number.POSITIVE_INFINITY
  const kept: { readonly at: number; readonly value: number }[] = []
  let observations = 0
  for (const { at, value, count } of points) {
    if (value === null || at >= finished) continue
    // A count is its own sample, and a low one says as much as a high one.
    if (options.shape !== 'count' && count < fewestInAPoint) continue
    observations += options.shape === 'count' ? value : count
    kept.push({ at, value })
  }
  if (observations < fewestInAll) return null
  const since = kept.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY)
  // Whole days: a week with a change of the clock is as long as any other.
  const days = kept
    .map(({ at, value }) => ({ time: Math.round((at - since) / dayLength), value }))
    .toSorted((one, other) => one.time - other.time || one.value - other.value)
  if (new Set(days.map((day) => day.time)).size < fewestPoints) return null
  return weeksCovered(days) < fewestWeeks ? null : { since, days }
}

/** Whole weeks from the start of the first point to the end of the last, which is as long as the shortest step. */
function weeksCovered(days: readonly TimedValue[]): number {
  const last = days.at(-1)?.time ?? 0
  let step = Number.POSITIVE_INFINITY
  for (const [index, day] of days.entries()) {
    const before = days[index - 1]
    if (before !== undefined && day.time > before.time) step = Math.min(step, day.time - before.time)
  }
  return Math.round((last + Math.min(step, 7)) / 7)
}

function lineThrough(
  { since, days }: CountedPoints,
  s: number,
  p: number,
  options: TrendOptions,
): Trend | null {
  const perDay = theilSen(days)
  const middle = median(days.map((day) => day.value))
  const last = days.at(-1)?.time ?? 0
  const change = Math.abs(perDay * last)
  // With many ties the test and the line can disagree; then there is nothing to say.
  if (Math.sign(perDay) !== Math.sign(s) || perDay === 0 || middle <= 0) return null
  if (change < smallestWorthAWord(middle, options.shape)) return null
  const from = median(days.map((day) => day.value - perDay * day.time))
  const direction = perDay > 0 ? 'rising' : 'falling'
  return {
    direction,
    verdict: verdictOf(direction, options.better),
    perWeek: perDay * 7,
    relative: (perDay * 7) / middle,
    weeks: weeksCovered(days),
    from,
    to: from + perDay * last,
    since,
    until: since + last * dayLength,
    confidence: 1 - p,
  }
}

function smallestWorthAWord(middle: number, shape: JudgedShape): number {
  const share = middle * smallestChange[shape]
  // Two weeks of a count differ by its root without any cause.
  if (shape === 'count') return Math.max(share, Math.sqrt(middle))
  return shape === 'rate' ? Math.min(share, smallestChangeOfRate) : share
}

function verdictOf(direction: Trend['direction'], better: Metric['better']): Trend['verdict'] {
  if (better === null) return 'neutral'
  return (direction === 'rising') === (better === 'higher') ? 'better' : 'worse'
}

/**
 * Theil and Sen's slope: the median of the slopes between all pairs of points of unequal times, in values a unit of
 * time. Up to 29 % of the points may be anything without moving it far. 0 when all times are one.
 */
export function theilSen(points: readonly TimedValue[]): number {
  const slopes = points.flatMap((one, index) =>
    points
      .slice(index + 1)
      .filter((other) => other.time !== one.time)
      .map((other) => (other.value - one.value) / (other.time - one.time)),
  )
  return slopes.length === 0 ? 0 : median(slopes)
}
