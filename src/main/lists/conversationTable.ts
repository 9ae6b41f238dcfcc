/**
 * What lists filter and sort by, as one row a conversation in typed arrays: a filter is a pass over one of them. The row's
 * number is the conversation's; codes are rows of the store, -1 stands for none, NaN for a number there is not.
 */
import { authors, openers } from '../../shared/records.ts'
import type { ConversationFacts, RatingFact } from '../metrics/facts.ts'
import { Crews } from './crews.ts'
import { wholeWords } from './selection.ts'

/** In the order a list sorted by it shows them. */
export const stateOrder = ['open', 'pending', 'snoozed', 'closed'] as const
export const sentimentOrder = ['negative', 'neutral', 'positive', 'unscored'] as const

/** Where in the word of a conversation the bits of each set begin; a bit for each value it has. */
export const wordShift = { state: 0, sentiment: 4, author: 8, opener: 16 } as const
/** Single bits of the word, behind the sets. */
export const wordBit = {
  failed: 1 << 23,
  rated: 1 << 24,
  ratedLow: 1 << 25,
  unrated: 1 << 26,
  waiting: 1 << 27,
  unassigned: 1 << 28,
} as const

const smallestSize = 1024

export class ConversationTable {
  /** Ids below it have a row. */
  size = 0
  readonly crews = new Crews()
  /** No conversation begins before, or goes on after. */
  earliest = Infinity
  latest = -Infinity

  startedAt = new Float64Array(0)
  lastAt = new Float64Array(0)
  waitingSince = new Float64Array(0)
  /** Seconds. */
  firstResponse = new Float64Array(0)
  resolution = new Float64Array(0)

  contact = new Int32Array(0)
  channel = new Int32Array(0)
  agent = new Int32Array(0)
  team = new Int32Array(0)
  category = new Int32Array(0)
  /** Row of words. */
  language = new Int32Array(0)
  /** Who ever had it, as a number of `crews`. */
  crew = new Int32Array(0)
  messages = new Int32Array(0)

  /** What is one of few, as bits: several values are looked for as fast as one. 0: not held. */
  word = new Int32Array(0)

  /** Makes room for ids below `least`. */
  reserve(least: number): void {
    if (least <= this.size) return
    const grown = wholeWords(least)
    this.startedAt = grownFloats(this.startedAt, grown)
    this.lastAt = grownFloats(this.lastAt, grown)
    this.waitingSince = grownFloats(this.waitingSince, grown)
    this.firstResponse = grownFloats(this.firstResponse, grown)
    this.resolution = grownFloats(this.resolution, grown)
    this.contact = grownCodes(this.contact, grown)
    this.channel = grownCodes(this.channel, grown)
    this.agent = grownCodes(this.agent, grown)
    this.team = grownCodes(this.team, grown)
    this.category = grownCodes(this.category, grown)
    this.language = grownCodes(this.language, grown)
    this.crew = grownCodes(this.crew, grown)
    this.messages = grownCodes(this.messages, grown)
    this.word = grownCodes(this.word, grown)
    this.size = grown
  }

  put(facts: ConversationFacts): void {
    const { conversation: id, head, mood } = facts
    if (id >= this.size) this.reserve(Math.max(smallestSize, id + 1, Math.ceil(this.size * 1.25)))
    this.startedAt[id] = head.startedAt
    this.lastAt[id] = head.lastAt
    this.waitingSince[id] = head.waitingSince ?? NaN
    this.firstResponse[id] = head.firstResponse ?? NaN
    this.resolution[id] = head.resolution ?? NaN
    this.contact[id] = facts.contact
    this.channel[id] = facts.channel
    this.agent[id] = head.agent
    this.team[id] = head.team
    this.category[id] = head.category
    this.language[id] = mood?.language ?? -1
    this.crew[id] = this.crews.numberOf(crewOf(facts))
    this.messages[id] = head.messages
    this.word[id] = wordOf(facts)
    this.earliest = Math.min(this.earliest, head.startedAt)
    this.latest = Math.max(this.latest, head.lastAt)
  }

  remove(id: number): void {
    if (id < this.size) this.word[id] = 0
  }

  isHeld(id: number): boolean {
    return (this.word[id] ?? 0) !== 0
  }

  /** Conversations with one of these contacts. */
  idsOf(contacts: readonly number[]): readonly number[] {
    const isWanted = new Uint8Array(Math.max(-1, ...contacts) + 1)
    for (const contact of contacts) isWanted[contact] = 1
    const ids: number[] = []
    for (let id = 0; id < this.size; id += 1) if (isWanted[this.contact[id] ?? -1] === 1) ids.push(id)
    return ids
  }

  /** Of all conversations held, ascending. */
  ids(): Uint32Array<ArrayBuffer> {
    const ids = new Uint32Array(this.size)
    let count = 0
    for (let id = 0; id < this.size; id += 1) {
      ids[count] = id
      count += Number(this.word[id] !== 0)
    }
    return ids.slice(0, count)
  }

  memoryBytes(): number {
    const columns = Object.values(this).filter(ArrayBuffer.isView)
    return columns.reduce((sum, column) => sum + column.byteLength, this.crews.bytes)
  }
}

function grownFloats(column: Float64Array<ArrayBuffer>, size: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(size).fill(NaN, column.length)
  grown.set(column)
  return grown
}

function grownCodes(column: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(size)
  grown.set(column)
  return grown
}

function crewOf({ head, assignments }: ConversationFacts): readonly number[] {
  const crew = new Set<number>()
  if (head.agent >= 0) crew.add(head.agent)
  for (const { to } of assignments) if (to >= 0) crew.add(to)
  return [...crew].sort((a, b) => a - b)
}

function wordOf(facts: ConversationFacts): number {
  const { head, messages, mood } = facts
  let word = bitAt(wordShift.state, stateOrder.indexOf(head.state))
  word |= bitAt(wordShift.sentiment, sentimentOrder.indexOf(mood?.sentiment ?? 'unscored'))
  for (const message of messages)
    if (message.counts) {
      word |= bitAt(wordShift.author, authors.indexOf(message.author))
      if (message.failed) word |= wordBit.failed
    }
  for (const { openedBy } of facts.episodes) word |= bitAt(wordShift.opener, openers.indexOf(openedBy))
  if (head.waitingSince !== null) word |= wordBit.waiting
  if (head.agent < 0) word |= wordBit.unassigned
  return word | ratingBits(facts.ratings)
}

function bitAt(shift: number, index: number): number {
  return 1 << (shift + index)
}

function ratingBits(ratings: readonly RatingFact[]): number {
  if (ratings.length === 0) return wordBit.unrated
  const isLow = ratings.some(({ score, min, max }) => score < (min + max) / 2)
  return wordBit.rated | (isLow ? wordBit.ratedLow : 0)
}
