/** One message as the metrics count it: what became of it, and whether it fell into the customer service window. */
import { hourMs } from '../../shared/period.ts'
import type { Format } from './bits.ts'
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

/** An inbound message or call opens the window anew. */
export function widenWindow(window: Window, message: TimelineMessage): void {
  if (!message.isCall && !countsAsMessage(message)) return
  const until = message.at + (message.freeEntry ? freeEntryWindow : serviceWindow)
  if (until > window.openUntil) window.openUntil = until
}

/** The fact of one message; `assigned` and `team` are those in force at its time. */
export function messageFact(
  message: TimelineMessage,
  direction: 'in' | 'out',
  assigned: number,
  team: number,
  window: Window,
): MessageFact {
  return direction === 'in'
    ? inboundFact(message, assigned, team)
    : outboundFact(message, assigned, team, window)
}

function inboundFact(message: TimelineMessage, assigned: number, team: number): MessageFact {
  return {
    k: message.k,
    at: message.at,
    direction: 'in',
    counts: countsAsMessage(message),
    author: message.author,
    agent: -1,
    assigned,
    team,
    tracked: false,
    delivered: false,
    read: false,
    failed: false,
    errorCode: -1,
    inWindow: null,
    format: null,
    template: -1,
    pricing: -1,
    billable: false,
  }
}

function outboundFact(message: TimelineMessage, assigned: number, team: number, window: Window): MessageFact {
  const { author, readAt, playedAt, failedAt, pricing } = message
  const reached = highest(message)
  const delivered = reached > Number.NEGATIVE_INFINITY
  // A failure is final unless a higher status came after it: some relays report a failure too early.
  const failed = failedAt !== null && reached < failedAt
  return {
    k: message.k,
    at: message.at,
    direction: 'out',
    counts: countsAsMessage(message),
    author,
    agent: author === 'agent' ? (message.agent ?? -1) : -1,
    assigned,
    team,
    tracked: delivered || message.sentAt !== null || failedAt !== null,
    delivered,
    read: readAt !== null || playedAt !== null,
    failed,
    errorCode: failed ? (message.errorCode ?? -1) : -1,
    inWindow: author === 'app' ? null : message.at <= window.openUntil,
    format: isCampaign(message) ? formatOfType(message.type) : null,
    template: message.template ?? -1,
    pricing: pricing === null ? -1 : pricing.category,
    billable: pricing !== null && pricing.billable,
  }
}

/** When the message reached delivered or more; minus infinity: it did not. */
function highest({ deliveredAt, readAt, playedAt }: TimelineMessage): number {
  let reached = deliveredAt ?? Number.NEGATIVE_INFINITY
  if (readAt !== null && readAt > reached) reached = readAt
  if (playedAt !== null && playedAt > reached) reached = playedAt
  return reached
}

function isCampaign(message: TimelineMessage): boolean {
  return (
    message.author === 'campaign' ||
    message.type === 'template' ||
    message.template !== null ||
    message.templateCategory !== null
  )
}

function formatOfType(type: TimelineMessage['type']): Format {
  switch (type) {
    case 'text':
    case 'image':
    case 'audio':
    case 'video':
    case 'document':
    case 'interactive':
    case 'template':
      return type
    case 'sticker':
    case 'location':
    case 'contacts':
    case 'reaction':
    case 'order':
    case 'edit':
    case 'revoke':
    case 'system':
    case 'unsupported':
    case 'unknown':
      return 'other'
  }
}

/** A person wrote to the contact: an agent, or somebody typing in the phone app. */
export function isHumanReply(message: MessageFact): boolean {
  return (
    message.direction === 'out' && message.counts && (message.author === 'agent' || message.author === 'app')
  )
}
