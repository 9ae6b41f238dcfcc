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
 * Distances are taken on a scale where all hours stray alike: for counts Poisson's noise with the bursts of real
 * arrivals, for durations factors; how far the usual hour strays is learned from all hours, robustly.
 */
export function anomaliesOf(hours: readonly HourValue[], options: AnomalyOptions): readonly Anomaly[] {
  const slots = [...Map.groupBy(measured(hours, options.shape), slotOf).values()]
  const compared = slots.flatMap(comparedWithin)
  const yardstick = yardstickOf(compared, options.shape)
  return compared
    .filter(({ at }) => at >= options.from)
    .flatMap((hour) => anomalyOf(hour, yardstick, options.shape))
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

/** `weeks` is how many other weeks told what is expected. */
interface Compared {
  readonly at: number
  readonly value: number
  readonly expected: number
  readonly weeks: number
}

function comparedWithin(slot: readonly Measured[]): readonly Compared[] {
  if (slot.length <= fewestWeeks) return []
  return slot.map((hour) => {
    const others = slot.filter((other) => other !== hour).map((other) => other.value)
    return { at: hour.at, value: hour.value, expected: median(others), weeks: others.length }
  })
}

/** A scale on which every hour strays by the same `variance`, and the way back from it. */
interface Yardstick {
  readonly to: (value: number) => number
  readonly from: (scaled: number) => number
  readonly variance: number
}

/** The yardstick the hours themselves give: the median hour strays as it says. */
function yardstickOf(hours: readonly Compared[], shape: AnomalyOptions['shape']): Yardstick {
  const squares = hours.map((hour) => ({
    expected: hour.expected,
    square:
      (evenScale(hour.value, shape) - evenScale(hour.expected, shape)) ** 2 /
      medianOfSquares /
      strayingOfMedian(hour),
  }))
  if (shape === 'duration') {
    const variance = medianOrZero(squares.map(({ square }) => square))
    return {
      to: (value) => evenScale(value, shape),
      from: (scaled) => fromEvenScale(scaled, shape),
      variance,
    }
  }
  // Each hour alone would be explained by a variance of 1 + bursts × expected; the median hour speaks for all.
  const bursts = squares.flatMap(({ expected, square }) =>
    expected < leastTelling ? [] : [(square - 1) / expected],
  )
  return countScale(Math.max(0, medianOrZero(bursts)))
}

/**
 * Counts of variance μ + bursts × μ² (negative binomial) made even: 2 asinh(√(bursts × (x + 3/8))) ÷ √bursts, which is
 * Anscombe's root without bursts and nears a logarithm with many.
 */
function countScale(bursts: number): Yardstick {
  const to = (value: number) => evenScale(value, 'count')
  const from = (scaled: number) => fromEvenScale(scaled, 'count')
  if (bursts === 0) return { to, from, variance: 1 }
  const half = Math.sqrt(bursts) / 2
  return {
    to: (value) => Math.asinh(half * to(value)) / half,
    from: (scaled) => from(Math.sinh(half * scaled) / half),
    variance: 1,
  }
}

/** What an hour strays from a median of so few weeks, more than from the truth. */
function strayingOfMedian({ weeks }: Compared): number {
  return 1 + varianceOfMedian / weeks
}

function medianOrZero(values: readonly number[]): number {
  return values.length === 0 ? 0 : median([...values])
}

function anomalyOf(hour: Compared, yardstick: Yardstick, shape: AnomalyOptions['shape']): readonly Anomaly[] {
  const { at, value, expected } = hour
  const reach = threshold * Math.sqrt(yardstick.variance * strayingOfMedian(hour))
  const middle = yardstick.to(expected)
  const low = Math.min(yardstick.from(middle - reach), leastWorthAWord(expected, -1, shape))
  const high = Math.max(yardstick.from(middle + reach), leastWorthAWord(expected, 1, shape))
  if (value >= low && value <= high) return []
  return [{ at, value, expected, band: [low, high], kind: value > high ? 'higher' : 'lower' }]
}

/** The value nearest to the expected one, on that side, that is worth a word. */
function leastWorthAWord(expected: number, side: -1 | 1, shape: AnomalyOptions['shape']): number {
  if (shape === 'count') return Math.max(0, expected + side * smallestDifference)
  return expected * smallestTimes ** side
}
