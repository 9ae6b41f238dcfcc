/** One message as the metrics count it: what became of it, and whether it fell into the customer service window. */
import { hourMs } from '../../shared/period.ts'
import type { MessageFact } from './facts.ts'
import { countsAsMessage } from './steps.ts'
import type { TimelineMessage } from './timeline.ts'

const serviceWindow = 24 * hourMs
const freeEntryWindow = 72 * hourMs

/** Until when the business may write freely; minus infinity: not at all. */
export interface Window {
  openUntil: number
}

/** The window before the conversation's first message. */
export function windowBefore(lastInbound: number | null): Window {
  return { openUntil: lastInbound === null ? Number.NEGATIVE_INFINITY : lastInbound + serviceWindow }
}

/** An inbound message opens the window anew. */
export function widenWindow(window: Window, message: TimelineMessage): void {
  if (!countsAsMessage(message)) return
  const until = message.at + (message.freeEntry ? freeEntryWindow : serviceWindow)
  window.openUntil = Math.max(window.openUntil, until)
}

/** The fact of one message; `assigned` and `team` are those in force at its time. */
export function messageFact(
  message: TimelineMessage,
  direction: 'in' | 'out',
  assigned: number,
  team: number,
  window: Window,
): MessageFact {
  const outbound = direction === 'out'
  const reached = Math.max(
    message.deliveredAt ?? Number.NEGATIVE_INFINITY,
    message.readAt ?? Number.NEGATIVE_INFINITY,
    message.playedAt ?? Number.NEGATIVE_INFINITY,
  )
  const delivered = outbound && reached > Number.NEGATIVE_INFINITY
  // A failure is final unless a higher status came after it: some relays report a failure too early.
  const failed = outbound && message.failedAt !== null && reached < message.failedAt
  return {
    k: message.k,
    at: message.at,
    direction,
    counts: countsAsMessage(message),
    author: message.author,
    agent: outbound && message.author === 'agent' ? (message.agent ?? -1) : -1,
    assigned,
    team,
    tracked: outbound && (message.sentAt !== null || message.failedAt !== null || delivered),
    delivered,
    read: outbound && (message.readAt !== null || message.playedAt !== null),
    failed,
    errorCode: failed ? (message.errorCode ?? -1) : -1,
    inWindow: outbound && message.author !== 'app' ? message.at <= window.openUntil : null,
  }
}

/** A person wrote to the contact: an agent, or somebody typing in the phone app. */
export function isHumanReply(message: MessageFact): boolean {
  return (
    message.direction === 'out' && message.counts && (message.author === 'agent' || message.author === 'app')
  )
}
