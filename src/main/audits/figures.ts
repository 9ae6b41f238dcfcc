/** Scores and shares with how sure they are, and who may be said to stand before whom. */
import type { ScoreFigure, ScoreRow, ShareFigure } from '../../shared/audits.ts'
import {
  bootstrapMean,
  effectiveSize,
  meanOf,
  moreToSeparate,
  normalMean,
  wilson,
  type Interval,
  type Weighted,
} from '../../shared/statistics.ts'
import { randomFor } from '../../shared/random.ts'

/** Fewer values say nothing about the rest: no interval. */
export const fewest = 5
/** Of more values a bootstrap comes to the normal interval, and costs more than it is worth. */
const mostResampled = 200
/** Nobody makes more reviews of each to tell two apart. */
const mostMore = 500
/** A score below this is a failed review, as a criterion below it is a failed one. */
const failsBelow = 50

/**
 * The weighted mean of scores 0…100 with its 95 % interval; the same for the same scores, whatever their order. Where all
 * are 0 or 100 it is a rate, where all are one a resample says nothing: there the interval is Wilson's, which no scores of
 * this mean can exceed; else the bootstrap's.
 */
export function scoreFigure(values: readonly Weighted[]): ScoreFigure {
  if (values.length === 0) return { n: 0, mean: null, low: null, high: null }
  const mean = meanOf(values)
  if (values.length < fewest) return { n: values.length, mean, low: null, high: null }
  const { low, high } = intervalOf(values, mean)
  return { n: values.length, mean, low: Math.max(0, low), high: Math.min(100, high) }
}

function intervalOf(values: readonly Weighted[], mean: number): Interval {
  const first = values[0]?.value
  if (
    values.every(({ value }) => value === 0 || value === 100) ||
    values.every(({ value }) => value === first)
  ) {
    const { low, high } = wilson(mean / 100, effectiveSize(values.map(({ weight }) => weight)))
    return { low: low * 100, high: high * 100 }
  }
  if (values.length > mostResampled) return normalMean(values)
  const sorted = values.toSorted((a, b) => a.value - b.value || a.weight - b.weight)
  return bootstrapMean(sorted, randomFor('scores').next)
}

/**
 * A share of weighted things with its 95 % interval: `n` of `of` are counted as they are, the share by their weights, and
 * the interval for as many equally weighted ones as say as much.
 */
export function shareFigure(
  things: readonly { readonly hit: boolean; readonly weight: number }[],
): ShareFigure {
  const n = things.filter(({ hit }) => hit).length
  if (things.length === 0) return { n, of: 0, share: null, low: null, high: null }
  const share = meanOf(things.map(({ hit, weight }) => ({ value: hit ? 1 : 0, weight })))
  return { n, of: things.length, share, ...wilson(share, effectiveSize(things.map(({ weight }) => weight))) }
}

/** The share of failed ones among scores. */
export function failedFigure(values: readonly Weighted[]): ShareFigure {
  return shareFigure(values.map(({ value, weight }) => ({ hit: value < failsBelow, weight })))
}

export interface Group {
  readonly key: string | null
  readonly values: readonly Weighted[]
}

/** A row each, in the order given, none before another. */
export function plainRows(groups: readonly Group[]): readonly ScoreRow[] {
  return groups.map(({ key, values }) => ({
    key,
    score: scoreFigure(values),
    failed: failedFigure(values),
    rank: null,
    moreToSeparate: null,
  }))
}

/**
 * A row each, the best mean first, those without a score last. A row has a rank only where its interval overlaps with that
 * of no other row, near or far; nobody (null) and rows of too few values to have an interval are not compared. Where it
 * overlaps with that of the row above, `moreToSeparate` is how many more values of each would part the two.
 */
export function rankedRows(groups: readonly Group[]): readonly ScoreRow[] {
  const sorted = groups
    .map((group) => ({ group, score: scoreFigure(group.values) }))
    .sort(
      (a, b) =>
        (b.score.mean ?? Number.NEGATIVE_INFINITY) - (a.score.mean ?? Number.NEGATIVE_INFINITY) ||
        ((a.group.key ?? '') < (b.group.key ?? '') ? -1 : 1),
    )
  const compared = sorted.filter(({ group, score }) => group.key !== null && score.low !== null)
  return sorted.map((row) => {
    const place = compared.indexOf(row)
    const above = compared[place - 1]
    const isApart = compared.every((other) => other === row || !overlap(other.score, row.score))
    return {
      key: row.group.key,
      score: row.score,
      failed: failedFigure(row.group.values),
      rank: place >= 0 && compared.length > 1 && isApart ? place + 1 : null,
      moreToSeparate:
        above !== undefined && overlap(above.score, row.score)
          ? moreToSeparate(above.group.values.map(valueOf), row.group.values.map(valueOf), mostMore)
          : null,
    }
  })
}

function overlap(one: ScoreFigure, other: ScoreFigure): boolean {
  if (one.low === null || one.high === null || other.low === null || other.high === null) return true
  return one.low <= other.high && other.low <= one.high
}

function valueOf({ value }: Weighted): number {
  return value
}
