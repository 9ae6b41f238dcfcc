/**
 * Which conversations pass the filters: a bit each, 32 in a word, the lowest first. Every filter takes away those it does
 * not let through, in one pass over one column that skips words with nothing left.
 */
import type { ConversationTable } from './conversationTable.ts'

export type Bits = Uint32Array<ArrayBuffer>

const perWord = 32
const halfWord = 16

/** Columns end where a word ends, so no pass has to ask whether it is beyond one. */
export function wholeWords(size: number): number {
  return Math.ceil(size / perWord) * perWord
}

/** Conversations held with at least one bit of each mask in their word; a mask lies in one half of it. */
export function held({ word, size }: ConversationTable, masks: readonly number[]): Bits {
  const bits = new Uint32Array(size / perWord)
  if (masks.includes(0)) return bits
  const [low, high] = [passing(masks, 0), passing(masks, halfWord)]
  // A conversation that is held has a state, and states are in the lower half.
  low[0] = 0
  for (let at = 0; at < bits.length; at += 1) {
    let kept = 0
    for (let bit = 0, id = at * perWord; bit < perWord; bit += 1, id += 1) {
      const ofOne = word[id] ?? 0
      kept |= ((low[ofOne & 0xffff] ?? 0) & (high[ofOne >>> halfWord] ?? 0)) << bit
    }
    bits[at] = kept
  }
  return bits
}

/** 1 for each value of one half of a word that the masks let through: however many there are, it is one look. */
function passing(masks: readonly number[], shift: number): Uint8Array {
  const ofHalf = masks.map((mask) => (mask >>> shift) & 0xffff).filter((mask) => mask !== 0)
  const passes = new Uint8Array(1 << halfWord).fill(1)
  for (const mask of ofHalf)
    for (let value = 0; value < passes.length; value += 1) if ((value & mask) === 0) passes[value] = 0
  return passes
}

/** Those whose first and last moment leave it possible that something happened from `from` until before `to`. */
export function keepWithin(
  bits: Bits,
  { startedAt, lastAt }: ConversationTable,
  from: number,
  to: number,
): void {
  for (let at = 0; at < bits.length; at += 1) {
    const before = bits[at] ?? 0
    if (before === 0) continue
    let kept = 0
    for (let bit = 0, id = at * perWord; bit < perWord; bit += 1, id += 1)
      kept |= (Number((lastAt[id] ?? NaN) >= from) & Number((startedAt[id] ?? NaN) < to)) << bit
    bits[at] = before & kept
  }
}

/** `allowed`: 1 at the place of each code that is let through, codes counted from -1. */
export function keepCodes(bits: Bits, column: Int32Array, allowed: Uint8Array): void {
  for (let at = 0; at < bits.length; at += 1) {
    const before = bits[at] ?? 0
    if (before === 0) continue
    let kept = 0
    for (let bit = 0, id = at * perWord; bit < perWord; bit += 1, id += 1)
      kept |= (allowed[(column[id] ?? -1) + 1] ?? 0) << bit
    bits[at] = before & kept
  }
}

/** Those with one of the wanted bits set; `has` false: those with none of them. */
export function keepBits(
  bits: Bits,
  column: Uint8Array | Uint32Array | Int32Array,
  wanted: number,
  has = true,
): void {
  for (let at = 0; at < bits.length; at += 1) {
    const before = bits[at] ?? 0
    if (before === 0) continue
    let found = 0
    for (let bit = 0, id = at * perWord; bit < perWord; bit += 1, id += 1)
      found |= Number(((column[id] ?? 0) & wanted) !== 0) << bit
    bits[at] = before & (has ? found : ~found)
  }
}

export function keepAtLeast(bits: Bits, column: Int32Array, least: number): void {
  for (let at = 0; at < bits.length; at += 1) {
    const before = bits[at] ?? 0
    if (before === 0) continue
    let kept = 0
    for (let bit = 0, id = at * perWord; bit < perWord; bit += 1, id += 1)
      kept |= Number((column[id] ?? 0) >= least) << bit
    bits[at] = before & kept
  }
}

/** For what is too dear to ask of one that is out already. */
export function keepWhere(bits: Bits, passes: (id: number) => boolean): void {
  for (let at = 0; at < bits.length; at += 1)
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1) {
      const lowest = 31 - Math.clz32(left & -left)
      if (!passes(at * perWord + lowest)) bits[at] = (bits[at] ?? 0) & ~(1 << lowest)
    }
}

export function has(bits: Bits, id: number): boolean {
  return (((bits[id >>> 5] ?? 0) >>> (id & 31)) & 1) === 1
}

export function put(bits: Bits, id: number): void {
  bits[id >>> 5] = (bits[id >>> 5] ?? 0) | (1 << (id & 31))
}

/** How many there are. */
export function countOf(bits: Bits): number {
  let count = 0
  for (const word of bits) {
    const pairs = word - ((word >>> 1) & 0x5555_5555)
    const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
    count += Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
  }
  return count
}
