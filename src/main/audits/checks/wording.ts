/** Word lists of several languages that say how a phrase must stand to count. */
import type { DetectedLanguage } from '../../text/language.ts'
import { addPhrase, findPhrases, phraseTree } from '../../text/phrases.ts'
import type { PhraseTree } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { isTitle } from './words/titles.ts'

/**
 * Phrases between commas, by ISO 639-1 code; a `*` after a word stands for any ending. Before a phrase:
 * nothing – it counts anywhere; `^` – it must begin a clause; `~` – it must be a clause of its own, but for a name;
 * `-` – a decoy: where it stands, the shorter phrase inside it does not count.
 */
export type WordingSource = Readonly<Record<string, string>>

type Stand = 'anywhere' | 'first' | 'alone' | 'never'

interface Entry {
  readonly phrase: string
  readonly stand: Stand
}

export type Wording = ReadonlyMap<string, PhraseTree<Entry>>

export interface WordingMatch {
  /** As the list has it. */
  readonly phrase: string
  /** It counts by where it stands. */
  readonly placed: boolean
  /** Tokens [from, to). */
  readonly from: number
  readonly to: number
}

export function wording(source: WordingSource): Wording {
  return new Map(Object.entries(source).map(([language, list]) => [language, treeOf(list)]))
}

function treeOf(list: string): PhraseTree<Entry> {
  const tree = phraseTree<Entry>()
  for (const item of list.split(',').map((part) => part.trim())) {
    const stand = stands[item.charAt(0)]
    const phrase = stand === undefined ? item : item.slice(1)
    addPhrase(tree, phrase, { phrase, stand: stand ?? 'anywhere' })
  }
  return tree
}

const stands: Readonly<Record<string, Stand>> = { '^': 'first', '~': 'alone', '-': 'never' }

/** What counts in a message, list by list. `names`: folded words of the customer's name. */
export function findWording(
  lists: Wording,
  languages: readonly string[],
  tokens: readonly Token[],
  names: ReadonlySet<string>,
): readonly WordingMatch[] {
  return languages.flatMap((language) => {
    const tree = lists.get(language)
    if (tree === undefined) return []
    const isNaming: IsNaming = ({ text }) => names.has(text) || isTitle(text)
    const mayName: IsNaming = (token) => isNaming(token) || (language !== 'de' && isCapitalised(token))
    return findPhrases(tree, tokens)
      .filter(({ value: { stand }, from, to }) => counts(stand, tokens, from, to, isNaming, mayName))
      .map(({ value: { phrase, stand }, from, to }) => ({ phrase, placed: stand !== 'anywhere', from, to }))
  })
}

/**
 * The lists to look into: of the language where it is known (and the English ones, whose words are used everywhere), all
 * where it is not.
 */
export function listsFor(lists: Wording, { language, sure }: DetectedLanguage): readonly string[] {
  if (language === null || !sure || !lists.has(language)) return [...lists.keys()]
  return language === 'en' ? ['en'] : [language, 'en']
}

type IsNaming = (token: Token) => boolean

function counts(
  stand: Stand,
  tokens: readonly Token[],
  from: number,
  to: number,
  isNaming: IsNaming,
  mayName: IsNaming,
): boolean {
  switch (stand) {
    case 'never':
      return false
    case 'anywhere':
      return true
    case 'first':
      return beginsClause(tokens, from, isNaming)
    case 'alone':
      return beginsClause(tokens, from, isNaming) && endsClause(tokens, to, mayName)
  }
}

/** Nothing stands before it in its clause but names, titles and interjections. Chinese writes on without a mark. */
function beginsClause(tokens: readonly Token[], index: number, isNaming: IsNaming): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at]
    if (token === undefined || parts(token)) return true
    if (token.kind === 'han' && tokens[index]?.kind === 'han') return true
    if (!interjections.has(token.text) && !isNaming(token)) return false
  }
  return true
}

function endsClause(tokens: readonly Token[], index: number, isNaming: IsNaming): boolean {
  for (let at = index; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || parts(token)) return true
    if (!isNaming(token)) return false
  }
  return true
}

function parts(token: Token): boolean {
  return token.kind === 'mark' || token.kind === 'emoji'
}

/** As names are; in German every noun is. */
function isCapitalised({ raw }: Token): boolean {
  return raw.charAt(0) !== raw.charAt(0).toLowerCase()
}

const interjections = new Set('oh ah och ach so and und et y e en well ok okay yes ja oui si'.split(' '))
