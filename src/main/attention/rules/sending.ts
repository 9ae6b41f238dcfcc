/** What we send: that it failed, that it was not to be sent, that the other side wants none of it. */
import type { MessageFact } from '../../metrics/facts.ts'
import type { TimelineMessage } from '../../metrics/timeline.ts'
import { closeAfter, earliest, evidenceOf, heardAfter } from './scene.ts'
import type { Raised, Scene } from './scene.ts'

type Sent = readonly [fact: MessageFact, record: TimelineMessage]

/** A message failed; settled by the next message of a person that was not lost too, or by the close. */
export function failedMessages(scene: Scene): readonly Raised[] {
  const { messages } = scene.facts
  const settling = messages.filter(
    (message) =>
      message.counts &&
      (message.author === 'agent' || message.author === 'app') &&
      message.direction === 'out' &&
      (message.delivered || !message.tracked),
  )
  return sentOnes(scene, ({ failed }) => failed).map(([fact, record]) => {
    const { at } = fact
    const raisedAt = record.failedAt ?? at
    const settled = settling.find((later) => later.at > at)?.at ?? null
    return {
      ...creditOf(fact),
      key: record.rid,
      from: at,
      raisedAt,
      endedAt: notBefore(raisedAt, earliest(settled, closeAfter(scene, at))),
      code: record.errorCode,
      ...evidenceOf([record]),
    }
  })
}

/** Error codes by which a platform says that the contact wants nothing of us: WhatsApp's, and Twilio's for its relays. */
const refusals: ReadonlySet<number> = new Set([131050, 21610])

/** The contact blocked us or stopped our marketing; until they write again. */
export function blockedContacts(scene: Scene): readonly Raised[] {
  const refused = sentOnes(scene, ({ failed, errorCode }) => failed && refusals.has(errorCode))
  return untilHeard(scene, refused, ([fact, record]) => ({
    raisedAt: record.failedAt ?? fact.at,
    code: record.errorCode,
  }))
}

/** So far the clocks of who states messages may disagree. */
const clockSkew = 5 * 60_000

/** A person or a bot wrote freely after the 24 or 72 hours were over; until the customer opens them again. */
export function outsideWindow(scene: Scene): readonly Raised[] {
  const outside = sentOnes(
    scene,
    (fact) =>
      fact.counts &&
      fact.inWindow === false &&
      fact.format === null &&
      (fact.author === 'agent' || fact.author === 'bot') &&
      !isLikelyReply(scene, fact),
  )
  return untilHeard(scene, outside, ([{ at }]) => ({ raisedAt: at }))
}

/**
 * The customer's message is stated minutes after what we wrote, and that arrived: most likely it is the answer to it, by
 * a clock that is behind.
 */
function isLikelyReply(scene: Scene, { at, failed }: MessageFact): boolean {
  const heard = failed ? null : heardAfter(scene, at)
  return heard !== null && heard - at <= clockSkew
}

/** A template or campaign of ours began it with a contact who never agreed, or took it back. */
export function withoutOptIn(scene: Scene): readonly Raised[] {
  const unasked = sentOnes(
    scene,
    ({ at, counts, inWindow, format }) =>
      counts && inWindow === false && format !== null && !hasAgreed(scene, at),
  )
  return untilHeard(scene, unasked, ([{ at }]) => ({
    raisedAt: at,
    text: isTakenBack(scene, at) ? 'opted_out' : 'no_opt_in',
  }))
}

function hasAgreed(scene: Scene, at: number): boolean {
  const { optedInAt } = scene.timeline
  if (isTakenBack(scene, at)) return false
  return optedInAt === null ? !scene.surroundings.knowsConsent : optedInAt <= at
}

/** Agreed to again after it was taken back is agreed. */
function isTakenBack({ timeline: { optedInAt, optedOutAt } }: Scene, at: number): boolean {
  if (optedOutAt === null || optedOutAt > at) return false
  return optedInAt === null || optedInAt > at || optedInAt <= optedOutAt
}

/** What was sent and is so, by time. */
function sentOnes({ facts, timeline }: Scene, isSo: (fact: MessageFact) => boolean): readonly Sent[] {
  const found = facts.messages.filter((fact) => fact.direction === 'out' && isSo(fact))
  if (found.length === 0) return []
  const records = new Map(timeline.messages.map((record) => [record.k, record]))
  return found.flatMap((fact) => {
    const record = records.get(fact.k)
    return record === undefined ? [] : [[fact, record] as const]
  })
}

/** One flag for what was sent without the customer writing in between; it ends when they do, or with the close. */
function untilHeard(
  scene: Scene,
  sent: readonly Sent[],
  tell: (first: Sent) => Pick<Raised, 'raisedAt' | 'code' | 'text'>,
): readonly Raised[] {
  const flags: Raised[] = []
  let until: number | null = Number.NEGATIVE_INFINITY
  for (const [index, one] of sent.entries()) {
    const [fact, record] = one
    const { at } = fact
    if (until === null || at < until) continue
    until = earliest(heardAfter(scene, at), closeAfter(scene, at))
    const end = until ?? Number.POSITIVE_INFINITY
    const told = tell(one)
    flags.push({
      ...creditOf(fact),
      key: record.rid,
      from: at,
      endedAt: notBefore(told.raisedAt, until),
      ...told,
      ...evidenceOf(
        sent
          .slice(index)
          .filter(([other]) => other.at < end)
          .map(([, other]) => other),
      ),
    })
  }
  return flags
}

function creditOf({ agent, assigned, team }: MessageFact): Pick<Raised, 'agent' | 'team'> {
  return { agent: agent >= 0 ? agent : assigned, team }
}

/** A status may come after what settled it: such a flag ends as it is raised. */
function notBefore(raisedAt: number, endedAt: number | null): number | null {
  return endedAt === null ? null : Math.max(endedAt, raisedAt)
}
