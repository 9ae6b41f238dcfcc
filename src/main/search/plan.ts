/**
 * A query as it is looked for. All its terms hold for the same message, comment or contact; filters that speak of a
 * conversation (`category:`, `team:`, `contact:`, `flag:`, `is:open`, `is:closed`, `is:waiting`, `is:flagged`) hold for the
 * one it belongs to. `-x` leaves out what has x. Without a word only messages and comments are listed, no contacts.
 */
import { assertNever } from '../../shared/assertNever.ts'
import { parseSearch } from '../../shared/searchLanguage.ts'
import type { SearchNotice, SearchTerm } from '../../shared/searching.ts'
import type { Condition } from './conditions.ts'
import { facet } from './facets.ts'
import { readFilter, type Check, type FilterPorts, type Narrowing } from './filters.ts'
import { isNumeric, numberPattern, type NumberPattern } from './phones.ts'
import { phraseOf, type Phrase } from './tokens.ts'

export interface SearchPlan {
  readonly understood: readonly SearchTerm[]
  readonly notices: readonly SearchNotice[]
  readonly all: readonly Condition[]
  readonly none: readonly Condition[]
  /** What is not of the document alone. */
  readonly checks: readonly Check[]
  /** Whole seconds since 1970, from inclusive, to exclusive. */
  readonly from: number
  readonly to: number
  /** The conversations the hits are in, where a filter names few. */
  readonly narrowing: readonly Narrowing[]
  /** Marked in snippets. */
  readonly phrases: readonly Phrase[]
  readonly numbers: readonly NumberPattern[]
  /** Nothing was asked, or something nothing has: no hits. */
  readonly nothing: boolean
}

export function planSearch(text: string, ports: FilterPorts): SearchPlan {
  const { terms, notices } = parseSearch(text)
  const all: Condition[] = []
  const none: Condition[] = []
  const checks: Check[] = []
  const narrowing: Narrowing[] = []
  const phrases: Phrase[] = []
  const numbers: NumberPattern[] = []
  const said = [...notices]
  let [from, to] = [-Infinity, Infinity]
  let asked = false

  const take = (condition: Condition, not: boolean) => {
    asked = true
    ;(not ? none : all).push(condition)
  }
  const takeFilter = (term: Extract<SearchTerm, { kind: 'filter' }>) => {
    const filter = readFilter(term, ports)
    asked = true
    if (filter.unknown) said.push({ code: 'unknown_value', source: term.source })
    for (const condition of filter.conditions) take(condition, term.not)
    if (filter.span !== null) {
      if (term.not) {
        const { span } = filter
        checks.push(({ second }) => second < span.from || second >= span.to)
      } else [from, to] = [Math.max(from, filter.span.from), Math.min(to, filter.span.to)]
    }
    const { check } = filter
    if (check !== null) checks.push(term.not ? (subject) => !check(subject) : check)
    if (filter.narrowing !== null && !term.not) narrowing.push(filter.narrowing)
  }
  const takeWords = (run: readonly Word[]) => {
    const each = run.flatMap(({ text: word, prefix, not }) => {
      const phrase = phraseOf(word, prefix)
      if (phrase !== null && !not) phrases.push(phrase)
      return phrase === null ? [] : [{ phrase, not }]
    })
    const words = each.map(({ phrase }): Condition => ({ kind: 'phrase', phrase, where: 'anywhere' }))
    const pattern = run.every(({ text: word }) => isNumeric(word))
      ? numberPattern(run.map(({ text: word }) => word).join(' '))
      : null
    const not = run[0]?.not ?? false
    if (pattern === null) for (const word of words) take(word, not)
    else {
      if (!not) numbers.push(pattern)
      take(
        {
          kind: 'any',
          of: [
            { kind: 'number', pattern },
            { kind: 'every', of: words },
          ],
        },
        not,
      )
    }
  }

  for (const run of runsOf(terms)) {
    const [first] = run
    if (first === undefined) continue
    if (first.kind === 'filter') takeFilter(first)
    else takeWords(run.flatMap((term) => (term.kind === 'filter' ? [] : [wordOf(term)])))
  }
  if (phrases.length === 0 && numbers.length === 0) none.push({ kind: 'facets', any: [facet.contact] })
  const impossible = all.some((condition) => condition.kind === 'facets' && condition.any.length === 0)
  return {
    understood: terms,
    notices: said,
    all,
    none: none.filter((condition) => condition.kind !== 'facets' || condition.any.length > 0),
    checks,
    from,
    to,
    narrowing,
    phrases,
    numbers,
    nothing: !asked || impossible || from >= to,
  }
}

interface Word {
  readonly text: string
  readonly prefix: boolean
  readonly not: boolean
}

function wordOf(term: Exclude<SearchTerm, { kind: 'filter' }>): Word {
  switch (term.kind) {
    case 'word':
      return { text: term.text, prefix: term.prefix, not: term.not }
    case 'phrase':
      return { text: term.text, prefix: false, not: term.not }
    default:
      return assertNever(term)
  }
}

/** Terms one by one, but groups of digits that follow each other together: they may be one number. */
function runsOf(terms: readonly SearchTerm[]): readonly (readonly SearchTerm[])[] {
  const runs: SearchTerm[][] = []
  for (const term of terms) {
    const run = runs.at(-1)
    if (run !== undefined && run.every(isDigits) && isDigits(term)) run.push(term)
    else runs.push([term])
  }
  return runs
}

function isDigits(term: SearchTerm): boolean {
  return term.kind === 'word' && !term.not && isNumeric(term.text)
}
