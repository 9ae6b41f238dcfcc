/** What is so in this period, as data: the component turns it into a sentence. */
import type { Figures, Targets } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { standingOf, targetOf, valueOf } from './figures.ts'

const targeted = ['first_response_time', 'resolution_time', 'csat_score', 'failure_rate'] as const
type TargetedMetric = (typeof targeted)[number]

export interface Missed {
  readonly metric: TargetedMetric
  readonly value: number
  readonly target: number
  readonly worse: boolean
}

export type Headline =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'missed'
      readonly conversations: number
      readonly before: number | null
      /** Worst first: those that also got worse, in the order of the tiles. */
      readonly missed: readonly Missed[]
    }
  | {
      readonly kind: 'met'
      readonly conversations: number
      readonly before: number | null
      readonly targets: number
    }
  | { readonly kind: 'no-targets'; readonly conversations: number; readonly before: number | null }

/** Reads the sentence's facts from the totals of the period and of the one before. */
export function headlineOf(now: Figures, before: Figures | null, targets: Targets | undefined): Headline {
  const conversations = valueOf(now.conversations_opened) ?? 0
  const earlier = before === null ? null : valueOf(before.conversations_opened)
  const judged = targeted.filter((metric) => hasTarget(metric, now, targets))
  if (conversations === 0 && judged.length === 0) return { kind: 'nothing' }
  if (judged.length === 0) return { kind: 'no-targets', conversations, before: earlier }
  const missed = judged.flatMap((metric): readonly Missed[] => {
    const target = targetOf(metric, targets)
    const value = valueOf(now[metric])
    const standing = standingOf(metric, now[metric], before?.[metric], target)
    if (!standing.missed || standing.small || target === null || value === null) return []
    return [{ metric, value, target, worse: standing.worse }]
  })
  if (missed.length === 0) {
    return { kind: 'met', conversations, before: earlier, targets: judged.length }
  }
  const worstFirst = [...missed.filter((one) => one.worse), ...missed.filter((one) => !one.worse)]
  return { kind: 'missed', conversations, before: earlier, missed: worstFirst }
}

function hasTarget(metric: MetricId, now: Figures, targets: Targets | undefined): boolean {
  return targetOf(metric, targets) !== null && valueOf(now[metric]) !== null
}
