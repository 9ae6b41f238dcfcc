/** How each metric of the catalogue is counted: which rows of which stream, whose they are, and what is made of them. */
import type { ExclusionReason, Targets } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { anyReason, assignmentBits, firstEpisode, messageBits, topRating } from './bits.ts'
import type { StreamName } from './columns.ts'

/** Rows of a stream, those whose bits hold all of `all` and none of `none`. */
export interface Part {
  readonly stream: StreamName
  /** Which column names the agent the row is credited to. */
  readonly credit: 'agent' | 'other'
  readonly all: number
  readonly none: number
  /** Only rows credited to somebody. */
  readonly credited?: true
  /** A conversation counts once, however many rows it has. */
  readonly distinct?: true
}

/** Rows that might have counted; the reason is each row's own where it is not stated. */
export interface LeftOut {
  readonly part: Part
  readonly reason: ExclusionReason | 'own'
}

export type Plan = { readonly leftOut: readonly LeftOut[] } & (
  | { readonly shape: 'count'; readonly part: Part }
  /** Of the rows of `of` the share that also is `part`. */
  | { readonly shape: 'share'; readonly part: Part; readonly of: Part }
  /** Rows of one kind for each row of another. */
  | { readonly shape: 'ratio'; readonly part: Part; readonly of: Part }
  | { readonly shape: 'duration'; readonly part: Part }
  | { readonly shape: 'inTarget'; readonly part: Part; readonly target: keyof Targets }
  | { readonly shape: 'mean'; readonly part: Part }
  | { readonly shape: 'contacts'; readonly part: Part; readonly returning: boolean }
)

function rowsOf(stream: StreamName, all = 0, none = 0, more: Partial<Part> = {}): Part {
  return { stream, credit: 'agent', all, none, ...more }
}

/** The rows of a stream that carry no reason. */
function counting(stream: StreamName, more: Partial<Part> = {}): Part {
  return rowsOf(stream, 0, anyReason, more)
}

/** The rows of a stream that carry one, each for its own. */
function others(stream: StreamName): readonly LeftOut[] {
  return [{ part: rowsOf(stream), reason: 'own' }]
}

const { inbound, outbound, tracked, delivered, read, failed } = messageBits
const sent = rowsOf('messages', outbound)
const sentTracked = rowsOf('messages', outbound | tracked)
const sentDelivered = rowsOf('messages', outbound | tracked | delivered)
const sentRead = rowsOf('messages', outbound | tracked | delivered | read)
const sentFailed = rowsOf('messages', outbound | tracked | failed)
const received = rowsOf('messages', inbound)
const untracked: readonly LeftOut[] = [{ part: rowsOf('messages', outbound, tracked), reason: 'no_status' }]
const starts = rowsOf('starts')
const ratings = rowsOf('ratings')
const unrated = others('surveys')
// One object a set of rows: what is grouped once is used by all who name it.
const firstReplies = counting('replies')
const closes = counting('closes')
const transfers = rowsOf('assignments', assignmentBits.transfer)

function count(part: Part, leftOut: readonly LeftOut[] = []): Plan {
  return { shape: 'count', part, leftOut }
}

function share(part: Part, of: Part, leftOut: readonly LeftOut[]): Plan {
  return { shape: 'share', part, of, leftOut }
}

export const plans: Readonly<Record<MetricId, Plan>> = {
  conversations_opened: count(rowsOf('starts', firstEpisode)),
  conversations_reopened: count(rowsOf('starts', 0, firstEpisode)),
  conversations_closed: count(closes, others('closes')),
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
  sent_in_window: count(rowsOf('messages', outbound | messageBits.inWindow)),
  sent_outside_window: count(rowsOf('messages', outbound | messageBits.outsideWindow)),
  first_response_time: { shape: 'duration', part: firstReplies, leftOut: others('replies') },
  next_response_time: { shape: 'duration', part: counting('waits'), leftOut: others('waits') },
  resolution_time: { shape: 'duration', part: closes, leftOut: others('closes') },
  time_to_assignment: { shape: 'duration', part: counting('pickups'), leftOut: others('pickups') },
  first_response_in_target: {
    shape: 'inTarget',
    part: firstReplies,
    target: 'firstResponse',
    leftOut: others('replies'),
  },
  resolution_in_target: {
    shape: 'inTarget',
    part: closes,
    target: 'resolution',
    leftOut: others('closes'),
  },
  assigned: count(rowsOf('assignments', assignmentBits.toAgent, 0, { distinct: true })),
  handled: count(rowsOf('messages', outbound | messageBits.byAgent, 0, { credited: true, distinct: true })),
  closed_by: count(counting('closes', { credit: 'other', credited: true })),
  transferred_in: count(transfers),
  transferred_out: count({ ...transfers, credit: 'other' }),
  csat_score: share(rowsOf('ratings', topRating), ratings, unrated),
  csat_average: { shape: 'mean', part: ratings, leftOut: unrated },
  csat_response_rate: { shape: 'ratio', part: ratings, of: rowsOf('surveys'), leftOut: unrated },
  contacts_new: { shape: 'contacts', part: starts, returning: false, leftOut: [] },
  contacts_returning: { shape: 'contacts', part: starts, returning: true, leftOut: [] },
  flags_raised: count(rowsOf('flags')),
}

/** The parts a metric's figure is made of. */
export function partsOf(metric: MetricId): readonly Part[] {
  const plan = plans[metric]
  return plan.shape === 'share' || plan.shape === 'ratio' ? [plan.part, plan.of] : [plan.part]
}
