/** Changes to a query by its pieces, as chips make them. */
import type { SearchTerm } from '../../../shared/searching.ts'
import { parseSearch, writeSearch } from '../../../shared/searchLanguage.ts'

/** A term shown as a chip, with its place among all terms. */
export interface Chip {
  readonly place: number
  readonly term: SearchTerm
}

/** Filters, and whatever must not be: plain words stand readable in the box already. */
export function chipsOf(text: string): readonly Chip[] {
  return parseSearch(text)
    .terms.map((term, place) => ({ term, place }))
    .filter(({ term }) => term.kind === 'filter' || term.not)
}

/** The text without the term at a place; null: nothing is left. */
export function withoutTerm(text: string, place: number): string | null {
  const rest = writeSearch(parseSearch(text).terms.toSpliced(place, 1))
  return rest === '' ? null : rest
}

/** Where the term at a place stands in the text; null: it is not spelt so there. */
export function spanOfTerm(
  text: string,
  place: number,
): { readonly from: number; readonly to: number } | null {
  let at = 0
  for (const [index, { source }] of parseSearch(text).terms.entries()) {
    // An unclosed quote is closed in what was understood.
    const from = [source, source.replace(/"$/, '')]
      .map((one) => text.indexOf(one, at))
      .find((one) => one >= 0)
    if (from === undefined) return null
    const to = Math.min(text.length, from + source.length)
    if (index === place) return { from, to }
    at = to
  }
  return null
}
