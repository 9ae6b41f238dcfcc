/** What the person chose, as the part of the address behind `#`, so that a link restores everything. */
import { type Preset, presets } from '../shared/period.ts'
import { type ExplainQuery, type Hours, hoursKinds } from '../shared/contract.ts'
import { metrics } from '../shared/metrics.ts'

/** In the order of the rail and of Ctrl/⌘ 1…8. */
export const places = [
  'now',
  'overview',
  'agents',
  'chats',
  'assignments',
  'audits',
  'reports',
  'settings',
] as const
export type Place = (typeof places)[number]

/** A preset, or whole local days: `from` and `to` are dates such as `2026-05-11`, both included. */
export type ChosenPeriod = { readonly preset: Preset } | { readonly from: string; readonly to: string }

export interface Chosen {
  readonly place: Place
  readonly period: ChosenPeriod
  /** Whether figures are compared with the period before. */
  readonly compare: boolean
  readonly teams: readonly string[]
  readonly channels: readonly string[]
  readonly agents: readonly string[]
  readonly categories: readonly string[]
  /** IANA name; null follows the settings, then the workspace. */
  readonly zone: string | null
  /** How durations are measured. */
  readonly hours: Hours
  /** The part of the place that is shown; null: its first. Each place knows its own. */
  readonly section: string | null
  readonly conversation: string | null
  /** The message or comment the open chat is shown at; null: its end. */
  readonly message: string | null
  /** Which conversations Chats lists and in which order, as its filters write it; null: all, latest first. */
  readonly list: string | null
  /** What is looked for in Chats, in the query language; null: nothing. */
  readonly search: string | null
  /** The review, sample or scorecard that is open in Audits. */
  readonly audit: string | null
  /** The template that is open in Reports; null: its first. */
  readonly template: string | null
  /** The number that is open in Chats. */
  readonly drill: ExplainQuery | null
  /** The agent whose page is open in Agents. */
  readonly agentPage: string | null
  /** The past moment Assignments looks at, epoch milliseconds; null: now. */
  readonly asOf: number | null
}

export const nothingChosen: Chosen = {
  place: 'overview',
  period: { preset: 'last28' },
  compare: true,
  teams: [],
  channels: [],
  agents: [],
  categories: [],
  zone: null,
  hours: 'calendar',
  section: null,
  conversation: null,
  message: null,
  list: null,
  search: null,
  audit: null,
  template: null,
  drill: null,
  agentPage: null,
  asOf: null,
}

const lists = ['teams', 'channels', 'agents', 'categories'] as const

/** `#/agents?period=last28&teams=t-1`; what is at its default is left out. */
export function toHash(chosen: Chosen): string {
  const query = new URLSearchParams()
  const { period } = chosen
  query.set('period', 'preset' in period ? period.preset : `${period.from}_${period.to}`)
  if (!chosen.compare) query.set('compare', 'no')
  for (const list of lists) for (const value of chosen[list]) query.append(list, value)
  if (chosen.zone !== null) query.set('zone', chosen.zone)
  if (chosen.hours !== 'calendar') query.set('hours', chosen.hours)
  if (chosen.section !== null) query.set('section', chosen.section)
  if (chosen.agentPage !== null) query.set('agent', chosen.agentPage)
  if (chosen.conversation !== null) query.set('chat', chosen.conversation)
  if (chosen.message !== null) query.set('message', chosen.message)
  if (chosen.list !== null) query.set('list', chosen.list)
  if (chosen.search !== null) query.set('search', chosen.search)
  if (chosen.audit !== null) query.set('audit', chosen.audit)
  if (chosen.template !== null) query.set('template', chosen.template)
  if (chosen.asOf !== null) query.set('asof', new Date(chosen.asOf).toISOString())
  if (chosen.drill !== null) query.set('number', JSON.stringify(chosen.drill))
  return `#/${chosen.place}?${query.toString()}`
}

/** Null when the address names no place of ours. What cannot be read in it is at its default. */
export function fromHash(hash: string): Chosen | null {
  const [, name = '', search = ''] = /^#\/([a-z]+)(?:\?(.*))?$/s.exec(hash) ?? []
  const place = places.find((candidate) => candidate === name)
  if (place === undefined) return null
  const query = new URLSearchParams(search)
  return {
    place,
    period: readPeriod(query.get('period')),
    compare: query.get('compare') !== 'no',
    teams: query.getAll('teams'),
    channels: query.getAll('channels'),
    agents: query.getAll('agents'),
    categories: query.getAll('categories'),
    zone: query.get('zone'),
    hours: hoursKinds.find((kind) => kind === query.get('hours')) ?? 'calendar',
    section: query.get('section'),
    conversation: query.get('chat'),
    message: query.get('message'),
    list: query.get('list'),
    search: query.get('search'),
    audit: query.get('audit'),
    template: query.get('template'),
    drill: readDrill(query.get('number')),
    agentPage: query.get('agent'),
    asOf: readMoment(query.get('asof')),
  }
}

function readMoment(text: string | null): number | null {
  const moment = Date.parse(text ?? '')
  return Number.isNaN(moment) ? null : moment
}

function readPeriod(text: string | null): ChosenPeriod {
  const preset = presets.find((candidate) => candidate === text)
  if (preset !== undefined) return { preset }
  const [, from, to] = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)$/.exec(text ?? '') ?? []
  if (from === undefined || to === undefined || from > to || !isDate(from) || !isDate(to))
    return nothingChosen.period
  return { from, to }
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A link may be hostile or from another version: only what has the shape of a question is taken. */
function readDrill(text: string | null): ExplainQuery | null {
  if (text === null) return null
  try {
    const value = JSON.parse(text) as Partial<ExplainQuery> | null
    return isExplainQuery(value) ? value : null
  } catch {
    return null
  }
}

function isExplainQuery(value: Partial<ExplainQuery> | null): value is ExplainQuery {
  if (typeof value !== 'object' || value === null) return false
  const { metric, scope, key, bucket } = value
  return (
    typeof metric === 'string' &&
    Object.hasOwn(metrics, metric) &&
    typeof scope === 'object' &&
    scope !== null &&
    Number.isFinite(scope.from) &&
    Number.isFinite(scope.to) &&
    typeof scope.zone === 'string' &&
    [scope.agents, scope.teams, scope.channels, scope.categories].every(isTexts) &&
    (key === undefined || (typeof key === 'object' && key !== null)) &&
    (bucket === undefined || Number.isInteger(bucket))
  )
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}
