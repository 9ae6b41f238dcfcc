/**
 * From a conversation's timeline to its facts: the one place where the ground rules of design/metrics.md are written
 * as code. Pure and total: any timeline gives facts, and the same timeline always gives the same.
 */
import type { Opener } from '../../shared/contract.ts'
import { raiseFlags } from '../attention/flags.ts'
import type { ConversationFacts, FactSettings, Head } from './facts.ts'
import { isHumanReply, messageFact, widenWindow, windowBefore } from './messageFacts.ts'
import type { Step } from './steps.ts'
import { countsAsMessage, openerOf, stepsOf } from './steps.ts'
import type { Timeline, TimelineAssignment, TimelineMessage } from './timeline.ts'
import type { Walk } from './walk.ts'
import { askForPerson, begin, beginWait, close, endOfTimeline, endPersonWait, reply } from './walk.ts'

/** A reopening this long after an inbound message is that message's own. */
const accompanies = 60_000

/** The facts of one conversation. Times are epoch milliseconds, durations seconds; -1 stands for nobody or none. */
export function deriveFacts(timeline: Timeline, settings: FactSettings): ConversationFacts {
  const steps = stepsOf(timeline)
  const walk: Walk = {
    timeline,
    window: windowBefore(timeline.lastInboundBefore),
    messages: [],
    episodes: [],
    waits: [],
    personWaits: [],
    assignments: [],
    ratings: [],
    surveys: [],
    holders: [],
    openings: steps
      .filter((step) => step.kind === 'opened' || step.kind === 'reopened')
      .map((step) => step.at),
    opener: openerOf(timeline, steps),
    open: null,
    announced: false,
    state: 'open',
    agent: -1,
    team: -1,
    category: -1,
  }
  for (const step of steps) take(walk, step)
  if (walk.open !== null) endOfTimeline(walk, walk.open)
  const { messages, episodes, waits, assignments, ratings, surveys, category } = walk
  return {
    conversation: timeline.conversation,
    contact: timeline.contact,
    channel: timeline.channel,
    category,
    messages,
    episodes,
    waits,
    assignments,
    ratings,
    surveys,
    flags: raiseFlags(walk, timeline, settings),
    head: headOf(walk, steps),
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
    case 'handoff':
      beginUnstated(walk, step.at)
      if (walk.open !== null) askForPerson(walk, walk.open, step.at)
      return
    case 'in':
      return takeInbound(walk, step.message)
    case 'out':
      return takeOutbound(walk, step.message)
    case 'rated':
      walk.ratings.push({
        at: step.at,
        score: step.score,
        min: step.min,
        max: step.max,
        agent: walk.agent,
        team: walk.team,
      })
      return
    case 'surveyed':
      walk.surveys.push({ at: step.at, agent: walk.agent, team: walk.team })
      return
    case 'rested':
      if (walk.open !== null) walk.state = step.state
      return
    case 'categorised':
      walk.category = step.category ?? walk.category
      return
    case 'closed':
      walk.category = step.event.category ?? walk.category
      if (walk.open !== null) close(walk, walk.open, step.at, step.event.byType, step.event.byAgent ?? -1)
      return
  }
}

// ── openings ─────────────────────────────────────────────────────────────────────────────────────────────────────

function takeOpening(walk: Walk, at: number, by: Opener, agent: number): void {
  walk.state = 'open'
  if (walk.open !== null) return
  const announced = walk.announced
  const open = begin(walk, at, by === 'unknown' && announced ? 'contact' : by, agent)
  // The message that announced it starts no wait of its own: the customer waits from the opening.
  if (announced && open.fact.clockAt !== null) {
    open.inbound = true
    beginWait(walk, open, at)
  }
}

/** A conversation whose opening nobody states begins with the first thing known of it. */
function beginUnstated(walk: Walk, at: number): void {
  const { openedAt, openedBy } = walk.timeline
  if (openedAt === null && walk.episodes.length === 0) begin(walk, at, walk.opener, openedBy.agent ?? -1)
}

// ── messages and waits ───────────────────────────────────────────────────────────────────────────────────────────

function takeInbound(walk: Walk, message: TimelineMessage): void {
  walk.messages.push(messageFact(message, 'in', walk.agent, walk.team, walk.window))
  widenWindow(walk.window, message)
  if (!countsAsMessage(message)) return
  beginUnstated(walk, message.at)
  if (walk.open === null) {
    if (walk.openings.some((at) => at >= message.at && at <= message.at + accompanies)) {
      walk.announced = true
      return
    }
    begin(walk, message.at, walk.episodes.length === 0 ? walk.opener : 'contact', -1)
  }
  const open = walk.open
  if (open === null) return
  if (walk.state === 'snoozed') walk.state = 'open'
  open.inbound = true
  open.fact.clockAt ??= message.at
  if (open.wait === null) beginWait(walk, open, message.at)
}

function takeOutbound(walk: Walk, message: TimelineMessage): void {
  const fact = messageFact(message, 'out', walk.agent, walk.team, walk.window)
  walk.messages.push(fact)
  if (!fact.counts) return
  beginUnstated(walk, message.at)
  const open = walk.open
  if (open === null) return
  if (isHumanReply(fact)) reply(walk, open, fact)
  else if (fact.author === 'bot') {
    open.botTookPart = true
    if (!open.personHasIt) {
      open.botHasIt = true
      endPersonWait(open, fact.at)
    }
  }
}

// ── assignments and ends ─────────────────────────────────────────────────────────────────────────────────────────

function takeAssignment(walk: Walk, assignment: TimelineAssignment): void {
  beginUnstated(walk, assignment.at)
  const to = assignment.to ?? -1
  // A team that goes unmentioned stays, unless the conversation was taken from everybody.
  const team = assignment.team ?? (to < 0 ? -1 : walk.team)
  walk.assignments.push({ at: assignment.at, from: assignment.from ?? walk.agent, to, team })
  walk.agent = to
  walk.team = team
  walk.holders.push({ at: assignment.at, agent: to, team })
  const open = walk.open
  if (open === null || to < 0) return
  if (open.fact.firstAssignedAt === null) {
    open.fact.firstAssignedAt = assignment.at
    open.fact.firstAssignedAgent = to
  }
  // Giving a conversation to somebody asks for a person as much as a hand-off does.
  if (open.botHasIt) askForPerson(walk, open, assignment.at)
}

function headOf(walk: Walk, steps: readonly Step[]): Head {
  const { episodes, messages, open, timeline } = walk
  const counted = messages.filter((message) => message.counts)
  const replied = episodes.findLast((episode) => episode.firstReplyAt !== null)
  const closed = episodes.findLast((episode) => episode.closedAt !== null)
  const startedAt = episodes[0]?.startedAt ?? timeline.openedAt ?? steps[0]?.at ?? 0
  const lastComment = timeline.comments.reduce((last, comment) => Math.max(last, comment.at), startedAt)
  return {
    state: open === null ? 'closed' : walk.state,
    startedAt,
    lastAt: Math.max(lastComment, steps.at(-1)?.at ?? startedAt),
    lastMessage: counted.at(-1)?.k ?? -1,
    agent: walk.agent,
    team: walk.team,
    category: walk.category,
    waitingSince: open?.personWait?.from ?? null,
    firstResponse: secondsBetween(replied?.clockAt, replied?.firstReplyAt),
    resolution: secondsBetween(closed?.startedAt, closed?.closedAt),
    messages: counted.length,
  }
}

function secondsBetween(from: number | null | undefined, to: number | null | undefined): number | null {
  return from === null || from === undefined || to === null || to === undefined ? null : (to - from) / 1000
}
