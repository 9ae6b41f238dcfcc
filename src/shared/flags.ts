/** Flags: what needs a person, by which rule, on what evidence, and what people did about it. */
import type { Hours, List, Named, Scope } from './contract.ts'

/** What a rule is about: most look at one conversation, some at an agent, a template, a channel or a source. */
export type FlagSubjectKind = 'conversation' | 'agent' | 'template' | 'channel' | 'source'

/** How a rule's threshold is meant. `none`: it has none. */
export type ThresholdUnit = 'seconds' | 'times' | 'share' | 'none'

interface RuleKind {
  readonly about: FlagSubjectKind
  readonly unit: ThresholdUnit
  /** Its threshold may count working hours only. */
  readonly mayCountHours: boolean
  /** Somebody pointed at it; a rule only passes it on. */
  readonly madeBy: 'rule' | 'person'
}

const conversation = { about: 'conversation', unit: 'none', mayCountHours: false, madeBy: 'rule' } as const
const waiting = { ...conversation, unit: 'seconds', mayCountHours: true } as const

/** Every rule there is, in the order screens list them. Stored words are positions in this list: only add at its end. */
export const flagRuleKinds = {
  unresolved: waiting,
  first_response: waiting,
  message_failed: conversation,
  mentioned: { ...conversation, madeBy: 'person' },
  waiting,
  reassigned_wait: waiting,
  negative: waiting,
  asks_person: waiting,
  abuse: conversation,
  outside_window: conversation,
  no_opt_in: conversation,
  personal_data: conversation,
  reopened: { ...conversation, unit: 'times' },
  ping_pong: { ...conversation, unit: 'times' },
  low_rating: { ...conversation, unit: 'share' },
  contact_blocked: conversation,
  promise: conversation,
  by_hand: { ...conversation, madeBy: 'person' },
  overloaded: { about: 'agent', unit: 'share', mayCountHours: false, madeBy: 'rule' },
  idle: { about: 'agent', unit: 'seconds', mayCountHours: false, madeBy: 'rule' },
  failing_template: { about: 'template', unit: 'share', mayCountHours: false, madeBy: 'rule' },
  failing_channel: { about: 'channel', unit: 'share', mayCountHours: false, madeBy: 'rule' },
  quality_fell: { about: 'channel', unit: 'none', mayCountHours: false, madeBy: 'rule' },
  sync_behind: { about: 'source', unit: 'seconds', mayCountHours: false, madeBy: 'rule' },
} as const satisfies Readonly<Record<string, RuleKind>>

export type FlagRuleId = keyof typeof flagRuleKinds
export const flagRuleIds = Object.keys(flagRuleKinds) as readonly FlagRuleId[]

/** Rules whose flags are facts of one conversation; the others look across conversations. */
export const conversationRuleIds = flagRuleIds.filter((id) => flagRuleKinds[id].about === 'conversation')

export type Severity = 'danger' | 'warning'

/** How a new flag of a rule is told: only shown, on the desktop, with a sound, or once a day in the digest. */
export const tellings = ['shown', 'notified', 'sounded', 'digest'] as const
export type Telling = (typeof tellings)[number]

/** What people may change about a rule. */
export interface FlagRule {
  readonly on: boolean
  readonly severity: Severity
  /** In the unit of its kind; null where the unit is `none`. */
  readonly threshold: number | null
  readonly hours: Hours
  /** Only conversations of these teams (and agents, for rules about agents); empty: all. */
  readonly teams: readonly string[]
  readonly telling: Telling
  /** Also sent to the webhook. */
  readonly webhook: boolean
}
export type FlagRules = Readonly<Record<FlagRuleId, FlagRule>>

const shown: FlagRule = {
  on: true,
  severity: 'warning',
  threshold: null,
  hours: 'calendar',
  teams: [],
  telling: 'shown',
  webhook: false,
}
const urgent: FlagRule = { ...shown, severity: 'danger', telling: 'notified' }

/** Benchmarks of the field (design/metrics.md), each editable. */
export const defaultFlagRules: FlagRules = {
  unresolved: { ...urgent, threshold: 300 },
  first_response: { ...shown, threshold: 60 },
  message_failed: shown,
  mentioned: { ...shown, telling: 'notified' },
  waiting: { ...shown, threshold: 120 },
  reassigned_wait: { ...shown, threshold: 120 },
  negative: { ...urgent, threshold: 180 },
  // At once: the customer said it; the threshold is the patience after that.
  asks_person: { ...urgent, threshold: 60 },
  abuse: { ...shown, telling: 'notified' },
  outside_window: shown,
  no_opt_in: { ...shown, telling: 'digest' },
  personal_data: { ...shown, telling: 'digest' },
  reopened: { ...shown, threshold: 2 },
  ping_pong: { ...shown, threshold: 3 },
  // In the lower half of the rating's scale.
  low_rating: { ...shown, threshold: 0.5, telling: 'notified' },
  contact_blocked: shown,
  promise: { ...shown, telling: 'notified' },
  by_hand: { ...shown, telling: 'notified' },
  overloaded: { ...shown, threshold: 1 },
  idle: { ...shown, threshold: 300 },
  failing_template: { ...urgent, threshold: 0.2 },
  failing_channel: { ...urgent, threshold: 0.2 },
  quality_fell: urgent,
  sync_behind: { ...shown, threshold: 900 },
}

