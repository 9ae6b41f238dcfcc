/**
 * Definitions by name: the choices that give another product's figures from our facts, and in words what that product
 * does and where it cannot be followed. Data over the one engine, never a second one.
 */
import words from './locales/en/definitions.json' with { type: 'json' }
import type { MetricId } from './metrics.ts'
import type { DefinitionName, NumberRules } from './rules.ts'
import { defaultRules } from './rules.ts'

/** Choices of a definition. What is no matter of definition (`thresholds`) stays the workspace's. */
export type DefinedRules = Omit<NumberRules, (typeof thresholds)[number]>

/** Limits a team sets for itself; no product's definition fixes them for others, and some are already in the facts. */
export const thresholds = ['engagedMinutes', 'followUpDays', 'abandonedAfter'] as const

export interface Definition {
  /** As the product calls itself. */
  readonly name: string
  readonly rules: DefinedRules
  /** A sentence each, in English: what the product does, and where we cannot follow. `definitions:<name>.notes.<metric>` says it elsewhere. */
  readonly notes: Readonly<Partial<Record<MetricId, string>>>
  /** What concerns all of its figures, in English; `definitions:<name>.about.1` and so on. */
  readonly about: readonly string[]
  /** Where its rules are written down. */
  readonly sources: readonly string[]
}

const ours: DefinedRules = {
  firstResponseClock: defaultRules.firstResponseClock,
  firstResponsePer: defaultRules.firstResponsePer,
  unanswered: defaultRules.unanswered,
  resolution: defaultRules.resolution,
  withoutRest: defaultRules.withoutRest,
  firstResponseCredit: defaultRules.firstResponseCredit,
  resolutionCredit: defaultRules.resolutionCredit,
  closedOnly: defaultRules.closedOnly,
  hours: defaultRules.hours,
}

const floorwalker: Definition = {
  name: 'Floorwalker',
  rules: ours,
  notes: {},
  about: Object.values(words.floorwalker.about),
  sources: ['docs/metrics.md'],
}

const respondio: Definition = {
  name: 'respond.io',
  rules: { ...ours, closedOnly: true, resolutionCredit: 'closer', hours: 'calendar' },
  notes: words.respondio.notes,
  about: Object.values(words.respondio.about),
  sources: [
    'help.respond.io, dashboard reporting: responses, contacts',
    'docs.respond.io/reports/conversations',
    'docs.is-messenger.com, reports: conversations, resolutions, users',
  ],
}

const chatwoot: Definition = {
  name: 'Chatwoot',
  rules: {
    ...ours,
    firstResponseClock: 'bot_handoff',
    firstResponsePer: 'conversation',
    resolution: 'first_opening',
  },
  notes: words.chatwoot.notes,
  about: Object.values(words.chatwoot.about),
  sources: ['github.com/chatwoot/chatwoot, release 4.14.2: app/listeners, app/helpers, app/builders/v2'],
}

const wati: Definition = {
  name: 'WATI',
  rules: { ...ours, firstResponseClock: 'first_assignment', withoutRest: true, hours: 'calendar' },
  notes: words.wati.notes,
  about: Object.values(words.wati.about),
  sources: ['support.wati.io/en/articles/11463147'],
}

const trengo: Definition = {
  name: 'Trengo',
  rules: {
    ...ours,
    firstResponseClock: 'bot_handoff',
    firstResponsePer: 'conversation',
    resolution: 'open_spans',
    firstResponseCredit: 'current',
    resolutionCredit: 'current',
    hours: 'business',
  },
  notes: words.trengo.notes,
  about: Object.values(words.trengo.about),
  sources: ['help.trengo.com/article/measuring-trengo-analytics', 'help.trengo.com/en/articles/116050'],
}

const zendesk: Definition = {
  name: 'Zendesk',
  rules: { ...ours, firstResponsePer: 'conversation', resolution: 'first_to_last' },
  notes: words.zendesk.notes,
  about: Object.values(words.zendesk.about),
  sources: ['support.zendesk.com 4408834848154, 4408821871642, 4408829459866, 4724624097818, 6443376913818'],
}

export const definitions: Readonly<Record<DefinitionName, Definition>> = {
  floorwalker,
  respondio,
  chatwoot,
  wati,
  trengo,
  zendesk,
}

const defined = new Map<DefinitionName, WeakMap<NumberRules, NumberRules>>()

/**
 * The rules a question is answered under: those of a definition with the workspace's own thresholds, or all of the
 * workspace's where no name is given. The same arguments give the same object.
 */
export function rulesOf(name: DefinitionName | undefined, own: NumberRules): NumberRules {
  if (name === undefined) return own
  let known = defined.get(name)
  if (known === undefined) {
    known = new WeakMap()
    defined.set(name, known)
  }
  let rules = known.get(own)
  if (rules === undefined) {
    rules = { ...own, ...definitions[name].rules }
    known.set(own, rules)
  }
  return rules
}
