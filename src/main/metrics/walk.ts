/**
 * The walk along a timeline: what is known so far of its episodes and waits, and how each step may change it. The steps
 * themselves are read in derive.ts.
 */
import type { ExclusionReason, Opener } from '../../shared/contract.ts'
import type { AssignmentFact, EpisodeFact, MessageFact, RatingFact, SurveyFact, WaitFact } from './facts.ts'
import type { Window } from './messageFacts.ts'
import type { Timeline } from './timeline.ts'

/** The customer waits for a person, not for the bot that has the conversation: what the live views and flags go by. */
export interface PersonWait {
  readonly episode: number
  readonly from: number
  /** When it ended, by whatever; null: it goes on. */
  to: number | null
}

/** What flags are raised from. */
export interface DerivedFacts {
  readonly messages: readonly MessageFact[]
  readonly episodes: readonly EpisodeFact[]
  readonly personWaits: readonly PersonWait[]
  /** Who has the conversation at a moment; -1: nobody. */
  readonly holders: readonly Holder[]
}

export interface Holder {
  readonly at: number
  readonly agent: number
  readonly team: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export interface OpenEpisode {
  readonly fact: Mutable<EpisodeFact>
  inbound: boolean
  /** A bot wrote and no person was asked for yet. */
  botHasIt: boolean
  botTookPart: boolean
  /** A person was asked for or replied. */
  personHasIt: boolean
  wait: { readonly from: number } | null
  personWait: PersonWait | null
}

/** Everything known so far. */
export interface Walk {
  readonly timeline: Timeline
  readonly window: Window
  readonly messages: MessageFact[]
  readonly episodes: Mutable<EpisodeFact>[]
  readonly waits: WaitFact[]
  readonly personWaits: PersonWait[]
  readonly assignments: AssignmentFact[]
  readonly ratings: RatingFact[]
  readonly surveys: SurveyFact[]
  readonly holders: Holder[]
  /** When the conversation is opened or reopened by an event, ascending. */
  readonly openings: readonly number[]
  readonly opener: Opener
  open: OpenEpisode | null
  /** An inbound message in a closed conversation announced the opening that follows. */
  announced: boolean
  state: 'open' | 'pending' | 'snoozed'
  agent: number
  team: number
  category: number
}

// ── episodes ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function begin(walk: Walk, at: number, openedBy: Opener, agent: number): OpenEpisode {
  const fact: Mutable<EpisodeFact> = {
    index: walk.episodes.length,
    startedAt: at,
    openedBy,
    openedByAgent: agent,
    assignedAtStart: walk.agent,
    teamAtStart: walk.team,
    clockAt: isOurs(openedBy) ? null : at,
    firstReplyAt: null,
    firstReplyAgent: -1,
    firstReplyMessage: -1,
    noFirstResponse: null,
    firstAssignedAt: null,
    firstAssignedAgent: -1,
    closedAt: null,
    closedByType: '',
    closedByAgent: -1,
    agentAtClose: -1,
    teamAtClose: -1,
  }
  walk.episodes.push(fact)
  const open: OpenEpisode = {
    fact,
    inbound: false,
    botHasIt: openedBy === 'bot',
    botTookPart: openedBy === 'bot',
    personHasIt: false,
    wait: null,
    personWait: null,
  }
  walk.open = open
  walk.state = 'open'
  walk.announced = false
  return open
}

/** Episodes of ours: their customer starts to wait with the first inbound message. */
function isOurs(openedBy: Opener): boolean {
  return openedBy === 'agent' || openedBy === 'campaign' || openedBy === 'automation' || openedBy === 'api'
}

export function close(walk: Walk, open: OpenEpisode, at: number, byType: string, byAgent: number): void {
  endWait(walk, open, at, 'close', -1, -1)
  open.fact.closedAt = at
  open.fact.closedByType = byType
  open.fact.closedByAgent = byAgent
  open.fact.agentAtClose = walk.agent
  open.fact.teamAtClose = walk.team
  open.fact.noFirstResponse = whyNoFirstResponse(open)
  walk.open = null
}

export function endOfTimeline(walk: Walk, open: OpenEpisode): void {
  endWait(walk, open, null, null, -1, -1)
  open.fact.noFirstResponse = whyNoFirstResponse(open)
}

function whyNoFirstResponse(open: OpenEpisode): ExclusionReason | null {
  const { fact } = open
  if (fact.firstReplyAt !== null) return null
  if (!open.inbound) {
    if (fact.openedBy === 'agent') return 'agent_opened'
    return fact.openedBy === 'campaign' ? 'campaign' : 'no_inbound'
  }
  if (open.botTookPart && !open.personHasIt) return 'bot'
  return fact.closedAt === null ? 'no_reply_yet' : 'closed_without_reply'
}

// ── waits ────────────────────────────────────────────────────────────────────────────────────────────────────────

export function beginWait(walk: Walk, open: OpenEpisode, at: number): void {
  open.wait = { from: at }
  if (!open.botHasIt) beginPersonWait(walk, open, at)
}

function beginPersonWait(walk: Walk, open: OpenEpisode, at: number): void {
  open.personWait = { episode: open.fact.index, from: at, to: null }
  walk.personWaits.push(open.personWait)
}

export function endPersonWait(open: OpenEpisode, at: number): void {
  if (open.personWait !== null) open.personWait.to = at
  open.personWait = null
}

export function askForPerson(walk: Walk, open: OpenEpisode, at: number): void {
  open.personHasIt = true
  open.botHasIt = false
  if (open.wait !== null && open.personWait === null) beginPersonWait(walk, open, at)
}

export function reply(walk: Walk, open: OpenEpisode, message: MessageFact): void {
  const { fact } = open
  endWait(walk, open, message.at, 'reply', message.agent, message.k)
  if (fact.firstReplyAt === null && fact.clockAt !== null) {
    fact.firstReplyAt = message.at
    fact.firstReplyAgent = message.agent
    fact.firstReplyMessage = message.k
  }
  open.personHasIt = true
  open.botHasIt = false
}

function endWait(
  walk: Walk,
  open: OpenEpisode,
  at: number | null,
  endedBy: WaitFact['endedBy'],
  agent: number,
  message: number,
): void {
  if (open.wait !== null)
    walk.waits.push({
      episode: open.fact.index,
      first: open.fact.firstReplyAt === null,
      from: open.wait.from,
      to: at,
      endedBy,
      agent,
      message,
      assigned: walk.agent,
      team: walk.team,
    })
  open.wait = null
  if (at !== null) endPersonWait(open, at)
}
