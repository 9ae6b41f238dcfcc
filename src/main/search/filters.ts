/** What each filter of the query language asks, with the names of this workspace. */
import { assertNever } from '../../shared/assertNever.ts'
import { flagRuleIds } from '../../shared/flags.ts'
import { spanOf } from '../../shared/searchLanguage.ts'
import type { SearchTerm } from '../../shared/searching.ts'
import type { Author, Content, Direction } from '../store/bits.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { findPhrase, type Condition } from './conditions.ts'
import type { MessageStatus } from './documents.ts'
import { contentFacet, facet, pairFacets, rowFacet, sentimentFacet } from './facets.ts'
import { hasNumber, isNumeric, numberPattern } from './phones.ts'
import { laneBits, laneOfChannel } from './slots.ts'
import { phraseOf, searchTokens } from './tokens.ts'

/** What a hit belongs to, read when somebody asks. */
export interface Subject {
  /** Whole seconds since 1970. */
  readonly second: number
  readonly direction: () => Direction
  readonly status: () => MessageStatus | null
  readonly conversation: () => SearchConversation
}

export interface SearchConversation {
  readonly row: number
  readonly contact: number
  readonly agent: number | null
  readonly team: number | null
  readonly category: number | null
  readonly closed: boolean
  readonly waiting: boolean
}

export type Check = (subject: Subject) => boolean

/** Rows of all conversations that pass a filter; null when they are more than `most`. */
export type Narrowing = (most: number) => readonly number[] | null

export interface FilterPorts {
  readonly dictionary: WorkspaceDictionary
  readonly zone: string
  readonly now: number
  /** What a contact is called and reached by. */
  readonly contactTexts: (contact: number) => readonly string[]
  readonly isFlagged: (conversation: number) => boolean
  readonly wasFlagged: (conversation: number, rule: string) => boolean
  readonly narrow: {
    readonly contact: (text: string) => Narrowing
    readonly open: Narrowing
    readonly waiting: Narrowing
    readonly flagged: Narrowing
  }
}

export interface ReadFilter {
  readonly conditions: readonly Condition[]
  readonly check: Check | null
  /** Whole seconds since 1970. */
  readonly span: { readonly from: number; readonly to: number } | null
  readonly narrowing: Narrowing | null
  /** Nothing here has this name. */
  readonly unknown: boolean
}

type FilterTerm = Extract<SearchTerm, { kind: 'filter' }>

const nothing: ReadFilter = { conditions: [], check: null, span: null, narrowing: null, unknown: false }

export function readFilter({ name, value }: FilterTerm, ports: FilterPorts): ReadFilter {
  const { dictionary } = ports
  switch (name) {
    case 'from':
      return fromFilter(value, ports)
    case 'to':
      return toFilter(value, ports)
    case 'in':
      return channelFilter(channelRows(value, dictionary), dictionary)
    case 'team':
      return conversationFilter('team', rowsNamed(value, dictionary.teams))
    case 'category':
      return conversationFilter(
        'category',
        rowsNamed(
          value,
          dictionary.categories.map(({ row, name: id }) => ({ row, id, name: id })),
        ),
      )
    case 'contact':
      return contactFilter(value, ports)
    case 'before':
    case 'after':
    case 'on':
      return { ...nothing, span: spanFilter(name, value, ports) }
    case 'has':
      return facets(hasFacets(value))
    case 'is':
      return isFilter(value, ports)
    case 'sentiment':
      return facets([sentimentFacet(['negative', 'neutral', 'positive'].indexOf(value) - 1)])
    case 'language':
      return rowsFilter('word', languageRows(value, dictionary))
    case 'template':
      return rowsFilter(
        'word',
        rowsNamed(
          value,
          (dictionary.words ?? []).flatMap(({ kind, row, text }) =>
            kind === 'template' ? [{ row, id: text, name: text }] : [],
          ),
        ),
      )
    case 'flag':
      return flagFilter(value, ports)
    case 'error':
      return errorFilter(value)
    default:
      return assertNever(name)
  }
}

// ── who ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `me`: the company, whoever or whatever wrote for it. */
const roles: Readonly<Record<string, (direction: Direction, author: Author) => boolean>> = {
  contact: (direction) => direction === 'in',
  me: (direction) => direction === 'out',
  agent: (_, author) => author === 'agent',
  bot: (_, author) => author === 'bot',
  automation: (_, author) => author === 'automation',
  campaign: (_, author) => author === 'campaign',
}

function fromFilter(value: string, { dictionary }: FilterPorts): ReadFilter {
  const role = roles[value.toLowerCase()]
  if (role !== undefined) return facets(pairFacets(role))
  return rowsFilter('agent', rowsNamed(value, dictionary.agents))
}

/** To an agent comes what customers write while the agent has the conversation; to a contact what is sent to them. */
function toFilter(value: string, ports: FilterPorts): ReadFilter {
  const role = value.toLowerCase()
  if (role === 'contact') return facets(pairFacets((direction) => direction === 'out'))
  if (roles[role] !== undefined) return facets(pairFacets((direction) => direction === 'in'))
  const agents = new Set(rowsNamed(value, ports.dictionary.agents))
  if (agents.size > 0)
    return {
      ...nothing,
      check: ({ direction, conversation }) => direction() === 'in' && agents.has(conversation().agent ?? -1),
    }
  const contact = contactFilter(value, ports)
  const { check } = contact
  return {
    ...contact,
    check: (subject) => subject.direction() === 'out' && (check?.(subject) ?? false),
  }
}

