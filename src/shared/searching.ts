/**
 * Search as the contract sees it: the question, and what is found. The text is in the query language of
 * `searchLanguage.ts`; the engine parses the same text with the same function as the screen, so that what is searched is
 * what is shown.
 */
import type { ConversationRow } from './contract.ts'

export const searchFilters = [
  'from',
  'to',
  'in',
  'team',
  'contact',
  'before',
  'after',
  'on',
  'has',
  'is',
  'sentiment',
  'language',
  'flag',
  'category',
  'template',
  'error',
] as const
export type SearchFilter = (typeof searchFilters)[number]

/** One piece of a query, as a chip shows it. `source` is the piece as typed; `not`: what has it is left out. */
export type SearchTerm = { readonly source: string; readonly not: boolean } & (
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'filter'; readonly name: SearchFilter; readonly value: string }
)

/** What could not be taken as it stands, and was searched as plain words or left out. */
export interface SearchNotice {
  readonly code: 'unclosed_quote' | 'unknown_value' | 'bad_date' | 'empty_filter' | 'too_long' | 'too_many'
  readonly source: string
}

export interface SearchQuery {
  readonly text: string
  /** In which zone `before:2026-03-01` begins. IANA name. */
  readonly zone: string
  readonly order: 'newest' | 'best'
  readonly after: string | null
  /** Hits, not conversations. */
  readonly limit: number
}

/** A stretch of text; `hit`: it is what was looked for. */
export interface SnippetPart {
  readonly text: string
  readonly hit: boolean
}

/** `id` is the message's or the comment's; null for what belongs to the conversation as a whole (its contact's name). */
export interface SearchHit {
  readonly kind: 'message' | 'comment' | 'contact' | 'template' | 'error'
  readonly id: string | null
  readonly at: number
  readonly author: string | null
  readonly direction: 'in' | 'out' | 'internal' | 'unknown'
  readonly snippet: readonly SnippetPart[]
}

export interface SearchGroup {
  readonly conversation: ConversationRow
  readonly hits: readonly SearchHit[]
}

/** How much of the history the index holds. While it is behind, the rest is scanned: answers are complete all the same. */
export interface SearchIndexState {
  readonly state: 'ready' | 'catching_up' | 'rebuilding' | 'damaged'
  readonly indexed: number
  readonly pending: number
  readonly bytes: number
}

export interface SearchAnswer {
  readonly understood: readonly SearchTerm[]
  readonly notices: readonly SearchNotice[]
  /** In the order asked for; a conversation stands where its first hit does. */
  readonly groups: readonly SearchGroup[]
  readonly next: string | null
  /** Hits in all; `exact` false: at least as many. */
  readonly total: { readonly hits: number; readonly exact: boolean }
  readonly index: SearchIndexState
}

/** Every hit inside one conversation, oldest first, to jump between. */
export interface ConversationHits {
  readonly understood: readonly SearchTerm[]
  /** Ids of messages and comments. */
  readonly ids: readonly string[]
}

export interface SavedSearch {
  readonly id: string
  readonly name: string
  readonly text: string
}
