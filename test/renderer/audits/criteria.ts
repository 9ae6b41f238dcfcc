/** Ratings with only what a test is about. */
import type { Rating } from '../../../src/shared/audits.ts'

export function rating(criterion: string, given: Partial<Rating> = {}): Rating {
  return { criterion, message: null, level: 2, causes: [], note: '', proposed: null, ...given }
}
