/**
 * The facts of one conversation: everything the metrics count, derived from its timeline and the settings by one
 * function, never edited. Agents, teams, channels, contacts and categories are the store's row ids; -1 stands for none.
 */
import type { ExclusionReason, Opener, Settings } from '../../shared/contract.ts'
import type { FlagFinding } from '../../shared/flags.ts'
import type { Calendar } from '../hours/calendar.ts'
import type { Format } from './bits.ts'
import type { Sentiment, Timeline } from './timeline.ts'

export interface ConversationFacts {
  readonly conversation: number
  readonly contact: number
  readonly channel: number
  readonly category: number
  readonly messages: readonly MessageFact[]
  readonly episodes: readonly EpisodeFact[]
  readonly waits: readonly WaitFact[]
  /** By from; they do not overlap. */
  readonly personWaits: readonly PersonWait[]
  /** By at. */
  readonly assignments: readonly AssignmentFact[]
  /** By at; each lasts until the next of these or of the assignments, at the latest until the close. */
  readonly inferred: readonly InferredFact[]
  readonly ratings: readonly RatingFact[]
  readonly surveys: readonly SurveyFact[]
  readonly flags: readonly FlagFact[]
  /** null: the customer wrote nothing. */
  readonly mood: MoodFact | null
  /** Milliseconds an agent counts as engaged after a message of their own. */
  readonly engagedFor: number
  readonly head: Head
}

/** What lists show of a conversation; kept in the conversations table. */
export interface Head {
  readonly state: 'open' | 'pending' | 'snoozed' | 'closed'
  readonly startedAt: number
  readonly lastAt: number
  /** k of the last message to or from the contact; -1: none. */
  readonly lastMessage: number
  /** Who has it as far as is known, or else is inferred; -1: nobody. */
  readonly agent: number
  readonly team: number
  readonly category: number
  readonly waitingSince: number | null
  /** Seconds, of the latest episode that has one. */
  readonly firstResponse: number | null
  readonly resolution: number | null
  readonly messages: number
}

export interface MessageFact {
  readonly k: number
  readonly at: number
  readonly direction: 'in' | 'out'
  /** Counts as received or sent: no reaction, edit, revoke or system line. */
  readonly counts: boolean
  readonly author: 'contact' | 'agent' | 'bot' | 'automation' | 'campaign' | 'app' | 'system' | 'unknown'
  readonly agent: number
  /** Assigned at that moment. */
  readonly assigned: number
  readonly team: number
  /** The source reports statuses for it. */
  readonly tracked: boolean
  readonly delivered: boolean
  readonly read: boolean
  readonly failed: boolean
  readonly errorCode: number
  /** null for inbound and for phone-app messages. */
  readonly inWindow: boolean | null
  /** What a campaign or template message is made of; null: it is neither. */
  readonly format: Format | null
  /** Word rows of the template's name and of the price category; -1: none. */
  readonly template: number
  readonly pricing: number
  readonly billable: boolean
}

export interface EpisodeFact {
  readonly index: number
  readonly startedAt: number
  readonly openedBy: Opener
  readonly openedByAgent: number
  readonly assignedAtStart: number
  readonly teamAtStart: number
  /** When the first-response clock starts; null: our own episode without an inbound message. */
  readonly clockAt: number | null
  readonly firstReplyAt: number | null
  readonly firstReplyAgent: number
  readonly firstReplyMessage: number
  /** In an episode that a message announced: its start. */
  readonly firstInboundAt: number | null
  /** A bot's last hand-off, of those before the first reply where there is one. */
  readonly handoffAt: number | null
  /** Why there is no first response; null when there is one. */
  readonly noFirstResponse: ExclusionReason | null
  readonly firstAssignedAt: number | null
  readonly firstAssignedAgent: number
  readonly closedAt: number | null
  readonly closedByType: string
  readonly closedByAgent: number
  readonly agentAtClose: number
  readonly teamAtClose: number
  /** Pending or snoozed, by from; the last may go on. */
  readonly rests: readonly Span[]
  readonly botTookPart: boolean
  /** Handed to a person, or given to one while the bot had it. */
  readonly askedForPerson: boolean
  readonly personTookPart: boolean
  /** In the lower half of a rating's scale. */
  readonly ratedBadly: boolean
  /** The first wait for a person that nobody ended: at the close, or after 24 h without a message of the contact. May lie ahead. */
  readonly neglect: { readonly from: number; readonly at: number } | null
}

export interface Span {
  readonly from: number
  /** null: it goes on. */
  readonly to: number | null
}

/** The customer waits for a person, not for the bot that has the conversation: what the live views and flags go by. */
export interface PersonWait extends Span {
  readonly episode: number
}

/** A wait of the customer for a reply. The first wait of an episode ends with its first response. */
export interface WaitFact {
  readonly episode: number
  readonly first: boolean
  readonly from: number
  /** The last inbound message of the wait. */
  readonly last: number
  readonly to: number | null
  readonly endedBy: 'reply' | 'close' | null
  readonly agent: number
  readonly message: number
  readonly assigned: number
  readonly team: number
}

/** A change of hand that was stated or noticed. */
export interface AssignmentFact {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly team: number
  readonly source: 'stated' | 'diffed' | 'unknown'
  /** As early as this: `at`, but for what was noticed between two looks. */
  readonly earliest: number
}

/** Who is taken to have the conversation from a moment on, because nobody is known to and they wrote to the contact. */
export interface InferredFact {
  readonly at: number
  /** -1: nobody any more. */
  readonly to: number
  readonly team: number
}

export interface RatingFact {
  readonly at: number
  readonly score: number
  readonly min: number
  readonly max: number
  readonly agent: number
  readonly team: number
}

export interface SurveyFact {
  readonly at: number
  readonly agent: number
  readonly team: number
}

/**
 * What the conversation's customer felt: what the last message that was not neutral says, from the first one on that said
 * so without a change in between. Neutral where all that could be scored is.
 */
export interface MoodFact {
  /** Of the message that decides; the last inbound one where none could be scored. */
  readonly at: number
  readonly message: number
  /** null: not scored. */
  readonly sentiment: Sentiment | null
  /** Word row; -1: not known. */
  readonly language: number
  readonly agent: number
  readonly team: number
  /** The first reply of a person, or close, after it. */
  readonly settledAt: number | null
}

/** Raised at a moment that may still lie ahead: an open conversation's "unresolved" flag is known before it is due. */
export interface FlagFact extends FlagFinding {
  readonly agent: number
  readonly team: number
}

/** What flag rules need to know of the workspace beyond the conversation. */
export interface Surroundings {
  /** IANA name: what "tomorrow" means. */
  readonly zone: string
  /** The hours in which a team answers on a channel, by rows; null: nobody stated any. */
  readonly hoursOf: (channel: number, team: number) => Calendar | null
  /** Rows of the teams a rule names. */
  readonly teamRows: (names: readonly string[]) => ReadonlySet<number>
  /** Whether any contact's consent is on record: where none is, its absence says nothing. */
  readonly knowsConsent: boolean
}

export interface FactSettings extends Pick<Settings, 'flagRules' | 'targets' | 'rules'> {
  readonly surroundings: Surroundings
}
/** `deriveFacts` in derive.ts has this type. Pure: no clock, no database. */
export type DeriveFacts = (timeline: Timeline, settings: FactSettings) => ConversationFacts
