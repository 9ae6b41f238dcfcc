/** One conversation as the store holds it, in order: what `deriveFacts` reads. Numbers are the store's own row ids. */
import type {
  actors,
  assignmentSources,
  authors,
  contentTypes,
  conversationEvents,
  directions,
  openers,
} from '../../shared/records.ts'

export interface Timeline {
  readonly conversation: number
  /** Record id of the conversation; flags are named by it so that their ids survive a rebuild. */
  readonly rid: string
  readonly contact: number
  readonly channel: number
  readonly openedAt: number | null
  readonly openedBy: { readonly type: (typeof openers)[number]; readonly agent: number | null }
  /** By (at, k). */
  readonly messages: readonly TimelineMessage[]
  /** By at. */
  readonly events: readonly TimelineEvent[]
  readonly assignments: readonly TimelineAssignment[]
  readonly comments: readonly {
    readonly rid: string
    readonly at: number
    readonly agent: number | null
    readonly text: string
    readonly mentions: readonly number[]
  }[]
  readonly ratings: readonly {
    readonly at: number
    readonly score: number
    readonly min: number
    readonly max: number
  }[]
  readonly surveys: readonly { readonly at: number }[]
  /** Row of the category the topic rules give; -1: none. A stated category comes before it. */
  readonly topic: number
  /** Last inbound message or call of this contact on this channel before the conversation's first message, for the 24 h window; null: none. */
  readonly lastInboundBefore: number | null
  /** What is on record of the contact's consent to being written to; null: nothing. */
  readonly optedInAt: number | null
  readonly optedOutAt: number | null
}

export type Sentiment = 'negative' | 'neutral' | 'positive'

export interface TimelineMessage {
  readonly k: number
  readonly rid: string
  readonly at: number
  readonly direction: (typeof directions)[number]
  readonly author: (typeof authors)[number]
  readonly agent: number | null
  readonly type: (typeof contentTypes)[number]
  readonly templateCategory: string | null
  /** Word row of the template's name. */
  readonly template: number | null
  /** What the cloud says it costs: word row of category and country. */
  readonly pricing: { readonly category: number; readonly billable: boolean } | null
  /** Of inbound texts; null: not scored. */
  readonly sentiment: Sentiment | null
  /** Word row of the language it is written in; -1: not known. */
  readonly language: number
  /** What its text was read to say: bits of text/signals.ts. */
  readonly signals: number
  /** The time an agent's text promises something by, as text/promisedTimes.ts writes it; null: it promises nothing. */
  readonly promise: number | null
  /** A call of the customer: a system line that opens the 24 h window as a message does. */
  readonly isCall: boolean
  /** From a click-to-WhatsApp ad: opens a 72 h free entry point. */
  readonly freeEntry: boolean
  readonly sentAt: number | null
  readonly deliveredAt: number | null
  readonly readAt: number | null
  readonly playedAt: number | null
  readonly failedAt: number | null
  readonly errorCode: number | null
}

export interface TimelineEvent {
  readonly at: number
  readonly event: (typeof conversationEvents)[number]
  readonly byType: (typeof actors)[number]
  readonly byAgent: number | null
  readonly category: number | null
}

export interface TimelineAssignment {
  readonly at: number
  readonly from: number | null
  readonly to: number | null
  readonly team: number | null
  readonly byType: (typeof actors)[number]
  readonly byAgent: number | null
  readonly source: (typeof assignmentSources)[number]
  /** Of what was noticed between two looks: the last at which it was not so yet; null: not known. */
  readonly notBefore: number | null
  /** Of the record: orders what falls into one instant, whatever came first. */
  readonly hash: number
}
