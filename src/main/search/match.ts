/**
 * Conditions in the language of FTS5, and documents as the terms it is given: the index's half of what matching means.
 * Whatever was typed is a quoted term by then: nothing a person types is syntax.
 */
import { assertNever } from '../../shared/assertNever.ts'
import type { Condition } from './conditions.ts'
import type { SearchDocument } from './documents.ts'
import { characterTerm, errorMark, everyKind, facet, failedMark, gap, numberMark } from './facets.ts'
import { numbersIn } from './phones.ts'
import { collectTerms, type Phrase } from './tokens.ts'
import { isKept } from './beginnings.ts'

/** What a beginning goes on to: a term, or (`open`) a longer beginning. */
export interface Ending {
  readonly text: string
  readonly open: boolean
}
/** All a beginning may go on to; null: too many to be named, the index goes through all that begin so. */
export type Expand = (beginning: string) => readonly Ending[] | null

/** An FTS5 query; null when nothing can match it. */
export function matchOf(
  all: readonly Condition[],
  none: readonly Condition[],
  expand: Expand,
): string | null {
  const failed = all.find(isFailed)
  const mark = failed === undefined ? '' : failedMark
  // Words of messages that failed say that themselves.
  const isSaid = failed !== undefined && all.some(({ kind }) => kind === 'phrase')
  const wanted = (isSaid ? all.filter((condition) => condition !== failed) : all).map((condition) =>
    expression(condition, mark, expand),
  )
  if (wanted.includes(null)) return null
  const unwanted = none.flatMap((condition) => expression(condition, mark, expand) ?? [])
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
  for (const character of characters) terms.push(characterTerm(character))
  if (document.facets.includes(facet.failed))
    for (const term of terms.slice()) terms.push(term === gap ? gap : failedMark + term)
  for (const term of terms) if (isKept(term)) keep(term)
  for (const number of numbers) terms.push(numberMark + number)
  terms.push(...document.facets)
  return terms.join(' ')
}

function isFailed(condition: Condition): boolean {
  return condition.kind === 'facets' && condition.any.length === 1 && condition.any[0] === facet.failed
}

/** `mark`: of what the words are to be those of. */
function expression(condition: Condition, mark: string, expand: Expand): string | null {
  switch (condition.kind) {
    case 'phrase':
      return phraseExpression(condition.phrase, condition.where === 'error' ? errorMark : mark, expand)
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
      const some = condition.of.flatMap((one) => expression(one, mark, expand) ?? [])
      return some.length === 0 ? null : either(some)
    }
    case 'every': {
      const every = condition.of.map((one) => expression(one, mark, expand))
      return every.length === 0 || every.includes(null) ? null : `(${every.join(' AND ')})`
    }
    default:
      return assertNever(condition)
  }
}

function phraseExpression({ terms, prefix, character }: Phrase, mark: string, expand: Expand): string | null {
  const marked = terms.map((term) => mark + (character ? characterTerm(term) : term))
  if (!prefix) return quoted(marked.join(' '))
  const before = marked.slice(0, -1)
  const last = marked.at(-1) ?? ''
  const ending = ({ text, open }: Ending) => quoted([...before, text].join(' ')) + (open ? ' *' : '')
  const endings = expand(last) ?? [{ text: last, open: true }]
  return endings.length === 0 ? null : either(endings.map(ending))
}

function either(expressions: readonly string[]): string {
  return `(${expressions.join(' OR ')})`
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`
}
