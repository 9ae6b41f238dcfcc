/** Phrases that people set for a check, looked for in what agents wrote. */
import type { CheckSettings } from '../../../shared/audits.ts'
import { detectLanguage } from '../../text/language.ts'
import { addPhrase, findPhrases, phraseTree, type PhraseTree } from '../../text/phrases.ts'
import { writtenByAgents, type Chat, type Written } from './chat.ts'
import { read, type Hit } from './reading.ts'

export interface PhraseSearch {
  /** Messages the phrases hold for: those in a language that has some, and those whose language is not told. */
  readonly messages: readonly Written[]
  readonly hits: readonly Hit[]
}

/**
 * Looks for the phrases of each message's language; where the message does not tell it surely, for those of the chat's
 * language, and of any where that is not known either: "die" is harmless in German. Case, accents and the Chinese script
 * do not matter, words count as wholes, a `*` stands for any ending.
 */
export function searchPhrases(chat: Chat, phrases: NonNullable<CheckSettings['phrases']>): PhraseSearch {
  const trees = treesOf(phrases)
  const messages: Written[] = []
  const hits: Hit[] = []
  for (const { message, tokens } of read(writtenByAgents(chat))) {
    const own = treesFor(trees, chat, message)
    if (own.length > 0) messages.push(message)
    for (const tree of own)
      for (const { value } of findPhrases(tree, tokens)) hits.push({ message: message.id, phrase: value })
  }
  return { messages, hits }
}

type Trees = ReadonlyMap<string, PhraseTree<string>>

const known = new WeakMap<object, Trees>()

function treesOf(phrases: NonNullable<CheckSettings['phrases']>): Trees {
  const made = known.get(phrases)
  if (made !== undefined) return made
  const trees = new Map<string, PhraseTree<string>>()
  for (const [code, list] of Object.entries(phrases)) {
    const language = baseOf(code)
    const tree = trees.get(language) ?? phraseTree<string>()
    for (const phrase of list) addPhrase(tree, phrase, phrase)
    if (list.some((phrase) => phrase.trim() !== '')) trees.set(language, tree)
  }
  known.set(phrases, trees)
  return trees
}

function treesFor(trees: Trees, chat: Chat, message: Written): readonly PhraseTree<string>[] {
  const { language, sure } = detectLanguage(message.text)
  if (language !== null && sure) return listed(trees, language)
  // A word or two: the chat says which language is spoken here.
  const likely = [language, chat.language].filter((one) => one !== null)
  return likely.length === 0 ? [...trees.values()] : [...new Set(likely)].flatMap((one) => listed(trees, one))
}

function listed(trees: Trees, language: string): readonly PhraseTree<string>[] {
  const tree = trees.get(baseOf(language))
  return tree === undefined ? [] : [tree]
}

/** `zh-Hant` and `zh` are looked up as one: both scripts fold to one spelling. */
function baseOf(code: string): string {
  return code.toLowerCase().split(/[-_]/, 1)[0] ?? code
}
