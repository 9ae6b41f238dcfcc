/** Figures of the catalogue as a report reads and writes them. */
import { assertNever } from '../../shared/assertNever.ts'
import type { DurationFigure, ExportTable, Figure, Scope, Settings } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { targetOfMetric } from '../../shared/targets.ts'

/** Rates and medians of fewer say little: they are marked, and nothing is said of how they changed. */
export const smallSample = 30

export function durationOf(figure: Figure | undefined): DurationFigure | null {
  return figure !== undefined && 'buckets' in figure ? figure : null
}

/** The median of a duration (seconds), else the value; null where nothing was asked or measured. */
export function valueOf(figure: Figure | undefined): number | null {
  if (figure === undefined) return null
  return 'buckets' in figure ? figure.median : figure.value
}

/** How many cases a figure rests on: durations measured, or what a rate is of; null for a count. */
export function casesOf(figure: Figure | undefined): number | null {
  if (figure === undefined) return null
  return 'buckets' in figure ? figure.count : (figure.of ?? null)
}

export type ColumnKind = ExportTable['columns'][number]['kind']

export function columnKind(metric: MetricId): ColumnKind {
  const { unit } = metrics[metric]
  switch (unit) {
    case 'seconds':
      return 'duration'
    case 'money':
      return 'score'
    case 'rate':
    case 'score':
    case 'count':
      return unit
    default:
      return assertNever(unit)
  }
}

/** The target of a metric in its unit; null: there is none. That of the one team or channel the filters name, where it has its own. */
export function targetOf(
  metric: MetricId,
  { targets, targetOverrides }: Pick<Settings, 'targets' | 'targetOverrides'>,
  { teams, channels }: Pick<Scope, 'teams' | 'channels'>,
): number | null {
  const name = targetOfMetric[metric]
  if (name === undefined) return null
  const own = targetOverrides.filter(
    (one) =>
      (one.channel === null || (channels.length === 1 && channels[0] === one.channel)) &&
      (one.team === null || (teams.length === 1 && teams[0] === one.team)),
  )
  const byChannel = own.find((one) => one.channel !== null) ?? own[0]
  const set = byChannel?.targets[name as keyof typeof byChannel.targets]
  return set === undefined ? targets[name] : set
}

/** Whether a value is on the wrong side of another, for metrics that have one. */
export function isWorse(metric: MetricId, value: number, bound: number): boolean {
  const { better } = metrics[metric]
  return better === 'lower' ? value > bound : better === 'higher' && value < bound
}
