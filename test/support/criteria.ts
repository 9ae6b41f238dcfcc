/** Criteria of scorecards as tests write them. */
import type { Criterion } from '../../src/shared/audits.ts'

/** Of three levels, weight 10, of the whole conversation and without a check, unless `change` says otherwise. */
export function criterion(id: string, change: Partial<Criterion> = {}): Criterion {
  return {
    id,
    name: `Criterion ${id}`,
    hint: '',
    scale: ['no', 'partly', 'yes'],
    weight: 10,
    kind: 'standard',
    critical: false,
    per: 'conversation',
    rootCauses: [],
    askRootCause: 'never',
    check: null,
    ...change,
  }
}
