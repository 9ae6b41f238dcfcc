/** The targets a workspace begins with: benchmarks of the trade from marketing sources, shown as such and never as facts. */
import type { Targets } from './contract.ts'

/** Seconds and shares, as in `Settings`. */
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
