/** A question as the reference takes it: what it is about, and where each thing belongs in its answer. */
import type { Dimension, MetricsQuery, Scope, Settings } from '../../src/shared/contract.ts'
import { rulesOf } from '../../src/shared/definitions.ts'
import type { NumberRules } from '../../src/shared/rules.ts'
import { hoursOf, type Ledger } from './ledger.ts'
import type { History } from './replay.ts'
import type { OpenTime } from './hours.ts'

/** One thing that may count: when, whose, about what, how much. */
export interface Thing {
  readonly at: number
  readonly agent: number
  /** The team in force; the agent's own comes before it. */
  readonly team: number
  /** Who did it and for which team, whoever it is credited to: whose hours and targets hold. */
  readonly done?: { readonly agent: number; readonly team: number }
  readonly history: History | null
  readonly contact: number
  readonly opener: string | null
  /** Seconds, a score, or 1 and 0 for what counts and does not. */
  readonly value: number | null
  /** What only some things have: who wrote, an error, a goal. */
  readonly labels?: Readonly<Partial<Record<Dimension, string | null>>>
  /** Dimensions such a thing does not have, along which it is the same for all. */
  readonly alike?: readonly Dimension[]
  /** Which of the two a ratio is made of; the time an agent was there. */
  readonly role?: 'of'
  readonly span?: { readonly from: number; readonly to: number }
  readonly estimated?: boolean
  readonly currency?: string | null
}

export interface Question {
  readonly ledger: Ledger
  readonly scope: Scope
  readonly by: readonly Dimension[]
  readonly rules: NumberRules
  readonly settings: Settings
  /** null: durations by the calendar. */
  readonly openTime: ((channel: number, team: number) => OpenTime | null) | null
  readonly now: number
}

export function questionOf(
  ledger: Ledger,
  { scope, by, definition }: Pick<MetricsQuery, 'scope' | 'by' | 'definition'>,
  settings: Settings,
  now: number,
): Question {
  const rules = rulesOf(definition, settings.rules)
  const hours = rules.hours ?? scope.hours ?? 'calendar'
  const openTime = hours === 'business' ? hoursOf(ledger, settings) : null
  return { ledger, scope, by, rules, settings, openTime, now }
}

/** What depends on neither period nor filters is found once for all questions under the same rules. */
export function remembered<T>(find: (question: Question) => T): (question: Question) => T {
  const found = new WeakMap<Ledger, { readonly question: Question; readonly answer: T }>()
  return (question) => {
    const last = found.get(question.ledger)
    const isSame = (['rules', 'settings', 'openTime', 'now'] as const).every(
      (name) => last?.question[name] === question[name],
    )
    if (last !== undefined && isSame) return last.answer
    const answer = find(question)
    found.set(question.ledger, { question, answer })
    return answer
  }
}

// ── what a question is about ─────────────────────────────────────────────────────────────────────────────────────

export function inPeriod({ scope }: Question, { at }: Pick<Thing, 'at'>): boolean {
  return at >= scope.from && at < scope.to
}

/** Whether a thing passes all filters, whenever it was. */
export function passes({ ledger, scope }: Question, thing: Thing): boolean {
  const { world } = ledger
  return (
    isOneOf(scope.agents, world.agents.get(thing.agent)) &&
    isOneOf(scope.teams, world.teams.get(teamOf(ledger, thing))) &&
    passesConversation({ ledger, scope }, thing.history) &&
    isOneOf(scope.openers ?? [], thing.opener) &&
    // Only messages have an author.
    (thing.labels?.author === undefined || isOneOf(scope.authors ?? [], thing.labels.author))
  )
}

export function passesConversation(
  { ledger, scope }: Pick<Question, 'ledger' | 'scope'>,
  history: History | null,
) {
  const { world } = ledger
  return (
    isOneOf(scope.channels, world.channels.get(history?.conversation.channel ?? -1)) &&
    isOneOf(scope.categories, world.categories.get(history?.category ?? -1))
  )
}

function isOneOf(wanted: readonly string[], id: string | null | undefined): boolean {
  return wanted.length === 0 || (id !== undefined && id !== null && wanted.includes(id))
}

/** The team whose hours and targets hold for what was done: the one in force, else the agent's own. */
export function servingTeam({ world }: Ledger, { agent, team }: Pick<Thing, 'agent' | 'team'>): number {
  return team < 0 ? (world.teamOfAgent.get(agent) ?? -1) : team
}

