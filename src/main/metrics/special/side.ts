/** What the special metrics read beside the streams: a port, so that they know no database. Row ids are the store's. */

/** An agent's state from one moment to the next; the last one known lasts to the end of what was asked for. */
export interface PresenceInterval {
  readonly agent: number
  readonly from: number
  readonly to: number
  readonly state: 'online' | 'busy' | 'away' | 'offline' | 'unknown'
}

export interface ShiftInterval {
  readonly agent: number
  readonly from: number
  readonly to: number
}

/** A contact that came or went. */
export interface ContactChange {
  readonly contact: number
  readonly at: number
  /** How it was once added; null: nobody says. */
  readonly addedBy: string | null
}

export interface ContactProfile {
  readonly addedBy: string | null
  readonly optedInAt: number | null
  readonly optedOutAt: number | null
}

export interface ConversionEntry {
  readonly contact: number
  /** -1: it names none. */
  readonly conversation: number
  readonly at: number
  readonly goal: string | null
  readonly value: number | null
  readonly currency: string | null
}

/** A review of a chat that was drawn at random, at the time the chat was last active. */
export interface ReviewEntry {
  /** -1: it is gone. */
  readonly conversation: number
  /** Whom it is about; -1: no agent, or one who is gone. */
  readonly agent: number
  readonly at: number
  /** 0…100. */
  readonly score: number
  /** How many chats it stands for, where one drawn plainly stands for 1. */
  readonly weight: number
}

/** Periods are from (inclusive) to (exclusive), in epoch milliseconds. */
export interface Side {
  /** Every interval that overlaps the period. */
  presence(from: number, to: number): readonly PresenceInterval[]
  shifts(from: number, to: number): readonly ShiftInterval[]
  contactsAdded(from: number, to: number): readonly ContactChange[]
  contactsRemoved(from: number, to: number): readonly ContactChange[]
  /** Of those of the contacts that are known. */
  profiles(contacts: readonly number[]): ReadonlyMap<number, ContactProfile>
  conversions(from: number, to: number): readonly ConversionEntry[]
  reviews(from: number, to: number): readonly ReviewEntry[]
  /** The conversations somebody reviewed, whenever. */
  reviewed(): ReadonlySet<number>
}

/** Of a workspace that recorded none of it. */
export const noSide: Side = {
  presence: () => [],
  shifts: () => [],
  contactsAdded: () => [],
  contactsRemoved: () => [],
  profiles: () => new Map(),
  conversions: () => [],
  reviews: () => [],
  reviewed: () => new Set(),
}
