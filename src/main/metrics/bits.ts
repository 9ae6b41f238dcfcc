/**
 * What a row of a stream is, as bits: a metric says which must be set and which must not. Its `word` names what cannot be
 * counted on fingers: an error, a template, who closed. 0 is always "none".
 */
import type { ExclusionReason } from '../../shared/contract.ts'
import type { FlagRuleId } from '../../shared/flags.ts'
import { exclusionReasons } from '../../shared/contract.ts'
import { flagRuleIds } from '../../shared/flags.ts'
import { actors, authors } from '../../shared/records.ts'

// ── messages, and what is told of some of them: campaigns, billing, outreach ─────────────────────────────────────

export const messageBits = {
  inbound: 1,
  outbound: 2,
  tracked: 4,
  delivered: 8,
  read: 16,
  failed: 32,
  inWindow: 64,
  outsideWindow: 128,
  byAgent: 256,
} as const

const authorShift = 9

export function authorBits(author: (typeof authors)[number]): number {
  return authors.indexOf(author) << authorShift
}

/** Index in `authors`. */
export function authorOf(bits: number): number {
  return (bits >> authorShift) & 7
}

/** What a message is made of, as campaigns are told apart by; anything else is `other`. */
export const formats = [
  'other',
  'text',
  'image',
  'audio',
  'video',
  'document',
  'interactive',
  'template',
] as const
export type Format = (typeof formats)[number]

/** In `campaigns` only. */
const formatShift = 12

export function formatBits(format: Format): number {
  return formats.indexOf(format) << formatShift
}

/** Index in `formats`. */
export function formatOf(bits: number): number {
  return (bits >> formatShift) & 7
}

/** In `billing` only: the cloud charges for the message. */
export const billable = 1 << 12
/** In `outreach` only: the contact had written nothing in this conversation before. */
export const unprompted = 1 << 12

// ── all other streams ────────────────────────────────────────────────────────────────────────────────────────────

/** The first bit of an episode's start: the conversation's own. */
export const firstEpisode = 1
/** `first`: the first reply of the conversation. `closed`: the conversation is closed by now. */
export const replyBits = { first: 1, closed: 2 } as const
/** The conversation is closed by now. */
export const waitBits = { closed: 2 } as const
/** The conversation's latest close. */
export const lastClose = 1
/** What is only inferred has none of the first two, so no metric counts it. `unsaid`: under a source this program does not know. */
export const assignmentBits = { toAgent: 1, transfer: 2, noticed: 4, inferred: 8, unsaid: 16 } as const
/** `top`: in the top two of its scale. `zeroToTen`: on a scale from 0 to 10. */
export const ratingBits = { top: 1, zeroToTen: 2 } as const
/** `asked`: handed to a person, or given to one. `person`: one took part. `badly`: rated in the lower half of the scale. */
export const botBits = { asked: 1, person: 2, badly: 4 } as const
export const sentimentBits = { negative: 1, neutral: 2, positive: 4 } as const
/** The customer waits for a person; the agent who has the conversation is engaged in it. */
export const spanBits = { waiting: 1, engaged: 2 } as const

/** In streams that are no messages: why the row counts for nothing. */
const reasonShift = 4
export const anyReason = 31 << reasonShift

export function reasonBits(reason: ExclusionReason): number {
  return (exclusionReasons.indexOf(reason) + 1) << reasonShift
}

/** The reason a row carries; null: it counts. */
export function reasonOf(bits: number): ExclusionReason | null {
  return exclusionReasons[((bits & anyReason) >> reasonShift) - 1] ?? null
}

// ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The word of a message that failed with a code, or without one (-1). */
export function errorOf(code: number): number {
  return code + 2
}

/** The error code of a word; null: it did not fail, or nobody said why. */
export function errorCodeOf(word: number): number | null {
  return word === 0 || word === errorOf(-1) ? null : word - 2
}

/** The word of a row of the store's dictionary; -1 is none. Row ids begin at 1. */
export function storedWord(row: number): number {
  return row < 0 ? 0 : row
}

export function closerWord(closer: string): number {
  return actors.findIndex((actor) => actor === closer) + 1
}

/** Who closed; null: not closed. */
export function closerOf(word: number): (typeof actors)[number] | null {
  return actors[word - 1] ?? null
}

export function ruleWord(rule: FlagRuleId): number {
  return flagRuleIds.indexOf(rule) + 1
}

export function ruleOf(word: number): FlagRuleId | null {
  return flagRuleIds[word - 1] ?? null
}
