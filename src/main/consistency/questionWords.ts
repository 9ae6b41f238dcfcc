/** What asks the same in other words: a question's kind and its subject, language by language. */
import { days, kinds } from './questionKinds.ts'
import { subjects } from './questionSubjects.ts'
import { addPhrase, phraseTree, type PhraseTree } from '../text/phrases.ts'

/** Words by what they mean, then by ISO 639-1 code; phrases between commas, a `*` stands for any ending. */
export type Meanings = Readonly<Record<string, Readonly<Record<string, string>>>>

const trees = new Map<string, PhraseTree<string>>()

/** The phrases of a language; each match's value is one name for all that mean the same. Null: none for this language. */
export function meanings(language: string): PhraseTree<string> | null {
  const known = trees.get(language)
  if (known !== undefined) return known
  const tree = phraseTree<string>()
  let found = false
  for (const [mark, lists] of [
    ['?', kinds],
    ['=', subjects],
    ['@', days],
  ] as const)
    for (const [name, byLanguage] of Object.entries(lists))
      for (const phrase of byLanguage[language]?.split(',') ?? []) {
        addPhrase(tree, phrase.trim(), mark + name)
        found = true
      }
  if (!found) return null
  trees.set(language, tree)
  return tree
}
