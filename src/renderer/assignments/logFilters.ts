/** Which changes the log lists. */
import type { AssignmentKind, AssignmentQuery, AssignmentSource } from '../../shared/assigning.ts'

export interface LogFilters {
  readonly kinds: readonly AssignmentKind[]
  readonly sources: readonly AssignmentSource[]
  readonly flaggedOnly: boolean
  readonly commentedOnly: boolean
  readonly text: string
}

export const everyChange: LogFilters = {
  kinds: [],
  sources: [],
  flaggedOnly: false,
  commentedOnly: false,
  text: '',
}

/** The filters as a question; the same question for the same filters. */
export function logQuery(filters: LogFilters, scope: AssignmentQuery['scope']) {
  return { ...filters, text: filters.text.trim(), scope }
}

export function isFiltered(filters: LogFilters): boolean {
  return (
    filters.kinds.length > 0 ||
    filters.sources.length > 0 ||
    filters.flaggedOnly ||
    filters.commentedOnly ||
    filters.text.trim() !== ''
  )
}
