/** The row of an episode's first reply, with a value for every clock that the rules may choose; or why there is none. */
import { reasonBits, replyBits } from './bits.ts'
import type { Emit } from './emit.ts'
import { plain } from './emit.ts'
import type { AssignmentFact, ConversationFacts, EpisodeFact } from './facts.ts'
import { countUpTo, holderAt } from './search.ts'
import type { Row } from './streams.ts'

const noValues = [null, null, null, null, null] as const

/** `held` says whose the row is where nobody replied. `closed`: the conversation is by now. */
export function replyRow(
  facts: ConversationFacts,
  episode: EpisodeFact,
  held: Pick<Row, 'agent' | 'team' | 'opener'>,
  state: { readonly first: boolean; readonly closed: boolean },
  emit: Emit,
): void {
  const { firstReplyAt, clockAt } = episode
  if (firstReplyAt === null || clockAt === null) {
    const reason = reasonBits(episode.noFirstResponse ?? 'no_reply_yet')
    const at = episode.closedAt ?? clockAt ?? episode.startedAt
    emit('replies', { ...plain, ...held, at, bits: reason, values: noValues })
    return
  }
  const holder = holderAt(facts.assignments, firstReplyAt)
  emit('replies', {
    ...plain,
    at: firstReplyAt,
    agent: episode.firstReplyAgent,
    other: holder.agent,
    team: holder.team,
    opener: held.opener,
    bits: (state.first ? replyBits.first : 0) | (state.closed ? replyBits.closed : 0),
    k: episode.firstReplyMessage,
    values: clocksOf(facts, episode, clockAt, firstReplyAt),
  })
}

/**
 * In the order of the stream's schema. No clock starts before the customer can wait: before an opening of theirs, or
 * before their first message in an episode of ours. Without a hand-off its clock is the opening's.
 */
function clocksOf(
  facts: ConversationFacts,
  episode: EpisodeFact,
  clockAt: number,
  replyAt: number,
): Row['values'] {
  const since = (at: number | null) => (at === null ? null : replyAt - Math.max(at, clockAt))
  const { firstInboundAt, handoffAt } = episode
  return [
    replyAt - clockAt,
    firstInboundAt === null || firstInboundAt > replyAt ? null : since(firstInboundAt),
    since(firstAssignedBy(episode, replyAt)),
    since(handoffAt ?? clockAt),
    since(lastGivenAt(facts.assignments, replyAt)),
  ]
}

/** When somebody first had the episode, at the latest as the reply came; null: nobody did. */
function firstAssignedBy(episode: EpisodeFact, replyAt: number): number | null {
  if (episode.assignedAtStart >= 0) return episode.startedAt
  const { firstAssignedAt } = episode
  return firstAssignedAt !== null && firstAssignedAt <= replyAt ? firstAssignedAt : null
}

/** The last time somebody got the conversation; null: nobody did. */
function lastGivenAt(assignments: readonly AssignmentFact[], at: number): number | null {
  for (let index = countUpTo(assignments, at) - 1; index >= 0; index--) {
    const assignment = assignments[index]
    if (assignment !== undefined && assignment.to >= 0) return assignment.at
  }
  return null
}
