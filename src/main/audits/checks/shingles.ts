/** How alike two texts are, by the runs of words they share. */
import { tokenize } from '../../text/tokens.ts'

const wordsARun = 4

/** Runs of four words (characters in Chinese), folded; all of it where there are fewer. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const words = tokenize(text)
    .filter(({ kind }) => kind === 'word' || kind === 'han' || kind === 'number')
    .map((token) => token.text)
  if (words.length <= wordsARun) return new Set(words.length === 0 ? [] : [words.join(' ')])
  return new Set(
    Array.from({ length: words.length - wordsARun + 1 }, (_, at) =>
      words.slice(at, at + wordsARun).join(' '),
    ),
  )
}

/** Shared ÷ all (Jaccard), 0…1. Two empty texts share nothing. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared += 1
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}
