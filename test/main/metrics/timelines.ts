/**
 * Timelines written the way one tells them, one step a line:
 *
 *   09:00     opened by contact
 *   09:00     in
 *   09:02:30  out by agent 1 delivered
 *   +1d 10:00 closed by agent 1 category 3
 *
 * Times are UTC on 11 May 2026 (a Monday), or `+1d` on the day after. Numbers are row ids. Messages may be `negative`,
 * `neutral` or `positive`, `asksPerson`, `asksManager` or `abuse`, hold a `card`, an `iban` or an `email`, be one that
 * `promises 1000000` (promisedTimes.ts), in `language 3`, a `template 5` (a word), `billable 7` or `unbilled 7` (a price category).
 */
import type { Targets } from '../../../src/shared/contract.ts'
import { defaultFlagRules, flagRuleIds, type FlagRules } from '../../../src/shared/flags.ts'
import { defaultRules } from '../../../src/shared/rules.ts'
import type { authors, contentTypes } from '../../../src/shared/records.ts'
import type { ConversationFacts, FactSettings, Surroundings } from '../../../src/main/metrics/facts.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { signal } from '../../../src/main/text/signals.ts'
import type { Sentiment, Timeline, TimelineMessage } from '../../../src/main/metrics/timeline.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

export const monday = Date.UTC(2026, 4, 11)
export const targets: Targets = {
  firstResponse: 300,
  resolution: 3600,
  nextResponse: 120,
  csat: 0.85,
  failureRate: 0.02,
  firstContactResolution: null,
  utilization: null,
  botContainment: null,
  negativeSettled: 180,
}
/** Every rule off. */
export const noFlags = Object.fromEntries(
  flagRuleIds.map((id) => [id, { ...defaultFlagRules[id], on: false }]),
) as FlagRules
/** Every rule on. */
export const allFlags: FlagRules = {
  ...defaultFlagRules,
  unresolved: { ...defaultFlagRules.unresolved, threshold: 300 },
  first_response: { ...defaultFlagRules.first_response, threshold: 120 },
}

const signalNames = Object.keys(signal) as (keyof typeof signal)[]

