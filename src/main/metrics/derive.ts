/**
 * From a conversation's timeline to its facts: the one place where the ground rules of design/metrics.md are written
 * as code. Pure and total: any timeline gives facts, and the same timeline always gives the same.
 */
import { lastLook } from '../assignments/evidence.ts'
import { raiseFlags } from '../attention/flags.ts'
import type { Opener } from '../../shared/contract.ts'
import type { ConversationFacts, FactSettings, Head } from './facts.ts'
import { isHumanReply, messageFact, widenWindow, windowBefore } from './messageFacts.ts'
import { feel, settle } from './mood.ts'
import type { Step } from './steps.ts'
import { comesBefore, inOrder, openerOf, stepsOf } from './steps.ts'
import type { Timeline, TimelineAssignment, TimelineMessage } from './timeline.ts'
import type { Walk } from './walk.ts'
import { answerByBot, askForPerson, begin, close, endOfTimeline, hear, reply, rest, wake } from './walk.ts'

const minuteMs = 60_000
/** A reopening this long after an inbound message is that message's own. */
const accompanies = minuteMs

/** The facts of one conversation. Times are epoch milliseconds, durations seconds; -1 stands for nobody or none. */
export function deriveFacts(timeline: Timeline, settings: FactSettings): ConversationFacts {
  const steps = stepsOf(timeline)
  const messages = inOrder(timeline.messages)
  const walk = walkFrom(timeline, steps, messages)
  let next = 0
  for (const step of steps) {
    for (let message = messages[next]; message !== undefined && comesBefore(message, step);) {
      takeMessage(walk, message)
      message = messages[++next]
    }
    take(walk, step)
  }
  for (let message = messages[next]; message !== undefined; message = messages[++next])
    takeMessage(walk, message)
  if (walk.open !== null) endOfTimeline(walk, walk.open)
  const { episodes, waits, personWaits, assignments, inferred, ratings, surveys, mood } = walk
  const category = walk.category < 0 ? timeline.topic : walk.category
  return {
    conversation: timeline.conversation,
    contact: timeline.contact,
    channel: timeline.channel,
    category,
    messages: walk.messages,
    episodes,
    waits,
    personWaits,
    assignments,
    inferred,
    ratings,
    surveys,
    flags: raiseFlags(walk, timeline, settings),
    mood,
    engagedFor: settings.rules.engagedMinutes * minuteMs,
    head: headOf(walk, steps, category),
  }
}

function walkFrom(timeline: Timeline, steps: readonly Step[], messages: readonly TimelineMessage[]): Walk {
  const openings: number[] = []
  for (const step of steps) if (step.kind === 'opened' || step.kind === 'reopened') openings.push(step.at)
  return {
    timeline,
    window: windowBefore(timeline.lastInboundBefore),
    messages: [],
    episodes: [],
    waits: [],
    personWaits: [],
    assignments: [],
    inferred: [],
    ratings: [],
    surveys: [],
    openings,
    nextOpening: 0,
    opener: openerOf(timeline, messages),
    open: null,
    announced: false,
    state: 'open',
    agent: -1,
    guess: -1,
    isFreed: false,
    team: -1,
    category: -1,
    mood: null,
  }
}

function take(walk: Walk, step: Step): void {
  switch (step.kind) {
    case 'opened':
      return takeOpening(walk, step.at, walk.opener, walk.timeline.openedBy.agent ?? -1)
    case 'reopened':
      return takeOpening(walk, step.at, step.by, step.agent)
    case 'assigned':
      return takeAssignment(walk, step.assignment)
    case 'guessed':
      return takeGuess(walk, step.assignment)
    case 'handoff':
      beginUnstated(walk, step.at)
      return takeHandoff(walk, step.at)
    case 'botResolved':
      if (walk.open !== null) walk.open.fact.botTookPart = true
      return
    case 'rated':
      return takeRating(walk, step)
    case 'surveyed':
      walk.surveys.push({ at: step.at, agent: walk.agent, team: walk.team })
      return
    case 'rested':
      if (walk.open !== null) rest(walk, walk.open, step.at, step.state)
      return
    case 'categorised':
      walk.category = step.category ?? walk.category
      return
    case 'closed':
      walk.category = step.event.category ?? walk.category
      if (walk.open === null) return
      close(walk, walk.open, step.at, step.event.byType, step.event.byAgent ?? -1)
      settle(walk.mood, step.at)
      return
  }
}

