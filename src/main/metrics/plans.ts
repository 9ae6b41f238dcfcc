/**
 * How each metric of the catalogue is counted: which rows of which stream, whose they are, and what is made of them. The
 * rules of a workspace, or of a definition by name, choose among what the rows carry; the rows stay as they are.
 */
import type { ExclusionReason, Targets } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import type { NumberRules } from '../../shared/rules.ts'
import { lastClose, replyBits, waitBits } from './bits.ts'
import { fixedPlans } from './fixedPlans.ts'
import { counting, others, value } from './parts.ts'
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

// ── what the rules choose ────────────────────────────────────────────────────────────────────────────────────────

function plansUnder(rules: NumberRules): Plans {
  const firstResponse = firstReplies(rules)
  const nextResponse = laterWaits(rules)
  const resolution = resolutions(rules)
  return {
    ...fixedPlans,
    first_response_time: { shape: 'duration', ...firstResponse },
    first_response_in_target: { shape: 'inTarget', ...firstResponse, target: 'firstResponse' },
    next_response_time: { shape: 'duration', ...nextResponse },
    next_response_in_target: { shape: 'inTarget', ...nextResponse, target: 'nextResponse' },
    resolution_time: { shape: 'duration', ...resolution },
    resolution_in_target: { shape: 'inTarget', ...resolution, target: 'resolution' },
  }
}

/** One value of each row, and what is left out for it. */
interface Measured {
  readonly part: Part
  readonly leftOut: readonly LeftOut[]
}

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
