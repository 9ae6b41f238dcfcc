/**
 * The facts of one conversation as bytes, for one row of the cache. Exact, compact and
 * versioned: the cache is rebuilt where the version is another. Times and message numbers are differences to one near
 * them, ids are shifted by one so that -1 is a zero byte.
 */
import { ByteReader, ByteWriter } from './bytes.ts'
import type { AssignmentFact, ConversationFacts, Head, InferredFact, MoodFact, RatingFact } from './facts.ts'
import {
  packEpisode,
  packPersonWaits,
  packWaits,
  skipEpisode,
  skipPersonWaits,
  skipWaits,
  unpackEpisode,
  unpackPersonWaits,
  unpackWaits,
} from './packEpisodes.ts'
import { packFlags, endOfFlags, unpackFlags } from './packFlags.ts'
import { packMessages, skipMessages, unpackMessages } from './packMessages.ts'
import {
  packK,
  packOptional,
  packRow,
  packTime,
  packWord,
  unpackK,
  unpackMany,
  unpackOptional,
  unpackRow,
  unpackTime,
  unpackWord,
} from './packWords.ts'

/** Raise it with every change of what is written below. */
export const packVersion = 4

const states = ['open', 'pending', 'snoozed', 'closed'] as const
const changeSources = ['stated', 'diffed', 'unknown'] as const
const sentiments = [null, 'negative', 'neutral', 'positive'] as const

/** About where the store begins to number the messages of a conversation: only how few bytes they take depends on it. */
function baseOf(conversation: number): number {
  return conversation * 2 ** 20
}

/** The facts as bytes. One writer serves the thread, so packing allocates only the result. */
export function packFacts(facts: ConversationFacts): Uint8Array {
  const w = writer
  const start = facts.head.startedAt
  const base = baseOf(facts.conversation)
  w.unsigned(packVersion)
  w.unsigned(facts.conversation)
  packRow(w, facts.contact)
  packRow(w, facts.channel)
  packRow(w, facts.category)
  packHead(w, facts.head, base)
  packMessages(w, facts.messages, start, base)
  w.unsigned(facts.episodes.length)
  for (const episode of facts.episodes) packEpisode(w, episode, start, base)
  packWaits(w, facts.waits, start, base)
  packPersonWaits(w, facts.personWaits, facts.waits, start)
  w.unsigned(facts.assignments.length)
  for (const assignment of facts.assignments) packAssignment(w, assignment, start)
  w.unsigned(facts.inferred.length)
  for (const inferred of facts.inferred) packInferred(w, inferred, start)
  w.unsigned(facts.ratings.length)
  for (const rating of facts.ratings) packRating(w, rating, start)
  w.unsigned(facts.surveys.length)
  for (const { at, agent, team } of facts.surveys) {
    w.signed(at - start)
    packRow(w, agent)
    packRow(w, team)
  }
  packFlags(w, facts.flags, start)
  packOptional(w, facts.mood, (mood) => packMood(w, mood, start, base))
  w.unsigned(facts.engagedFor)
  return w.take()
}

const writer = new ByteWriter()

/** The facts of `packFacts`, exactly. @throws RangeError for bytes of another version, or bytes cut short. */
export function unpackFacts(bytes: Uint8Array): ConversationFacts {
  const r = readerOf(bytes)
  const conversation = r.unsigned()
  const base = baseOf(conversation)
  const contact = unpackRow(r)
  const channel = unpackRow(r)
  const category = unpackRow(r)
  const head = unpackHead(r, base)
  const start = head.startedAt
  const messages = unpackMessages(r, start, base)
  const episodes = unpackMany(r, () => unpackEpisode(r, start, base))
  const waits = unpackWaits(r, start, base)
  return {
    conversation,
    contact,
    channel,
    category,
    head,
    messages,
    episodes,
    waits,
    personWaits: unpackPersonWaits(r, waits, start),
    assignments: unpackMany(r, () => unpackAssignment(r, start)),
    inferred: unpackMany(r, () => unpackInferred(r, start)),
    ratings: unpackMany(r, () => unpackRating(r, start)),
    surveys: unpackMany(r, () => unpackSurvey(r, start)),
    flags: unpackFlags(r, start),
    mood: unpackOptional(r, () => unpackMood(r, start, base)),
    engagedFor: r.unsigned(),
  }
}

/** Who had a conversation, and who waited in it. */
export type Holding = Pick<ConversationFacts, 'episodes' | 'personWaits' | 'assignments' | 'inferred'>

/** The same of `unpackFacts`: its messages, which are most of it, are passed over. @throws RangeError as `unpackFacts` does. */
export function unpackHolding(bytes: Uint8Array): Holding {
  const { r, base, start } = behindMessages(bytes)
  const episodes = unpackMany(r, () => unpackEpisode(r, start, base))
  const waits = unpackWaits(r, start, base)
  return {
    episodes,
    personWaits: unpackPersonWaits(r, waits, start),
    assignments: unpackMany(r, () => unpackAssignment(r, start)),
    inferred: unpackMany(r, () => unpackInferred(r, start)),
  }
}

/** What rows of a list show of facts, besides the head. */
export interface FactsGlance {
  readonly mood: MoodFact | null
  /** When the cause of the last flag ends: infinity where one holds, minus infinity where there is no flag. */
  readonly flagsEnd: number
}

