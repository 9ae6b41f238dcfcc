/** Flags that were raised, by the rules switched on. One that lies ahead is none yet. */
import type { FlagRuleId } from '../../src/shared/flags.ts'
import { ofEach, thing } from './conversations.ts'
import { isFailed } from './messages.ts'
import { senderOf } from './replay.ts'
import type { Thing } from './question.ts'
import { clockOf, firstReplyOf, personWaitsOf, whyNoReply } from './waits.ts'

export const flags = ofEach((history, { settings, now }) => {
  const rules = settings.flagRules
  const unresolvedAfter = rules.unresolved.on ? rules.unresolved.threshold : null
  const firstResponseOver = rules.first_response.on ? rules.first_response.threshold : null
  const messageFailed = rules.message_failed.on
  const mentioned = rules.mentioned.on
  const found: Thing[] = []
  const raise = (
    rule: FlagRuleId,
    at: number,
    agent: number = history.holderAt(at).agent,
    team = history.holderAt(at).team,
  ) => found.push(thing(history, { at, agent, team, labels: { rule } }))
  for (const episode of history.episodes) {
    if (unresolvedAfter !== null)
      for (const { from, to } of personWaitsOf(episode))
        if (to === null || to - from >= unresolvedAfter * 1000)
          raise('unresolved', from + unresolvedAfter * 1000)
    const clock = clockOf(episode)
    const why = whyNoReply(episode)
    // Nobody owes a reply where nobody wrote, or where a bot settled it.
    const isOwed = why === null || why === 'no_reply_yet' || why === 'closed_without_reply'
    if (firstResponseOver !== null && clock !== null && isOwed) {
      const reply = firstReplyOf(episode)
      const ended = reply?.at ?? episode.closedAt ?? Infinity
      const at = clock + firstResponseOver * 1000
      const late = reply === null ? -1 : senderOf(reply)
      if (ended > at) raise('first_response', at, late < 0 ? undefined : late)
    }
  }
  if (messageFailed)
    for (const message of history.conversation.messages)
      if (isFailed(message)) {
        const held = history.holderAt(message.at)
        const sender = senderOf(message)
        raise('message_failed', message.failedAt ?? message.at, sender < 0 ? held.agent : sender, held.team)
      }
  if (mentioned)
    for (const { at, mentions } of history.conversation.comments)
      for (const agent of new Set(mentions)) raise('mentioned', at, agent)
  return found.filter(({ at }) => at <= now)
})