// ── openings ─────────────────────────────────────────────────────────────────────────────────────────────────────

function takeOpening(walk: Walk, at: number, by: Opener, agent: number): void {
  if (walk.open !== null) return wake(walk, walk.open, at)
  const announced = walk.announced
  const open = begin(walk, at, by === 'unknown' && announced ? 'contact' : by, agent)
  // The message that announced it starts no wait of its own: the customer waits from the opening.
  if (announced && open.fact.clockAt !== null) hear(walk, open, at)
}

/** A conversation whose opening nobody states begins with the first thing known of it. */
function beginUnstated(walk: Walk, at: number): void {
  const { openedAt, openedBy } = walk.timeline
  if (openedAt === null && walk.episodes.length === 0) begin(walk, at, walk.opener, openedBy.agent ?? -1)
}

// ── messages ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Internal messages and those without a direction reach nobody: left out. */
function takeMessage(walk: Walk, message: TimelineMessage): void {
  if (message.direction === 'in') takeInbound(walk, message)
  else if (message.direction === 'out') takeOutbound(walk, message)
}

function takeInbound(walk: Walk, message: TimelineMessage): void {
  const fact = messageFact(message, 'in', walk.agent, walk.team, walk.window)
  walk.messages.push(fact)
  widenWindow(walk.window, message)
  if (!fact.counts) return
  walk.mood = feel(walk.mood, message, walk.agent, walk.team)
  beginUnstated(walk, message.at)
  if (walk.open === null) {
    if (announcesOpening(walk, message.at)) {
      walk.announced = true
      return
    }
    begin(walk, message.at, walk.episodes.length === 0 ? walk.opener : 'contact', -1)
  }
  const open = walk.open
  if (open === null) return
  if (walk.state === 'snoozed') wake(walk, open, message.at)
  hear(walk, open, message.at)
}

/** Whether an opening follows a message within the minute. Messages come in order: openings before one are passed for good. */
function announcesOpening(walk: Walk, at: number): boolean {
  let opening = walk.openings[walk.nextOpening]
  while (opening !== undefined && opening < at) opening = walk.openings[++walk.nextOpening]
  return opening !== undefined && opening <= at + accompanies
}

function takeOutbound(walk: Walk, message: TimelineMessage): void {
  const fact = messageFact(message, 'out', walk.agent, walk.team, walk.window)
  walk.messages.push(fact)
  if (!fact.counts) return
  beginUnstated(walk, message.at)
  const human = isHumanReply(fact)
  if (human) settle(walk.mood, fact.at)
  const open = walk.open
  if (open === null) return
  if (human) {
    reply(walk, open, fact)
    if (fact.agent >= 0) inferHolder(walk, fact.at, fact.agent, walk.team)
  } else if (fact.author === 'bot') answerByBot(open, fact.at)
}

// ── assignments, hand-offs, ratings ──────────────────────────────────────────────────────────────────────────────

function takeAssignment(walk: Walk, assignment: TimelineAssignment): void {
  beginUnstated(walk, assignment.at)
  const to = assignment.to ?? -1
  // A team that goes unmentioned stays, unless the conversation was taken from everybody.
  const team = assignment.team ?? (to < 0 ? -1 : walk.team)
  const { at, from } = assignment
  if (from !== null) inferFormer(walk, at, from)
  const source = assignment.source === 'inferred' ? 'unknown' : assignment.source
  const earliest = earliestOf(walk, assignment)
  walk.assignments.push({ at, from: from ?? walk.agent, to, team, source, earliest })
  walk.agent = to
  walk.guess = -1
  walk.isFreed = to < 0 && walk.open !== null
  walk.team = team
  const open = walk.open
  if (open === null || to < 0) return
  if (open.fact.firstAssignedAt === null) {
    open.fact.firstAssignedAt = assignment.at
    open.fact.firstAssignedAgent = to
  }
  // Giving a conversation to somebody asks for a person as much as a hand-off does.
  if (open.botHasIt) askForPerson(walk, open, assignment.at)
}

