/** One conversation's facts become rows of the streams: what counts when, for whom, and what does not count and why. */
import { openers } from '../../shared/records.ts'
import {
  assignmentBits,
  authorBits,
  closerWord,
  errorOf,
  firstEpisode,
  lastClose,
  messageBits,
  ratingBits,
  reasonBits,
  replyBits,
  ruleWord,
  waitBits,
} from './bits.ts'
import type { ConversationFacts, EpisodeFact, MessageFact, RatingFact } from './facts.ts'
import type { Row, StreamName } from './streams.ts'

/** Takes one row. The row is the taker's only until it returns: the next may be written over it. */
export type Emit = <S extends StreamName>(stream: S, row: Row) => void

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const none: readonly never[] = []
const plain = { other: -1, bits: 0, word: 0, k: -1, values: none, pauses: none }

/** Gives every row of one conversation, in no particular order. */
export function rowsOf(facts: ConversationFacts, emit: Emit): void {
  const opener = openers.indexOf(facts.episodes[0]?.openedBy ?? 'unknown')
  const closed = facts.head.state === 'closed'
  messageRows(facts.messages, opener, emit)
  episodeRows(facts, closed, emit)
  waitRows(facts, closed, emit)
  for (const { at, from, to, team } of facts.assignments) {
    const transfer = from >= 0 && to >= 0 && from !== to
    const bits = (to >= 0 ? assignmentBits.toAgent : 0) | (transfer ? assignmentBits.transfer : 0)
    emit('assignments', { ...plain, at, agent: to, other: from, team, opener, bits })
  }
  pickupRow(facts, opener, emit)
  for (const rating of facts.ratings)
    emit('ratings', {
      ...plain,
      at: rating.at,
      agent: rating.agent,
      team: rating.team,
      opener,
      bits: (isTop(rating) ? ratingBits.top : 0) | (isZeroToTen(rating) ? ratingBits.zeroToTen : 0),
      values: [onFivePoints(rating), rating.score],
    })
  for (const [index, { at, agent, team }] of facts.surveys.entries()) {
    const next = facts.surveys[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const rated = facts.ratings.some((rating) => rating.at >= at && rating.at < next)
    emit('surveys', { ...plain, at, agent, team, opener, bits: rated ? 0 : reasonBits('not_rated') })
  }
  for (const { raisedAt, agent, team, rule } of facts.flags)
    emit('flags', { ...plain, at: raisedAt, agent, team, opener, word: ruleWord(rule) })
}

// ── messages ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** A received message belongs to whoever is assigned, a sent one to its sender; `other` is who is assigned in both. */
function messageRows(messages: readonly MessageFact[], opener: number, emit: Emit): void {
  // Written over for each message: they are most of all rows.
  const row: Writable<Row> = { ...plain, at: 0, agent: -1, team: -1, opener }
  for (const message of messages) {
    if (!message.counts) continue
    row.at = message.at
    row.agent = message.direction === 'in' ? message.assigned : message.agent
    row.other = message.assigned
    row.team = message.team
    row.bits = bitsOf(message)
    row.word = message.failed ? errorOf(message.errorCode) : 0
    row.k = message.k
    emit('messages', row)
  }
}

function bitsOf(message: MessageFact): number {
  return (
    (message.direction === 'in' ? messageBits.inbound : messageBits.outbound) |
    (message.tracked ? messageBits.tracked : 0) |
    (message.delivered ? messageBits.delivered : 0) |
    (message.read ? messageBits.read : 0) |
    (message.failed ? messageBits.failed : 0) |
    (message.inWindow === true ? messageBits.inWindow : 0) |
    (message.inWindow === false ? messageBits.outsideWindow : 0) |
    (message.author === 'agent' ? messageBits.byAgent : 0) |
    authorBits(message.author)
  )
}

// ── episodes and waits ───────────────────────────────────────────────────────────────────────────────────────────

function episodeRows(facts: ConversationFacts, closed: boolean, emit: Emit): void {
  const lastClosed = facts.episodes.findLastIndex((episode) => episode.closedAt !== null)
  const firstReplied = facts.episodes.findIndex((episode) => episode.firstReplyAt !== null)
  for (const episode of facts.episodes) {
    const { index, closedAt } = episode
    const opener = openers.indexOf(episode.openedBy)
    const holder =
      closedAt === null
        ? { agent: facts.head.agent, team: facts.head.team }
        : { agent: episode.agentAtClose, team: episode.teamAtClose }
    emit('starts', {
      ...plain,
      at: episode.startedAt,
      // Mostly nobody has it yet as it begins: then it is the first one's who got it.
      agent: episode.assignedAtStart < 0 ? episode.firstAssignedAgent : episode.assignedAtStart,
      team: episode.teamAtStart,
      opener,
      bits: index === 0 ? firstEpisode : 0,
    })
    const bits = (index === firstReplied ? replyBits.first : 0) | (closed ? replyBits.closed : 0)
    replyRow(facts, episode, { opener, bits, ...holder }, emit)
    emit('closes', {
      ...plain,
      ...holder,
      at: closedAt ?? episode.startedAt,
      other: episode.closedByAgent,
      opener,
      bits: closedAt === null ? reasonBits('not_closed') : index === lastClosed ? lastClose : 0,
      word: closerWord(episode.closedByType),
      values: closedAt === null ? [null, null, null, null] : closeValues(facts, episode, closedAt),
    })
  }
}

type Held = Pick<Row, 'agent' | 'team' | 'opener' | 'bits'>

function replyRow(facts: ConversationFacts, episode: EpisodeFact, held: Held, emit: Emit): void {
  const { firstReplyAt, clockAt } = episode
  if (firstReplyAt === null || clockAt === null) {
    emit('replies', {
      ...plain,
      ...held,
      at: episode.closedAt ?? clockAt ?? episode.startedAt,
      bits: reasonBits(episode.noFirstResponse ?? 'no_reply_yet'),
      values: [null, null, null, null, null],
    })
    return
  }
  const message = facts.messages.find(({ k }) => k === episode.firstReplyMessage)
  emit('replies', {
    ...plain,
    at: firstReplyAt,
    agent: episode.firstReplyAgent,
    other: message?.assigned ?? -1,
    team: message?.team ?? -1,
    opener: held.opener,
    bits: held.bits,
    k: episode.firstReplyMessage,
    values: [firstReplyAt - clockAt, null, null, null, null],
  })
}

function closeValues(
  facts: ConversationFacts,
  episode: EpisodeFact,
  closedAt: number,
): readonly (number | null)[] {
  return [
    closedAt - episode.startedAt,
    closedAt - (facts.episodes[0]?.startedAt ?? episode.startedAt),
    null,
    null,
  ]
}

function waitRows(facts: ConversationFacts, closed: boolean, emit: Emit): void {
  for (const wait of facts.waits) {
    if (wait.first) continue
    const replied = wait.endedBy === 'reply' && wait.to !== null
    const reason = wait.to === null ? 'no_reply_yet' : 'closed_without_reply'
    emit('waits', {
      ...plain,
      at: wait.to ?? wait.from,
      agent: replied ? wait.agent : wait.assigned,
      other: wait.assigned,
      team: wait.team,
      opener: openers.indexOf(facts.episodes[wait.episode]?.openedBy ?? 'unknown'),
      bits: replied ? (closed ? waitBits.closed : 0) : reasonBits(reason),
      k: wait.message,
      values: replied && wait.to !== null ? [wait.to - wait.from, wait.to - wait.from] : [null, null],
    })
  }
}

/** One row a conversation: its first assignment to an agent, or that there is none. */
function pickupRow(facts: ConversationFacts, opener: number, emit: Emit): void {
  const start = facts.episodes[0]
  if (start === undefined) return
  const first = facts.assignments.find((assignment) => assignment.to >= 0)
  if (first === undefined)
    emit('pickups', {
      ...plain,
      at: start.startedAt,
      agent: -1,
      team: facts.head.team,
      opener,
      bits: reasonBits('never_assigned'),
      values: [null],
    })
  else
    emit('pickups', {
      ...plain,
      at: first.at,
      agent: first.to,
      team: first.team,
      opener,
      // Assigned before it was opened: it did not wait.
      values: [Math.max(0, first.at - start.startedAt)],
    })
}

// ── ratings ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** In the top two of its scale; on a scale of two only the upper one is. */
function isTop(rating: RatingFact): boolean {
  return rating.score >= rating.max - 1 && rating.score > rating.min
}

function isZeroToTen(rating: RatingFact): boolean {
  return rating.min === 0 && rating.max === 10
}

/** The rating on a scale of 1 to 5; as it is where its scale has no length. */
function onFivePoints({ score, min, max }: RatingFact): number {
  return max > min ? 1 + (4 * (score - min)) / (max - min) : score
}
