/**
 * How each metric of the catalogue is counted: which rows of which stream, whose they are, and what is made of them. The
 * rules of a workspace, or of a definition by name, choose among what the rows carry; the rows stay as they are.
 */
import type { ExclusionReason, Targets } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import type { NumberRules } from '../../shared/rules.ts'
import {
  anyReason,
  assignmentBits,
  billable,
  botBits,
  firstEpisode,
  lastClose,
  messageBits,
  ratingBits,
  replyBits,
  sentimentBits,
  waitBits,
} from './bits.ts'
import type { Pause, StreamName, ValueName } from './streams.ts'
import { streams } from './streams.ts'

/** Which value of the stream's schema, without which pauses. A row that has none does not count, for the reason `missing`. */
export interface PartValue {
  readonly name: ValueName
  readonly without: readonly Pause['kind'][]
  readonly missing?: ExclusionReason
}

/** Rows of a stream, those whose bits hold all of `all` and none of `none`. */
export interface Part {
  readonly stream: StreamName
  /** Whom a row is credited to: what the row says, or (`current`) who has the conversation now. */
  readonly credit: 'agent' | 'other' | 'current'
  readonly all: number
  readonly none: number
  /** Only rows credited to somebody. */
  readonly credited?: true
  /** A conversation counts once, however many rows it has. */
  readonly distinct?: true
  readonly value?: PartValue
}

/** Rows that might have counted; the reason is each row's own where it is not stated. */
export interface LeftOut {
  readonly part: Part
  readonly reason: ExclusionReason | 'own'
}

export type Plan = { readonly leftOut: readonly LeftOut[] } & (
  | {
      readonly shape: 'count'
      readonly part: Part
      /** Only rows whose value exceeds this many seconds of the rules. */
      readonly over?: 'abandonedAfter'
    }
  /** Of the rows of `of` the share that also is `part`. */
  | { readonly shape: 'share'; readonly part: Part; readonly of: Part }
  /** Rows of one kind for each row of another. */
  | { readonly shape: 'ratio'; readonly part: Part; readonly of: Part }
  | { readonly shape: 'duration'; readonly part: Part }
  | {
      readonly shape: 'inTarget'
      readonly part: Part
      readonly target: keyof Targets
      /** A row without the value counts, as one that missed the target: what never ended took too long. */
      readonly endless?: 'late'
    }
  | { readonly shape: 'mean'; readonly part: Part }
  | { readonly shape: 'contacts'; readonly part: Part; readonly returning: boolean }
  /** Needs more than the rows of one conversation: computed in special/. */
  | { readonly shape: 'special' }
)

/** Streams whose rows may lie ahead: what is known to happen unless something is done. No question sees them before. */
export const foreseen: ReadonlySet<StreamName> = new Set<StreamName>(['flags', 'neglects'])

/** Where a value of a stream lies in `Row.values`. @throws RangeError for a value the stream does not have. */
export function valueIndexOf(stream: StreamName, name: ValueName): number {
  const index = Object.keys(streams[stream].values).indexOf(name)
  if (index < 0) throw new RangeError(`The stream ${stream} has no value ${name}.`)
  return index
}

/**
 * How a metric is counted under the rules. Equal rules give the same object, and metrics that count the same rows share
 * one part: parts serve as keys of a map.
 */
export function planOf(metric: MetricId, rules: NumberRules): Plan {
  const key = choices.map((choice) => rules[choice]).join(' ')
  let plans = known.get(key)
  if (plans === undefined) {
    plans = plansUnder(rules)
    known.set(key, plans)
  }
  return plans[metric]
}

/** The parts a figure is made of. */
export function partsOf(plan: Plan): readonly Part[] {
  if (plan.shape === 'special') return []
  return plan.shape === 'share' || plan.shape === 'ratio' ? [plan.part, plan.of] : [plan.part]
}

type Plans = Readonly<Record<MetricId, Plan>>

