/** The one sentence an agent's page opens with, as data. */
import type { DurationFigure, Figures } from '../../shared/contract.ts'
import { valueOf } from '../overview/figures.ts'
import { durationOf } from './cells.ts'
import { type Coping, type Findings, type Outlier, type Trend, worseOutliers } from './findings.ts'

export interface Verdict {
  readonly kind:
    | 'falling_behind'
    | 'stretched'
    /** Far worse than the team, though coping. */
    | 'far'
    /** Worse week by week. */
    | 'worsening'
    | 'coping'
    /** Too little to judge. */
    | 'few'
    /** Nothing was done. */
    | 'nothing'
    /** Not known yet, or nothing was found either way. */
    | 'plain'
  /** Why the engine says so of the load; null where the verdict does not rest on it. */
  readonly coping: Coping | null
  readonly outliers: readonly Outlier[]
  readonly trends: readonly Trend[]
  /** The medians of the first response in seconds, where there is little else to say. */
  readonly compared: { readonly own: number; readonly team: number | null } | null
}

/** Judges one agent by what the engine found. `findings` null: not known yet. */
export function verdictOf(own: Figures, team: Figures | null, findings: Findings | null): Verdict {
  const first = durationOf(own, 'first_response_time')
  const found = { outliers: findings?.outliers ?? [], trends: findings?.trends ?? [] }
  const kind = kindOf(own, findings)
  const rests = kind === 'falling_behind' || kind === 'stretched' || kind === 'coping' || kind === 'few'
  const silent = found.outliers.length + found.trends.length === 0
  return {
    ...found,
    kind,
    coping: rests ? (findings?.coping ?? null) : null,
    compared: silent && kind !== 'nothing' ? comparedOf(first, team) : null,
  }
}

function kindOf(own: Figures, findings: Findings | null): Verdict['kind'] {
  const did = ['handled', 'assigned', 'closed_by'] as const
  if (did.every((metric) => (valueOf(own[metric]) ?? 0) === 0)) return 'nothing'
  if (findings === null) return 'plain'
  const { coping, trends } = findings
  if (coping?.verdict === 'falling_behind' || coping?.verdict === 'stretched') return coping.verdict
  if (worseOutliers(findings).length > 0) return 'far'
  if (trends.some((trend) => trend.verdict === 'worse')) return 'worsening'
  if (coping?.verdict === 'coping') return 'coping'
  return 'few'
}

function comparedOf(first: DurationFigure | null, team: Figures | null): Verdict['compared'] {
  if (first === null || first.median === null) return null
  return {
    own: first.median,
    team: team === null ? null : (durationOf(team, 'first_response_time')?.median ?? null),
  }
}
