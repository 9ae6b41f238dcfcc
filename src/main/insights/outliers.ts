/** Agents far from their team's median, never from small samples. */
import { median } from 'simple-statistics'
import { assertNever } from '../../shared/assertNever.ts'
import type { Metric } from '../../shared/metrics.ts'
import { robust } from './robust.ts'
import { evenScale, type JudgedShape } from './scale.ts'

/** One agent's figure and on how many observations it rests. */
export interface AgentValue {
  readonly id: string
  /** Seconds, a rate 0…1, a score or a count; null: nothing to measure. */
  readonly value: number | null
  readonly count: number
}

export interface Outlier {
  readonly id: string
  readonly value: number
  /** The team's, over the agents who could be compared. */
  readonly median: number
  /** How many agents those are. */
  readonly group: number
  /** Robust distance from the median in standard deviations, above it positive; on the shape's even scale. */
  readonly z: number
  /** value ÷ median: 2.4 reads "2.4 times the team's median". null: the median is 0. */
  readonly times: number | null
  readonly kind: 'slower' | 'faster' | 'higher' | 'lower'
  readonly verdict: 'better' | 'worse' | 'neutral'
}

export interface OutlierOptions {
  readonly better: Metric['better']
  readonly shape: JudgedShape
  /** Fewer observations say nothing about a person. Counts are measured by the team's median instead. */
  readonly minimumCount?: number
  /** Fewer agents to compare make no team. */
  readonly minimumGroup?: number
}

const usualMinimumCount = 30
const usualMinimumGroup = 5
/** The robust z from which a value stands out in a large group (Iglewicz and Hoaglin 1993). */
const threshold = 3.5
/** Durations and counts stand out from this many times the median, or as small a part of it. */
const smallestTimes = 1.5
const smallestDifferenceOfRate = 0.05
const smallestShareOfMean = 0.05
/** A rate or count this many of its own sampling errors from the median is more than chance. */
const samplingErrors = 3

/**
 * Who lies far from the team's median, the farthest first, equals by id. Whoever stands out does so by z, by an effect
 * worth a word, and by more than the agent's own sample explains.
 */
export function outliersOf(values: readonly AgentValue[], options: OutlierOptions): readonly Outlier[] {
  const minimumCount = options.minimumCount ?? usualMinimumCount
  const group = values.flatMap(({ id, value, count }) =>
    value === null || (options.shape !== 'count' && count < minimumCount) ? [] : [{ id, value, count }],
  )
  if (group.length < Math.max(1, options.minimumGroup ?? usualMinimumGroup)) return []
  const middle = median(group.map((agent) => agent.value))
  if (options.shape === 'count' && middle < minimumCount) return []
  const { centre, spread } = robust(group.map((agent) => evenScale(agent.value, options.shape)))
  if (spread === 0) return []
  return group
    .flatMap(({ id, value, count }): readonly Outlier[] => {
      const z = (evenScale(value, options.shape) - centre) / spread
      if (Math.abs(z) < thresholdOf(group.length)) return []
      if (!isWorthAWord(value, middle, options.shape)) return []
      if (Math.abs(value - middle) < samplingErrors * samplingErrorOf(middle, count, options.shape)) return []
      const times = middle === 0 ? null : value / middle
      return [{ id, value, median: middle, group: group.length, z, times, ...judged(z > 0, options) }]
    })
    .toSorted((one, other) => Math.abs(other.z) - Math.abs(one.z) || (one.id < other.id ? -1 : 1))
}

/**
 * The threshold for a group of this size. In small groups the spread is a guess and 3.5 would be passed by chance in
 * every third team; so raised, one team in twenty shows anybody when all are alike (simulated; 5 to 60 agents).
 */
export function thresholdOf(group: number): number {
  return threshold + 11 / Math.max(1, group - 2.5)
}

function isWorthAWord(value: number, middle: number, shape: JudgedShape): boolean {
  const difference = Math.abs(value - middle)
  switch (shape) {
    case 'duration':
    case 'sum':
    case 'count':
      return value >= middle * smallestTimes || value <= middle / smallestTimes
    case 'rate':
      return difference >= Math.min(smallestDifferenceOfRate, middle / 2)
    case 'mean':
      return difference >= Math.abs(middle) * smallestShareOfMean
    default:
      return assertNever(shape)
  }
}

/** By how much the figure of an agent like the median one would stray; 0 where the sample's size alone cannot tell. */
function samplingErrorOf(middle: number, count: number, shape: JudgedShape): number {
  if (shape === 'count') return Math.sqrt(middle)
  if (shape !== 'rate') return 0
  // A rate of 0 or 1 has no error of its own: half a case more is assumed. Engagement exceeds 1: as if it were there.
  const half = 0.5 / count
  const rate = Math.min(1 - half, Math.max(half, middle))
  return Math.sqrt((rate * (1 - rate)) / count)
}

function judged(above: boolean, { better, shape }: OutlierOptions): Pick<Outlier, 'kind' | 'verdict'> {
  const kind = shape === 'duration' ? (above ? 'slower' : 'faster') : above ? 'higher' : 'lower'
  if (better === null) return { kind, verdict: 'neutral' }
  return { kind, verdict: above === (better === 'higher') ? 'better' : 'worse' }
}
