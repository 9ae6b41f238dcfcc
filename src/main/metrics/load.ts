/** One conversation's facts become rows of the streams: what counts when, for whom, and what does not count and why. */
import { flagRuleIds } from '../../shared/contract.ts'
import { openers } from '../../shared/records.ts'
import {
  assignmentBits,
  authorBits,
  errorOf,
  firstEpisode,
  messageBits,
  reasonBits,
  topRating,
} from './bits.ts'
import type { Columns } from './columns.ts'
import type { ConversationFacts, EpisodeFact, MessageFact, RatingFact } from './facts.ts'
import type { StreamRow } from './stream.ts'

type Who = Pick<StreamRow, 'agent' | 'other' | 'team'>

/** Appends the rows of one conversation to every stream. Facts carry row ids, streams the columns' codes. */
export function appendFacts(columns: Columns, slot: number, facts: ConversationFacts): void {
  const opener = openers.indexOf(facts.episodes[0]?.openedBy ?? 'unknown')
  const who = (agent: number, team: number, other = -1): Who => ({
    agent: columns.agents.codeOf(agent),
    other: columns.agents.codeOf(other),
    team: columns.teams.codeOf(team),
  })
  const { streams } = columns
  for (const message of facts.messages)
    if (message.counts) streams.messages.append(slot, messageRow(message, opener, who))
  for (const episode of facts.episodes) appendEpisode(columns, slot, facts, episode, who)
  for (const wait of facts.waits) {
    if (wait.first) continue
    const replied = wait.endedBy === 'reply' && wait.to !== null
    streams.waits.append(slot, {
      ...who(replied ? wait.agent : wait.assigned, wait.team),
      at: wait.to ?? wait.from,
      opener: openers.indexOf(facts.episodes[wait.episode]?.openedBy ?? 'unknown'),
      bits: replied ? 0 : reasonBits(wait.to === null ? 'no_reply_yet' : 'closed_without_reply'),
      error: 0,
      value: replied ? ((wait.to ?? 0) - wait.from) / 1000 : 0,
      k: wait.message,
    })
  }
  for (const { at, from, to, team } of facts.assignments) {
    const transfer = from >= 0 && to >= 0 && from !== to
    const bits = (to >= 0 ? assignmentBits.toAgent : 0) | (transfer ? assignmentBits.transfer : 0)
    streams.assignments.append(slot, { ...who(to, team, from), ...plain, at, opener, bits })
  }
  appendPickup(columns, slot, facts, opener, who)
  for (const rating of facts.ratings)
    streams.ratings.append(slot, {
      ...who(rating.agent, rating.team),
      ...plain,
      at: rating.at,
      opener,
      bits: isTop(rating) ? topRating : 0,
      value: onFivePoints(rating),
    })
  for (const [index, survey] of facts.surveys.entries()) {
    const next = facts.surveys[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const rated = facts.ratings.some((rating) => rating.at >= survey.at && rating.at < next)
    const bits = rated ? 0 : reasonBits('not_rated')
    streams.surveys.append(slot, { ...who(survey.agent, survey.team), ...plain, at: survey.at, opener, bits })
  }
  for (const flag of facts.flags)
    streams.flags.append(slot, {
      ...who(flag.agent, flag.team),
      ...plain,
      at: flag.raisedAt,
      opener,
      bits: 1 << flagRuleIds.indexOf(flag.rule),
    })
}

const plain = { error: 0, value: 0, k: -1 }

type Of = (agent: number, team: number, other?: number) => Who

/** A received message belongs to whoever is assigned, a sent one to its sender; `other` is who is assigned in both. */
function messageRow(message: MessageFact, opener: number, who: Of): StreamRow {
  const inbound = message.direction === 'in'
  const bits =
    (inbound ? messageBits.inbound : messageBits.outbound) |
    (message.tracked ? messageBits.tracked : 0) |
    (message.delivered ? messageBits.delivered : 0) |
    (message.read ? messageBits.read : 0) |
    (message.failed ? messageBits.failed : 0) |
    (message.inWindow === true ? messageBits.inWindow : 0) |
    (message.inWindow === false ? messageBits.outsideWindow : 0) |
    (message.author === 'agent' ? messageBits.byAgent : 0) |
    authorBits(message.author)
  return {
    ...who(inbound ? message.assigned : message.agent, message.team, message.assigned),
    at: message.at,
    opener,
    bits,
    error: message.failed ? errorOf(message.errorCode) : 0,
    value: 0,
    k: message.k,
  }
}

function appendEpisode(
  columns: Columns,
  slot: number,
  facts: ConversationFacts,
  episode: EpisodeFact,
  who: Of,
): void {
  const { starts, replies, closes } = columns.streams
  const opener = openers.indexOf(episode.openedBy)
  const row = { ...plain, opener, bits: 0 }
  const { startedAt, closedAt, clockAt, firstReplyAt } = episode
  const held =
    closedAt === null
      ? who(facts.head.agent, facts.head.team)
      : who(episode.agentAtClose, episode.teamAtClose)
  starts.append(slot, {
    ...row,
    // Mostly nobody has it yet as it begins: then it is the first one's who got it.
    ...who(
      episode.assignedAtStart < 0 ? episode.firstAssignedAgent : episode.assignedAtStart,
      episode.teamAtStart,
    ),
    at: startedAt,
    bits: episode.index === 0 ? firstEpisode : 0,
  })
  if (firstReplyAt !== null && clockAt !== null) {
    const message = facts.messages.find(({ k }) => k === episode.firstReplyMessage)
    replies.append(slot, {
      ...row,
      ...who(episode.firstReplyAgent, message?.team ?? -1),
      at: firstReplyAt,
      value: (firstReplyAt - clockAt) / 1000,
      k: episode.firstReplyMessage,
    })
  } else
    replies.append(slot, {
      ...row,
      ...held,
      at: closedAt ?? clockAt ?? startedAt,
      bits: reasonBits(episode.noFirstResponse ?? 'no_reply_yet'),
    })
  closes.append(slot, {
    ...row,
    ...held,
    other: who(-1, -1, episode.closedByAgent).other,
    at: closedAt ?? startedAt,
    bits: closedAt === null ? reasonBits('not_closed') : 0,
    value: closedAt === null ? 0 : (closedAt - startedAt) / 1000,
  })
}

/** One row a conversation: its first assignment to an agent, or that there is none. */
function appendPickup(
  columns: Columns,
  slot: number,
  facts: ConversationFacts,
  opener: number,
  who: Of,
): void {
  const start = facts.episodes[0]
  if (start === undefined) return
  const first = facts.assignments.find((assignment) => assignment.to >= 0)
  columns.streams.pickups.append(slot, {
    ...plain,
    ...(first === undefined ? who(-1, facts.head.team) : who(first.to, first.team)),
    at: first?.at ?? start.startedAt,
    opener,
    bits: first === undefined ? reasonBits('never_assigned') : 0,
    // Assigned before it was opened: it did not wait.
    value: first === undefined ? 0 : Math.max(0, first.at - start.startedAt) / 1000,
  })
}

/** In the top two of its scale; on a scale of two only the upper one is. */
function isTop(rating: RatingFact): boolean {
  return rating.score >= rating.max - 1 && rating.score > rating.min
}

/** The rating on a scale of 1 to 5; as it is where its scale has no length. */
function onFivePoints({ score, min, max }: RatingFact): number {
  return max > min ? 1 + (4 * (score - min)) / (max - min) : score
}