/** The team of the agent, else the one in force. */
export function teamOf({ world }: Ledger, { agent, team }: Pick<Thing, 'agent' | 'team'>): number {
  const own = world.teamOfAgent.get(agent) ?? -1
  return own < 0 ? team : own
}

// ── where things belong ──────────────────────────────────────────────────────────────────────────────────────────

export type Key = Readonly<Partial<Record<Dimension, string | null>>>

const quarterMs = 900_000
const timeDimensions: readonly Dimension[] = ['day', 'week', 'month', 'hour', 'weekday', 'weekday-hour']

export function isTime(dimension: Dimension): boolean {
  return timeDimensions.includes(dimension)
}

/** The units of time that follow one another; hours and weekdays come again. */
export function isLinear(dimension: Dimension): boolean {
  return dimension === 'day' || dimension === 'week' || dimension === 'month'
}

export function belongs(question: Question, thing: Thing, key: Key): boolean {
  return question.by.every(
    (dimension) =>
      thing.alike?.includes(dimension) === true ||
      labelOf(question, thing, dimension) === (key[dimension] ?? null),
  )
}

/** The row a thing makes; null where something of it is the same for all rows. */
export function keyOf(question: Question, thing: Thing): Key | null {
  if (question.by.some((dimension) => thing.alike?.includes(dimension) === true)) return null
  return Object.fromEntries(question.by.map((dimension) => [dimension, labelOf(question, thing, dimension)]))
}

function labelOf({ ledger, scope }: Question, thing: Thing, dimension: Dimension): string | null {
  const { world } = ledger
  if (isTime(dimension)) return timeKey(dimension, thing.at, scope.zone)
  const own: Partial<Record<Dimension, string | null | undefined>> = {
    ...thing.labels,
    agent: world.agents.get(thing.agent),
    team: world.teams.get(teamOf(ledger, thing)),
    channel: world.channels.get(thing.history?.conversation.channel ?? -1),
    category: world.categories.get(thing.history?.category ?? -1),
    'opened-by': thing.opener,
  }
  return own[dimension] ?? null
}

// ── time ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const formats = new Map<string, Intl.DateTimeFormat>()
const keys = new Map<string, Map<number, string>>()

/** What an instant is called along a dimension of time. No zone in use begins an hour between two quarters. */
export function timeKey(dimension: Dimension, at: number, zone: string): string {
  const name = `${dimension} ${zone}`
  const known = keys.get(name) ?? new Map<number, string>()
  keys.set(name, known)
  const quarter = Math.floor(at / quarterMs)
  const key = known.get(quarter) ?? nameOf(dimension, quarter * quarterMs, zone)
  known.set(quarter, key)
  return key
}

function nameOf(dimension: Dimension, at: number, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    })
  formats.set(zone, format)
  const [date = '', hour = ''] = format.format(at).split(', ')
  const weekday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7
  const names: Partial<Record<Dimension, string>> = {
    day: date,
    week: weekOf(date, weekday),
    month: date.slice(0, 7),
    hour,
    weekday: String(weekday + 1),
    'weekday-hour': `${weekday + 1}-${hour}`,
  }
  return names[dimension] ?? ''
}

/** A week belongs to the year its Thursday is in; the first one holds 4 January. */
function weekOf(date: string, weekday: number): string {
  const day = 86_400_000
  const thursday = new Date(Date.parse(`${date}T00:00Z`) + (3 - weekday) * day)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day))
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The moments inside a stretch of time at which the unit of any dimension asked for changes, ascending. */
export function boundariesIn({ by, scope }: Question, from: number, to: number): readonly number[] {
  const dimensions = by.filter(isTime)
  const found: number[] = []
  if (dimensions.length === 0) return found
  const nameAt = (at: number) => dimensions.map((dimension) => timeKey(dimension, at, scope.zone)).join(' ')
  for (let at = (Math.floor(from / quarterMs) + 1) * quarterMs; at < to; at += quarterMs)
    if (nameAt(at) !== nameAt(at - 1)) found.push(at)
  return found
}

/** The pieces of a stretch of time between moments. */
export function piecesOf(
  from: number,
  to: number,
  boundaries: readonly number[],
): readonly { readonly from: number; readonly to: number }[] {
  if (!(from < to)) return []
  const cuts = [from, ...boundaries.filter((at) => at > from && at < to), to]
  return cuts.slice(1).map((end, index) => ({ from: cuts[index]!, to: end }))
}
