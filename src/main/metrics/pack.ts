/**
 * The facts of one conversation as bytes, for one row of the cache. Exact, compact and
 * versioned: the cache is rebuilt where the version is another. Times are differences to the one before, ids are shifted
 * by one so that -1 is a zero byte.
 */
import { exclusionReasons, flagRuleIds } from '../../shared/contract.ts'
import { actors, openers } from '../../shared/records.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { ConversationFacts, EpisodeFact, FlagFact, Head, WaitFact } from './facts.ts'
import { packMessages, unpackMessages } from './packMessages.ts'

/** Raise it with every change of what is written below. */
export const packVersion = 1

const states = ['open', 'pending', 'snoozed', 'closed'] as const
const endings = [null, 'reply', 'close'] as const
const closers = ['', ...actors] as const

/** The facts as bytes. One writer serves the thread, so packing allocates only the result. */
export function packFacts(facts: ConversationFacts): Uint8Array {
  const w = writer
  const start = facts.head.startedAt
  w.unsigned(packVersion)
  w.unsigned(facts.conversation)
  for (const row of [facts.contact, facts.channel, facts.category]) w.unsigned(row + 1)
  packHead(w, facts.head)
  packMessages(w, facts.messages, start)
  w.unsigned(facts.episodes.length)
  for (const episode of facts.episodes) packEpisode(w, episode, start)
  w.unsigned(facts.waits.length)
  for (const wait of facts.waits) packWait(w, wait, start)
  w.unsigned(facts.assignments.length)
  for (const { at, from, to, team } of facts.assignments) {
    w.signed(at - start)
    for (const row of [from, to, team]) w.unsigned(row + 1)
  }
  w.unsigned(facts.ratings.length)
  for (const { at, score, min, max, agent, team } of facts.ratings) {
    w.signed(at - start)
    for (const value of [score, min, max]) w.decimal(value)
    for (const row of [agent, team]) w.unsigned(row + 1)
  }
  w.unsigned(facts.surveys.length)
  for (const { at, agent, team } of facts.surveys) {
    w.signed(at - start)
    for (const row of [agent, team]) w.unsigned(row + 1)
  }
  w.unsigned(facts.flags.length)
  for (const flag of facts.flags) packFlag(w, flag, start)
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
  const contact = r.unsigned() - 1
  const channel = r.unsigned() - 1
  const category = r.unsigned() - 1
  const head = unpackHead(r)
  const start = head.startedAt
  return {
    conversation,
    contact,
    channel,
    category,
    head,
    messages: unpackMessages(r, start),
    episodes: many(r, () => unpackEpisode(r, start)),
    waits: many(r, () => unpackWait(r, start)),
    assignments: many(r, () => ({ at: start + r.signed(), from: row(r), to: row(r), team: row(r) })),
    ratings: many(r, () => ({
      at: start + r.signed(),
      score: r.decimal(),
      min: r.decimal(),
      max: r.decimal(),
      agent: row(r),
      team: row(r),
    })),
    surveys: many(r, () => ({ at: start + r.signed(), agent: row(r), team: row(r) })),
    flags: many(r, () => unpackFlag(r, start)),
  }
}

function many<T>(r: ByteReader, one: () => T): readonly T[] {
  const count = r.unsigned()
  const result: T[] = []
  for (let index = 0; index < count; index++) result.push(one())
  return result
}

function row(r: ByteReader): number {
  return r.unsigned() - 1
}

// ── nullable values and words ────────────────────────────────────────────────────────────────────────────────────

/** A time near `base`; null is one zero byte. */
function packTime(w: ByteWriter, at: number | null, base: number): void {
  if (at === null) return w.unsigned(0)
  const difference = at - base
  w.unsigned(difference < 0 ? -difference * 2 : difference * 2 + 1)
}

function unpackTime(r: ByteReader, base: number): number | null {
  const value = r.unsigned()
  if (value === 0) return null
  return base + (value % 2 === 0 ? -value / 2 : (value - 1) / 2)
}

function packOptional<T>(w: ByteWriter, value: T | null, write: (value: T) => void): void {
  w.unsigned(value === null ? 0 : 1)
  if (value !== null) write(value)
}

function unpackOptional<T>(r: ByteReader, read: () => T): T | null {
  return r.unsigned() === 0 ? null : read()
}

function packWord<T>(w: ByteWriter, words: readonly T[], word: T): void {
  const index = words.indexOf(word)
  if (index < 0)
    throw new RangeError(`Facts hold ${JSON.stringify(word)}, a word this version does not know.`)
  w.unsigned(index)
}

