/** The metric catalogue: one definition, printed alike by the screen, the report, the command line and the docs. */
import type { Dimension, ExclusionReason } from './contract.ts'
import type { NumberRules } from './rules.ts'

export type MetricUnit = 'count' | 'seconds' | 'rate' | 'score' | 'money'
export type MetricFamily =
  | 'volume'
  | 'messages'
  | 'speed'
  | 'load'
  | 'quality'
  | 'automation'
  | 'contacts'
  | 'campaigns'
  | 'cost'
  | 'attention'
/** `duration` yields a DurationFigure, the others a ValueFigure. `state`: as it was at the period's end, or is now. */
export type MetricShape = 'count' | 'duration' | 'rate' | 'mean' | 'sum' | 'state'

export interface Metric {
  readonly family: MetricFamily
  readonly unit: MetricUnit
  readonly shape: MetricShape
  /** Which direction is better; null: neither. */
  readonly better: 'higher' | 'lower' | null
  readonly name: string
  readonly definition: string
  /** Whom a value belongs to. */
  readonly credit: string
  /** The choices of `rules.ts` that change it. */
  readonly variants: readonly (keyof NumberRules)[]
  /** Why something that might have counted did not. */
  readonly leavesOut: readonly ExclusionReason[]
}

function metric(
  family: MetricFamily,
  shape: MetricShape,
  better: Metric['better'],
  name: string,
  definition: string,
  credit: string,
  more: Partial<Pick<Metric, 'unit' | 'variants' | 'leavesOut'>> = {},
): Metric {
  return {
    family,
    unit: unitOf(shape),
    shape,
    better,
    name,
    definition,
    credit,
    variants: [],
    leavesOut: [],
    ...more,
  }
}

function unitOf(shape: MetricShape): MetricUnit {
  if (shape === 'duration') return 'seconds'
  if (shape === 'mean') return 'score'
  return shape === 'rate' ? 'rate' : 'count'
}

const sender = 'the agent who wrote the message'
const closer = 'the agent assigned at the moment of the close'
const conversation = 'the agent assigned at that moment'
const opener = 'the agent assigned as it began, or the first one after'
const responder = 'the agent who replied'
const rated = 'the agent assigned when it was given'
const nobody = 'nobody: it belongs to the contact'

const firstResponse = {
  variants: ['firstResponseClock', 'firstResponsePer', 'firstResponseCredit', 'closedOnly', 'hours'],
  leavesOut: [
    'bot',
    'campaign',
    'agent_opened',
    'no_inbound',
    'no_reply_yet',
    'closed_without_reply',
    'never_assigned',
    'not_first_response',
    'not_closed',
    'no_hours',
  ],
} as const satisfies Partial<Metric>
const resolution = {
  variants: ['resolution', 'withoutRest', 'resolutionCredit', 'hours'],
  leavesOut: ['not_closed', 'not_last_close', 'no_hours'],
} as const satisfies Partial<Metric>
const nextResponse = {
  variants: ['unanswered', 'closedOnly', 'hours'],
  leavesOut: ['no_reply_yet', 'closed_without_reply', 'not_closed', 'no_hours'],
} as const satisfies Partial<Metric>
const statuses = { leavesOut: ['no_status'] } as const satisfies Partial<Metric>

