/** The row of an episode's close, with what any rule may leave out of its length; or that it is not closed. */
import { closerWord, lastClose, reasonBits } from './bits.ts'
import type { Emit } from './emit.ts'
import { plain } from './emit.ts'
import type { ConversationFacts, EpisodeFact, MessageFact } from './facts.ts'
import { isHumanReply } from './messageFacts.ts'
import type { Pause, Row } from './streams.ts'

/** What was counted up to the closes so far: one tally serves all episodes of a conversation, in order. */
export interface Tally {
  readonly messages: readonly MessageFact[]
  next: number
  replies: number
  all: number
}

const noValues = [null, null, null, null] as const

/** `held` says who was assigned at the close, or is by now. */
export function closeRow(
  facts: ConversationFacts,
  episode: EpisodeFact,
  held: Pick<Row, 'agent' | 'team' | 'opener'>,
  isLast: boolean,
  tally: Tally,
  emit: Emit,
): void {
  const { closedAt, startedAt } = episode
  if (closedAt === null) {
    emit('closes', { ...plain, ...held, at: startedAt, bits: reasonBits('not_closed'), values: noValues })
    return
  }
  const firstOpening = facts.episodes[0]?.startedAt ?? startedAt
  emit('closes', {
    ...plain,
    ...held,
    at: closedAt,
    other: episode.closedByAgent,
    bits: isLast ? lastClose : 0,
    word: closerWord(episode.closedByType),
    values: [closedAt - startedAt, closedAt - firstOpening, ...countsUpTo(tally, closedAt)],
    pauses: pausesUpTo(facts, episode.index),
  })
}

/** Replies of people, and messages of everybody: a close comes after all messages of its instant. */
function countsUpTo(tally: Tally, closedAt: number): readonly [replies: number, messages: number] {
  const { messages } = tally
  let message = messages[tally.next]
  while (message !== undefined && message.at <= closedAt) {
    if (message.counts) tally.all += 1
    if (isHumanReply(message)) tally.replies += 1
    message = messages[++tally.next]
  }
  return [tally.replies, tally.all]
}

/** Rests and gaps from the first opening to the close of an episode, in order; they do not overlap. */
function pausesUpTo({ episodes }: ConversationFacts, last: number): Row['pauses'] {
  const pauses: Pause[] = []
  let closedAt: number | null = null
  for (const episode of episodes) {
    if (episode.index > last) break
    if (closedAt !== null && episode.startedAt > closedAt)
      pauses.push({ kind: 'closed', from: closedAt, to: episode.startedAt })
    for (const { from, to } of episode.rests)
      if (to !== null && to > from) pauses.push({ kind: 'rest', from, to })
    closedAt = episode.closedAt
  }
  return pauses.length === 0 ? plain.pauses : pauses
}
