/** What a row of a stream is, as bits: a metric says which must be set and which must not. */
import type { ExclusionReason } from '../../shared/contract.ts'
import { exclusionReasons } from '../../shared/contract.ts'
import { authors } from '../../shared/records.ts'

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
  return bits >> authorShift
}

/** The first bit of an episode's start: the conversation's own. */
export const firstEpisode = 1

export const assignmentBits = { toAgent: 1, transfer: 2 } as const
/** A rating in the top two of its scale. */
export const topRating = 1

/** In all streams but the messages: why the row counts for nothing. */
const reasonShift = 4
export const anyReason = 15 << reasonShift

export function reasonBits(reason: ExclusionReason): number {
  return (exclusionReasons.indexOf(reason) + 1) << reasonShift
}

/** The reason a row carries; null: it counts. */
export function reasonOf(bits: number): ExclusionReason | null {
  return exclusionReasons[((bits & anyReason) >> reasonShift) - 1] ?? null
}

/** What `Stream.kindErrors` holds for a message that failed with a code, or without one (-1). 0 is for all other rows. */
export function errorOf(code: number): number {
  return code + 2
}

/** The error code of a row; null: it did not fail, or nobody said why. */
export function errorCodeOf(error: number): number | null {
  return error === 0 || error === errorOf(-1) ? null : error - 2
}