/** What was noticed may have happened since the last look, but not before the change before it, nor before the opening. */
function earliestOf({ assignments, open }: Walk, assignment: TimelineAssignment): number {
  const { at } = assignment
  if (assignment.source !== 'diffed') return at
  const bounds = [lastLook(assignment), assignments.at(-1)?.at, open?.fact.startedAt]
  const known = bounds.filter((bound) => bound !== null && bound !== undefined)
  return known.length === 0 ? at : Math.min(at, Math.max(...known))
}

/** The source says who may have it: believed as long as nobody is known to. */
function takeGuess(walk: Walk, { at, to, team }: TimelineAssignment): void {
  beginUnstated(walk, at)
  inferHolder(walk, at, to ?? -1, team ?? walk.team)
}

function inferHolder(walk: Walk, at: number, agent: number, team: number): void {
  if (walk.open === null || walk.agent >= 0 || walk.isFreed || walk.guess === agent) return
  walk.guess = agent
  walk.inferred.push({ at, to: agent, team })
}

/** The first change of all names who had it before: they are taken to have had it from the opening on. */
function inferFormer({ assignments, inferred, open, team }: Walk, at: number, former: number): void {
  if (assignments.length > 0 || open === null || open.fact.startedAt >= at) return
  const since = open.fact.startedAt
  if ((inferred.at(-1)?.at ?? Number.NEGATIVE_INFINITY) < since)
    inferred.push({ at: since, to: former, team })
}

function takeHandoff(walk: Walk, at: number): void {
  const { open } = walk
  if (open === null) return
  open.fact.botTookPart = true
  if (open.fact.firstReplyAt === null) open.fact.handoffAt = at
  askForPerson(walk, open, at)
}

/** A rating speaks of the episode begun last, which is mostly closed by then. */
function takeRating(walk: Walk, { at, score, min, max }: Extract<Step, { kind: 'rated' }>): void {
  walk.ratings.push({ at, score, min, max, agent: walk.agent, team: walk.team })
  const episode = walk.episodes.at(-1)
  if (episode !== undefined && score < (min + max) / 2) episode.ratedBadly = true
}

// ── the head ─────────────────────────────────────────────────────────────────────────────────────────────────────

function headOf(walk: Walk, steps: readonly Step[], category: number): Head {
  const { episodes, messages, open } = walk
  const replied = episodes.findLast((episode) => episode.firstReplyAt !== null)
  const closed = episodes.findLast((episode) => episode.closedAt !== null)
  const startedAt = startOf(walk, steps)
  return {
    state: open === null ? 'closed' : walk.state,
    startedAt,
    lastAt: lastOf(walk, steps, startedAt),
    lastMessage: messages.findLast((message) => message.counts)?.k ?? -1,
    agent: walk.agent < 0 ? walk.guess : walk.agent,
    team: walk.team,
    category,
    waitingSince: open?.personWait?.from ?? null,
    firstResponse: secondsBetween(replied?.clockAt, replied?.firstReplyAt),
    resolution: secondsBetween(closed?.startedAt, closed?.closedAt),
    messages: countOf(messages),
  }
}

function startOf({ episodes, timeline, messages }: Walk, steps: readonly Step[]): number {
  const begun = episodes[0]?.startedAt ?? timeline.openedAt
  if (begun !== null) return begun
  const first = Math.min(steps[0]?.at ?? Infinity, messages[0]?.at ?? Infinity)
  return first === Infinity ? 0 : first
}

function lastOf({ messages, timeline }: Walk, steps: readonly Step[], startedAt: number): number {
  let last = Math.max(startedAt, steps.at(-1)?.at ?? startedAt, messages.at(-1)?.at ?? startedAt)
  for (const comment of timeline.comments) last = Math.max(last, comment.at)
  return last
}

function countOf(messages: Walk['messages']): number {
  let count = 0
  for (const message of messages) if (message.counts) count += 1
  return count
}

function secondsBetween(from: number | null | undefined, to: number | null | undefined): number | null {
  return from === null || from === undefined || to === null || to === undefined ? null : (to - from) / 1000
}
