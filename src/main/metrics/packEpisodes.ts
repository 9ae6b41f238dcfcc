/** Episodes and waits as bytes. */
import { exclusionReasons } from '../../shared/contract.ts'
import { actors, openers } from '../../shared/records.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import type { EpisodeFact, PersonWait, Span, WaitFact } from './facts.ts'
import {
  packK,
  packRow,
  packTime,
  packWord,
  unpackK,
  unpackMany,
  unpackRow,
  unpackTime,
  unpackWord,
} from './packWords.ts'

const endings = [null, 'reply', 'close'] as const
const closers = ['', ...actors] as const
const reasons = [null, ...exclusionReasons] as const
const bit = {
  botTookPart: 1,
  askedForPerson: 2,
  personTookPart: 4,
  ratedBadly: 8,
  neglected: 16,
  rested: 32,
} as const

/** `start` is a time and `base` a k near those of the episode. */
export function packEpisode(w: ByteWriter, episode: EpisodeFact, start: number, base: number): void {
  const { startedAt, neglect, rests } = episode
  w.unsigned(episode.index)
  w.signed(startedAt - start)
  packWord(w, openers, episode.openedBy)
  packRow(w, episode.openedByAgent)
  packRow(w, episode.assignedAtStart)
  packRow(w, episode.teamAtStart)
  packTime(w, episode.clockAt, startedAt)
  packTime(w, episode.firstReplyAt, startedAt)
  packRow(w, episode.firstReplyAgent)
  packK(w, episode.firstReplyMessage, base)
  packTime(w, episode.firstInboundAt, startedAt)
  packTime(w, episode.handoffAt, startedAt)
  packWord(w, reasons, episode.noFirstResponse)
  packTime(w, episode.firstAssignedAt, startedAt)
  packRow(w, episode.firstAssignedAgent)
  packTime(w, episode.closedAt, startedAt)
  packWord<string>(w, closers, episode.closedByType)
  packRow(w, episode.closedByAgent)
  packRow(w, episode.agentAtClose)
  packRow(w, episode.teamAtClose)
  w.unsigned(
    (episode.botTookPart ? bit.botTookPart : 0) |
      (episode.askedForPerson ? bit.askedForPerson : 0) |
      (episode.personTookPart ? bit.personTookPart : 0) |
      (episode.ratedBadly ? bit.ratedBadly : 0) |
      (neglect === null ? 0 : bit.neglected) |
      (rests.length === 0 ? 0 : bit.rested),
  )
  if (neglect !== null) {
    w.signed(neglect.from - startedAt)
    w.signed(neglect.at - neglect.from)
  }
  if (rests.length > 0) packSpans(w, rests, startedAt)
}

export function unpackEpisode(r: ByteReader, start: number, base: number): EpisodeFact {
  const index = r.unsigned()
  const startedAt = start + r.signed()
  const openedBy = unpackWord(r, openers)
  const openedByAgent = unpackRow(r)
  const assignedAtStart = unpackRow(r)
  const teamAtStart = unpackRow(r)
  const clockAt = unpackTime(r, startedAt)
  const firstReplyAt = unpackTime(r, startedAt)
  const firstReplyAgent = unpackRow(r)
  const firstReplyMessage = unpackK(r, base)
  const firstInboundAt = unpackTime(r, startedAt)
  const handoffAt = unpackTime(r, startedAt)
  const noFirstResponse = unpackWord(r, reasons)
  const firstAssignedAt = unpackTime(r, startedAt)
  const firstAssignedAgent = unpackRow(r)
  const closedAt = unpackTime(r, startedAt)
  const closedByType = unpackWord<string>(r, closers)
  const closedByAgent = unpackRow(r)
  const agentAtClose = unpackRow(r)
  const teamAtClose = unpackRow(r)
  const bits = r.unsigned()
  const neglect = (bits & bit.neglected) === 0 ? null : unpackNeglect(r, startedAt)
  return {
    index,
    startedAt,
    openedBy,
    openedByAgent,
    assignedAtStart,
    teamAtStart,
    clockAt,
    firstReplyAt,
    firstReplyAgent,
    firstReplyMessage,
    firstInboundAt,
    handoffAt,
    noFirstResponse,
    firstAssignedAt,
    firstAssignedAgent,
    closedAt,
    closedByType,
    closedByAgent,
    agentAtClose,
    teamAtClose,
    rests: (bits & bit.rested) === 0 ? [] : unpackSpans(r, startedAt),
    botTookPart: (bits & bit.botTookPart) !== 0,
    askedForPerson: (bits & bit.askedForPerson) !== 0,
    personTookPart: (bits & bit.personTookPart) !== 0,
    ratedBadly: (bits & bit.ratedBadly) !== 0,
    neglect,
  }
}

/** Numbers of an episode before its bits. */
const episodeNumbers = 20

/** Passes over one. */
export function skipEpisode(r: ByteReader): void {
  r.skip(episodeNumbers)
  const bits = r.unsigned()
  if ((bits & bit.neglected) !== 0) r.skip(2)
  if ((bits & bit.rested) !== 0) r.skip(r.unsigned() * 2)
}

function unpackNeglect(r: ByteReader, startedAt: number): EpisodeFact['neglect'] {
  const from = startedAt + r.signed()
  return { from, at: from + r.signed() }
}

