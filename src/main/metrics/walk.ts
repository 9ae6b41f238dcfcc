/**
 * The walk along a timeline: what is known so far of its episodes and waits, and how each step may change it. The steps
 * themselves are read in derive.ts.
 */
import type { ExclusionReason, Opener } from '../../shared/contract.ts'
import { hourMs } from '../../shared/period.ts'
import type {
  AssignmentFact,
  EpisodeFact,
  InferredFact,
  MessageFact,
  MoodFact,
  PersonWait,
  RatingFact,
  Span,
  SurveyFact,
  WaitFact,
} from './facts.ts'
import type { Window } from './messageFacts.ts'
import type { Timeline } from './timeline.ts'

/** What flags are raised from. */
export interface DerivedFacts {
  readonly messages: readonly MessageFact[]
  readonly episodes: readonly EpisodeFact[]
  readonly personWaits: readonly PersonWait[]
  /** Who has the conversation from a moment on; -1: nobody. */
  readonly assignments: readonly AssignmentFact[]
  readonly ratings: readonly RatingFact[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

interface OpenFact extends Mutable<Omit<EpisodeFact, 'rests'>> {
  readonly rests: Mutable<Span>[]
}

export interface OpenEpisode {
  readonly fact: OpenFact
  /** Of the inbound messages so far; null: none. */
  lastInboundAt: number | null
  /** A bot wrote and no person was asked for yet. */
  botHasIt: boolean
  /** A person was asked for or replied. */
  personHasIt: boolean
  /** First and last unanswered inbound message. */
  wait: { readonly from: number; last: number } | null
  personWait: Mutable<PersonWait> | null
}

/** Everything known so far. */
export interface Walk {
  readonly timeline: Timeline
  readonly window: Window
  readonly messages: MessageFact[]
  readonly episodes: OpenFact[]
  readonly waits: WaitFact[]
  readonly personWaits: PersonWait[]
  readonly assignments: AssignmentFact[]
  readonly inferred: InferredFact[]
  readonly ratings: RatingFact[]
  readonly surveys: SurveyFact[]
  /** When the conversation is opened or reopened by an event, ascending. */
  readonly openings: readonly number[]
  /** Index of the first of them that does not lie behind. */
  nextOpening: number
  readonly opener: Opener
  open: OpenEpisode | null
  /** An inbound message in a closed conversation announced the opening that follows. */
  announced: boolean
  state: 'open' | 'pending' | 'snoozed'
  agent: number
  /** Who is taken to have it while `agent` is nobody; -1: nobody. */
  guess: number
  /** In this episode it was taken from everybody: nobody is taken to have it either. */
  isFreed: boolean
  team: number
  category: number
  mood: Mutable<MoodFact> | null
}

/** After this long without a message of the contact a wait that nobody ended counts as neglected. */
const silence = 24 * hourMs

// ── episodes ─────────────────────────────────────────────────────────────────────────────────────────────────────

export function begin(walk: Walk, at: number, openedBy: Opener, agent: number): OpenEpisode {
  const fact: OpenFact = {
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
    firstInboundAt: null,
    handoffAt: null,
    noFirstResponse: null,
    firstAssignedAt: null,
    firstAssignedAgent: -1,
    closedAt: null,
    closedByType: '',
    closedByAgent: -1,
    agentAtClose: -1,
    teamAtClose: -1,
    rests: [],
    botTookPart: openedBy === 'bot',
    askedForPerson: false,
    personTookPart: false,
    ratedBadly: false,
    neglect: null,
  }
  walk.episodes.push(fact)
  const open: OpenEpisode = {
    fact,
    lastInboundAt: null,
    botHasIt: openedBy === 'bot',
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
  neglectUnlessAnswered(open, at, 'close')
  endWait(walk, open, at, 'close', -1, -1)
  wake(walk, open, at)
  const { fact } = open
  fact.closedAt = at
  fact.closedByType = byType
  fact.closedByAgent = byAgent
  fact.agentAtClose = walk.agent
  fact.teamAtClose = walk.team
  fact.noFirstResponse = whyNoFirstResponse(open)
  walk.guess = -1
  walk.isFreed = false
  walk.open = null
}

export function endOfTimeline(walk: Walk, open: OpenEpisode): void {
  neglectUnlessAnswered(open, Number.POSITIVE_INFINITY, 'silence')
  endWait(walk, open, null, null, -1, -1)
  open.fact.noFirstResponse = whyNoFirstResponse(open)
}

function whyNoFirstResponse({ fact, lastInboundAt, personHasIt }: OpenEpisode): ExclusionReason | null {
  if (fact.firstReplyAt !== null) return null
  if (lastInboundAt === null) {
    if (fact.openedBy === 'agent') return 'agent_opened'
    return fact.openedBy === 'campaign' ? 'campaign' : 'no_inbound'
  }
  if (fact.botTookPart && !personHasIt) return 'bot'
  return fact.closedAt === null ? 'no_reply_yet' : 'closed_without_reply'
}

/** The episode rests: pending or snoozed. From one kind of rest to the other it goes on resting. */
export function rest(walk: Walk, open: OpenEpisode, at: number, state: 'pending' | 'snoozed'): void {
  if (walk.state === 'open') open.fact.rests.push({ from: at, to: null })
  walk.state = state
}

export function wake(walk: Walk, open: OpenEpisode, at: number): void {
  const last = walk.state === 'open' ? undefined : open.fact.rests.at(-1)
  if (last !== undefined) last.to = at
  walk.state = 'open'
}

// ── waits ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The contact wrote: a wait begins, or goes on. */
export function hear(walk: Walk, open: OpenEpisode, at: number): void {
  neglectUnlessAnswered(open, at, 'silence')
  open.lastInboundAt = at
  open.fact.firstInboundAt ??= at
  open.fact.clockAt ??= at
  if (open.wait !== null) open.wait.last = at
  else {
    open.wait = { from: at, last: at }
    if (!open.botHasIt) beginPersonWait(walk, open, at)
  }
}

function beginPersonWait(walk: Walk, open: OpenEpisode, at: number): void {
  open.personWait = { episode: open.fact.index, from: at, to: null }
  walk.personWaits.push(open.personWait)
}

function endPersonWait(open: OpenEpisode, at: number): void {
  if (open.personWait !== null) open.personWait.to = at
  open.personWait = null
}

/**
 * A wait for a person is neglected where 24 h pass without a message of the contact and without a reply, or where the
 * episode is closed before one came. An episode is neglected once: by its first such wait.
 */
function neglectUnlessAnswered(open: OpenEpisode, at: number, end: 'reply' | 'close' | 'silence'): void {
  const { fact, personWait, lastInboundAt } = open
  if (personWait === null || fact.neglect !== null) return
  const { from } = personWait
  const patience = Math.max(from, lastInboundAt ?? from) + silence
  if (at > patience) fact.neglect = { from, at: patience }
  else if (end === 'close') fact.neglect = { from, at }
}

export function askForPerson(walk: Walk, open: OpenEpisode, at: number): void {
  open.fact.askedForPerson = true
  open.personHasIt = true
  open.botHasIt = false
  if (open.wait !== null && open.personWait === null) beginPersonWait(walk, open, at)
}

/** A bot wrote. Until somebody asks for a person the bot has the conversation, and nobody waits for one. */
export function answerByBot(open: OpenEpisode, at: number): void {
  open.fact.botTookPart = true
  if (open.personHasIt) return
  open.botHasIt = true
  neglectUnlessAnswered(open, at, 'reply')
  endPersonWait(open, at)
}

export function reply(walk: Walk, open: OpenEpisode, message: MessageFact): void {
  const { fact } = open
  neglectUnlessAnswered(open, message.at, 'reply')
  endWait(walk, open, message.at, 'reply', message.agent, message.k)
  if (fact.firstReplyAt === null && fact.clockAt !== null) {
    fact.firstReplyAt = message.at
    fact.firstReplyAgent = message.agent
    fact.firstReplyMessage = message.k
  }
  fact.personTookPart = true
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
      last: open.wait.last,
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
