/** What a page changes, held until the end of its transaction. */
import type { Versioned } from './merge.ts'
import type { Readable } from './textReading.ts'

/** A conversation while a page is applied; written once, at the end. */
export interface ConversationDraft {
  readonly id: number
  readonly rid: string
  readonly derived: boolean
  stated: Versioned
  /** What its messages say of it, where its own record does not. */
  messageContact: string | null
  messageChannel: string | null
  contact: number
  channel: number
  removedAt: number | null
  /** k of the next message; null until one is written. */
  nextK: number | null
  isNew: boolean
  changed: boolean
}

/** A message while a page is applied: its columns, and where it belongs. Written once, at the end. */
export interface MessageDraft {
  /** 0 until it has one. */
  k: number
  conversation: number
  hash: number
  rid: string
  at: number
  flags: number
  agent: number | null
  authorId: string | null
  /** The thread of a loose message; null for one whose conversation is stated. */
  contact: number | null
  channel: number | null
  text: string | null
  caption: string | null
  template: string | null
  media: string | null
  replyTo: string | null
  sentAt: number | null
  deliveredAt: number | null
  readAt: number | null
  playedAt: number | null
  failedAt: number | null
  deletedAt: number | null
  errorCode: number | null
  errorTitle: string | null
  pricing: string | null
  extra: string | null
  /** Told from the columns above as the message is written; see messageWords.ts. */
  templateWord: number | null
  priceWord: number | null
  billable: number | null
  language: number | null
  sentiment: number | null
  signals: number | null
  promise: number | null
  textVersion: number
  /** The text they were told from. */
  readText: Readable | null
  changed: boolean
}

/** The messages of one contact on one channel that state no conversation. */
export interface ThreadState {
  readonly contact: number
  readonly channel: number
  /** Placed as a whole at the end of the page. */
  scattered: boolean
  /** The newest loose message, in a derived conversation that began at `firstAt`; null: none yet. */
  tail: { readonly at: number; readonly conversation: number; readonly firstAt: number } | null
}
