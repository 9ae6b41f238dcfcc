/** Who is far slower than the own team, and since when. Reasons are data; the table puts them into words. */
import type { DurationFigure, Figures } from '../../shared/contract.ts'
import { durationBuckets } from '../../shared/metrics.ts'
import { isDuration } from '../overview/figures.ts'

/** An agent this many times slower than the team's median stands out. */
const outlierRatio = 2
/** Fewer responses than this say nothing about a person. */
export const enoughResponses = 30
/** A team needs this many others for its median to be more than the agent's own. */
const enoughOthers = 3

export const comparedMetrics = ['first_response_time', 'resolution_time'] as const
type ComparedMetric = (typeof comparedMetrics)[number]

export interface Outlier {
  readonly metric: ComparedMetric
  /** The agent's median ÷ the team's. */
  readonly ratio: number
  /** Seconds. */
  readonly median: number
  readonly teamMedian: number
}

/**
 * The metrics in which an agent is at least twice as slow as the team, the largest ratio first.
 * `others` counts the agents of the team besides this one who have a figure at all.
 */
export function outliersOf(own: Figures, team: Figures, others: number): readonly Outlier[] {
  if (others < enoughOthers) return []
  const found = comparedMetrics.flatMap((metric): readonly Outlier[] => {
    const mine = durationOf(own, metric)
    const theirs = durationOf(team, metric)
    if (mine === null || theirs === null || mine.count < enoughResponses) return []
    if (mine.median === null || theirs.median === null || theirs.median === 0) return []
    const ratio = mine.median / theirs.median
    if (ratio < outlierRatio) return []
    return [{ metric, ratio, median: mine.median, teamMedian: theirs.median }]
  })
  return found.sort((one, other) => other.ratio - one.ratio)
}

/** The duration behind a metric; null when the answer has none. */
export function durationOf(figures: Figures, metric: ComparedMetric): DurationFigure | null {
  const figure = figures[metric]
  return figure === undefined || !isDuration(figure) ? null : figure
}

/** One week's median of one agent, in seconds, and on how many responses it rests. */
export interface WeekMedian {
  readonly week: string
  readonly count: number
  readonly median: number | null
}

export interface Slowing {
  readonly weeks: number
  /** Seconds gained from the first of those weeks to the last. */
  readonly by: number
}

/** The fewest rising weeks worth a word: less is chance. */
const fewestWeeks = 3
const enoughInAWeek = 10

/**
 * How many weeks in a row, up to the last, a median rose over the week before; null when fewer than three did.
 * A week of fewer than ten responses ends the count: it proves nothing either way. The last week may be unfinished.
 */
export function slowingOf(weeks: readonly WeekMedian[]): Slowing | null {
  const last = weeks.findLastIndex((week) => week.count >= enoughInAWeek)
  if (last < 0) return null
  let first = last
  while (first > 0 && roseInto(weeks[first - 1], weeks[first])) first -= 1
  const rises = last - first
  if (rises < fewestWeeks) return null
  return { weeks: rises, by: (weeks[last]?.median ?? 0) - (weeks[first]?.median ?? 0) }
}

function roseInto(earlier: WeekMedian | undefined, later: WeekMedian | undefined): boolean {
  if (earlier === undefined || later === undefined) return false
  if (earlier.count < enoughInAWeek || later.count < enoughInAWeek) return false
  return earlier.median !== null && later.median !== null && later.median > earlier.median
}

/** The first duration bucket that lies wholly at or past twice the team's median: drawn as a warning in an outlier's histogram. */
export function warnFromBucket(teamMedian: number): number {
  const lowerBounds = [0, ...durationBuckets]
  const first = lowerBounds.findIndex((bound) => bound >= teamMedian * outlierRatio)
  return first < 0 ? lowerBounds.length - 1 : first
}
