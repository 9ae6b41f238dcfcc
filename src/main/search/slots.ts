/**
 * Numbers of documents in the index, newest first: the newest hits are the first of every list of postings, and a span of
 * time is a span of numbers. A second has room for 8,192; what comes beyond that goes to the second before.
 */

const slotsPerSecond = 8192
/** The last second there is a number for: far beyond the last time a record can have. */
const horizon = 2 ** 38

export function secondOf(at: number): number {
  return Math.floor(at / 1000)
}

/** The first number of a second. Any number, also an infinite one. */
export function firstSlot(second: number): number {
  return (horizon - Math.min(Math.max(second, -horizon), horizon)) * slotsPerSecond
}

/** The first number behind those of a second. */
export function endSlot(second: number): number {
  return firstSlot(second - 1)
}

export function secondOfSlot(slot: number): number {
  return horizon - Math.floor(slot / slotsPerSecond)
}