export const metrics = {
  conversations_opened: metric(
    'volume',
    'count',
    null,
    'Conversations',
    'Conversations begun in the period (first episodes).',
    opener,
  ),
  conversations_reopened: metric(
    'volume',
    'count',
    'lower',
    'Reopened',
    'Later episodes begun in the period: a reopening, or an inbound message in a closed conversation.',
    opener,
  ),
  conversations_closed: metric(
    'volume',
    'count',
    'higher',
    'Closed',
    'Episodes closed in the period.',
    closer,
    { leavesOut: ['not_closed'] },
  ),
  messages_received: metric(
    'messages',
    'count',
    null,
    'Messages received',
    'Inbound messages, without reactions, edits, revokes and system lines.',
    conversation,
  ),
  messages_sent: metric(
    'messages',
    'count',
    null,
    'Messages sent',
    'Outbound messages to contacts, whatever became of them, by agents, bots, automations, campaigns and the phone app.',
    sender,
  ),
  messages_delivered: metric(
    'messages',
    'count',
    'higher',
    'Delivered',
    'Messages sent in the period that reached delivered, read or played, whenever the status came.',
    sender,
    statuses,
  ),
  messages_read: metric(
    'messages',
    'count',
    'higher',
    'Read',
    'Messages sent in the period that were read or played. Contacts can switch read receipts off.',
    sender,
    statuses,
  ),
  messages_failed: metric(
    'messages',
    'count',
    'lower',
    'Failed',
    'Messages sent in the period that failed, with no later higher status.',
    sender,
    statuses,
  ),
  delivery_rate: metric(
    'messages',
    'rate',
    'higher',
    'Delivery rate',
    'Delivered ÷ sent, over messages whose source reports statuses.',
    sender,
    statuses,
  ),
  read_rate: metric(
    'messages',
    'rate',
    'higher',
    'Read rate',
    'Read ÷ delivered, over messages whose source reports statuses.',
    sender,
    statuses,
  ),
  read_of_sent: metric(
    'messages',
    'rate',
    'higher',
    'Read of sent',
    'Read ÷ sent, over messages whose source reports statuses.',
    sender,
    statuses,
  ),
  failure_rate: metric(
    'messages',
    'rate',
    'lower',
    'Failure rate',
    'Failed ÷ sent, over messages whose source reports statuses.',
    sender,
    statuses,
  ),
  engagement: metric(
    'messages',
    'rate',
    'higher',
    'Engagement',
    'Messages received ÷ messages delivered. Can exceed 1.',
    conversation,
  ),
  sent_in_window: metric(
    'messages',
    'count',
    null,
    'Inside the window',
    'Outbound messages within 24 h after the contact’s last inbound message or call on that channel (72 h after a free entry point).',
    sender,
  ),
  sent_outside_window: metric(
    'messages',
    'count',
    null,
    'Outside the window',
    'Outbound messages not within 24 h after the contact’s last inbound message; phone-app messages apart.',
    sender,
  ),
  first_response_time: metric(
    'speed',
    'duration',
    'lower',
    'First response',
    'From an episode’s start to its first reply by a person; in episodes of ours from the first inbound message. A bot’s answer is no reply; a reply after the close is none.',
    'the agent who replied',
    firstResponse,
  ),
  next_response_time: metric(
    'speed',
    'duration',
    'lower',
    'Next response',
    'Each later wait that a person’s reply ended: from the first inbound message since the last reply to that reply.',
    'the agent who replied',
    nextResponse,
  ),
  resolution_time: metric(
    'speed',
    'duration',
    'lower',
    'Resolution',
    'From an episode’s start to its close, one for each close.',
    closer,
    resolution,
  ),
  time_to_assignment: metric(
    'speed',
    'duration',
    'lower',
    'To assignment',
    'From a conversation’s opening to its first assignment to an agent.',
    'the agent assigned first',
    { variants: ['hours'], leavesOut: ['never_assigned', 'no_hours'] },
  ),
  first_response_in_target: metric(
    'speed',
    'rate',
    'higher',
    'First response in target',
    'First responses within the target ÷ first responses.',
    'the agent who replied',
    firstResponse,
  ),
  resolution_in_target: metric(
    'speed',
    'rate',
    'higher',
    'Resolution in target',
    'Closes within the target ÷ closes.',
    closer,
    resolution,
  ),
  assigned: metric(
    'load',
    'count',
    null,
    'Assigned',
    'Distinct conversations assigned to the agent in the period.',
    'the agent assigned',
  ),
  handled: metric(
    'load',
    'count',
    null,
    'Handled',
    'Distinct conversations in which the agent wrote to the contact in the period, open or closed.',
    sender,
  ),
  closed_by: metric(
    'load',
    'count',
    null,
    'Closed by',
    'Episodes the agent closed in the period.',
    'the agent who closed',
    { leavesOut: ['not_closed'] },
  ),
  transferred_in: metric(
    'load',
    'count',
    null,
    'Received',
    'Assignments received from another agent.',
    'the receiving agent',
  ),
  transferred_out: metric(
    'load',
    'count',
    null,
    'Passed on',
    'Assignments passed on to another agent.',
    'the agent who had it',
  ),
  csat_score: metric(
    'quality',
    'rate',
    'higher',
    'CSAT',
    'Ratings in the top two of the scale ÷ ratings.',
    'the agent assigned when it was given',
    { leavesOut: ['not_rated'] },
  ),
  csat_average: metric(
    'quality',
    'mean',
    'higher',
    'Mean rating',
    'Mean of the ratings, each on a scale of 1 to 5.',
    'the agent assigned when it was given',
    { leavesOut: ['not_rated'] },
  ),
  csat_response_rate: metric(
    'quality',
    'rate',
    'higher',
    'Rating response',
    'Ratings ÷ surveys sent.',
    'the agent assigned when it was given',
    { leavesOut: ['not_rated'] },
  ),
  contacts_new: metric(
    'contacts',
    'count',
    null,
    'New contacts',
    'Distinct contacts with an episode begun in the period whose first ever episode is in it.',
    opener,
  ),
  contacts_returning: metric(
    'contacts',
    'count',
    null,
    'Returning contacts',
    'Distinct contacts with an episode begun in the period who had one before it.',
    opener,
  ),
  flags_raised: metric(
    'attention',
    'count',
    'lower',
    'Flags',
    'Flags about chats raised in the period by the rules switched on; flags about agents, templates, channels and sources, and flags made by hand, are not counted.',
    'the agent flagged',
  ),
  time_to_first_response_from_assignment: metric(
    'speed',
    'duration',
    'lower',
    'First response after assignment',
    'From the last assignment before it to the first reply by a person.',
    responder,
    { variants: ['hours'], leavesOut: [...firstResponse.leavesOut] },
  ),
  next_response_in_target: metric(
    'speed',
    'rate',
    'higher',
    'Next response in target',
    'Later waits that a person’s reply ended within the target ÷ later waits that one ended.',
    responder,
    nextResponse,
  ),
  handle_time: metric(
    'speed',
    'duration',
    'lower',
    'Handle time',
    'The agent’s engaged minutes for a conversation in the period, each minute shared among the conversations live at once; one for each agent and conversation.',
    'the agent engaged',
    { variants: ['engagedMinutes'] },
  ),
  abandoned: metric(
    'speed',
    'count',
    'lower',
    'Abandoned',
    'Episodes whose contact waited for a person longer than the limit and got no reply before the close or 24 h of silence; the first such wait of the episode.',
    conversation,
    { variants: ['abandonedAfter', 'hours'], leavesOut: ['no_hours'] },
  ),
  responses_to_resolution: metric(
    'speed',
    'mean',
    'lower',
    'Replies to resolution',
    'Replies by people in a conversation up to its close, mean over closes.',
    closer,
    { leavesOut: ['not_closed'] },
  ),
  messages_per_conversation: metric(
    'speed',
    'mean',
    null,
    'Messages per conversation',
    'All messages of a conversation up to its close, mean over closes.',
    closer,
    { leavesOut: ['not_closed'] },
  ),
  open_now: metric(
    'load',
    'state',
    'lower',
    'Open',
    'Conversations open at the moment asked for: the end of the period, or now.',
    'the agent assigned then',
  ),
  waiting_now: metric(
    'load',
    'state',
    'lower',
    'Waiting',
    'Open conversations whose customer waits for a person at that moment.',
    'the agent assigned then',
  ),
  longest_wait: metric(
    'load',
    'state',
    'lower',
    'Longest wait',
    'The longest of the waits running at that moment.',
    'the agent assigned then',
    { unit: 'seconds' },
  ),
  unassigned_now: metric(
    'load',
    'state',
    'lower',
    'Unassigned',
    'Open conversations nobody is assigned to at that moment.',
    'nobody',
  ),
  engaged_time: metric(
    'load',
    'sum',
    null,
    'Engaged time',
    'Time in which the agent has a conversation whose customer waits, or wrote in it less than three minutes (setting) ago; what overlaps counts once.',
    'the agent engaged',
    { unit: 'seconds', variants: ['engagedMinutes'] },
  ),
  occupancy: metric(
    'load',
    'rate',
    null,
    'Occupancy',
    'Engaged time while online ÷ time online. Without presence: first to last action of the day, estimated.',
    'the agent engaged',
    { variants: ['engagedMinutes'] },
  ),
  utilization: metric(
    'load',
    'rate',
    null,
    'Utilization',
    'Engaged time within shifts ÷ shifts. Without a roster: first to last action of the day, estimated.',
    'the agent engaged',
    { variants: ['engagedMinutes'] },
  ),
  concurrency: metric(
    'load',
    'mean',
    null,
    'Concurrency',
    'Mean number of engaged conversations at once, while engaged at all.',
    'the agent engaged',
    { variants: ['engagedMinutes'] },
  ),
  nps: metric(
    'quality',
    'mean',
    'higher',
    'NPS',
    'Promoters (9–10) minus detractors (0–6) in hundred ratings, where the scale is 0–10.',
    rated,
    { leavesOut: ['not_rated'] },
  ),
  audit_score: metric(
    'quality',
    'mean',
    'higher',
    'Audit score',
    'Mean score of the reviews of chats drawn at random, at the time the chat was last active; a review counts for as many chats as its place in the draw stands for. Chats picked by hand, by risk or because of a flag, and calibrations are left out.',
    'the agent reviewed',
  ),
  audit_coverage: metric(
    'quality',
    'rate',
    null,
    'Audited',
    'Closes of conversations that were reviewed, however they were chosen ÷ closes.',
    closer,
    { leavesOut: ['not_closed'] },
  ),
  first_contact_resolution: metric(
    'quality',
    'rate',
    'higher',
    'First contact resolution',
    'Closes neither reopened nor followed by the same contact in the same category (or any, if there is none) within seven days (setting) ÷ closes.',
    closer,
    { variants: ['followUpDays'], leavesOut: ['not_closed'] },
  ),
  repeat_contacts: metric(
    'quality',
    'rate',
    'lower',
    'Repeat contacts',
    'Opened conversations of a contact who had one closed within the seven days (setting) before ÷ opened conversations.',
    opener,
    { variants: ['followUpDays'] },
  ),
  sentiment_negative: metric(
    'quality',
    'rate',
    'lower',
    'Negative sentiment',
    'Conversations the customer wrote in whose sentiment is negative ÷ those that could be scored. An estimate by word lists: compare like with like, judge nobody by it.',
    conversation,
    { leavesOut: ['not_scored'] },
  ),
  negative_resolved_in_target: metric(
    'quality',
    'rate',
    'higher',
    'Negative settled in target',
    'Negative conversations answered by a person or closed within the target after the message that made them negative ÷ negative conversations.',
    conversation,
    { variants: ['hours'], leavesOut: ['not_scored', 'no_hours'] },
  ),
  bot_contained: metric(
    'automation',
    'rate',
    'higher',
    'Contained by the bot',
    'Episodes with a bot in which nobody asked for a person and none took part ÷ episodes with a bot.',
    conversation,
  ),
  bot_satisfied: metric(
    'automation',
    'rate',
    'higher',
    'Contained and not rated badly',
    'Contained episodes without a rating in the lower half of its scale ÷ episodes with a bot.',
    conversation,
  ),
  bot_escalated: metric(
    'automation',
    'rate',
    'lower',
    'Handed to a person',
    'Episodes a bot handed to a person, or that were given to one ÷ episodes with a bot.',
    conversation,
  ),
  contacts_added: metric(
    'contacts',
    'count',
    null,
    'Contacts added',
    'Contacts added in the period, by how they were added.',
    nobody,
  ),
  contacts_removed: metric(
    'contacts',
    'count',
    'lower',
    'Contacts removed',
    'Contacts deleted or removed in the period.',
    nobody,
  ),
  retention_rate: metric(
    'contacts',
    'rate',
    'higher',
    'Retention',
    'Contacts of the period before with an episode begun in this one too ÷ contacts of the period before.',
    nobody,
  ),
  responsiveness: metric(
    'contacts',
    'rate',
    'higher',
    'Responsiveness',
    'Contacts we wrote to first in the period who wrote back within 72 h ÷ contacts we wrote to first, by how they were added.',
    sender,
  ),
  opt_in_coverage: metric(
    'contacts',
    'rate',
    'higher',
    'Opt-in on record',
    'Contacts messaged in the period with an opt-in on record at that time ÷ contacts messaged.',
    sender,
  ),
  drop_off: metric(
    'contacts',
    'count',
    null,
    'Drop-off',
    'Contacts who wrote in the period by the furthest step they reached in it: received, answered, resolved, rated, converted.',
    nobody,
  ),
  open_rate: metric(
    'campaigns',
    'rate',
    'higher',
    'Open rate',
    'Read ÷ delivered, of campaign and template messages.',
    sender,
    statuses,
  ),
  response_rate: metric(
    'campaigns',
    'rate',
    'higher',
    'Response rate',
    'Contacts who wrote within 72 h of a campaign or template message ÷ contacts such a message was delivered to.',
    sender,
    statuses,
  ),
  conversion_rate: metric(
    'campaigns',
    'rate',
    'higher',
    'Conversion rate',
    'Contacts with a conversion within seven days of a conversation or campaign message of the period ÷ contacts with one.',
    nobody,
  ),
  conversion_value: metric(
    'campaigns',
    'sum',
    'higher',
    'Conversion value',
    'Sum of the conversions in the period; null where they are in more than one currency: break them down by goal.',
    nobody,
    { unit: 'money' },
  ),
  billable_messages: metric(
    'cost',
    'count',
    'lower',
    'Billable messages',
    'Messages the cloud reports as billable, by price category and country.',
    sender,
  ),
} as const satisfies Record<string, Metric>

export type MetricId = keyof typeof metrics
export const metricIds = Object.keys(metrics) as readonly MetricId[]

/** Upper bounds of the duration buckets in seconds; the last bucket has none. */
export const durationBuckets = [30, 120, 300, 600, 1800, 3600] as const

/** Figures known by a name of their own: a metric, broken down. */
export const breakdowns = {
  failures_by_reason: { metric: 'messages_failed', by: ['error', 'channel'] },
  conversations_by_category: { metric: 'conversations_opened', by: ['category'] },
  conversations_by_channel: { metric: 'conversations_opened', by: ['channel'] },
  closed_by_source: { metric: 'conversations_closed', by: ['closed-by'] },
  busy_hours: { metric: 'messages_received', by: ['weekday-hour'] },
  contacts_by_origin: { metric: 'contacts_added', by: ['added-by'] },
  cost_by_country: { metric: 'billable_messages', by: ['pricing', 'country'] },
} as const satisfies Record<string, { readonly metric: MetricId; readonly by: readonly Dimension[] }>