function packSpans(w: ByteWriter, spans: readonly Span[], base: number): void {
  w.unsigned(spans.length)
  for (const { from, to } of spans) {
    w.signed(from - base)
    packTime(w, to, from)
  }
}

function unpackSpans(r: ByteReader, base: number): readonly Span[] {
  return unpackMany(r, () => {
    const from = base + r.signed()
    return { from, to: unpackTime(r, from) }
  })
}

// ── waits ────────────────────────────────────────────────────────────────────────────────────────────────────────

const waitBit = { first: 1, single: 2, sameHolder: 4, byHolder: 8 } as const
/** From here on: index in `endings`. */
const endingShift = 4

/** Each wait as what differs from the one before: mostly the same holder replies, to one message, in the same episode. */
export function packWaits(w: ByteWriter, waits: readonly WaitFact[], start: number, base: number): void {
  w.unsigned(waits.length)
  let before = noWait(start, base)
  for (const wait of waits) {
    const sameHolder = wait.assigned === before.assigned && wait.team === before.team
    const single = wait.last === wait.from
    const byHolder = wait.agent === wait.assigned
    w.signed(wait.episode - before.episode)
    w.unsigned(
      (wait.first ? waitBit.first : 0) |
        (single ? waitBit.single : 0) |
        (sameHolder ? waitBit.sameHolder : 0) |
        (byHolder ? waitBit.byHolder : 0) |
        (endings.indexOf(wait.endedBy) << endingShift),
    )
    w.signed(wait.from - before.end)
    if (!single) w.signed(wait.last - wait.from)
    packTime(w, wait.to, wait.from)
    if (!sameHolder) {
      packRow(w, wait.assigned)
      packRow(w, wait.team)
    }
    if (!byHolder) packRow(w, wait.agent)
    packK(w, wait.message, before.message)
    before = trailOf(wait, before)
  }
}

export function unpackWaits(r: ByteReader, start: number, base: number): readonly WaitFact[] {
  let before = noWait(start, base)
  return unpackMany(r, () => {
    const episode = before.episode + r.signed()
    const bits = r.unsigned()
    const from = before.end + r.signed()
    const last = (bits & waitBit.single) === 0 ? from + r.signed() : from
    const to = unpackTime(r, from)
    const sameHolder = (bits & waitBit.sameHolder) !== 0
    const assigned = sameHolder ? before.assigned : unpackRow(r)
    const team = sameHolder ? before.team : unpackRow(r)
    const agent = (bits & waitBit.byHolder) === 0 ? unpackRow(r) : assigned
    const message = unpackK(r, before.message)
    const endedBy = endings[bits >> endingShift] ?? null
    const first = (bits & waitBit.first) !== 0
    const wait: WaitFact = { episode, first, from, last, to, endedBy, agent, message, assigned, team }
    before = trailOf(wait, before)
    return wait
  })
}

/** Passes over all of them. */
export function skipWaits(r: ByteReader): void {
  for (let left = r.unsigned(); left > 0; left -= 1) {
    r.skip(1)
    const bits = r.unsigned()
    const single = (bits & waitBit.single) !== 0
    const sameHolder = (bits & waitBit.sameHolder) !== 0
    const byHolder = (bits & waitBit.byHolder) !== 0
    r.skip(3 + (single ? 0 : 1) + (sameHolder ? 0 : 2) + (byHolder ? 0 : 1))
  }
}

/** What the next wait is told by. */
interface Trail {
  readonly episode: number
  readonly end: number
  readonly assigned: number
  readonly team: number
  readonly message: number
}

function noWait(start: number, base: number): Trail {
  return { episode: 0, end: start, assigned: -1, team: -1, message: base }
}

function trailOf({ episode, to, from, assigned, team, message }: WaitFact, before: Trail): Trail {
  return { episode, end: to ?? from, assigned, team, message: message < 0 ? before.message : message }
}

/** Mostly a person is waited for from the first message to the reply: then the wait of the same number says it. */
export function packPersonWaits(
  w: ByteWriter,
  personWaits: readonly PersonWait[],
  waits: readonly WaitFact[],
  start: number,
): void {
  w.unsigned(personWaits.length)
  for (const [index, { episode, from, to }] of personWaits.entries()) {
    const wait = waits[index]
    if (wait !== undefined && wait.episode === episode && wait.from === from && wait.to === to) {
      w.unsigned(0)
      continue
    }
    w.unsigned(episode + 1)
    w.signed(from - start)
    packTime(w, to, from)
  }
}

export function unpackPersonWaits(
  r: ByteReader,
  waits: readonly WaitFact[],
  start: number,
): readonly PersonWait[] {
  let index = 0
  return unpackMany(r, () => {
    const wait = waits[index++]
    const episode = r.unsigned() - 1
    if (episode < 0) {
      if (wait === undefined) throw new RangeError('The packed facts name a wait they do not hold.')
      return { episode: wait.episode, from: wait.from, to: wait.to }
    }
    const from = start + r.signed()
    return { episode, from, to: unpackTime(r, from) }
  })
}

/** Passes over all of them. */
export function skipPersonWaits(r: ByteReader): void {
  for (let left = r.unsigned(); left > 0; left -= 1) if (r.unsigned() !== 0) r.skip(2)
}
