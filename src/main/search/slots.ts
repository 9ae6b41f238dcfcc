/**
 * Numbers of documents in the index, newest first: the newest hits are the first of every list of postings, and a span of
 * time is a span of numbers. A second has sixteen lanes with room for 1,024 each; what comes beyond that goes to the second
 * before. Which lane it is depends on the channel, so that numbers alone tell most channels apart.
 */

/** As many as there can be: numbers of the year 1 are then just below the largest whole number there is. */
const slotsPerSecond = 16_384
/** No record is from after the year 9999. */
const horizon = 2 ** 38
const lanes = 16

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

/** Numbers of a lane follow each other at this distance. */
export const laneStep = lanes

/** The lane of a channel's documents; 0: no channel, a lane of its own. */
export function laneOfChannel(channel: number): number {
  return channel === 0 ? 0 : 1 + ((channel - 1) % (lanes - 1))
}

export function laneOfSlot(slot: number): number {
  return slot % lanes
}

/** A number with a bit for each lane. */
export function laneBits(lane: number): number {
  return 1 << lane
}

/** In SQL: whether a slot is in one of the lanes that a parameter has the bits of. */
export function isInLanes(slot: string, bits: string): string {
  return `${bits} >> (${slot} & ${lanes - 1}) & 1`
}
