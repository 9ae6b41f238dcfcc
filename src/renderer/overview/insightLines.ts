/** What stands out, as lines a person can read and open: worst first, one line a fact. */
import type { ExplainQuery, Insights, Scope } from '../../shared/contract.ts'
import { addDays, hourMs, startOfWeek } from '../../shared/period.ts'

type Found<K extends keyof Insights> = Insights[K][number]

export type InsightLine =
  | { readonly kind: 'trend'; readonly found: Found<'trends'>; readonly query: ExplainQuery }
  | { readonly kind: 'outlier'; readonly found: Found<'outliers'>; readonly query: ExplainQuery }
  | { readonly kind: 'anomaly'; readonly found: Found<'anomalies'>; readonly query: ExplainQuery }
  /** Opens the agent's page: a verdict of many figures has no one number behind it. */
  | { readonly kind: 'coping'; readonly found: Found<'coping'> }

/** All that is worth a line: who does not cope, what got worse, who is far off, which hours were unlike others, the rest. */
export function insightLines(insights: Insights, scope: Scope): readonly InsightLine[] {
  const trends = insights.trends.map((found): InsightLine => ({
    kind: 'trend',
    found,
    query: trendQuery(found, scope),
  }))
  const isWorse = (line: InsightLine) => line.kind === 'trend' && line.found.verdict === 'worse'
  const coping = insights.coping
    .filter(({ verdict }) => verdict === 'falling_behind' || verdict === 'stretched')
    .toSorted((one, other) => weightOf(other) - weightOf(one))
  return [
    ...coping.map((found): InsightLine => ({ kind: 'coping', found })),
    ...trends.filter(isWorse),
    ...insights.outliers.map((found): InsightLine => ({
      kind: 'outlier',
      found,
      query: { metric: found.metric, scope, key: { agent: found.agent } },
    })),
    ...insights.anomalies.map((found): InsightLine => ({
      kind: 'anomaly',
      found,
      query: { metric: found.metric, scope: { ...scope, from: found.at, to: found.at + hourMs } },
    })),
    ...trends.filter((line) => !isWorse(line)),
  ]
}

function weightOf({ verdict }: Found<'coping'>): number {
  return verdict === 'falling_behind' ? 1 : 0
}

/** The weeks the trend runs over: whole ones, the last the one the period ends in. */
function trendQuery({ metric, agent, weeks }: Found<'trends'>, scope: Scope): ExplainQuery {
  const from = addDays(startOfWeek(scope.to - 1, scope.zone), -7 * weeks, scope.zone)
  const over = { ...scope, from: Math.min(from, scope.from) }
  return agent === null ? { metric, scope: over } : { metric, scope: over, key: { agent } }
}
