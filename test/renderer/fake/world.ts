/** A small made-up workspace, the same at every start. */
import { defaultFlagRules } from '../../../src/shared/flags.ts'
import { defaultTelling } from '../../../src/shared/telling.ts'
import type { Settings, SourceState, Targets, Workspace } from '../../../src/shared/contract.ts'
import type { FlagRuleId } from '../../../src/shared/flags.ts'
import { defaultRules } from '../../../src/shared/rules.ts'

export const zone = 'Europe/Berlin'
export const hour = 3_600_000
export const day = 24 * hour

/** A number in [0, 1) that hangs on nothing but its text. */
export function chance(text: string): number {
  let hash = 2166136261
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296
}

export function pick<T>(text: string, from: readonly T[]): T {
  return from[Math.floor(chance(text) * from.length)]!
}

const people: readonly (readonly [name: string, team: string])[] = [
  ['Jonas Weber', 'orders'],
  ['Priya Nair', 'orders'],
  ['Mateo Ruiz', 'orders'],
  ['陳怡君', 'orders'],
  ['Anna Keller', 'orders'],
  ['Chloé Laurent', 'orders'],
  ['Tomáš Novák', 'returns'],
  ['Hugo Moreau', 'returns'],
  ['Lena Hoffmann', 'returns'],
  ['Sofía Ortega', 'returns'],
  ['Nadia Haddad', 'sales'],
  ['Marco Bianchi', 'sales'],
  ['Emma Clarke', 'sales'],
  ['林志偉', 'sales'],
]

export const agents = people.map(([name, team], index) => ({
  id: `agent-${index + 1}`,
  name,
  teams: [team],
  active: true,
  role: index % 7 === 0 ? 'lead' : 'agent',
}))
export const teams = [
  { id: 'orders', name: 'Orders' },
  { id: 'returns', name: 'Returns' },
  { id: 'sales', name: 'Sales' },
]
export const channels = [
  { id: 'de', name: 'Support DE', phone: '+49 30 5557 0142' },
  { id: 'es', name: 'Soporte ES', phone: '+34 910 555 018' },
  { id: 'fr', name: 'Service FR', phone: '+33 1 55 55 01 73' },
  { id: 'tw', name: '台灣客服', phone: '+886 2 5550 0164' },
]
export const categories = [
  'Delivery status',
  'Returns and refunds',
  'Product advice',
  'Size and fit',
  'Payment',
]
export const contacts = [
  '林佳蓉',
  'Oliver Hughes',
  'Sabine Roth',
  'Inés Navarro',
  'Julien Mercier',
  'Thomas Winkler',
  'Lucía Fernández',
  'נועה לוי',
  'محمد العلي',
  'Grace Whitfield',
]
export const flagRules: readonly FlagRuleId[] = [
  'unresolved',
  'first_response',
  'message_failed',
  'mentioned',
]

export function workspaceAt(now: number, empty: boolean): Workspace {
  return {
    name: 'Nordlicht',
    clockSpeed: 1,
    zone,
    empty,
    sample: true,
    agents,
    teams,
    channels,
    categories,
    span: { from: now - 90 * day, to: now },
    now,
    version: '0.1.0',
  }
}

const nineToSix = [['09:00', '18:00']] as const

export const noTargets: Targets = {
  firstResponse: null,
  resolution: null,
  nextResponse: null,
  csat: null,
  failureRate: null,
  firstContactResolution: null,
  utilization: null,
  botContainment: null,
  negativeSettled: null,
}

export const settings: Settings = {
  language: null,
  theme: 'system',
  density: 'comfortable',
  zone: null,
  me: 'agent-5',
  targets: {
    firstResponse: 60,
    resolution: 1800,
    nextResponse: 300,
    csat: 0.85,
    failureRate: 0.015,
    firstContactResolution: 0.8,
    utilization: 0.85,
    botContainment: 0.7,
    negativeSettled: 180,
  },
  targetOverrides: [{ team: 'returns', channel: null, targets: { resolution: 3600 } }],
  rules: defaultRules,
  workingHours: [
    {
      scope: null,
      zone,
      week: {
        mon: nineToSix,
        tue: nineToSix,
        wed: nineToSix,
        thu: [
          ['09:00', '12:30'],
          ['13:30', '20:00'],
        ],
        fri: nineToSix,
        sat: [['22:00', '02:00']],
        sun: [],
      },
      exceptions: [{ date: '2026-12-25', ranges: [], name: 'Christmas' }],
    },
  ],
  topicRules: [{ id: 'topic-1', name: 'Delivery status', keywords: { de: ['liefer*'], en: ['deliver*'] } }],
  flagRules: { ...defaultFlagRules, first_response: { ...defaultFlagRules.first_response, threshold: 600 } },
  conversationGapHours: 24,
  telling: defaultTelling,
  agentCapacity: 8,
  savedSearches: [],
  reviewer: 'Katrin Sommer',
  disputeHours: 168,
}

export function sourcesAt(now: number): readonly SourceState[] {
  const common = { failure: null, nextAt: null, progress: null }
  return [
    {
      ...common,
      id: 'sample-1',
      kind: 'sample',
      name: 'Nordlicht Outdoor (sample)',
      phase: 'tail',
      completeTo: now - 20_000,
      backfilledTo: now - 90 * day,
      backfilled: true,
      records: 184_211,
      rejected: 3,
    },
    {
      ...common,
      id: 'whatsapp-cloud-1',
      kind: 'whatsapp-cloud',
      name: 'WhatsApp Cloud API',
      phase: 'backfill',
      completeTo: now - 60_000,
      backfilledTo: now - 21 * day,
      backfilled: false,
      records: 41_208,
      rejected: 0,
      progress: { done: 41_208, total: 120_000, perSecond: 2140, secondsLeft: 37 },
    },
  ]
}
