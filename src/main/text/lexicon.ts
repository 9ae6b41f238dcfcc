/** A language's words for how customers feel, and what turns, weakens or strengthens them. */
import { addPhrase, phraseTree } from './phrases.ts'
import type { PhraseTree } from './phrases.ts'

/**
 * As people edit it: phrases between commas, a `*` for any ending. Written with or without accents, in Simplified or
 * Traditional characters: folding makes them one.
 */
export interface LexiconSource {
  /** ISO 639-1. */
  readonly language: string
  /** How many words (characters in Chinese) a negation reaches to the right and to the left, within its clause. */
  readonly negationReach: { readonly right: number; readonly left: number }
  readonly awful: string
  readonly bad: string
  readonly poor: string
  readonly fair: string
  readonly good: string
  readonly splendid: string
  /** What a customer expects to happen: says nothing by itself, a complaint when negated ("has not arrived"). */
  readonly expected: string
  /** Thanks as a formula, and thanks from the heart. */
  readonly thanks: string
  readonly warmThanks: string
  /** Says nothing, and keeps its words from being read one by one ("no problem", "not only"). */
  readonly plain: string
  /** Makes a question, or an expectation negated nearby, an accusation ("still", "again"). */
  readonly loaded: string
  /** A negation that reproaches by itself ("still not"). */
  readonly notYet: string
  readonly negations: string
  readonly intensifiers: string
  readonly diminishers: string
  /** What follows weighs more than what came before ("but"). */
  readonly contrasts: string
  /** A sentence that has one asks, or supposes: what it names has not happened ("do you", "if"). */
  readonly questions: string
}

/** What a phrase does. A value is a strength from −3 to 3. */
export type Entry =
  | FeelingEntry
  | { readonly kind: 'thanks'; readonly value: number }
  | { readonly kind: 'expected' }
  | { readonly kind: 'plain' }
  | { readonly kind: 'loaded' }
  | NegationEntry
  | { readonly kind: 'degree'; readonly factor: number }
  | { readonly kind: 'contrast' }

interface FeelingEntry {
  readonly kind: 'feeling'
  readonly value: number
  /** Has its negation within ("never again", "nothing to complain about"): another one nearby changes nothing. */
  readonly settled: boolean
}

interface NegationEntry {
  readonly kind: 'negation'
  readonly right: number
  readonly left: number
  readonly loaded: boolean
}

export interface Lexicon {
  readonly language: string
  readonly tree: PhraseTree<Entry>
  /** Beginnings of questions and suppositions, apart: their words may be part of other phrases. */
  readonly questions: PhraseTree<'question'>
}

/** The lexicon ready to match. A phrase in two groups keeps the first of the order below. */
export function compileLexicon(source: LexiconSource): Lexicon {
  const tree = phraseTree<Entry>()
  const add = (phrases: string, entry: Entry) => {
    for (const phrase of phrases.split(',')) addPhrase(tree, phrase.trim(), entry)
  }
  const negations = source.negations.split(',').map((phrase) => phrase.trim())
  const addFeelings = (phrases: string, value: number) => {
    for (const phrase of phrases.split(',')) {
      const settled = isSettled(phrase.trim(), value, negations)
      addPhrase(tree, phrase.trim(), { kind: 'feeling', value, settled })
    }
  }
  add(source.plain, { kind: 'plain' })
  addFeelings(source.awful, -3)
  addFeelings(source.bad, -2)
  addFeelings(source.poor, -1)
  addFeelings(source.splendid, 3)
  addFeelings(source.good, 2)
  addFeelings(source.fair, 1)
  add(source.warmThanks, { kind: 'thanks', value: 1.5 })
  add(source.thanks, { kind: 'thanks', value: 0.4 })
  add(source.notYet, { kind: 'negation', ...source.negationReach, loaded: true })
  add(source.expected, { kind: 'expected' })
  add(source.loaded, { kind: 'loaded' })
  add(source.negations, { kind: 'negation', ...source.negationReach, loaded: false })
  add(source.intensifiers, { kind: 'degree', factor: 1.5 })
  add(source.diminishers, { kind: 'degree', factor: 0.5 })
  add(source.contrasts, { kind: 'contrast' })
  const questions = phraseTree<'question'>()
  for (const phrase of source.questions.split(',')) addPhrase(questions, phrase.trim(), 'question')
  return { language: source.language, tree, questions }
}

/** A complaint of several words stands as it is; Chinese writes no spaces, so there only those that have a negation. */
function isSettled(phrase: string, value: number, negations: readonly string[]): boolean {
  const words = phrase.split(' ')
  if (words.length > 1) return value < 0 || words.some((word) => negations.includes(word))
  return han.test(phrase) && negations.some((negation) => phrase.startsWith(negation) && phrase !== negation)
}

const han = /\p{Script=Han}/u
