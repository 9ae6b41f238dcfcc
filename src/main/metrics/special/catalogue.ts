/** The special metrics by id, and how an answer or an explanation asks for them. */
import type { Figure } from '../../../shared/contract.ts'
import type { MetricId } from '../../../shared/metrics.ts'
import { auditCoverage, auditScore } from './audits.ts'
import { conversionRate, conversionValue, responseRate } from './campaigns.ts'
import type { Key } from './cells.ts'
import { contactsAdded, contactsRemoved, optInCoverage, responsiveness, retentionRate } from './contacts.ts'
import { dropOff } from './dropOff.ts'
import { firstContactResolution, repeatContacts } from './followUps.ts'
import { concurrency, engagedTime, handleTime } from './load.ts'
import { occupancy, utilization } from './occupancy.ts'
import { nps } from './quality.ts'
import type { FigureOf, Special, SpecialEvidence, SpecialGround } from './special.ts'
import { longestWait, openNow, unassignedNow, waitingNow } from './state.ts'

export const specials = {
  handle_time: handleTime,
  engaged_time: engagedTime,
  occupancy,
  utilization,
  concurrency,
  open_now: openNow,
  waiting_now: waitingNow,
  longest_wait: longestWait,
  unassigned_now: unassignedNow,
  first_contact_resolution: firstContactResolution,
  repeat_contacts: repeatContacts,
  contacts_added: contactsAdded,
  contacts_removed: contactsRemoved,
  retention_rate: retentionRate,
  responsiveness,
  opt_in_coverage: optInCoverage,
  drop_off: dropOff,
  response_rate: responseRate,
  conversion_rate: conversionRate,
  conversion_value: conversionValue,
  nps,
  audit_score: auditScore,
  audit_coverage: auditCoverage,
} as const satisfies Partial<Record<MetricId, Special>>

export type SpecialMetric = keyof typeof specials

export function isSpecial(metric: MetricId): metric is SpecialMetric {
  return metric in specials
}

export interface SpecialAnswer {
  /** One entry a cell that occurs, one key an axis. */
  readonly keys: readonly (readonly Key[])[]
  /** The figure of a combination of keys, also of one that does not occur. */
  figureOf(metric: SpecialMetric, keys: readonly Key[]): Figure
}

/** The figures of special metrics in every cell of a ground. */
export function answerSpecials(ground: SpecialGround, metrics: readonly SpecialMetric[]): SpecialAnswer {
  const figures = new Map<SpecialMetric, FigureOf>(
    metrics.map((metric) => [metric, specials[metric].figures(ground)]),
  )
  const keys = Array.from({ length: ground.cells.size }, (_, cell) => ground.cells.keysOf(cell))
  return {
    keys,
    figureOf: (metric, wanted) => figures.get(metric)?.(ground.cells.cellOf(wanted)) ?? { value: null },
  }
}

/** The figure of one combination of keys with all that is behind it; the ground's axes are those of the keys. */
export function explainSpecial(
  ground: SpecialGround,
  metric: SpecialMetric,
  keys: readonly Key[],
): SpecialEvidence & { readonly figure: Figure } {
  const special: Special = specials[metric]
  const cell = ground.cells.cellOf(keys)
  return { figure: special.figures(ground)(cell), ...special.evidence(ground, cell) }
}
