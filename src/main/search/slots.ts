/**
 * Numbers of documents in the index: monotonic in time, so that the newest hits are read first and a span of time is a
 * span of numbers. A second has room for 8,192; what comes beyond that goes to the next one.
 */

const slotsPerSecond = 8192
/** Records know no time before the year 1: numbers are never negative. */
const epochShift = 62_135_596_800

export function secondOf(at: number): number {
  return Math.floor(at / 1000)
}

/** The first number of a second. Any number, also an infinite one. */
export function firstSlot(second: number): number {
  const bounded = Math.min(Math.max(second, -epochShift), 2 ** 38)
  return (bounded + epochShift) * slotsPerSecond
}

export function secondOfSlot(slot: number): number {
  return Math.floor(slot / slotsPerSecond) - epochShift
}