/** What a flag is about. */
export interface FlagSubject extends Named {
  readonly kind: FlagSubjectKind
}

/** What a rule, or a person, says of what it flags. */
export interface FlagFinding {
  /** Stable over rebuilds. */
  readonly id: string
  readonly rule: FlagRuleId
  readonly severity: Severity
  /** When the cause began: the wait, the promise, the first of the messages. */
  readonly from: number
  /** When the rule was met. */
  readonly raisedAt: number
  /** When the cause ended, or will; null: it holds. */
  readonly endedAt: number | null
  /** What the words need: seconds waited or a count or share measured, the threshold, the error code, a text. */
  readonly seconds: number | null
  readonly target: number | null
  readonly code: number | null
  readonly text: string | null
  /** The message that shows it, and others of the evidence, oldest first, eight at most. */
  readonly message: string | null
  readonly messages: readonly string[]
}

export interface Flag extends FlagFinding {
  readonly madeBy: 'rule' | 'person'
  readonly subject: FlagSubject
  /** Null for a flag that is about no single conversation. */
  readonly conversation: string | null
  readonly contact: Named | null
  readonly agent: string | null
  /** It became known long after its moment, by records that came late: listed at its time, told nobody. */
  readonly late: boolean
  /** The name of who looks after it; null: nobody yet. */
  readonly owner: string | null
  /** It rests until then; null or past: it does not. */
  readonly snoozedUntil: number | null
  readonly decision: 'done' | 'false_alarm' | null
  readonly reason: string | null
}

export interface FlagQuery {
  readonly scope: Scope
  /** `open`: the cause holds now, nobody decided and it does not rest. */
  readonly state: 'open' | 'snoozed' | 'decided' | 'all'
  /** Empty: all. */
  readonly rules: readonly FlagRuleId[]
  readonly severities?: readonly Severity[]
  readonly madeBy?: 'rule' | 'person' | null
  /** A name; `''`: of nobody. */
  readonly owner?: string | null
  readonly after: string | null
  readonly limit: number
}

/** `total`: under the whole query; `open` and `danger`: open ones in its scope. */
export interface FlagList extends List<Flag> {
  readonly total: number
  readonly open: number
  readonly danger: number
}

/** Open flags of one rule, where there are too many to read one by one. Most urgent first. */
export interface FlagGroup {
  readonly rule: FlagRuleId
  readonly severity: Severity
  readonly open: number
  readonly oldest: number
  readonly newest: number
  /** Up to three of those it is mostly about. */
  readonly subjects: readonly (Named & { readonly open: number })[]
}

/** `reopen` takes back a decision or a rest. */
export type FlagAct =
  | { readonly kind: 'done'; readonly reason: string | null }
  | { readonly kind: 'false_alarm'; readonly reason: string | null }
  | { readonly kind: 'snooze'; readonly until: number }
  | { readonly kind: 'own'; readonly owner: string | null }
  | { readonly kind: 'reopen' }

export interface FlagAction {
  readonly flags: readonly string[]
  readonly act: FlagAct
  /** Who did it, as they name themselves; null: nobody said. */
  readonly by: string | null
}

/** Flags somebody acts on at once by their rule instead of one by one. */
export interface FlagGroupAction {
  readonly scope: Scope
  readonly rule: FlagRuleId
  readonly act: FlagAct
  readonly by: string | null
}

/** An open flag somebody acted on by its rule: neither decided nor at rest, and who looked after it. */
export type FlagBefore = Pick<Flag, 'id' | 'owner'>

export interface FlagHistory {
  readonly flag: Flag
  /** When a late flag was first seen; null: it was seen in time, or nobody looked yet. */
  readonly knownAt: number | null
  /** Oldest first; `raised` and `ended` are the rule's own. */
  readonly entries: readonly {
    readonly at: number
    readonly kind: FlagAct['kind'] | 'raised' | 'ended'
    readonly by: string | null
    readonly reason: string | null
    readonly owner: string | null
    readonly until: number | null
  }[]
}

/** A flag a person makes, on a conversation or on one message of it. Ends by a decision only. */
export interface NewFlag {
  readonly conversation: string
  readonly message: string | null
  readonly text: string
  readonly severity: Severity
  readonly by: string | null
}

/** How a rule did in the scope's period. */
export interface FlagRate {
  readonly rule: FlagRuleId
  readonly raised: number
  readonly decided: number
  readonly falseAlarms: number
  /** False alarms ÷ decided, with Wilson's 95 % interval; null: nothing decided. */
  readonly falseAlarmRate: { readonly value: number; readonly low: number; readonly high: number } | null
  /** Seconds from raised to ended, of those that ended; null: none. */
  readonly medianOpen: number | null
}

/** What a rule would have flagged in the week before now, beside what it does as it is set. */
export interface FlagPreviewQuery {
  readonly rule: FlagRuleId
  readonly change: FlagRule
  readonly zone: string
}
export interface FlagPreview {
  readonly from: number
  readonly to: number
  readonly raised: number
  readonly raisedNow: number
  /** Conversations (or agents, templates, channels) flagged, of all there were. */
  readonly flagged: number
  readonly of: number
  /** By local day, oldest first. */
  readonly byDay: readonly { readonly day: string; readonly raised: number }[]
  /** It flags nearly everything it looks at: more than nine in ten. */
  readonly matchesEverything: boolean
  /** The most recent, at most five. */
  readonly examples: readonly Flag[]
}
