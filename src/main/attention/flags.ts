/**
 * What needs a person, as facts of the conversation. A flag says when it is raised; that moment may lie ahead: the engine
 * shows it once the clock gets there, and every count leaves it out until then.
 */
import type { FlagRule } from '../../shared/flags.ts'
import type { EpisodeFact, FactSettings, FlagFact } from '../metrics/facts.ts'
import { holderAt } from '../metrics/search.ts'
import type { Timeline } from '../metrics/timeline.ts'
import type { DerivedFacts } from '../metrics/walk.ts'

/** Every flag of the conversation under the rules switched on, by (raisedAt, id). Ids survive a rebuild. */
export function raiseFlags(
  facts: DerivedFacts,
  timeline: Timeline,
  settings: FactSettings,
): readonly FlagFact[] {
  const rules = settings.flagRules
  const flags: FlagFact[] = []
  if (rules.unresolved.on) unresolved(facts, timeline, rules.unresolved.threshold, flags)
  if (rules.first_response.on) lateFirstResponses(facts, timeline, rules.first_response.threshold, flags)
  if (rules.message_failed.on) failedMessages(facts, timeline, flags)
  if (rules.mentioned.on) mentions(facts, timeline, flags)
  // Most conversations raise none or one.
  return flags.length < 2 ? flags : flags.sort((a, b) => a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1))
}

/** The customer waits for a person that long. A wait that ended sooner raises nothing. */
function unresolved(
  facts: DerivedFacts,
  timeline: Timeline,
  after: FlagRule['threshold'],
  flags: FlagFact[],
): void {
  if (after === null) return
  for (const wait of facts.personWaits) {
    const raisedAt = wait.from + after * 1000
    if (wait.to !== null && wait.to < raisedAt) continue
    flags.push({
      ...blank,
      ...holderAt(facts.assignments, raisedAt),
      id: `unresolved:${timeline.rid}:${wait.from}`,
      rule: 'unresolved',
      severity: 'danger',
      raisedAt,
      endedAt: wait.to,
      seconds: wait.to === null ? null : (wait.to - wait.from) / 1000,
      target: after,
    })
  }
}

/** The first reply of an episode came later than the rule allows, or has not come. */
function lateFirstResponses(
  facts: DerivedFacts,
  timeline: Timeline,
  over: FlagRule['threshold'],
  flags: FlagFact[],
): void {
  if (over === null) return
  for (const episode of facts.episodes) {
    if (episode.clockAt === null || !awaitsFirstResponse(episode)) continue
    const raisedAt = episode.clockAt + over * 1000
    const endedAt = episode.firstReplyAt ?? episode.closedAt
    // "Later than": a reply in the very millisecond of the limit is in time.
    if (endedAt !== null && endedAt <= raisedAt) continue
    const holder = holderAt(facts.assignments, raisedAt)
    const late = episode.firstReplyAt !== null
    flags.push({
      ...blank,
      team: holder.team,
      agent: late && episode.firstReplyAgent >= 0 ? episode.firstReplyAgent : holder.agent,
      id: `first_response:${timeline.rid}:${episode.startedAt}`,
      rule: 'first_response',
      severity: 'warning',
      raisedAt,
      endedAt,
      seconds: endedAt === null ? null : (endedAt - episode.clockAt) / 1000,
      target: over,
    })
  }
}

/** Nobody owes a reply to an episode without an inbound message, nor to one a bot settled. */
function awaitsFirstResponse(episode: EpisodeFact): boolean {
  const reason = episode.noFirstResponse
  return reason === null || reason === 'no_reply_yet' || reason === 'closed_without_reply'
}

/** A message failed; settled by the next message of a person that was not lost too, or by the close. */
function failedMessages(facts: DerivedFacts, timeline: Timeline, flags: FlagFact[]): void {
  const failed = facts.messages.filter((message) => message.failed)
  if (failed.length === 0) return
  const records = new Map(timeline.messages.map((message) => [message.k, message]))
  const settling = facts.messages.filter(
    (message) =>
      message.counts &&
      (message.author === 'agent' || message.author === 'app') &&
      message.direction === 'out' &&
      (message.delivered || !message.tracked),
  )
  for (const message of failed) {
    const record = records.get(message.k)
    if (record === undefined) continue
    const raisedAt = record.failedAt ?? message.at
    const settled = settling.find((later) => later.at > message.at)?.at ?? null
    const ended = earliest(settled, closeAfter(facts.episodes, message.at))
    flags.push({
      ...blank,
      team: message.team,
      agent: message.agent >= 0 ? message.agent : message.assigned,
      id: `message_failed:${timeline.rid}:${record.rid}`,
      rule: 'message_failed',
      severity: 'warning',
      raisedAt,
      // The status may come after what settled it: such a flag ends as it is raised.
      endedAt: ended === null ? null : Math.max(ended, raisedAt),
      code: record.errorCode,
      message: record.rid,
    })
  }
}

/** A comment names somebody: theirs until the conversation is closed. */
function mentions(facts: DerivedFacts, timeline: Timeline, flags: FlagFact[]): void {
  for (const comment of timeline.comments)
    for (const agent of new Set(comment.mentions))
      flags.push({
        ...blank,
        team: holderAt(facts.assignments, comment.at).team,
        agent,
        // The mentioned agent's position in the comment survives a rebuild; its row number need not.
        id: `mentioned:${timeline.rid}:${comment.rid}:${comment.mentions.indexOf(agent)}`,
        rule: 'mentioned',
        severity: 'warning',
        raisedAt: comment.at,
        endedAt: closeAfter(facts.episodes, comment.at),
        text: comment.text,
      })
}

const blank = { agent: -1, team: -1, seconds: null, target: null, code: null, text: null, message: null }

function closeAfter(episodes: readonly EpisodeFact[], at: number): number | null {
  return episodes.find((episode) => episode.closedAt !== null && episode.closedAt >= at)?.closedAt ?? null
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