/** Some of `packFacts`: the rest is passed over, which takes a fifth of the time. @throws RangeError as `unpackFacts` does. */
export function unpackGlance(bytes: Uint8Array): FactsGlance {
  const { r, base, start } = behindMessages(bytes)
  for (let left = r.unsigned(); left > 0; left -= 1) skipEpisode(r)
  skipWaits(r)
  skipPersonWaits(r)
  unpackMany(r, () => unpackAssignment(r, start))
  unpackMany(r, () => unpackInferred(r, start))
  unpackMany(r, () => unpackRating(r, start))
  unpackMany(r, () => unpackSurvey(r, start))
  const flagsEnd = endOfFlags(r, start)
  return { mood: unpackOptional(r, () => unpackMood(r, start, base)), flagsEnd }
}

/** Behind the messages, which are most of it and are passed over. */
function behindMessages(bytes: Uint8Array): {
  readonly r: ByteReader
  readonly base: ReturnType<typeof baseOf>
  readonly start: number
} {
  const r = readerOf(bytes)
  const base = baseOf(r.unsigned())
  r.skip(3)
  const start = unpackHead(r, base).startedAt
  skipMessages(r)
  return { r, base, start }
}

/** Behind the version. */
function readerOf(bytes: Uint8Array): ByteReader {
  const r = new ByteReader(bytes)
  const version = r.unsigned()
  if (version !== packVersion)
    throw new RangeError(
      `The packed facts have version ${version}, this program reads ${packVersion}: derive them again.`,
    )
  return r
}

function packHead(w: ByteWriter, head: Head, base: number): void {
  w.signed(head.startedAt)
  packWord(w, states, head.state)
  w.signed(head.lastAt - head.startedAt)
  packK(w, head.lastMessage, base)
  packRow(w, head.agent)
  packRow(w, head.team)
  packRow(w, head.category)
  packTime(w, head.waitingSince, head.startedAt)
  packOptional(w, head.firstResponse, (value) => w.decimal(value))
  packOptional(w, head.resolution, (value) => w.decimal(value))
  w.unsigned(head.messages)
}

function unpackHead(r: ByteReader, base: number): Head {
  const startedAt = r.signed()
  return {
    startedAt,
    state: unpackWord(r, states),
    lastAt: startedAt + r.signed(),
    lastMessage: unpackK(r, base),
    agent: unpackRow(r),
    team: unpackRow(r),
    category: unpackRow(r),
    waitingSince: unpackTime(r, startedAt),
    firstResponse: unpackOptional(r, () => r.decimal()),
    resolution: unpackOptional(r, () => r.decimal()),
    messages: r.unsigned(),
  }
}

/** Only what was noticed may have begun before its time. */
function packAssignment(w: ByteWriter, assignment: AssignmentFact, start: number): void {
  const { at, source } = assignment
  w.signed(at - start)
  packWord(w, changeSources, source)
  if (source === 'diffed') w.unsigned(at - assignment.earliest)
  packRow(w, assignment.from)
  packRow(w, assignment.to)
  packRow(w, assignment.team)
}

function unpackAssignment(r: ByteReader, start: number): AssignmentFact {
  const at = start + r.signed()
  const source = unpackWord(r, changeSources)
  const earliest = source === 'diffed' ? at - r.unsigned() : at
  return { at, from: unpackRow(r), to: unpackRow(r), team: unpackRow(r), source, earliest }
}

function packInferred(w: ByteWriter, { at, to, team }: InferredFact, start: number): void {
  w.signed(at - start)
  packRow(w, to)
  packRow(w, team)
}

function unpackInferred(r: ByteReader, start: number): InferredFact {
  return { at: start + r.signed(), to: unpackRow(r), team: unpackRow(r) }
}

function packRating(w: ByteWriter, { at, score, min, max, agent, team }: RatingFact, start: number): void {
  w.signed(at - start)
  w.decimal(score)
  w.decimal(min)
  w.decimal(max)
  packRow(w, agent)
  packRow(w, team)
}

function unpackRating(r: ByteReader, start: number): RatingFact {
  return {
    at: start + r.signed(),
    score: r.decimal(),
    min: r.decimal(),
    max: r.decimal(),
    agent: unpackRow(r),
    team: unpackRow(r),
  }
}

function unpackSurvey(r: ByteReader, start: number): ConversationFacts['surveys'][number] {
  return { at: start + r.signed(), agent: unpackRow(r), team: unpackRow(r) }
}

function packMood(w: ByteWriter, mood: MoodFact, start: number, base: number): void {
  w.signed(mood.at - start)
  packK(w, mood.message, base)
  packWord(w, sentiments, mood.sentiment)
  packRow(w, mood.language)
  packRow(w, mood.agent)
  packRow(w, mood.team)
  packTime(w, mood.settledAt, mood.at)
}

function unpackMood(r: ByteReader, start: number, base: number): MoodFact {
  const at = start + r.signed()
  return {
    at,
    message: unpackK(r, base),
    sentiment: unpackWord(r, sentiments),
    language: unpackRow(r),
    agent: unpackRow(r),
    team: unpackRow(r),
    settledAt: unpackTime(r, at),
  }
}
