/** A message read with the lexicons of every language that takes part in it. */
import { languageEvidence } from './language.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import { lexiconOf, scoredLanguages } from './lexicons/all.ts'
import { findPhrases } from './phrases.ts'
import type { PhraseMatch } from './phrases.ts'
import { tokenize } from './tokens.ts'
import type { Token } from './tokens.ts'

export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  /** In order, none within another. */
  readonly matches: readonly PhraseMatch<Entry>[]
  /** Where a question or a supposition may begin. */
  readonly questions: readonly PhraseMatch<'question'>[]
  /** Whether the message is in a language whose lexicon would have known its feelings. */
  readonly understood: boolean
}

/** The message's tokens and what the lexicons know of them; null where there is neither a word nor an emoji. */
export function readMessage(text: string, language: string | undefined): Reading | null {
  const tokens = tokenize(text)
  if (!tokens.some(({ kind }) => kind === 'word' || kind === 'han' || kind === 'emoji')) return null
  const evidence = languageEvidence(tokens)
  const given = language === undefined ? null : lexiconOf(baseOf(language))
  const main = given ?? (evidence.language === null ? null : lexiconOf(evidence.language))
  const mixed = [...(evidence.language === null ? [] : [evidence.language]), ...evidence.others]
  const lexicons = [main, ...mixed.map(lexiconOf)].filter((lexicon) => lexicon !== null)
  const likely = [...new Set(lexicons)]
  const questions = likely.flatMap((lexicon) => findPhrases(lexicon.questions, tokens))
  if (main !== null && (evidence.sure || given !== null)) {
    return { text, tokens, matches: merge(tokens, likely), questions, understood: true }
  }
  const foreign = evidence.language !== null && evidence.sure
  const matches = foreign ? [] : agreed(tokens, likely)
  return { text, tokens, matches, questions, understood: !foreign && matches.length > 0 }
}

/** "pt-BR" is read as "pt". */
function baseOf(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? ''
}

/** The first lexicon reads everything, each further one what is left. */
function merge(tokens: readonly Token[], lexicons: readonly Lexicon[]): readonly PhraseMatch<Entry>[] {
  const [first, ...rest] = lexicons
  if (first === undefined) return []
  let matches = [...findPhrases(first.tree, tokens)]
  for (const lexicon of rest) {
    const taken = matches
    const more = findPhrases(lexicon.tree, tokens).filter(
      (match) => !taken.some((other) => match.from < other.to && other.from < match.to),
    )
    matches = [...taken, ...more].sort((a, b) => a.from - b.from)
  }
  return matches
}

/**
 * Where the language is not sure: the likely lexicons, or failing them all, as long as what they find does not point
 * both ways ("die" or "bad" means little before one knows in which language).
 */
function agreed(tokens: readonly Token[], likely: readonly Lexicon[]): readonly PhraseMatch<Entry>[] {
  const probable = merge(tokens, likely)
  if (probable.length > 0) return probable
  const readings = scoredLanguages
    .map(lexiconOf)
    .filter((lexicon) => lexicon !== null)
    .map((lexicon) => findPhrases(lexicon.tree, tokens))
    .filter((matches) => matches.length > 0)
  const tempers = new Set(readings.map(temper).filter((sign) => sign !== 0))
  if (tempers.size > 1) return []
  return (
    readings.toSorted((a, b) => Math.abs(temper(b)) - Math.abs(temper(a)) || covered(b) - covered(a))[0] ?? []
  )
}

function temper(matches: readonly PhraseMatch<Entry>[]): number {
  return Math.sign(matches.reduce((sum, { value }) => sum + (value.kind === 'feeling' ? value.value : 0), 0))
}

function covered(matches: readonly PhraseMatch<Entry>[]): number {
  return matches.reduce((sum, match) => sum + match.to - match.from, 0)
}
