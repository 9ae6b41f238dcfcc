/**
 * What a word that is only begun goes on to. Beginnings of three and of five characters have an index of their own; one of
 * two or four goes on to some of those; what goes on from a longer one is known by the list of words.
 */
import { rawSql, type ReadableDb } from '../store/database.ts'
import type { Ending, Expand } from './match.ts'

/** Beginnings of so many characters have an index of their own. */
export const prefixLengths: readonly number[] = [3, 5]
const shortestKept = Math.min(...prefixLengths)
const longestPrefix = Math.max(...prefixLengths)
/** What a beginning goes on to is named one by one up to so many. */
const mostEndings = 256

/** Whether a term is in the list of words. Numbers are not: they are many, and each is seldom. */
export function isKept(term: string): boolean {
  return term.length >= shortestKept && kept.test(term) && !digitsOnly.test(term)
}

const kept = new RegExp(`^.{${shortestKept}}`, 'u')
const digitsOnly = /^\d+$/

export function expandIn(index: ReadableDb): Expand {
  return (beginning) => {
    const length = Array.from(beginning).length
    if (prefixLengths.includes(length)) return [{ text: beginning, open: true }]
    if (length > longestPrefix) return digitsOnly.test(beginning) ? null : wordsFrom(index, beginning)
    return prefixLengths.includes(length + 1) ? longerBy(index, beginning, length + 1) : null
  }
}

function wordsFrom(index: ReadableDb, beginning: string): readonly Ending[] | null {
  const words = rawSql<[string]>(index, selectWords).all(beginning, beginning + last, mostEndings + 1)
  return words.length > mostEndings ? null : words.map(([text]) => ({ text, open: false }))
}

/** The word itself, and the beginnings of `length` characters, one more than this one has. */
function longerBy(index: ReadableDb, beginning: string, length: number): readonly Ending[] | null {
  const found = new Set(digitsOnly.test(beginning) ? digits.map((digit) => beginning + digit) : [])
  for (let from = beginning; found.size < mostEndings;) {
    const word = rawSql<[string]>(index, selectWords).get(from, beginning + last, 1)?.[0]
    if (word === undefined)
      return [{ text: beginning, open: false }, ...[...found].map((text) => ({ text, open: true }))]
    const longer = Array.from(word).slice(0, length).join('')
    // The beginning itself may be a word.
    if (longer !== beginning) found.add(longer)
    from = longer === beginning ? `${beginning}\0` : longer + last
  }
  return null
}

const digits = Array.from('0123456789')
const selectWords = 'SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY word LIMIT ?'
/** No character comes behind it, in the order of bytes. */
const last = '\u{10ffff}'
