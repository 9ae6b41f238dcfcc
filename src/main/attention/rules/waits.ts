/** Customers who wait: for anybody, for the first reply, for the one they were handed to. */
import type { EpisodeFact } from '../../metrics/facts.ts'
import { askedWith, earliest, evidenceOf, limitAfter, secondsOf } from './scene.ts'
import type { Raised, Scene } from './scene.ts'

/** The customer waits for a person that long. A wait that ended sooner raises nothing; at the very limit it does. */
export function longWaits(scene: Scene): readonly Raised[] {
  const flags: Raised[] = []
  for (const { from, to } of scene.facts.personWaits) {
    const raisedAt = limitAfter(scene, from)
    if (raisedAt === null || (to !== null && to < raisedAt)) continue
    flags.push({
      key: from,
      from,
      raisedAt,
      endedAt: to,
      seconds: secondsOf(scene, from, to),
      ...evidenceOf(askedWith(scene, from, raisedAt)),
    })
  }
  return flags
}

/** The same, but a wait that grows into an unresolved one is told once: the flag ends as that one is raised. */
export function waitsUntilUnresolved(scene: Scene): readonly Raised[] {
  const unresolved = new Map(
    scene.before.filter(({ rule }) => rule === 'unresolved').map(({ from, raisedAt }) => [from, raisedAt]),
  )
  return longWaits(scene).map((flag) => {
    const grownAt = unresolved.get(flag.from) ?? flag.raisedAt
    if (grownAt <= flag.raisedAt) return flag
    const endedAt = earliest(flag.endedAt, grownAt)
    return { ...flag, endedAt, seconds: secondsOf(scene, flag.from, endedAt) }
  })
}

/** The first reply of an episode came later than the rule allows, or has not come. */
export function lateFirstResponses(scene: Scene): readonly Raised[] {
  const flags: Raised[] = []
  for (const episode of scene.facts.episodes) {
    const from = episode.clockAt
    if (from === null || !awaitsFirstResponse(episode)) continue
    const raisedAt = limitAfter(scene, from)
    const endedAt = episode.firstReplyAt ?? episode.closedAt
    // "Later than": a reply in the very millisecond of the limit is in time.
    if (raisedAt === null || (endedAt !== null && endedAt <= raisedAt)) continue
    const late = episode.firstReplyAt !== null && episode.firstReplyAgent >= 0
    flags.push({
      key: episode.startedAt,
      from,
      raisedAt,
      endedAt,
      ...(late ? { agent: episode.firstReplyAgent } : {}),
      seconds: secondsOf(scene, from, endedAt),
      ...evidenceOf(askedWith(scene, from, raisedAt)),
    })
  }
  return flags
}

/** Nobody owes a reply to an episode without an inbound message, nor to one a bot settled. */
function awaitsFirstResponse(episode: EpisodeFact): boolean {
  const reason = episode.noFirstResponse
  return reason === null || reason === 'no_reply_yet' || reason === 'closed_without_reply'
}

/** Waiting already, the customer was handed from one agent to another, and waits on. The next hand-over begins anew. */
export function waitsAfterHandOver(scene: Scene): readonly Raised[] {
  const { personWaits, assignments } = scene.facts
  if (assignments.length === 0 || personWaits.length === 0) return []
  const handOvers = assignments.filter(({ from, to }) => from >= 0 && to >= 0 && from !== to)
  const flags: Raised[] = []
  for (const [index, { at }] of handOvers.entries()) {
    const wait = personWaits.find(({ from, to }) => from <= at && (to === null || to > at))
    const raisedAt = wait === undefined ? null : limitAfter(scene, at)
    if (wait === undefined || raisedAt === null || (wait.to !== null && wait.to < raisedAt)) continue
    const next = handOvers[index + 1]
    if (next !== undefined && next.at <= raisedAt) continue
    flags.push({
      key: at,
      from: at,
      raisedAt,
      endedAt: wait.to,
      seconds: secondsOf(scene, at, wait.to),
      ...evidenceOf(askedWith(scene, wait.from, raisedAt)),
    })
  }
  return flags
}
