/** What can be offered while a query is typed: filters by name, and values of the filter that was named. */
import type { Workspace } from '../../../shared/contract.ts'
import { flagRuleIds } from '../../../shared/flags.ts'
import { type SearchFilter, searchFilters } from '../../../shared/searching.ts'
import { filterValues, searchRoles } from '../../../shared/searchLanguage.ts'
import { type TypedPiece, withFilter, withFilterName } from './typedPiece.ts'

export interface Suggestion {
  readonly key: string
  /** As it will stand in the box. */
  readonly label: string
  /** What it means, in the person's language. */
  readonly hint: string
  /** The whole text once it is taken. */
  readonly text: string
}

/** Names and meanings in the person's language. */
export interface SuggestionWords {
  readonly filter: (name: SearchFilter) => string
  readonly value: (name: SearchFilter, value: string) => string
}

export type Vocabulary = Pick<Workspace, 'agents' | 'teams' | 'channels' | 'categories'>

const most = 12
const languageCodes = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ja', 'nl', 'pt', 'ru', 'tr', 'zh'] as const

/** Filters whose names fit what was typed, or values of the named filter: those that begin with it before those that have it. */
export function suggestionsFor(
  text: string,
  piece: TypedPiece,
  vocabulary: Vocabulary,
  words: SuggestionWords,
): readonly Suggestion[] {
  const { filter } = piece
  if (filter === null) return filterNames(text, piece, words)
  const meaning = (value: string) => words.value(filter, value)
  return fitting(valuesOf(filter, vocabulary), piece.typed, (value) => [value, meaning(value)])
    .slice(0, most)
    .map((value) => ({
      key: `${filter} ${value}`,
      label: value,
      hint: meaning(value) === value ? '' : meaning(value),
      text: withFilter(text, piece, filter, value),
    }))
}

function filterNames(text: string, piece: TypedPiece, words: SuggestionWords): readonly Suggestion[] {
  if (piece.typed === '') return []
  return fitting(searchFilters, piece.typed, (name) => [name, words.filter(name)])
    .slice(0, most)
    .map((name) => ({
      key: name,
      label: `${piece.not ? '-' : ''}${name}:`,
      hint: words.filter(name),
      text: withFilterName(text, piece, name),
    }))
}

function fitting<T extends string>(
  values: readonly T[],
  typed: string,
  spellings: (value: T) => readonly string[],
): readonly T[] {
  const wanted = typed.toLocaleLowerCase()
  const places = values.map((value) => {
    const found = spellings(value).map((one) => one.toLocaleLowerCase().indexOf(wanted))
    const [first = -1] = found.filter((place) => place >= 0).toSorted((one, other) => one - other)
    return { value, first }
  })
  return places
    .filter(({ first }) => first >= 0)
    .toSorted((one, other) => Number(one.first > 0) - Number(other.first > 0))
    .map(({ value }) => value)
}

function valuesOf(filter: SearchFilter, vocabulary: Vocabulary): readonly string[] {
  const names = (held: readonly { readonly name: string }[]) => held.map(({ name }) => name)
  switch (filter) {
    case 'from':
    case 'to':
      return [...searchRoles, ...names(vocabulary.agents)]
    case 'in':
      return names(vocabulary.channels)
    case 'team':
      return names(vocabulary.teams)
    case 'category':
      return vocabulary.categories
    case 'flag':
      return flagRuleIds
    case 'has':
    case 'is':
    case 'sentiment':
      return filterValues[filter]
    case 'language':
      return languageCodes
    case 'before':
    case 'after':
    case 'on':
      return ['today', 'yesterday']
    // What these hold is not listed anywhere: it is typed.
    case 'contact':
    case 'template':
    case 'error':
      return []
  }
}
