/** Which flags a list shows. */
import type { FlagGroup, FlagQuery, FlagRuleId, Severity } from '../../shared/flags.ts'
import { flagRuleIds } from '../../shared/flags.ts'

export interface FlagFilters {
  readonly state: FlagQuery['state']
  readonly rules: readonly FlagRuleId[]
  readonly severity: Severity | null
  readonly madeBy: 'rule' | 'person' | null
  /** Only those the person here looks after. */
  readonly mine: boolean
}

export const openOnes: FlagFilters = { state: 'open', rules: [], severity: null, madeBy: null, mine: false }

/** The question without its scope and page. `me` is asked for where only one's own are wanted. */
export function queryOf(
  filters: FlagFilters,
  me: string | null,
): Omit<FlagQuery, 'scope' | 'after' | 'limit'> {
  return {
    state: filters.state,
    rules: filters.rules,
    ...(filters.severity === null ? {} : { severities: [filters.severity] }),
    madeBy: filters.madeBy,
    ...(filters.mine && me !== null ? { owner: me } : {}),
  }
}

/** More open flags of one rule than anybody reads one by one. */
export const mostOfRule = 20

/** Somebody looks for certain flags, not for what is open. */
export function isNarrowed({ state, rules, severity, madeBy, mine }: FlagFilters): boolean {
  return state !== 'open' || rules.length > 0 || severity !== null || madeBy !== null || mine
}

/** The rules whose open flags are folded into a line each: none while somebody looks for certain flags. */
export function foldedGroups(groups: readonly FlagGroup[], filters: FlagFilters): readonly FlagGroup[] {
  return isNarrowed(filters) ? [] : groups.filter(({ open }) => open > mostOfRule)
}

/** The rules left to list one by one; null: none is left. Empty, as in a question: all of them. */
export function listedRules(
  filters: FlagFilters,
  folded: readonly FlagGroup[],
): readonly FlagRuleId[] | null {
  if (folded.length === 0) return filters.rules
  const left = flagRuleIds.filter((rule) => !folded.some((group) => group.rule === rule))
  return left.length === 0 ? null : left
}
