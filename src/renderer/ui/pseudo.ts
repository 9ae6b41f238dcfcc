/**
 * English made strange, to see by its brackets what is cut and by its accents what was never a word of the locale files.
 * Only for those who test: `?pseudo` in the console's address, before the `#`. Nobody can choose it.
 */
import { metrics } from '../../shared/metrics.ts'

/** Private use by BCP 47's convention: English of nowhere. */
export const pseudoLanguage = 'en-XA'

export const isPseudo = new URLSearchParams(globalThis.location?.search).has('pseudo')

interface WordTree {
  readonly [key: string]: unknown
}

/** All namespaces, and the metric catalogue, whose English stands in the code. */
export function pseudoWords(english: Readonly<Record<string, WordTree>>): Record<string, WordTree> {
  const named = (field: 'name' | 'definition') =>
    Object.fromEntries(Object.entries(metrics).map(([id, metric]) => [id, metric[field]]))
  const catalogue = { name: named('name'), definition: named('definition'), ...english['metrics'] }
  return mapped({ ...english, metrics: catalogue }) as Record<string, WordTree>
}

/** A text with accents, about 40 % longer, between brackets; `{{values}}` and `<tags>` as they are. */
export function pseudoText(text: string): string {
  const strange = text
    .split(/(\{\{.*?\}\}|<[^>]*>)/u)
    .map((part, index) => (index % 2 === 0 ? part.replaceAll(/[A-Za-z]/g, strangeLetter) : part))
  return `⟦${strange.join('')}⟧`
}

/** Vowels twice: about four letters in ten. */
function strangeLetter(letter: string): string {
  const accented = letter + (accents[letter.toLowerCase()] ?? '')
  const shown = accented.normalize('NFC')
  return /[aeiou]/i.test(letter) ? shown + shown.toLowerCase() : shown
}

/** Combining marks by letter, of those a system font has whole characters for. */
const accents: Readonly<Record<string, string>> = {
  a: '\u0301',
  c: '\u0327',
  e: '\u0308',
  i: '\u0302',
  n: '\u0303',
  o: '\u0300',
  s: '\u030c',
  u: '\u030a',
  y: '\u0301',
  z: '\u030c',
}

function mapped(words: unknown): unknown {
  if (typeof words === 'string') return pseudoText(words)
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, mapped(value)]))
}
