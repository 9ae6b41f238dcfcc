/** What customers say: that they are upset, that they want a person, insults, low ratings. */
import { dayMs } from '../../../shared/period.ts'
import { isHumanReply } from '../../metrics/messageFacts.ts'
import { countsAsMessage } from '../../metrics/steps.ts'
import type { Sentiment, TimelineMessage } from '../../metrics/timeline.ts'
import { signal } from '../../text/signals.ts'
import {
  closeAfter,
  earliest,
  episodeAt,
  evidenceOf,
  inboundWith,
  limitAfter,
  replyFrom,
  secondsOf,
} from './scene.ts'
import type { Raised, Scene } from './scene.ts'

/** The customer's mood turned negative, and within the threshold nobody replied, nothing was closed, nor did it turn. */
export function unsettledMoods(scene: Scene): readonly Raised[] {
  const flags: Raised[] = []
  for (const { messages, turnedAt } of negativeSpells(scene)) {
    const [first] = messages
    if (first === undefined) continue
    const raisedAt = limitAfter(scene, first.at)
    const settledAt = earliest(replyFrom(scene, first.at), closeAfter(scene, first.at))
    const endedAt = earliest(settledAt, turnedAt)
    // "Within": settled in the very millisecond of the limit is in time.
    if (raisedAt === null || (endedAt !== null && endedAt <= raisedAt)) continue
    flags.push({
      key: first.rid,
      from: first.at,
      raisedAt,
      endedAt,
      seconds: secondsOf(scene, first.at, endedAt),
      ...evidenceOf(messages.filter(({ at }) => endedAt === null || at <= endedAt)),
    })
  }
  return flags
}

interface Spell {
  /** The negative ones among its messages. */
  readonly messages: TimelineMessage[]
  turnedAt: number | null
}

/** By the rule of metrics/mood.ts: the mood is what the last message says that is not neutral. */
function negativeSpells({ timeline }: Scene): readonly Spell[] {
  const spells: Spell[] = []
  let mood: Sentiment | null = null
  for (const message of timeline.messages) {
    const { sentiment } = message
    if (sentiment === null || sentiment === 'neutral') continue
    if (message.direction !== 'in' || !countsAsMessage(message)) continue
    const spell = spells.at(-1)
    if (sentiment === 'positive' && mood === 'negative' && spell !== undefined) spell.turnedAt = message.at
    if (sentiment === 'negative' && mood === 'negative') spell?.messages.push(message)
    if (sentiment === 'negative' && mood !== 'negative') spells.push({ messages: [message], turnedAt: null })
    mood = sentiment
  }
  return spells
}

/** The customer asked for a person or a manager, and for so long no person wrote. Asked again meanwhile is asked once. */
export function askedForPerson(scene: Scene): readonly Raised[] {
  const asks = inboundWith(scene, signal.asksPerson | signal.asksManager)
  const flags: Raised[] = []
  let answeredAt: number | null = Number.NEGATIVE_INFINITY
  for (const ask of asks) {
    if (answeredAt === null || ask.at <= answeredAt) continue
    answeredAt = earliest(replyFrom(scene, ask.at), closeAfter(scene, ask.at))
    const raisedAt = limitAfter(scene, ask.at)
    if (raisedAt === null || (answeredAt !== null && answeredAt < raisedAt)) continue
    const until = answeredAt ?? Number.POSITIVE_INFINITY
    const meant = asks.filter(({ at }) => at >= ask.at && at <= until)
    flags.push({
      key: ask.rid,
      from: ask.at,
      raisedAt,
      endedAt: answeredAt,
      seconds: secondsOf(scene, ask.at, answeredAt),
      text: meant.some(({ signals }) => (signals & signal.asksManager) !== 0) ? 'manager' : 'person',
      ...evidenceOf(meant),
    })
  }
  return flags
}

/** Insults and threats: one flag an episode, from the first of them to the close. */
export function abuse(scene: Scene): readonly Raised[] {
  const byEpisode = Map.groupBy(inboundWith(scene, signal.abuse), ({ at }) => episodeAt(scene, at)?.index)
  return [...byEpisode.values()].flatMap((messages) => {
    const [first] = messages
    if (first === undefined) return []
    const { at, rid } = first
    return [
      { key: rid, from: at, raisedAt: at, endedAt: closeAfter(scene, at), ...evidenceOf(messages) } as const,
    ]
  })
}

/** Nobody asks any more what was wrong after so long: months of ratings would hide what can be mended. */
const followedUpWithin = 7 * dayMs

/**
 * A rating below the threshold's part of its scale; ended by what a person writes after it, by a better one, or after a
 * week.
 */
export function lowRatings(scene: Scene): readonly Raised[] {
  const { ratings, messages } = scene.facts
  const { threshold } = scene.rule
  if (threshold === null) return []
  const shareOf = ({ score, min, max }: (typeof ratings)[number]) =>
    max > min ? (score - min) / (max - min) : 1
  const lowest = new Map<number, Raised>()
  for (const rating of ratings) {
    const { at, agent, team } = rating
    const share = shareOf(rating)
    if (share >= threshold || (lowest.get(at)?.seconds ?? 1) <= share) continue
    const reply = messages.find((message) => message.at > at && isHumanReply(message))?.at ?? null
    const better = ratings.find((other) => other.at > at && shareOf(other) >= threshold)?.at ?? null
    lowest.set(at, {
      key: at,
      from: at,
      raisedAt: at,
      endedAt: earliest(earliest(reply, better), at + followedUpWithin),
      agent,
      team,
      seconds: share,
    })
  }
  return [...lowest.values()]
}
