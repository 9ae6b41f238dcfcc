/** Looking up a moment among things that are sorted by time. */
import type { AssignmentFact } from './facts.ts'

/** How many of the things, ascending by time, happened up to a moment. */
export function countUpTo(things: readonly { readonly at: number }[], at: number): number {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >> 1
    const thing = things[middle]
    if (thing !== undefined && thing.at <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The assignment in force at a moment; undefined before the first. */
export function assignmentAt(assignments: readonly AssignmentFact[], at: number): AssignmentFact | undefined {
  return assignments[countUpTo(assignments, at) - 1]
}

/** Who has the conversation at a moment; -1: nobody. */
export function holderAt(
  assignments: readonly AssignmentFact[],
  at: number,
): { readonly agent: number; readonly team: number } {
  const { to: agent = -1, team = -1 } = assignmentAt(assignments, at) ?? {}
  return { agent, team }
}

/** Who was last known to have the conversation; what is only inferred earns no credit. -1: nobody. */
export function lastHolder(assignments: readonly AssignmentFact[]): number {
  return assignments.at(-1)?.to ?? -1
}
