/** How each metric is counted that no rule changes. */
import type { MetricId } from '../../shared/metrics.ts'
import {
  assignmentBits,
  billable,
  botBits,
  firstEpisode,
  messageBits,
  ratingBits,
  sentimentBits,
} from './bits.ts'
import { counting, others, partOf, value } from './parts.ts'
import type { LeftOut, Part, Plan } from './plans.ts'

function count(part: Part, leftOut: readonly LeftOut[] = []): Plan {
  return { shape: 'count', part, leftOut }
}

function share(part: Part, of: Part, leftOut: readonly LeftOut[] = []): Plan {
  return { shape: 'share', part, of, leftOut }
}

const { inbound, outbound, tracked, delivered, read, failed } = messageBits
const sent = partOf('messages', outbound)
const sentTracked = partOf('messages', outbound | tracked)
const sentDelivered = partOf('messages', outbound | tracked | delivered)
const sentRead = partOf('messages', outbound | tracked | delivered | read)
const sentFailed = partOf('messages', outbound | tracked | failed)
const received = partOf('messages', inbound)
const untracked: readonly LeftOut[] = [{ part: partOf('messages', outbound, tracked), reason: 'no_status' }]
const campaignsDelivered = partOf('campaigns', tracked | delivered)
const starts = partOf('starts')
const ratings = partOf('ratings')
const unrated = others('surveys')
const closes = counting('closes')
const unclosed = others('closes')
const transfers = partOf('assignments', assignmentBits.transfer)
const bots = partOf('bots')
const scored = counting('sentiments')
const special: Plan = { shape: 'special', leftOut: [] }

/** Metrics the rules have a say in: `plans.ts` makes theirs. */
type Ruled = `${'first_response' | 'next_response' | 'resolution'}_${'time' | 'in_target'}`

export const fixedPlans: Readonly<Record<Exclude<MetricId, Ruled>, Plan>> = {
  conversations_opened: count(partOf('starts', firstEpisode)),
  conversations_reopened: count(partOf('starts', 0, firstEpisode)),
  conversations_closed: count(closes, unclosed),
  messages_received: count(received),
  messages_sent: count(sent),
  messages_delivered: count(sentDelivered, untracked),
  messages_read: count(sentRead, untracked),
  messages_failed: count(sentFailed, untracked),
  delivery_rate: share(sentDelivered, sentTracked, untracked),
  read_rate: share(sentRead, sentDelivered, untracked),
  read_of_sent: share(sentRead, sentTracked, untracked),
  failure_rate: share(sentFailed, sentTracked, untracked),
  engagement: {
    shape: 'ratio',
    part: { ...received, credit: 'other' },
    of: { ...sentDelivered, credit: 'other' },
    leftOut: [],
  },
  sent_in_window: count(partOf('messages', outbound | messageBits.inWindow)),
  sent_outside_window: count(partOf('messages', outbound | messageBits.outsideWindow)),
  time_to_assignment: {
    shape: 'duration',
    part: counting('pickups', { value: value('length') }),
    leftOut: others('pickups'),
  },
  time_to_first_response_from_assignment: {
    shape: 'duration',
    part: counting('replies', { value: value('last_assignment', 'never_assigned') }),
    leftOut: others('replies'),
  },
  handle_time: special,
  abandoned: {
    shape: 'count',
    part: partOf('neglects', 0, 0, { value: value('waited') }),
    over: 'abandonedAfter',
    leftOut: [],
  },
  responses_to_resolution: {
    shape: 'mean',
    part: counting('closes', { value: value('replies') }),
    leftOut: unclosed,
  },
  messages_per_conversation: {
    shape: 'mean',
    part: counting('closes', { value: value('messages') }),
    leftOut: unclosed,
  },
  assigned: count(partOf('assignments', assignmentBits.toAgent, 0, { distinct: true })),
  handled: count(partOf('messages', outbound | messageBits.byAgent, 0, { credited: true, distinct: true })),
  closed_by: count(counting('closes', { credit: 'other', credited: true })),
  transferred_in: count(transfers),
  transferred_out: count({ ...transfers, credit: 'other' }),
  open_now: special,
  waiting_now: special,
  longest_wait: special,
  unassigned_now: special,
  engaged_time: special,
  occupancy: special,
  utilization: special,
  concurrency: special,
  csat_score: share(partOf('ratings', ratingBits.top), ratings, unrated),
  csat_average: {
    shape: 'mean',
    part: partOf('ratings', 0, 0, { value: value('score') }),
    leftOut: unrated,
  },
  csat_response_rate: { shape: 'ratio', part: ratings, of: partOf('surveys'), leftOut: unrated },
  nps: special,
  audit_score: special,
  audit_coverage: special,
  first_contact_resolution: special,
  repeat_contacts: special,
  sentiment_negative: share(
    counting('sentiments', { all: sentimentBits.negative }),
    scored,
    others('sentiments'),
  ),
  negative_resolved_in_target: {
    shape: 'inTarget',
    part: counting('sentiments', { all: sentimentBits.negative, value: value('settled') }),
    target: 'negativeSettled',
    endless: 'late',
    leftOut: others('sentiments'),
  },
  bot_contained: share(partOf('bots', 0, botBits.asked | botBits.person), bots),
  bot_satisfied: share(partOf('bots', 0, botBits.asked | botBits.person | botBits.badly), bots),
  bot_escalated: share(partOf('bots', botBits.asked), bots),
  contacts_added: special,
  contacts_removed: special,
  contacts_new: { shape: 'contacts', part: starts, returning: false, leftOut: [] },
  contacts_returning: { shape: 'contacts', part: starts, returning: true, leftOut: [] },
  retention_rate: special,
  responsiveness: special,
  opt_in_coverage: special,
  drop_off: special,
  open_rate: share(partOf('campaigns', tracked | delivered | read), campaignsDelivered, [
    { part: partOf('campaigns', 0, tracked), reason: 'no_status' },
  ]),
  response_rate: special,
  conversion_rate: special,
  conversion_value: special,
  billable_messages: count(partOf('billing', billable)),
  flags_raised: count(partOf('flags')),
}
