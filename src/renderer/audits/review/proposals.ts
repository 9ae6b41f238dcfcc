/** What the automatic checks of a scorecard propose: always said to be theirs, never taken without a person. */
import type { CheckResult, Criterion } from '../../../shared/audits.ts'

export interface Proposal {
  readonly level: number
  readonly result: CheckResult
}

/** By criterion: the best level where its check passed, the worst where it did not; none where it does not apply. */
export function proposalsOf(
  criteria: readonly Criterion[],
  results: readonly CheckResult[],
): ReadonlyMap<string, Proposal> {
  const proposals = new Map<string, Proposal>()
  for (const result of results) {
    const criterion = criteria.find(({ id }) => id === result.criterion)
    if (criterion === undefined || result.passed === null) continue
    proposals.set(criterion.id, { level: result.passed ? criterion.scale.length - 1 : 0, result })
  }
  return proposals
}
