/** Targets: which metrics have one, and those a workspace begins with. */
import type { Targets } from './contract.ts'
import type { MetricId } from './metrics.ts'

/** Benchmarks of the trade from marketing sources, shown as such and never as facts. Seconds and shares, as in `Settings`. */
export const benchmarkTargets: Targets = {
  firstResponse: 60,
  resolution: 1800,
  nextResponse: 120,
  csat: 0.85,
  failureRate: 0.015,
  firstContactResolution: 0.8,
  utilization: 0.85,
  botContainment: 0.7,
  negativeSettled: 180,
}

/** The name of a metric's own target; absent: it has none. */
export const targetOfMetric: Readonly<Partial<Record<MetricId, keyof Targets>>> = {
  first_response_time: 'firstResponse',
  next_response_time: 'nextResponse',
  resolution_time: 'resolution',
  csat_score: 'csat',
  failure_rate: 'failureRate',
  first_contact_resolution: 'firstContactResolution',
  utilization: 'utilization',
  bot_contained: 'botContainment',
}
