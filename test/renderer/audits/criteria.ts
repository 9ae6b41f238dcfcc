/** Criteria, ratings and scorecards with only what a test is about. */
import type { Criterion, Rating } from '../../../src/shared/audits.ts'

export function criterion(id: string, given: Partial<Criterion> = {}): Criterion {
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
    ...given,
  }
}

export function rating(criterion: string, given: Partial<Rating> = {}): Rating {
  return { criterion, message: null, level: 2, causes: [], note: '', proposed: null, ...given }
}
