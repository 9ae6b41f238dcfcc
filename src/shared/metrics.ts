/** The metric catalogue: one definition, printed alike by the screen, the report, the command line and the docs. */

export type MetricUnit = 'count' | 'seconds' | 'rate' | 'score'
export type MetricFamily = 'volume' | 'messages' | 'speed' | 'load' | 'quality' | 'contacts' | 'attention'
/** `duration` yields a DurationFigure, the others a ValueFigure. */
export type MetricShape = 'count' | 'duration' | 'rate' | 'mean'

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
}

function metric(
  family: MetricFamily,
  shape: MetricShape,
  better: Metric['better'],
  name: string,
  definition: string,
  credit: string,
): Metric {
  const unit = shape === 'duration' ? 'seconds' : shape === 'mean' ? 'score' : shape
  return { family, unit, shape, better, name, definition, credit }
}

const sender = 'the agent who wrote the message'
const closer = 'the agent assigned at the moment of the close'
const conversation = 'the agent assigned at that moment'
const opener = 'the agent assigned as it began, or the first one after'

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
  ),
  messages_read: metric(
    'messages',
    'count',
    'higher',
    'Read',
    'Messages sent in the period that were read or played. Contacts can switch read receipts off.',
    sender,
  ),
  messages_failed: metric(
    'messages',
    'count',
    'lower',
    'Failed',
    'Messages sent in the period that failed, with no later higher status.',
    sender,
  ),
  delivery_rate: metric(
    'messages',
    'rate',
    'higher',
    'Delivery rate',
    'Delivered ÷ sent, over messages whose source reports statuses.',
    sender,
  ),
  read_rate: metric(
    'messages',
    'rate',
    'higher',
    'Read rate',
    'Read ÷ delivered, over messages whose source reports statuses.',
    sender,
  ),
  read_of_sent: metric(
    'messages',
    'rate',
    'higher',
    'Read of sent',
    'Read ÷ sent, over messages whose source reports statuses.',
    sender,
  ),
  failure_rate: metric(
    'messages',
    'rate',
    'lower',
    'Failure rate',
    'Failed ÷ sent, over messages whose source reports statuses.',
    sender,
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
  ),
  next_response_time: metric(
    'speed',
    'duration',
    'lower',
    'Next response',
    'Each later wait that a person’s reply ended: from the first inbound message since the last reply to that reply.',
    'the agent who replied',
  ),
  resolution_time: metric(
    'speed',
    'duration',
    'lower',
    'Resolution',
    'From an episode’s start to its close, one for each close.',
    closer,
  ),
  time_to_assignment: metric(
    'speed',
    'duration',
    'lower',
    'To assignment',
    'From a conversation’s opening to its first assignment to an agent.',
    'the agent assigned first',
  ),
  first_response_in_target: metric(
    'speed',
    'rate',
    'higher',
    'First response in target',
    'First responses within the target ÷ first responses.',
    'the agent who replied',
  ),
  resolution_in_target: metric(
    'speed',
    'rate',
    'higher',
    'Resolution in target',
    'Closes within the target ÷ closes.',
    closer,
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
  ),
  csat_average: metric(
    'quality',
    'mean',
    'higher',
    'Mean rating',
    'Mean of the ratings, each on a scale of 1 to 5.',
    'the agent assigned when it was given',
  ),
  csat_response_rate: metric(
    'quality',
    'rate',
    'higher',
    'Rating response',
    'Ratings ÷ surveys sent.',
    'the agent assigned when it was given',
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
    'Flags raised in the period by the rules switched on.',
    'the agent flagged',
  ),
} as const satisfies Record<string, Metric>

export type MetricId = keyof typeof metrics
export const metricIds = Object.keys(metrics) as readonly MetricId[]

/** Upper bounds of the duration buckets in seconds; the last bucket has none. */
export const durationBuckets = [30, 120, 300, 600, 1800, 3600] as const
