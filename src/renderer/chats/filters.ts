/** Which conversations Chats lists and in which order: chosen by the person, kept in the address. */
import {
  type AuthorType,
  type ConversationQuery,
  conversationSorts,
  type Opener,
} from '../../shared/contract.ts'
import { flagRuleIds } from '../../shared/flags.ts'

export const listedStates = ['open', 'pending', 'snoozed', 'closed'] as const
export const listedMoods = ['negative', 'neutral', 'positive', 'unscored'] as const
export const listedRatings = ['rated', 'low', 'unrated'] as const
export const listedOpeners = ['contact', 'agent', 'bot', 'automation', 'campaign', 'api', 'unknown'] as const
export const listedAuthors = [
  'contact',
  'agent',
  'bot',
  'automation',
  'campaign',
  'app',
  'system',
  'unknown',
] as const

/** Everything a list can be narrowed by, besides what the bar says. Empty, false and null exclude nothing. */
export type ChatFilters = Required<
  Pick<
    ConversationQuery,
    | 'states'
    | 'waiting'
    | 'unassigned'
    | 'flagged'
    | 'flagRules'
    | 'failed'
    | 'sentiments'
    | 'languages'
    | 'reviewed'
    | 'rated'
    | 'minMessages'
    | 'contact'
    | 'sort'
    | 'ascending'
  >
> & { readonly authors: readonly AuthorType[]; readonly openers: readonly Opener[] }

export const noFilters: ChatFilters = {
  states: [],
  waiting: false,
  unassigned: false,
  flagged: false,
  flagRules: [],
  failed: false,
  sentiments: [],
  languages: [],
  reviewed: null,
  rated: null,
  minMessages: null,
  authors: [],
  openers: [],
  contact: '',
  sort: 'last',
  ascending: false,
}

/** As the address has them: what excludes nothing is left out. Null: nothing is chosen. */
export function writeFilters(filters: ChatFilters): string | null {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    if (Array.isArray(value)) for (const one of value) query.append(name, String(one))
    else if (value !== noFilters[name as keyof ChatFilters]) query.set(name, String(value))
  }
  const text = query.toString()
  return text === '' ? null : text
}

/** A link may be hostile or from another version: what is not known is at its default. */
export function readFilters(text: string | null): ChatFilters {
  const query = new URLSearchParams(text ?? '')
  const several = <T extends string>(name: keyof ChatFilters, known: readonly T[]) => {
    const chosen = query.getAll(name)
    return known.filter((one) => chosen.includes(one))
  }
  const one = <T extends string>(name: keyof ChatFilters, known: readonly T[]) =>
    known.find((candidate) => candidate === query.get(name))
  const yes = (name: keyof ChatFilters) => query.get(name) === 'true'
  const reviewed = one('reviewed', ['true', 'false'])
  const least = Number(query.get('minMessages'))
  return {
    states: several('states', listedStates),
    waiting: yes('waiting'),
    unassigned: yes('unassigned'),
    flagged: yes('flagged'),
    flagRules: several('flagRules', flagRuleIds),
    failed: yes('failed'),
    sentiments: several('sentiments', listedMoods),
    languages: query.getAll('languages').filter((code) => /^[a-z]{2,3}(-\w+)*$/i.test(code)),
    reviewed: reviewed === undefined ? null : reviewed === 'true',
    rated: one('rated', listedRatings) ?? null,
    minMessages: Number.isInteger(least) && least > 0 ? least : null,
    authors: several<AuthorType>('authors', listedAuthors),
    openers: several<Opener>('openers', listedOpeners),
    contact: (query.get('contact') ?? '').slice(0, 200),
    sort: one('sort', conversationSorts) ?? noFilters.sort,
    ascending: yes('ascending'),
  }
}

/** How many kinds of filters are chosen, the order aside. */
export function filterCount(filters: ChatFilters): number {
  const { sort, ascending } = filters
  const narrowed = writeFilters({ ...noFilters, sort, ascending })
  const all = new Set(new URLSearchParams(writeFilters(filters) ?? '').keys())
  const order = new Set(new URLSearchParams(narrowed ?? '').keys())
  return [...all].filter((name) => !order.has(name)).length
}
