/** One conversation's facts become rows of the streams: what counts when, for whom, and what does not count and why. */
import { openers } from '../../shared/records.ts'
import { holdersOf } from '../assignments/intervals.ts'
import {
  assignmentBits,
  botBits,
  firstEpisode,
  ratingBits,
  reasonBits,
  ruleWord,
  sentimentBits,
  spanBits,
  storedWord,
  waitBits,
} from './bits.ts'
import type { Tally } from './closeRow.ts'
import { closeRow } from './closeRow.ts'
import type { Emit } from './emit.ts'
import { plain } from './emit.ts'
import type { ConversationFacts, EpisodeFact, RatingFact } from './facts.ts'
import { messageRows } from './messageRows.ts'
import { replyRow } from './replyRow.ts'
import { holderAt, lastHolder } from './search.ts'
import { spansOf } from './spans.ts'

/** Gives every row of one conversation, in no particular order. */
export function rowsOf(facts: ConversationFacts, emit: Emit): void {
  const opener = openers.indexOf(facts.episodes[0]?.openedBy ?? 'unknown')
  const closed = facts.head.state === 'closed'
  messageRows(facts, opener, emit)
  episodeRows(facts, closed, emit)
  waitRows(facts, closed, emit)
  assignmentRows(facts, opener, emit)
  ratingRows(facts, opener, emit)
  moodRow(facts, opener, emit)
  spanRows(facts, emit)
  for (const { raisedAt, agent, team, rule } of facts.flags)
    emit('flags', { ...plain, at: raisedAt, agent, team, opener, word: ruleWord(rule) })
}

// ── episodes and waits ───────────────────────────────────────────────────────────────────────────────────────────

function episodeRows(facts: ConversationFacts, closed: boolean, emit: Emit): void {
  const { episodes, head } = facts
  const firstReplied = episodes.findIndex((episode) => episode.firstReplyAt !== null)
  const lastClosed = episodes.findLastIndex((episode) => episode.closedAt !== null)
  const tally: Tally = { messages: facts.messages, next: 0, replies: 0, all: 0 }
  for (const episode of episodes) {
    const { index, closedAt, startedAt } = episode
    const opener = openers.indexOf(episode.openedBy)
    const held =
      closedAt === null
        ? { agent: lastHolder(facts.assignments), team: head.team, opener }
        : { agent: episode.agentAtClose, team: episode.teamAtClose, opener }
    emit('starts', {
      ...plain,
      at: startedAt,
      // Mostly nobody has it yet as it begins: then it is the first one's who got it.
      agent: episode.assignedAtStart < 0 ? episode.firstAssignedAgent : episode.assignedAtStart,
      team: episode.teamAtStart,
      opener,
      bits: index === 0 ? firstEpisode : 0,
    })
    replyRow(facts, episode, held, { first: index === firstReplied, closed }, emit)
    closeRow(facts, episode, held, index === lastClosed, tally, emit)
    if (episode.botTookPart)
      emit('bots', {
        ...plain,
        ...held,
        at: closedAt ?? lastHeardOf(facts, episode),
        bits: botBitsOf(episode),
      })
    if (episode.neglect !== null) neglectRow(facts, episode.neglect, opener, emit)
  }
}

function botBitsOf(episode: EpisodeFact): number {
  return (
    (episode.askedForPerson ? botBits.asked : 0) |
    (episode.personTookPart ? botBits.person : 0) |
    (episode.ratedBadly ? botBits.badly : 0)
  )
}

/** The last message of an open episode, which is the conversation's last; its start where there is none. */
function lastHeardOf({ messages }: ConversationFacts, { startedAt }: EpisodeFact): number {
  return Math.max(startedAt, messages.findLast((message) => message.counts)?.at ?? startedAt)
}

function neglectRow(
  facts: ConversationFacts,
  { from, at }: NonNullable<EpisodeFact['neglect']>,
  opener: number,
  emit: Emit,
): void {
  emit('neglects', { ...plain, ...holderAt(facts.assignments, at), at, opener, values: [at - from] })
}

