/**
 * The facts of one conversation as bytes, for one row of the cache. Exact, compact and
 * versioned: the cache is rebuilt where the version is another. Times and message numbers are differences to one near
 * them, ids are shifted by one so that -1 is a zero byte.
 */
import { flagRuleIds } from '../../shared/contract.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { AssignmentFact, ConversationFacts, FlagFact, Head, MoodFact, RatingFact } from './facts.ts'
import {
  packEpisode,
  packPersonWaits,
  packWait,
  unpackEpisode,
  unpackPersonWaits,
  unpackWait,
} from './packEpisodes.ts'
import { packMessages, unpackMessages } from './packMessages.ts'
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
export const packVersion = 2

const states = ['open', 'pending', 'snoozed', 'closed'] as const
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
  w.unsigned(facts.waits.length)
  for (const wait of facts.waits) packWait(w, wait, start, base)
  packPersonWaits(w, facts.personWaits, facts.waits, start)
  w.unsigned(facts.assignments.length)
  for (const assignment of facts.assignments) packAssignment(w, assignment, start)
  w.unsigned(facts.ratings.length)
  for (const rating of facts.ratings) packRating(w, rating, start)
  w.unsigned(facts.surveys.length)
  for (const { at, agent, team } of facts.surveys) {
    w.signed(at - start)
    packRow(w, agent)
    packRow(w, team)
  }
  w.unsigned(facts.flags.length)
  for (const flag of facts.flags) packFlag(w, flag, start)
  packOptional(w, facts.mood, (mood) => packMood(w, mood, start, base))
  w.unsigned(facts.engagedFor)
  return w.take()
}

const writer = new ByteWriter()

/** The facts of `packFacts`, exactly. @throws RangeError for bytes of another version, or bytes cut short. */
export function unpackFacts(bytes: Uint8Array): ConversationFacts {
  const r = new ByteReader(bytes)
  const version = r.unsigned()
  if (version !== packVersion)
    throw new RangeError(
      `The packed facts have version ${version}, this program reads ${packVersion}: derive them again.`,
    )
  const conversation = r.unsigned()
  const base = baseOf(conversation)
  const contact = unpackRow(r)
  const channel = unpackRow(r)
  const category = unpackRow(r)
  const head = unpackHead(r, base)
  const start = head.startedAt
  const messages = unpackMessages(r, start, base)
  const episodes = unpackMany(r, () => unpackEpisode(r, start, base))
  const waits = unpackMany(r, () => unpackWait(r, start, base))
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
    ratings: unpackMany(r, () => unpackRating(r, start)),
    surveys: unpackMany(r, () => ({ at: start + r.signed(), agent: unpackRow(r), team: unpackRow(r) })),
    flags: unpackMany(r, () => unpackFlag(r, start)),
    mood: unpackOptional(r, () => unpackMood(r, start, base)),
    engagedFor: r.unsigned(),
  }
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

function packAssignment(w: ByteWriter, { at, from, to, team }: AssignmentFact, start: number): void {
  w.signed(at - start)
  packRow(w, from)
  packRow(w, to)
  packRow(w, team)
}

function unpackAssignment(r: ByteReader, start: number): AssignmentFact {
  return { at: start + r.signed(), from: unpackRow(r), to: unpackRow(r), team: unpackRow(r) }
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

function packFlag(w: ByteWriter, flag: FlagFact, start: number): void {
  w.text(flag.id)
  packWord(w, flagRuleIds, flag.rule)
  w.unsigned(flag.severity === 'danger' ? 1 : 0)
  packRow(w, flag.agent)
  packRow(w, flag.team)
  w.signed(flag.raisedAt - start)
  packTime(w, flag.endedAt, flag.raisedAt)
  packOptional(w, flag.seconds, (value) => w.decimal(value))
  packOptional(w, flag.target, (value) => w.decimal(value))
  packOptional(w, flag.code, (value) => w.signed(value))
  packOptional(w, flag.text, (value) => w.text(value))
  packOptional(w, flag.message, (value) => w.text(value))
}

function unpackFlag(r: ByteReader, start: number): FlagFact {
  const id = r.text()
  const rule = unpackWord(r, flagRuleIds)
  const severity = r.unsigned() === 1 ? 'danger' : 'warning'
  const agent = unpackRow(r)
  const team = unpackRow(r)
  const raisedAt = start + r.signed()
  return {
    id,
    rule,
    severity,
    agent,
    team,
    raisedAt,
    endedAt: unpackTime(r, raisedAt),
    seconds: unpackOptional(r, () => r.decimal()),
    target: unpackOptional(r, () => r.decimal()),
    code: unpackOptional(r, () => r.signed()),
    text: unpackOptional(r, () => r.text()),
    message: unpackOptional(r, () => r.text()),
  }
}