/** What of the rules plans depend on: as many sets of plans as these have combinations, a few of them in use. */
const choices = [
  'firstResponseClock',
  'firstResponsePer',
  'unanswered',
  'resolution',
  'withoutRest',
  'firstResponseCredit',
  'resolutionCredit',
  'closedOnly',
] as const satisfies readonly (keyof NumberRules)[]
const known = new Map<string, Plans>()

// ── parts ────────────────────────────────────────────────────────────────────────────────────────────────────────

function rowsOf(stream: StreamName, all = 0, none = 0, more: Partial<Part> = {}): Part {
  return { stream, credit: 'agent', all, none, ...more }
}

/** The rows of a stream that carry no reason. */
function counting(stream: StreamName, more: Partial<Part> = {}): Part {
  return rowsOf(stream, 0, anyReason, more)
}

/** The rows of a stream that carry one, each for its own. */
function others(stream: StreamName, credit: Part['credit'] = 'agent'): readonly LeftOut[] {
  return [{ part: rowsOf(stream, 0, 0, { credit }), reason: 'own' }]
}

function count(part: Part, leftOut: readonly LeftOut[] = []): Plan {
  return { shape: 'count', part, leftOut }
}

function share(part: Part, of: Part, leftOut: readonly LeftOut[] = []): Plan {
  return { shape: 'share', part, of, leftOut }
}

/** One value of each row, and what is left out for it. */
interface Measured {
  readonly part: Part
  readonly leftOut: readonly LeftOut[]
}

function value(name: ValueName, missing?: ExclusionReason): PartValue {
  return missing === undefined ? { name, without: [] } : { name, without: [], missing }
}

/** Counting rows that hold all the bits asked for; the others are left out by the first bit they lack. */
function narrowed(
  part: Part,
  leftOut: readonly LeftOut[],
  ...bits: readonly (readonly [bit: number, reason: ExclusionReason])[]
): Measured {
  return bits.reduce<Measured>(
    (measured, [bit, reason]) => {
      const { value: _, ...rows } = measured.part
      const lacking = { part: { ...rows, none: rows.none | bit }, reason }
      return {
        part: { ...measured.part, all: measured.part.all | bit },
        leftOut: [...measured.leftOut, lacking],
      }
    },
    { part, leftOut },
  )
}

// ── what the rules choose ────────────────────────────────────────────────────────────────────────────────────────

const clocks: Readonly<Record<NumberRules['firstResponseClock'], PartValue>> = {
  opening: value('opening'),
  first_inbound: value('first_inbound', 'no_inbound'),
  first_assignment: value('first_assignment', 'never_assigned'),
  bot_handoff: value('bot_handoff'),
}

function firstReplies(rules: NumberRules): Measured {
  const credit = rules.firstResponseCredit === 'current' ? 'current' : 'agent'
  const part = counting('replies', { credit, value: clocks[rules.firstResponseClock] })
  return narrowed(
    part,
    others('replies', credit),
    ...(rules.firstResponsePer === 'conversation' ? [[replyBits.first, 'not_first_response'] as const] : []),
    ...(rules.closedOnly ? [[replyBits.closed, 'not_closed'] as const] : []),
  )
}

function laterWaits(rules: NumberRules): Measured {
  const part = counting('waits', { value: value(rules.unanswered) })
  return narrowed(
    part,
    others('waits'),
    ...(rules.closedOnly ? [[waitBits.closed, 'not_closed'] as const] : []),
  )
}

const resolvers = { assigned: 'agent', closer: 'other', current: 'current' } as const

function resolutions(rules: NumberRules): Measured {
  const credit = resolvers[rules.resolutionCredit]
  const name = rules.resolution === 'episode' ? 'episode' : 'first_opening'
  const without: Pause['kind'][] = []
  if (rules.withoutRest) without.push('rest')
  if (rules.resolution === 'open_spans') without.push('closed')
  const onlyLast = rules.resolution === 'first_to_last' || rules.resolution === 'open_spans'
  return narrowed(
    counting('closes', { credit, value: { name, without } }),
    others('closes', credit),
    ...(onlyLast ? [[lastClose, 'not_last_close'] as const] : []),
  )
}

