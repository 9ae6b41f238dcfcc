/**
 * Conditions in the language of FTS5, and documents as the terms it is given: the index's half of what matching means.
 * Whatever was typed is a quoted term by then: nothing a person types is syntax.
 */
import { assertNever } from '../../shared/assertNever.ts'
import type { Condition } from './conditions.ts'
import type { SearchDocument } from './documents.ts'
import { errorMark, everyKind, gap, numberMark } from './facets.ts'
import { numbersIn } from './phones.ts'
import { collectTerms, type Phrase } from './tokens.ts'

/** All terms a beginning may go on to; null: too many to be named, the index looks for the beginning itself. */
export type Expand = (beginning: string) => readonly string[] | null

/** Beginnings of so many letters have an index of their own. */
export const prefixLengths = [2, 3] as const

/** An FTS5 query; null when nothing can match it. */
export function matchOf(
  all: readonly Condition[],
  none: readonly Condition[],
  expand: Expand,
): string | null {
  const wanted = all.map((condition) => expression(condition, expand))
  if (wanted.includes(null)) return null
  const unwanted = none.flatMap((condition) => expression(condition, expand) ?? [])
  const positive = wanted.length > 0 ? wanted.join(' AND ') : either(everyKind.map(quoted))
  return unwanted.length === 0 ? positive : `(${positive}) NOT ${either(unwanted)}`
}

/** The terms of a document, parted by spaces; `terms` of words worth keeping for `Expand` are handed to `keep`. */
export function indexedTerms(document: SearchDocument, keep: (term: string) => void): string {
  const terms: string[] = []
  const characters = new Set<string>()
  const numbers = new Set<string>()
  for (const { kind, text } of document.fields) {
    if (terms.length > 0) terms.push(gap)
    const from = terms.length
    collectTerms(text, terms, characters)
    for (const number of numbersIn(text)) numbers.add(number)
    if (kind !== 'error') continue
    const ofError = terms.slice(from)
    terms.push(gap)
    for (const term of ofError) terms.push(errorMark + term)
  }
  for (const term of terms) if (isLong(term) && !digitsOnly.test(term)) keep(term)
  for (const character of characters) terms.push(gap, character)
  for (const number of numbers) terms.push(numberMark + number)
  terms.push(...document.facets)
  return terms.join(' ')
}

/** Numbers are many and each is seldom: their beginnings are looked up among the postings. */
const digitsOnly = /^\d+$/
const longestPrefix = Math.max(...prefixLengths)
const long = new RegExp(`^.{${longestPrefix + 1}}`, 'u')

function expression(condition: Condition, expand: Expand): string | null {
  switch (condition.kind) {
    case 'phrase':
      return phraseExpression(condition.phrase, condition.where === 'error' ? errorMark : '', expand)
    case 'number': {
      const { ending, whole } = condition.pattern
      return either([
        `${quoted(numberMark + ending)} *`,
        ...whole.map((number) => quoted(numberMark + number)),
      ])
    }
    case 'facets':
      return condition.any.length === 0 ? null : either(condition.any.map(quoted))
    case 'any': {
      const some = condition.of.flatMap((one) => expression(one, expand) ?? [])
      return some.length === 0 ? null : either(some)
    }
    case 'every': {
      const every = condition.of.map((one) => expression(one, expand))
      return every.length === 0 || every.includes(null) ? null : `(${every.join(' AND ')})`
    }
    default:
      return assertNever(condition)
  }
}

function phraseExpression({ terms, prefix }: Phrase, mark: string, expand: Expand): string | null {
  const marked = terms.map((term) => mark + term)
  if (!prefix) return quoted(marked.join(' '))
  const last = marked.at(-1) ?? ''
  const ending = (end: string) => quoted([...marked.slice(0, -1), end].join(' '))
  const ends = isLong(last) && !digitsOnly.test(last) ? expand(last) : null
  if (ends === null) return `${ending(last)} *`
  return ends.length === 0 ? null : either(ends.map(ending))
}

function either(expressions: readonly string[]): string {
  return `(${expressions.join(' OR ')})`
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`
}

/** Longer than the beginnings that have an index of their own, which counts in characters. */
function isLong(term: string): boolean {
  return term.length > longestPrefix && long.test(term)
}
