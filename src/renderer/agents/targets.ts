/** Which target holds for an agent: the own team's where one is set, else the workspace's. */
import type { Settings } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { isBenchmark, targetOf } from '../overview/figures.ts'

export interface AgentTarget {
  /** In the metric's own unit: seconds or a share. */
  readonly value: number
  /** `benchmark`: the one every workspace begins with, not the team's own. */
  readonly origin: 'team' | 'workspace' | 'benchmark'
}

/** null: none is set. Targets of a channel hold for its conversations, not for a person. */
export function agentTarget(
  metric: MetricId,
  settings: Pick<Settings, 'targets' | 'targetOverrides'> | undefined,
  team: string | null,
): AgentTarget | null {
  if (settings === undefined) return null
  const own = settings.targetOverrides.find((one) => one.channel === null && one.team === team)
  const ofTeam =
    team === null || own === undefined ? settings.targets : { ...settings.targets, ...own.targets }
  const value = targetOf(metric, ofTeam)
  if (value === null) return null
  if (value !== targetOf(metric, settings.targets)) return { value, origin: 'team' }
  return { value, origin: isBenchmark(metric, settings.targets) ? 'benchmark' : 'workspace' }
}
