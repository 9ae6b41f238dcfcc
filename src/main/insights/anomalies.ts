/** Hours far from what the same hour of the same weekday usually brings. */
import { median } from 'simple-statistics'
import { evenScale, fromEvenScale } from './scale.ts'

/** One hour: `weekday` 1 (Monday) … 7, `hour` 0…23 in the workspace's zone, `at` its start. */
export interface HourValue {
  readonly weekday: number
  readonly hour: number
  readonly at: number
  /** A count, or seconds; null: nothing to measure. */
  readonly value: number | null
  /** On how many observations a duration rests; a count needs none. */
  readonly count?: number
}

export interface Anomaly {
  readonly at: number
  readonly value: number
  /** The median of the same hour in the other weeks. */
  readonly expected: number
  /** What is usual: values outside are flagged. */
  readonly band: readonly [low: number, high: number]
  readonly kind: 'higher' | 'lower'
}

export interface AnomalyOptions {
  readonly shape: 'count' | 'duration'
  /** Hours before this only tell what is usual; from here on they are judged. */
  readonly from: number
}

/** An hour is judged against at least this many of the same weekday and hour. */
const fewestWeeks = 4
/** A duration of fewer observations says nothing about its hour. */
const fewestInAnHour = 10
/** Two-sided chance 0.00067: half a false alarm in the 744 hours of a quiet month. */
const threshold = 3.4
/** A count this little away from the usual is not worth a word, nor a duration that is not this many times it. */
const smallestDifference = 5
const smallestTimes = 1.5
/** The median of the square of a standard normal number. */
const medianOfSquares = 0.4549
/** The roots of smaller counts are too coarse to tell bursts from chance. */
const leastTelling = 4
/** A median strays more than a mean, by π/2 in variance. */
const varianceOfMedian = Math.PI / 2

/**
 * The judged hours that lie outside the usual band, by time. Each is compared with the same weekday and hour of all
 * other weeks given, before or after, so one bad Monday neither hides itself nor accuses the others.
 * Counts are taken as 2√(x + 3/8), which makes their Poisson noise alike everywhere, with the extra noise of real
 * arrivals estimated from all hours; durations as logarithms.
 */
export function anomaliesOf(hours: readonly HourValue[], options: AnomalyOptions): readonly Anomaly[] {
  const compared = [...Map.groupBy(measured(hours, options.shape), slotOf).values()].flatMap((slot) =>
    slot.length <= fewestWeeks ? [] : slot.map((hour) => comparedWith(hour, slot, options.shape)),
  )
  const noise = noiseOf(compared, options.shape)
  return compared
    .filter(({ at }) => at >= options.from)
    .flatMap((hour) => anomalyOf(hour, noise, options.shape))
    .toSorted((one, other) => one.at - other.at || one.value - other.value)
}

interface Measured {
  readonly at: number
  readonly weekday: number
  readonly hour: number
  readonly value: number
}

function measured(hours: readonly HourValue[], shape: AnomalyOptions['shape']): readonly Measured[] {
  return hours.flatMap(({ at, weekday, hour, value, count }) =>
    value === null || (shape === 'duration' && (count ?? 0) < fewestInAnHour)
      ? []
      : [{ at, weekday, hour, value }],
  )
}

function slotOf({ weekday, hour }: Measured): number {
  return weekday * 24 + hour
}

/** `residual` is value less expected on the even scale; `weeks` is how many others told the expected one. */
interface Compared {
  readonly at: number
  readonly value: number
  readonly expected: number
  readonly residual: number
  readonly weeks: number
}

function comparedWith(hour: Measured, slot: readonly Measured[], shape: AnomalyOptions['shape']): Compared {
  const others = slot.filter((other) => other !== hour).map((other) => other.value)
  const expected = median(others)
  const residual = evenScale(hour.value, shape) - evenScale(expected, shape)
  return { at: hour.at, value: hour.value, expected, residual, weeks: others.length }
}

/** Variance of an hour on the even scale: `base` + `perUnit` × expected. */
interface Noise {
  readonly base: number
  readonly perUnit: number
}

/**
 * How far hours stray, robustly over all of them. Counts stray by Poisson's 1 and, where arrivals come in bursts, by a
 * share of their level more; durations by what they are seen to.
 */
function noiseOf(hours: readonly Compared[], shape: AnomalyOptions['shape']): Noise {
  const squares = hours.map((hour) => ({
    expected: hour.expected,
    square: hour.residual ** 2 / medianOfSquares / (1 + varianceOfMedian / hour.weeks),
  }))
  if (shape === 'duration') return { base: medianOrZero(squares.map(({ square }) => square)), perUnit: 0 }
  // Each hour alone would be explained by 1 + perUnit × expected = square; the median hour speaks for all.
  const shares = squares.flatMap(({ expected, square }) =>
    expected < leastTelling ? [] : [(square - 1) / expected],
  )
  return { base: 1, perUnit: Math.max(0, medianOrZero(shares)) }
}

function medianOrZero(values: readonly number[]): number {
  return values.length === 0 ? 0 : median([...values])
}

function varianceOf({ expected, weeks }: Compared, { base, perUnit }: Noise): number {
  return (base + perUnit * expected) * (1 + varianceOfMedian / weeks)
}

function anomalyOf(hour: Compared, noise: Noise, shape: AnomalyOptions['shape']): readonly Anomaly[] {
  const { at, value, expected, residual } = hour
  const reach = threshold * Math.sqrt(varianceOf(hour, noise))
  const middle = evenScale(expected, shape)
  const low = Math.min(fromEvenScale(middle - reach, shape), leastWorthAWord(expected, -1, shape))
  const high = Math.max(fromEvenScale(middle + reach, shape), leastWorthAWord(expected, 1, shape))
  if (value >= low && value <= high) return []
  return [{ at, value, expected, band: [low, high], kind: residual > 0 ? 'higher' : 'lower' }]
}

/** The value nearest to the expected one, on that side, that is worth a word. */
function leastWorthAWord(expected: number, side: -1 | 1, shape: AnomalyOptions['shape']): number {
  if (shape === 'count') return Math.max(0, expected + side * smallestDifference)
  return expected * smallestTimes ** side
}
