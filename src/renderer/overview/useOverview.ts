import type { Dimension, MetricsAnswer, Scope } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { type Asked, useAsk } from '../api.ts'

/** Asks for figures and asks again when numbers changed. A scope of no length (the workspace is not known yet) waits. */
export function useMetrics(
  scope: Scope,
  by: readonly Dimension[],
  metrics: readonly MetricId[],
  enabled = true,
): Asked<MetricsAnswer> {
  return useAsk('metrics', [{ scope, by, metrics }], ['numbers'], {
    enabled: enabled && scope.to > scope.from,
  })
}
