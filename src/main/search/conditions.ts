/** What a query asks of one document, and whether a document has it: the plain scan's half of what matching means. */
import { assertNever } from '../../shared/assertNever.ts'
import type { SearchDocument } from './documents.ts'
import { hasNumber, type NumberPattern } from './phones.ts'
import { collectTerms, searchTokens, type Phrase, type SearchToken } from './tokens.ts'

export type Condition =
  | { readonly kind: 'phrase'; readonly phrase: Phrase; readonly where: 'anywhere' | 'error' }
  | { readonly kind: 'number'; readonly pattern: NumberPattern }
  /**
   * Any of these terms of facets.ts; none: nothing has it. `lanes`: bits of the lanes of slots.ts in which are the documents
   * that have one of them, and no others.
   */
  | { readonly kind: 'facets'; readonly any: readonly string[]; readonly lanes?: number }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'every'; readonly of: readonly Condition[] }

/** A document with its terms, cut once however many conditions look at them. */
export interface ReadTerms {
  readonly document: SearchDocument
  tokensOf(field: number): readonly SearchToken[]
  /** Of scripts without spaces. */
  charactersOf(field: number): ReadonlySet<string>
}

export function readTerms(document: SearchDocument): ReadTerms {
  const tokens: (readonly SearchToken[] | undefined)[] = []
  const characters: (ReadonlySet<string> | undefined)[] = []
  const textOf = (field: number) => document.fields[field]?.text ?? ''
  return {
    document,
    tokensOf: (field) => (tokens[field] ??= searchTokens(textOf(field))),
    charactersOf: (field) => (characters[field] ??= charactersIn(textOf(field))),
  }
}

export function holds(condition: Condition, read: ReadTerms): boolean {
  const { document } = read
  switch (condition.kind) {
    case 'phrase':
      return document.fields.some(
        ({ kind }, index) =>
          (condition.where === 'anywhere' || kind === 'error') && isIn(condition.phrase, read, index),
      )
    case 'number':
      return document.fields.some(({ text }) => hasNumber(condition.pattern, text))
    case 'facets':
      return condition.any.some((facet) => document.facets.includes(facet))
    case 'any':
      return condition.of.some((one) => holds(one, read))
    case 'every':
      return condition.of.every((one) => holds(one, read))
    default:
      return assertNever(condition)
  }
}

function isIn(phrase: Phrase, read: ReadTerms, field: number): boolean {
  if (phrase.character) return read.charactersOf(field).has(phrase.terms[0] ?? '')
  return findPhrase(phrase, read.tokensOf(field), 0) >= 0
}

function charactersIn(text: string): ReadonlySet<string> {
  const characters = new Set<string>()
  collectTerms(text, [], characters)
  return characters
}

/** Index of the token the phrase begins with, at or after `from`; −1: nowhere. */
export function findPhrase(phrase: Phrase, tokens: readonly SearchToken[], from: number): number {
  const { terms } = phrase
  for (let start = from; start + terms.length <= tokens.length; start += 1)
    if (terms.every((term, offset) => matches(phrase, offset, term, tokens[start + offset]?.term ?? '')))
      return start
  return -1
}

function matches(phrase: Phrase, offset: number, wanted: string, term: string): boolean {
  const open = phrase.character || (phrase.prefix && offset === phrase.terms.length - 1)
  return open ? term.startsWith(wanted) : term === wanted
}