/** Epoch milliseconds of `09:00`, `09:00:30` or `+2d 09:00`. */
export function at(text: string): number {
  const match = /^(?:\+(\d+)d )?(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?$/.exec(text)
  if (match === null) throw new Error(`no time: ${text}`)
  const [, days = 0, hours, minutes, seconds = 0, ms = 0] = match
  return (
    monday +
    (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
    Number(ms)
  )
}

export interface Setting {
  readonly conversation?: number
  readonly contact?: number
  readonly channel?: number
  readonly lastInboundBefore?: number | null
  readonly topic?: number
  readonly optedInAt?: number | null
  readonly optedOutAt?: number | null
}

export function timelineOf(text: string, setting: Setting = {}): Timeline {
  const conversation = setting.conversation ?? 1
  const timeline: Writable<Timeline> = {
    conversation,
    rid: `v${conversation}`,
    contact: setting.contact ?? conversation,
    channel: setting.channel ?? 1,
    openedAt: null,
    openedBy: { type: 'unknown', agent: null },
    messages: [],
    events: [],
    assignments: [],
    comments: [],
    ratings: [],
    surveys: [],
    topic: setting.topic ?? -1,
    lastInboundBefore: setting.lastInboundBefore ?? null,
    optedInAt: setting.optedInAt ?? null,
    optedOutAt: setting.optedOutAt ?? null,
  }
  const lines = text.split('\n').map((line) => line.trim())
  for (const line of lines.filter((entry) => entry !== '')) addStep(timeline, line)
  timeline.messages.sort((a, b) => a.at - b.at || a.k - b.k)
  timeline.events.sort((a, b) => a.at - b.at)
  timeline.assignments.sort((a, b) => a.at - b.at)
  return timeline
}

function addStep(timeline: Writable<Timeline>, line: string): void {
  const match = /^((?:\+\d+d )?[\d:.]+)\s+(\S+)\s*(.*)$/.exec(line)
  if (match === null) throw new Error(`no step: ${line}`)
  const time = at(match[1]!)
  const verb = match[2]!
  const words = match[3]!.split(/\s+/).filter((word) => word !== '')
  const number = (word: string) => {
    const index = words.indexOf(word)
    const value = index < 0 ? undefined : words[index + 1]
    return value === undefined || !/^-?\d+$/.test(value) ? null : Number(value)
  }
  const by = words[words.indexOf('by') + 1] ?? 'unknown'
  const byAgent = number('agent')
  switch (verb) {
    case 'opened':
      timeline.openedAt = time
      timeline.openedBy = { type: by as Timeline['openedBy']['type'], agent: byAgent }
      return
    case 'in':
    case 'out':
    case 'internal':
      timeline.messages.push(messageOf(timeline, verb, time, words, by, number))
      return
    case 'closed':
    case 'reopened':
    case 'pending':
    case 'snoozed':
    case 'bot_handoff':
    case 'bot_resolved':
    case 'categorised':
      timeline.events.push({
        at: time,
        event: verb,
        byType: (words.includes('by') ? by : 'unknown') as 'agent',
        byAgent,
        category: number('category'),
      })
      return
    case 'assigned': {
      const to = words[0] === 'nobody' ? null : Number(words[0])
      const from = number('from')
      const team = number('team')
      timeline.assignments.push({
        at: time,
        from,
        to,
        team,
        hash: (((from ?? -1) + 1) * 1000 + (to ?? -1) + 1) * 1000 + (team ?? -1) + 1,
        byType: 'system',
        byAgent: null,
        source: words.includes('noticed') ? 'diffed' : words.includes('inferred') ? 'inferred' : 'stated',
        notBefore: words.includes('after') ? at(words[words.indexOf('after') + 1]!) : null,
      })
      return
    }
    case 'rated':
      // `rated 9 of 0 10` is on a scale from 0 to 10.
      timeline.ratings.push({
        at: time,
        score: Number(words[0]),
        min: Number(words[2] ?? 1),
        max: Number(words[3] ?? 5),
      })
      return
    case 'surveyed':
      timeline.surveys.push({ at: time })
      return
    case 'comment':
      timeline.comments.push({
        rid: `n${timeline.comments.length + 1}`,
        at: time,
        agent: byAgent,
        text: 'please look',
        mentions: words.includes('mentions') ? words.slice(words.indexOf('mentions') + 1).map(Number) : [],
      })
      return
    default:
      throw new Error(`no verb: ${verb}`)
  }
}

function messageOf(
  timeline: Timeline,
  direction: 'in' | 'out' | 'internal',
  time: number,
  words: readonly string[],
  by: string,
  number: (word: string) => number | null,
): TimelineMessage {
  const seq = timeline.messages.length + 1
  const reached = (status: string) => (words.includes(status) ? time + 1000 : null)
  const agent = words[words.indexOf('agent') + 1]
  const type = words.find((word) => ['reaction', 'edit', 'revoke', 'system', 'template'].includes(word))
  return {
    k: timeline.conversation * 2 ** 20 + seq,
    rid: `m${timeline.conversation}.${String(seq).padStart(3, '0')}`,
    at: time,
    direction,
    author: (direction === 'in'
      ? 'contact'
      : words.includes('by')
        ? by
        : 'unknown') as (typeof authors)[number],
    agent: words.includes('agent') && agent !== undefined ? Number(agent) : null,
    type: (type ?? (words.includes('call') ? 'system' : 'text')) as (typeof contentTypes)[number],
    templateCategory: null,
    template: number('template'),
    pricing: pricingOf(words, number),
    sentiment: (words.find((word) => ['negative', 'neutral', 'positive'].includes(word)) ??
      null) as Sentiment | null,
    language: number('language') ?? -1,
    signals: signalNames.reduce((bits, name) => bits | (words.includes(name) ? signal[name] : 0), 0),
    promise: number('promises'),
    isCall: words.includes('call'),
    freeEntry: words.includes('ad'),
    sentAt: reached('sent'),
    deliveredAt: reached('delivered'),
    readAt: reached('read'),
    playedAt: reached('played'),
    failedAt: reached('failed'),
    errorCode: number('failed'),
  }
}

function pricingOf(
  words: readonly string[],
  number: (word: string) => number | null,
): TimelineMessage['pricing'] {
  const billable = words.includes('billable')
  const category = number(billable ? 'billable' : 'unbilled')
  return category === null ? null : { category, billable }
}

/** A workspace in UTC that knows of consent, where nobody states working hours and rows are called by their number. */
export const surroundings: Surroundings = {
  zone: 'UTC',
  hoursOf: () => null,
  teamRows: (names) => new Set(names.map(Number)),
  knowsConsent: true,
}

export function factSettings(rules: FlagRules = noFlags, around: Partial<Surroundings> = {}): FactSettings {
  return {
    flagRules: rules,
    targets,
    rules: defaultRules,
    surroundings: { ...surroundings, ...around },
  }
}

export function factsOf(
  text: string,
  rules: FlagRules = noFlags,
  setting: Setting = {},
  around: Partial<Surroundings> = {},
): ConversationFacts {
  return deriveFacts(timelineOf(text, setting), factSettings(rules, around))
}