function contactFilter(value: string, ports: FilterPorts): ReadFilter {
  const known = new Map<number, boolean>()
  const isNamed = (contact: number) => {
    let named = known.get(contact)
    if (named === undefined)
      known.set(contact, (named = ports.contactTexts(contact).some((text) => isCalled(text, value))))
    return named
  }
  return {
    ...nothing,
    check: ({ conversation }) => isNamed(conversation().contact),
    narrowing: ports.narrow.contact(value),
  }
}

/** Whether a name has these words in a row, the last one perhaps only begun; a number, whether it ends so. */
export function isCalled(name: string, value: string): boolean {
  const phrase = phraseOf(value, true)
  if (phrase !== null && findPhrase(phrase, searchTokens(name), 0) >= 0) return true
  const pattern = isNumeric(value) ? numberPattern(value) : null
  return pattern !== null && hasNumber(pattern, name)
}

function rowsNamed(
  value: string,
  list: readonly { readonly row: number; readonly id: string; readonly name: string }[],
): readonly number[] {
  const exact = list.filter(({ id, name }) => id === value || name === value)
  const found = exact.length > 0 ? exact : list.filter(({ name }) => isCalled(name, value))
  return found.map(({ row }) => row)
}

function channelRows(value: string, { channels }: WorkspaceDictionary): readonly number[] {
  const named = rowsNamed(value, channels)
  if (named.length > 0) return named
  return channels.filter(({ phone }) => phone !== null && isCalled(phone, value)).map(({ row }) => row)
}

// ── what ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const mediaContents: readonly Content[] = ['image', 'audio', 'video', 'document', 'sticker']

function hasFacets(value: string): readonly string[] {
  if (value === 'media') return mediaContents.map(contentFacet)
  if (value === 'template') return [facet.template, contentFacet('template')]
  return value === 'link' ? [facet.link] : [contentFacet(value as Content)]
}

function isFilter(value: string, ports: FilterPorts): ReadFilter {
  switch (value) {
    case 'sent':
    case 'delivered':
    case 'read':
      return { ...nothing, check: ({ status }) => status() === value }
    case 'failed':
    case 'edited':
    case 'revoked':
    case 'comment':
      return facets([facet[value]])
    case 'open':
      return {
        ...nothing,
        check: ({ conversation }) => !conversation().closed,
        narrowing: ports.narrow.open,
      }
    case 'closed':
      return { ...nothing, check: ({ conversation }) => conversation().closed }
    case 'waiting':
      return {
        ...nothing,
        check: ({ conversation }) => conversation().waiting,
        narrowing: ports.narrow.waiting,
      }
    case 'flagged':
      return {
        ...nothing,
        check: ({ conversation }) => ports.isFlagged(conversation().row),
        narrowing: ports.narrow.flagged,
      }
    default:
      return { ...facets([]), unknown: true }
  }
}

/** `pt` is every Portuguese, `pt-BR` that one. */
function languageRows(value: string, { words = [] }: WorkspaceDictionary): readonly number[] {
  const code = value.toLowerCase()
  return words
    .filter(({ kind, text }) => {
      const language = text.toLowerCase()
      return kind === 'language' && (language === code || language.startsWith(`${code}-`))
    })
    .map(({ row }) => row)
}

/** A flag of that rule was raised, whatever became of it. */
function flagFilter(value: string, ports: FilterPorts): ReadFilter {
  const rule = flagRuleIds.find((id) => id === value.toLowerCase())
  if (rule === undefined) return { ...facets([]), unknown: true }
  return { ...nothing, check: ({ conversation }) => ports.wasFlagged(conversation().row, rule) }
}

function errorFilter(value: string): ReadFilter {
  const phrase = phraseOf(value, true)
  if (phrase === null) return { ...facets([]), unknown: true }
  return { ...nothing, conditions: [{ kind: 'phrase', phrase, where: 'error' }] }
}

/** Before a day is before it began, after it is after it ended. */
function spanFilter(
  name: 'before' | 'after' | 'on',
  value: string,
  { zone, now }: FilterPorts,
): ReadFilter['span'] {
  const span = spanOf(value, zone, now)
  if (span === null) return null
  const [from, to] = [Math.floor(span.from / 1000), Math.floor(span.to / 1000)]
  switch (name) {
    case 'before':
      return { from: -Infinity, to: from }
    case 'after':
      return { from: to, to: Infinity }
    case 'on':
      return { from, to }
    default:
      return assertNever(name)
  }
}

function facets(any: readonly string[]): ReadFilter {
  return { ...nothing, conditions: [{ kind: 'facets', any }] }
}

/** Most workspaces have so few channels that each has a lane of its own. */
function channelFilter(rows: readonly number[], { channels }: WorkspaceDictionary): ReadFilter {
  const filter = rowsFilter('channel', rows)
  const lanes = new Set(rows.map(laneOfChannel))
  const hasOthers = channels.some(({ row }) => lanes.has(laneOfChannel(row)) && !rows.includes(row))
  if (hasOthers) return filter
  const bits = [...lanes].map(laneBits).reduce((all, bit) => all | bit, 0)
  return { ...filter, conditions: filter.conditions.map((condition) => ({ ...condition, lanes: bits })) }
}

function rowsFilter(table: 'agent' | 'channel' | 'word', rows: readonly number[]): ReadFilter {
  return { ...facets(rows.map((row) => rowFacet(table, row))), unknown: rows.length === 0 }
}

function conversationFilter(of: 'team' | 'category', rows: readonly number[]): ReadFilter {
  const wanted = new Set(rows)
  if (wanted.size === 0) return { ...facets([]), unknown: true }
  return { ...nothing, check: ({ conversation }) => wanted.has(conversation()[of] ?? -1) }
}