function unpackWord<T>(r: ByteReader, words: readonly T[]): T {
  const index = r.unsigned()
  if (index >= words.length) throw new RangeError('The packed facts hold a word this version does not know.')
  return words[index] as T
}

// ── the rest ─────────────────────────────────────────────────────────────────────────────────────────────────────

function packHead(w: ByteWriter, head: Head): void {
  w.signed(head.startedAt)
  packWord(w, states, head.state)
  w.signed(head.lastAt - head.startedAt)
  w.unsigned(head.lastMessage + 1)
  w.unsigned(head.agent + 1)
  w.unsigned(head.team + 1)
  w.unsigned(head.category + 1)
  packTime(w, head.waitingSince, head.startedAt)
  packOptional(w, head.firstResponse, (value) => w.decimal(value))
  packOptional(w, head.resolution, (value) => w.decimal(value))
  w.unsigned(head.messages)
}

function unpackHead(r: ByteReader): Head {
  const startedAt = r.signed()
  return {
    startedAt,
    state: unpackWord(r, states),
    lastAt: startedAt + r.signed(),
    lastMessage: row(r),
    agent: row(r),
    team: row(r),
    category: row(r),
    waitingSince: unpackTime(r, startedAt),
    firstResponse: unpackOptional(r, () => r.decimal()),
    resolution: unpackOptional(r, () => r.decimal()),
    messages: r.unsigned(),
  }
}

function packEpisode(w: ByteWriter, episode: EpisodeFact, start: number): void {
  w.unsigned(episode.index)
  w.signed(episode.startedAt - start)
  packWord(w, openers, episode.openedBy)
  w.unsigned(episode.openedByAgent + 1)
  w.unsigned(episode.assignedAtStart + 1)
  w.unsigned(episode.teamAtStart + 1)
  packTime(w, episode.clockAt, episode.startedAt)
  packTime(w, episode.firstReplyAt, episode.startedAt)
  w.unsigned(episode.firstReplyAgent + 1)
  w.unsigned(episode.firstReplyMessage + 1)
  packWord(w, reasons, episode.noFirstResponse)
  packTime(w, episode.firstAssignedAt, episode.startedAt)
  w.unsigned(episode.firstAssignedAgent + 1)
  packTime(w, episode.closedAt, episode.startedAt)
  packWord<string>(w, closers, episode.closedByType)
  w.unsigned(episode.closedByAgent + 1)
  w.unsigned(episode.agentAtClose + 1)
  w.unsigned(episode.teamAtClose + 1)
}

const reasons = [null, ...exclusionReasons] as const

function unpackEpisode(r: ByteReader, start: number): EpisodeFact {
  const index = r.unsigned()
  const startedAt = start + r.signed()
  return {
    index,
    startedAt,
    openedBy: unpackWord(r, openers),
    openedByAgent: row(r),
    assignedAtStart: row(r),
    teamAtStart: row(r),
    clockAt: unpackTime(r, startedAt),
    firstReplyAt: unpackTime(r, startedAt),
    firstReplyAgent: row(r),
    firstReplyMessage: row(r),
    noFirstResponse: unpackWord(r, reasons),
    firstAssignedAt: unpackTime(r, startedAt),
    firstAssignedAgent: row(r),
    closedAt: unpackTime(r, startedAt),
    closedByType: unpackWord<string>(r, closers),
    closedByAgent: row(r),
    agentAtClose: row(r),
    teamAtClose: row(r),
  }
}

function packWait(w: ByteWriter, wait: WaitFact, start: number): void {
  w.unsigned(wait.episode * 2 + (wait.first ? 1 : 0))
  w.signed(wait.from - start)
  packTime(w, wait.to, wait.from)
  packWord(w, endings, wait.endedBy)
  w.unsigned(wait.agent + 1)
  w.unsigned(wait.message + 1)
  w.unsigned(wait.assigned + 1)
  w.unsigned(wait.team + 1)
}

function unpackWait(r: ByteReader, start: number): WaitFact {
  const episode = r.unsigned()
  const from = start + r.signed()
  return {
    episode: Math.floor(episode / 2),
    first: episode % 2 === 1,
    from,
    to: unpackTime(r, from),
    endedBy: unpackWord(r, endings),
    agent: row(r),
    message: row(r),
    assigned: row(r),
    team: row(r),
  }
}

function packFlag(w: ByteWriter, flag: FlagFact, start: number): void {
  w.text(flag.id)
  packWord(w, flagRuleIds, flag.rule)
  w.unsigned(flag.severity === 'danger' ? 1 : 0)
  w.unsigned(flag.agent + 1)
  w.unsigned(flag.team + 1)
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
  const agent = row(r)
  const team = row(r)
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
