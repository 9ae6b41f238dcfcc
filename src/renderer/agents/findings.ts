/** What the engine found about each agent: who copes, who is far from the own team, whose figures move over the weeks. */
import type { Insights } from '../../shared/contract.ts'
import { durationBuckets, metrics } from '../../shared/metrics.ts'

type Verdict = 'better' | 'worse' | 'neutral'

export type Coping = Insights['coping'][number]
export type Trend = Insights['trends'][number]
export type Outlier = Insights['outliers'][number] & { readonly verdict: Verdict }

export interface Findings {
  /** null: nothing was said about the agent at all. */
  readonly coping: Coping | null
  /** Worse before better, the farthest first; so are the trends, the steepest first. */
  readonly outliers: readonly Outlier[]
  readonly trends: readonly Trend[]
}

export const noFindings: Findings = { coping: null, outliers: [], trends: [] }

/** The findings by agent; agents of whom nothing is to be said are not in it. */
export function findingsByAgent(insights: Insights | undefined): ReadonlyMap<string, Findings> {
  const found = new Map<string, Findings>()
  const add = (agent: string, more: Partial<Findings>): void => {
    found.set(agent, { ...(found.get(agent) ?? noFindings), ...more })
  }
  for (const coping of insights?.coping ?? []) add(coping.agent, { coping })
  for (const [agent, outliers] of Map.groupBy(insights?.outliers ?? [], (outlier) => outlier.agent))
    add(agent, { outliers: outliers.map(judged).toSorted(byWeight((outlier) => farOf(outlier.times))) })
  for (const [agent, trends] of Map.groupBy(insights?.trends ?? [], (trend) => trend.agent))
    if (agent !== null) add(agent, { trends: trends.toSorted(byWeight((trend) => Math.abs(trend.relative))) })
  return found
}

function judged(outlier: Insights['outliers'][number]): Outlier {
  const { better } = metrics[outlier.metric]
  if (better === null) return { ...outlier, verdict: 'neutral' }
  const isBetter = outlier.value > outlier.median === (better === 'higher')
  return { ...outlier, verdict: isBetter ? 'better' : 'worse' }
}

/** How far a ratio is from one, alike for twice and for half. */
function farOf(times: number): number {
  return times > 0 ? Math.abs(Math.log(times)) : Number.MAX_SAFE_INTEGER
}

function byWeight<T extends { readonly verdict: Verdict }>(weight: (one: T) => number) {
  return (one: T, other: T): number =>
    Number(other.verdict === 'worse') - Number(one.verdict === 'worse') || weight(other) - weight(one)
}

/** The outliers that are worse than the team: the ones somebody should look at. */
export function worseOutliers({ outliers }: Findings): readonly Outlier[] {
  return outliers.filter(({ verdict }) => verdict === 'worse')
}

/** Whether a person should be looked at: far worse than the team, or falling behind. */
export function standsOut(findings: Findings): boolean {
  return worseOutliers(findings).length > 0 || findings.coping?.verdict === 'falling_behind'
}

/** Whether there is a finding of this weight at all, for the order of a column; null: nothing to say. */
export function weightOf(findings: Findings): number | null {
  const [worst] = worseOutliers(findings)
  const pressed = copingRank(findings.coping)
  const far = worst === undefined ? 0 : Math.min(farOf(worst.times), 9)
  const weight = (standsOut(findings) ? 100 : 0) + (pressed ?? 0) * 10 + far
  if (weight > 0) return weight
  return findings.trends.length > 0 || findings.outliers.length > 0 ? 0 : null
}

const ranks = { coping: 0, stretched: 1, falling_behind: 2, unknown: null } as const

/** 0 copes, 1 is stretched, 2 falls behind; null: too little to tell. */
export function copingRank(coping: Coping | null): number | null {
  return coping === null ? null : ranks[coping.verdict]
}

/** The first duration bucket that lies wholly at or past the outlier's own ratio of the team's median; drawn as a warning. */
export function warnFromBucket({ median, times }: Pick<Outlier, 'median' | 'times'>): number {
  const lowerBounds = [0, ...durationBuckets]
  const first = lowerBounds.findIndex((bound) => bound >= median * Math.min(times, 2))
  return first < 0 ? lowerBounds.length - 1 : first
}
