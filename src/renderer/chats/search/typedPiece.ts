/** The piece of a query that is being typed, so that what fits it can be offered and put in its place. */
import { type SearchFilter, searchFilters } from '../../../shared/searching.ts'
import { writeFilter } from '../../../shared/searchLanguage.ts'

export interface TypedPiece {
  /** Where it begins in the text; it ends where the text does. */
  readonly from: number
  readonly not: boolean
  /** Null: no filter was named yet. */
  readonly filter: SearchFilter | null
  /** What was typed of the word, or of the filter's value. */
  readonly typed: string
}

const tail = /(?<=^|\s)(?<not>-?)(?:(?<name>[a-z]+)[:：])?(?<quote>["“„«]?)(?<typed>[^\s"“”„«»]*)$/iu
const quotedTail = /(?<=^|\s)(?<not>-?)(?:(?<name>[a-z]+)[:：])?(?<quote>["“„«])(?<typed>[^"“”„«»]*)$/iu

/** The piece at the end of `text`; an unclosed quote holds its spaces. */
export function typedPiece(text: string): TypedPiece {
  const found = quotedTail.exec(text) ?? tail.exec(text)
  const { not = '', name, quote = '', typed = '' } = found?.groups ?? {}
  const filter = searchFilters.find((one) => one === name?.toLowerCase()) ?? null
  // A colon behind what is no filter belongs to the word: https://…
  if (found === null || (name !== undefined && filter === null))
    return { from: text.length, not: false, filter: null, typed: '' }
  // A phrase is the person's own words: nothing can be offered for it.
  if (filter === null && quote !== '') return { from: text.length, not: false, filter: null, typed: '' }
  return { from: found.index, not: not === '-', filter, typed }
}

/** The text with the piece written out as a filter and its value, and room for the next. */
export function withFilter(text: string, piece: TypedPiece, name: SearchFilter, value: string): string {
  return `${text.slice(0, piece.from)}${piece.not ? '-' : ''}${writeFilter(name, value)} `
}

/** The text with the piece replaced by a filter's name, its value to be typed. */
export function withFilterName(text: string, piece: TypedPiece, name: SearchFilter): string {
  return `${text.slice(0, piece.from)}${piece.not ? '-' : ''}${name}:`
}
