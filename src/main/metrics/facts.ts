/**
 * The facts of one conversation: everything the metrics count, derived from its timeline and the settings by one
 * function, never edited. Agents, teams, channels, contacts and categories are the store's row ids; -1 stands for none.
 */
import type { ExclusionReason, FlagRuleId, Opener, Settings } from '../../shared/contract.ts'
import type { Timeline } from './timeline.ts'

export interface ConversationFacts {
  readonly conversation: number
  readonly contact: number
  readonly channel: number
  readonly category: number
  readonly messages: readonly MessageFact[]
  readonly episodes: readonly EpisodeFact[]
  readonly waits: readonly WaitFact[]
  readonly assignments: readonly AssignmentFact[]
  readonly ratings: readonly RatingFact[]
  readonly surveys: readonly SurveyFact[]
  readonly flags: readonly FlagFact[]
  readonly head: Head
}

/** What lists show of a conversation; kept in the conversations table. */
export interface Head {
  readonly state: 'open' | 'pending' | 'snoozed' | 'closed'
  readonly startedAt: number
  readonly lastAt: number
  /** k of the last message to or from the contact; -1: none. */
  readonly lastMessage: number
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
  /** Why there is no first response; null when there is one. */
  readonly noFirstResponse: ExclusionReason | null
  readonly firstAssignedAt: number | null
  readonly firstAssignedAgent: number
  readonly closedAt: number | null
  readonly closedByType: string
  readonly closedByAgent: number
  readonly agentAtClose: number
  readonly teamAtClose: number
}

/** A wait of the customer for a person. The first wait of an episode ends with its first response. */
export interface WaitFact {
  readonly episode: number
  readonly first: boolean
  readonly from: number
  readonly to: number | null
  readonly endedBy: 'reply' | 'close' | null
  readonly agent: number
  readonly message: number
  readonly assigned: number
  readonly team: number
}

export interface AssignmentFact {
  readonly at: number
  readonly from: number
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

/** Raised at a moment that may still lie ahead: an open conversation's "unresolved" flag is known before it is due. */
export interface FlagFact {
  readonly id: string
  readonly rule: FlagRuleId
  readonly severity: 'danger' | 'warning'
  readonly agent: number
  readonly team: number
  readonly raisedAt: number
  readonly endedAt: number | null
  readonly seconds: number | null
  readonly target: number | null
  readonly code: number | null
  readonly text: string | null
  readonly message: string | null
}

export type FactSettings = Pick<Settings, 'flagRules' | 'targets'>
/** `deriveFacts` in derive.ts has this type. Pure: no clock, no database. */
export type DeriveFacts = (timeline: Timeline, settings: FactSettings) => ConversationFacts
