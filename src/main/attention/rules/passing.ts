/** Conversations that come back, and conversations that are passed around. */
import { dayMs } from '../../../shared/period.ts'
import type { AssignmentFact, EpisodeFact } from '../../metrics/facts.ts'
import type { Raised, Scene } from './scene.ts'

const reopenedWithin = 7 * dayMs

/** An episode that is the n-th reopening within seven days; to its close. */
export function reopenings({ facts: { episodes }, rule: { threshold } }: Scene): readonly Raised[] {
  if (threshold === null || episodes.length <= threshold) return []
  const reopened = episodes.filter(({ index }) => index > 0)
  return reopened.flatMap(({ startedAt, closedAt }, index): readonly Raised[] => {
    const recent = reopened.slice(0, index + 1).filter((one) => one.startedAt >= startedAt - reopenedWithin)
    const [first] = recent
    if (first === undefined || recent.length < threshold) return []
    return [
      {
        key: startedAt,
        from: first.startedAt,
        raisedAt: startedAt,
        endedAt: closedAt,
        seconds: recent.length,
      },
    ]
  })
}

/** So many hand-overs within an episode, or one back to somebody who had it; once an episode, to its close. */
export function pingPong({
  facts: { episodes, assignments },
  rule: { threshold },
}: Scene): readonly Raised[] {
  if (threshold === null || assignments.length < 2) return []
  return episodes.flatMap((episode): readonly Raised[] => {
    const { handOvers, metAt } = passedAround(episode, assignments, threshold)
    const [first] = handOvers
    if (metAt === null || first === undefined) return []
    return [
      {
        key: episode.startedAt,
        from: first,
        raisedAt: metAt,
        endedAt: episode.closedAt,
        seconds: handOvers.length,
      },
    ]
  })
}

/** When it went from one agent to another, whoever had it in between, and when that was once too often. */
function passedAround(
  { assignedAtStart, startedAt, closedAt }: EpisodeFact,
  assignments: readonly AssignmentFact[],
  threshold: number,
): { readonly handOvers: readonly number[]; readonly metAt: number | null } {
  const hadIt = new Set(assignedAtStart < 0 ? [] : [assignedAtStart])
  const handOvers: number[] = []
  let holder = assignedAtStart
  let metAt: number | null = null
  for (const { at, to } of assignments) {
    if (at < startedAt || (closedAt !== null && at > closedAt)) continue
    if (to < 0 || to === holder) continue
    if (holder >= 0) {
      handOvers.push(at)
      if (hadIt.has(to) || handOvers.length >= threshold) metAt ??= at
    }
    hadIt.add(to)
    holder = to
  }
  return { handOvers, metAt }
}
