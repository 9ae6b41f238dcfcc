/** What people of ours wrote: whom they mentioned, what they promised; and personal data, whoever wrote it. */
import { isHumanReply } from '../../metrics/messageFacts.ts'
import { holderAt } from '../../metrics/search.ts'
import { countsAsMessage } from '../../metrics/steps.ts'
import type { TimelineMessage } from '../../metrics/timeline.ts'
import { dueOf } from '../../text/promisedTimes.ts'
import { signal } from '../../text/signals.ts'
import { closeAfter, earliest, episodeAt, evidenceOf } from './scene.ts'
import type { Raised, Scene } from './scene.ts'

/** A comment names somebody: theirs until the conversation is closed. */
export function mentions(scene: Scene): readonly Raised[] {
  return scene.timeline.comments.flatMap((comment) =>
    [...new Set(comment.mentions)].map((agent) => ({
      // The mentioned agent's position in the comment survives a rebuild; its row number need not.
      key: `${comment.rid}:${comment.mentions.indexOf(agent)}`,
      agent,
      from: comment.at,
      raisedAt: comment.at,
      endedAt: closeAfter(scene, comment.at),
      text: comment.text,
    })),
  )
}

/** What an agent writes within so long of a promise belongs to it. */
const sameBreath = 2 * 60_000

/** An agent promised something by a time, and no person wrote to the customer until then. */
export function brokenPromises(scene: Scene): readonly Raised[] {
  const { timeline, facts, surroundings } = scene
  const flags: Raised[] = []
  for (const message of timeline.messages) {
    if (message.promise === null || message.direction !== 'out' || !countsAsMessage(message)) continue
    const { at, agent, rid } = message
    const raisedAt = dueOf(message.promise, at, surroundings.zone)
    const breath = at + Math.min(sameBreath, (raisedAt - at) / 2)
    const keptAt = facts.messages.find((next) => next.at > breath && isHumanReply(next))?.at ?? null
    if (keptAt !== null && keptAt <= raisedAt) continue
    flags.push({
      key: rid,
      from: at,
      raisedAt,
      endedAt: earliest(keptAt, closeAfter(scene, raisedAt)),
      ...(agent === null ? {} : { agent }),
      ...evidenceOf([message]),
    })
  }
  return flags
}

const kinds = [
  ['card', signal.card],
  ['iban', signal.iban],
  ['email', signal.email],
] as const

/** A card or account number in any message, a person's e-mail address in one of ours: one flag an episode, to its close. */
export function personalData(scene: Scene): readonly Raised[] {
  const { timeline, facts } = scene
  const heardAddress = timeline.messages.find(
    ({ signals, direction }) => direction === 'in' && (signals & signal.email) !== 0,
  )
  const isShown = (message: TimelineMessage) => {
    if (!countsAsMessage(message)) return false
    if ((message.signals & (signal.card | signal.iban)) !== 0) return true
    // An address the customer wrote in this conversation is theirs to hear again.
    const isKnown = heardAddress !== undefined && heardAddress.at <= message.at
    return message.direction === 'out' && (message.signals & signal.email) !== 0 && !isKnown
  }
  const shown = timeline.messages.filter((message) => message.signals !== 0 && isShown(message))
  const byEpisode = Map.groupBy(shown, ({ at }) => episodeAt(scene, at)?.index)
  return [...byEpisode.values()].flatMap((messages): readonly Raised[] => {
    const [first] = messages
    if (first === undefined) return []
    const { at, rid, agent } = first
    const held = holderAt(facts.assignments, at)
    return [
      {
        key: rid,
        from: at,
        raisedAt: at,
        endedAt: closeAfter(scene, at),
        agent: first.direction === 'out' && agent !== null ? agent : held.agent,
        text: kinds.find(([, bit]) => (first.signals & bit) !== 0)?.[0] ?? null,
        ...evidenceOf(messages),
      },
    ]
  })
}
