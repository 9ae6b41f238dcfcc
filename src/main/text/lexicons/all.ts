/** The lexicons ready to match, each compiled when its language is first met. */
import { compileLexicon } from '../lexicon.ts'
import type { Lexicon, LexiconSource } from '../lexicon.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { zh } from './zh.ts'

const sources: ReadonlyMap<string, LexiconSource> = new Map(
  [en, zh, de, fr, es, pt, it, nl, ar, hi].map((source) => [source.language, source]),
)
const compiled = new Map<string, Lexicon>()

/** The languages a message can be scored in, those of the product first. */
export const scoredLanguages: readonly string[] = [...sources.keys()]

/** The lexicon of an ISO 639-1 code; null where there is none. */
export function lexiconOf(language: string): Lexicon | null {
  const known = compiled.get(language)
  if (known !== undefined) return known
  const source = sources.get(language)
  if (source === undefined) return null
  const lexicon = compileLexicon(source)
  compiled.set(language, lexicon)
  return lexicon
}
