import type { RecordOf } from '../../../shared/records.ts'
import { hour, minute, second } from './berlin.ts'
import { taiwan } from './company.ts'
import { weighted } from '../../../shared/random.ts'
import type { Random } from '../../../shared/random.ts'
import type { Timed } from './timed.ts'

/** An outbound message on its way. */
export interface Sent {
  readonly id: string
  readonly at: number
  readonly channel: string
  readonly category: 'service' | 'utility' | 'marketing'
  readonly hasMedia: boolean
  /** The contact wrote in the 24 hours before. */
  readonly inWindow: boolean
  /** Why it never arrived, null when it did. */
  readonly failure: Failure | null
}

type Failure = { readonly code: number; readonly title: string }

const undeliverable: Failure = { code: 131026, title: 'Message undeliverable' }
const outsideWindow: Failure = { code: 131047, title: 'Re-engagement message' }
const limited: Failure = {
  code: 131049,
  title: 'This message was not delivered to maintain healthy ecosystem engagement',
}
const experiment: Failure = { code: 130472, title: 'User’s number is part of an experiment' }
const stopped: Failure = { code: 131050, title: 'User has stopped marketing messages' }
const badMedia: Failure = { code: 131053, title: 'Media upload error' }

/**
 * What the cloud says about a message: failed, with `failure`, or sent with its price, then delivered or read. Delivered is skipped
 * where it was read, and a message read within seconds is only ever seen as read, as the cloud does it.
 * `readBy` is when the contact wrote next, by which time they had seen it; null when they never did.
 */
export function statusesOf(sent: Sent, readBy: number | null, random: Random): readonly Timed[] {
  const { failure } = sent
  const sentAt = sent.at + random.whole(400, 2200)
  if (failure !== null) return [status(sent, 'failed', sentAt + random.whole(200, 9000), { error: failure })]
  const quick =
    sent.category === 'marketing' ? random.around(50 * minute, 1.6) : random.around(25 * second, 1.7)
  const readAt = Math.floor(
    Math.min(sentAt + quick, readBy === null ? Infinity : Math.max(sentAt + 1, readBy - 900)),
  )
  const isRead = readBy !== null || random.chance(sent.category === 'marketing' ? 0.62 : 0.78)
  if (isRead && readAt - sentAt < coalesced) return [status(sent, 'read', readAt, { pricing: price(sent) })]
  const first = status(sent, 'sent', sentAt, { pricing: price(sent) })
  if (isRead && readAt - sentAt < 60 * hour) return [first, status(sent, 'read', readAt, {})]
  if (random.chance(0.06)) return [first]
  return [status(sent, 'delivered', sentAt + random.whole(300, 20_000), { pricing: price(sent) })]
}

const coalesced = 5 * minute

/** Whether a message about to be sent will fail, and how: mostly numbers that cannot be reached, more so in Taiwan. */
export function failureOf(sent: Omit<Sent, 'failure'>, random: Random): Failure | null {
  const bad = sent.channel === taiwan ? 6 : 1
  if (!sent.inWindow && sent.category === 'service') return random.chance(0.8) ? outsideWindow : null
  if (sent.hasMedia && random.chance(0.02 * bad)) return badMedia
  if (sent.category === 'marketing') {
    if (!random.chance(0.035 * Math.min(bad, 2))) return null
    return weighted(random, [
      [limited, 5],
      [undeliverable, 3],
      [experiment, 2],
      [stopped, 1],
    ])
  }
  return random.chance(0.0078 * bad) ? undeliverable : null
}

function price(sent: Sent): Record<string, unknown> {
  const free = sent.category === 'service' || (sent.category === 'utility' && sent.inWindow)
  return {
    billable: !free,
    pricing_model: 'PMP',
    type: free ? 'free_customer_service' : 'regular',
    category: sent.category,
  }
}

function status(
  sent: Sent,
  value: 'sent' | 'delivered' | 'read' | 'failed',
  at: number,
  more: { readonly error?: Failure; readonly pricing?: Record<string, unknown> },
): Timed {
  const record: RecordOf<'message_status'> = {
    kind: 'message_status',
    message: sent.id,
    status: value,
    at,
    error: more.error ?? null,
    pricing: more.pricing ?? null,
  }
  return { at, record }
}
