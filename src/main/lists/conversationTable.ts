/**
 * What lists filter and sort by, as one row a conversation in typed arrays: a filter is a pass over one of them. The row's
 * number is the conversation's; codes are rows of the store, -1 stands for none, NaN for a number there is not.
 */
import { authors, openers } from '../../shared/records.ts'
import type { ConversationFacts, RatingFact } from '../metrics/facts.ts'
import { Crews } from './crews.ts'

export const markBits = { failed: 1, rated: 2, ratedLow: 4, unrated: 8 } as const
/** In the order a list sorted by it shows them. */
export const stateOrder = ['open', 'pending', 'snoozed', 'closed'] as const
export const sentimentOrder = ['negative', 'neutral', 'positive', 'unscored'] as const

const smallestSize = 1024

/** Where a conversation is not held, `startedAt` is NaN, and whatever is compared with it is false. */
export class ConversationTable {
  /** Ids below it have a row. */
  size = 0
  readonly crews = new Crews()

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

  /** One bit each: several values are looked for as fast as one. */
  state = new Uint8Array(0)
  sentiment = new Uint8Array(0)
  authors = new Uint8Array(0)
  openers = new Uint8Array(0)
  marks = new Uint8Array(0)

  put(facts: ConversationFacts): void {
    const { conversation: id, head, mood } = facts
    if (id >= this.size) this.#grow(id + 1)
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
    this.state[id] = stateBit(head.state)
    this.sentiment[id] = sentimentBit(mood?.sentiment ?? 'unscored')
    this.authors[id] = authorBits(facts)
    this.openers[id] = openerBits(facts)
    this.marks[id] = ratingMarks(facts.ratings) | (facts.messages.some(hasFailed) ? markBits.failed : 0)
  }

  remove(id: number): void {
    if (id < this.size) this.startedAt[id] = NaN
  }

  holds(id: number): boolean {
    return id < this.size && !Number.isNaN(this.startedAt[id])
  }

  memoryBytes(): number {
    const columns = Object.values(this).filter(ArrayBuffer.isView)
    return columns.reduce((sum, column) => sum + column.byteLength, this.crews.bytes)
  }

  #grow(size: number): void {
    const grown = Math.max(smallestSize, size, Math.ceil(this.size * 1.25))
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
    this.state = grownBits(this.state, grown)
    this.sentiment = grownBits(this.sentiment, grown)
    this.authors = grownBits(this.authors, grown)
    this.openers = grownBits(this.openers, grown)
    this.marks = grownBits(this.marks, grown)
    this.size = grown
  }
}

export function stateBit(state: (typeof stateOrder)[number]): number {
  return 1 << stateOrder.indexOf(state)
}

export function sentimentBit(sentiment: (typeof sentimentOrder)[number]): number {
  return 1 << sentimentOrder.indexOf(sentiment)
}

export function grownFloats(column: Float64Array<ArrayBuffer>, size: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(size).fill(NaN, column.length)
  grown.set(column)
  return grown
}

function grownCodes(column: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(size)
  grown.set(column)
  return grown
}

function grownBits(column: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(size)
  grown.set(column)
  return grown
}

function crewOf({ head, assignments }: ConversationFacts): readonly number[] {
  const crew = new Set<number>()
  if (head.agent >= 0) crew.add(head.agent)
  for (const { to } of assignments) if (to >= 0) crew.add(to)
  return [...crew].sort((a, b) => a - b)
}

function authorBits({ messages }: ConversationFacts): number {
  let bits = 0
  for (const { author, counts } of messages) if (counts) bits |= 1 << authors.indexOf(author)
  return bits
}

function openerBits({ episodes }: ConversationFacts): number {
  let bits = 0
  for (const { openedBy } of episodes) bits |= 1 << openers.indexOf(openedBy)
  return bits
}

function ratingMarks(ratings: readonly RatingFact[]): number {
  if (ratings.length === 0) return markBits.unrated
  const isLow = ratings.some(({ score, min, max }) => score < (min + max) / 2)
  return markBits.rated | (isLow ? markBits.ratedLow : 0)
}

function hasFailed(message: ConversationFacts['messages'][number]): boolean {
  return message.counts && message.failed
}