// ── the catalogue ────────────────────────────────────────────────────────────────────────────────────────────────

const { inbound, outbound, tracked, delivered, read, failed } = messageBits
const sent = rowsOf('messages', outbound)
const sentTracked = rowsOf('messages', outbound | tracked)
const sentDelivered = rowsOf('messages', outbound | tracked | delivered)
const sentRead = rowsOf('messages', outbound | tracked | delivered | read)
const sentFailed = rowsOf('messages', outbound | tracked | failed)
const received = rowsOf('messages', inbound)
const untracked: readonly LeftOut[] = [{ part: rowsOf('messages', outbound, tracked), reason: 'no_status' }]
const campaignsDelivered = rowsOf('campaigns', tracked | delivered)
const starts = rowsOf('starts')
const ratings = rowsOf('ratings')
const unrated = others('surveys')
const closes = counting('closes')
const unclosed = others('closes')
const transfers = rowsOf('assignments', assignmentBits.transfer)
const bots = rowsOf('bots')
const scored = counting('sentiments')
const special: Plan = { shape: 'special', leftOut: [] }

function plansUnder(rules: NumberRules): Plans {
  const firstResponse = firstReplies(rules)
  const nextResponse = laterWaits(rules)
  const resolution = resolutions(rules)
  return {
    ...fixed,
    first_response_time: { shape: 'duration', ...firstResponse },
    first_response_in_target: { shape: 'inTarget', ...firstResponse, target: 'firstResponse' },
    next_response_time: { shape: 'duration', ...nextResponse },
    next_response_in_target: { shape: 'inTarget', ...nextResponse, target: 'nextResponse' },
    resolution_time: { shape: 'duration', ...resolution },
    resolution_in_target: { shape: 'inTarget', ...resolution, target: 'resolution' },
  }
}

type Ruled = `${'first_response' | 'next_response' | 'resolution'}_${'time' | 'in_target'}`

/** What no rule changes. */
const fixed: Readonly<Record<Exclude<MetricId, Ruled>, Plan>> = {
  conversations_opened: count(rowsOf('starts', firstEpisode)),
  conversations_reopened: count(rowsOf('starts', 0, firstEpisode)),
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
  sent_in_window: count(rowsOf('messages', outbound | messageBits.inWindow)),
  sent_outside_window: count(rowsOf('messages', outbound | messageBits.outsideWindow)),
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
    part: rowsOf('neglects', 0, 0, { value: value('waited') }),
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
  assigned: count(rowsOf('assignments', assignmentBits.toAgent, 0, { distinct: true })),
  handled: count(rowsOf('messages', outbound | messageBits.byAgent, 0, { credited: true, distinct: true })),
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
  csat_score: share(rowsOf('ratings', ratingBits.top), ratings, unrated),
  csat_average: {
    shape: 'mean',
    part: rowsOf('ratings', 0, 0, { value: value('score') }),
    leftOut: unrated,
  },
  csat_response_rate: { shape: 'ratio', part: ratings, of: rowsOf('surveys'), leftOut: unrated },
  nps: special,
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
  bot_contained: share(rowsOf('bots', 0, botBits.asked | botBits.person), bots),
  bot_satisfied: share(rowsOf('bots', 0, botBits.asked | botBits.person | botBits.badly), bots),
  bot_escalated: share(rowsOf('bots', botBits.asked), bots),
  contacts_added: special,
  contacts_removed: special,
  contacts_new: { shape: 'contacts', part: starts, returning: false, leftOut: [] },
  contacts_returning: { shape: 'contacts', part: starts, returning: true, leftOut: [] },
  retention_rate: special,
  responsiveness: special,
  opt_in_coverage: special,
  drop_off: special,
  open_rate: share(rowsOf('campaigns', tracked | delivered | read), campaignsDelivered, [
    { part: rowsOf('campaigns', 0, tracked), reason: 'no_status' },
  ]),
  response_rate: special,
  conversion_rate: special,
  conversion_value: special,
  billable_messages: count(rowsOf('billing', billable)),
  flags_raised: count(rowsOf('flags')),
}