function waitRows(facts: ConversationFacts, closed: boolean, emit: Emit): void {
  for (const wait of facts.waits) {
    if (wait.first) continue
    const { from, last, to } = wait
    const replied = wait.endedBy === 'reply' && to !== null
    const reason = to === null ? 'no_reply_yet' : 'closed_without_reply'
    emit('waits', {
      ...plain,
      at: to ?? from,
      agent: replied ? wait.agent : wait.assigned,
      other: wait.assigned,
      team: wait.team,
      opener: openers.indexOf(facts.episodes[wait.episode]?.openedBy ?? 'unknown'),
      bits: replied ? (closed ? waitBits.closed : 0) : reasonBits(reason),
      k: wait.message,
      values: replied ? [to - from, to - last] : [null, null],
    })
  }
}

function spanRows(facts: ConversationFacts, emit: Emit): void {
  for (const { from, to, agent, team, holder, waitingSince, engaged, episode } of spansOf(facts))
    emit('spans', {
      ...plain,
      at: from,
      agent,
      other: holder,
      team,
      opener: openers.indexOf(facts.episodes[episode]?.openedBy ?? 'unknown'),
      bits: (waitingSince === null ? 0 : spanBits.waiting) | (engaged ? spanBits.engaged : 0),
      values: [to === null ? null : to - from, waitingSince === null ? null : from - waitingSince],
    })
}

// ── assignments ──────────────────────────────────────────────────────────────────────────────────────────────────

function assignmentRows(facts: ConversationFacts, opener: number, emit: Emit): void {
  for (const { at, from, to, team, source } of facts.assignments) {
    const transfer = from >= 0 && to >= 0 && from !== to
    const bits = (to >= 0 ? assignmentBits.toAgent : 0) | (transfer ? assignmentBits.transfer : 0)
    emit('assignments', {
      ...plain,
      at,
      agent: to,
      other: from,
      team,
      opener,
      bits: bits | sourceBits[source],
    })
  }
  if (facts.inferred.length > 0) inferredRows(facts, opener, emit)
  pickupRow(facts, opener, emit)
}

const sourceBits = { stated: 0, diffed: assignmentBits.noticed, unknown: assignmentBits.unsaid } as const

/** For the log alone: who took a conversation nobody was known to have. */
function inferredRows(facts: ConversationFacts, opener: number, emit: Emit): void {
  const holders = holdersOf(facts)
  for (const { at, to, team } of facts.inferred) {
    const before = holders[holders.findIndex((one) => one.source === 'inferred' && one.at === at) - 1]
    const other = before?.to ?? -1
    emit('assignments', { ...plain, at, agent: to, other, team, opener, bits: assignmentBits.inferred })
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

// ── mood ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function moodRow({ mood }: ConversationFacts, opener: number, emit: Emit): void {
  if (mood === null) return
  const { at, sentiment, settledAt } = mood
  emit('sentiments', {
    ...plain,
    at,
    agent: mood.agent,
    team: mood.team,
    opener,
    bits: sentiment === null ? reasonBits('not_scored') : sentimentBits[sentiment],
    word: storedWord(mood.language),
    k: mood.message,
    values: [sentiment === null || settledAt === null ? null : settledAt - at],
  })
}

// ── ratings ──────────────────────────────────────────────────────────────────────────────────────────────────────

function ratingRows(facts: ConversationFacts, opener: number, emit: Emit): void {
  for (const rating of facts.ratings) {
    const { at, agent, team } = rating
    const bits = (isTop(rating) ? ratingBits.top : 0) | (isZeroToTen(rating) ? ratingBits.zeroToTen : 0)
    emit('ratings', { ...plain, at, agent, team, opener, bits, values: [onFivePoints(rating), rating.score] })
  }
  for (const [index, { at, agent, team }] of facts.surveys.entries()) {
    const next = facts.surveys[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const rated = facts.ratings.some((rating) => rating.at >= at && rating.at < next)
    emit('surveys', { ...plain, at, agent, team, opener, bits: rated ? 0 : reasonBits('not_rated') })
  }
}

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
