import { describe, expect, it } from 'vitest'
import { type Language, languages } from '../../src/shared/contract.ts'
import { type Namespace, namespaces, pluralBase, wordsOf } from '../support/localeFiles.ts'

const translations = languages.filter((language) => language !== 'en')

it('the words are read', () => expect(namespaces.map(({ name }) => name)).toContain('renderer/frame.json'))

describe.each(namespaces)('$name', (namespace) => {
  it.each(translations)('says in %s all that English says, and nothing else', (language) => {
    const other = wordsOf(language, namespace)
    expect([...other.keys()].toSorted()).toEqual([...keysIn(language, namespace)].toSorted())
  })

  it.each(translations)('fills the same values into %s', (language) => {
    const english = wordsOf('en', namespace)
    for (const [key, text] of wordsOf(language, namespace)) {
      const allowed = sameIn(key, english).map((one) => valuesIn(english.get(one) ?? ''))
      expect(allowed, `${key}: ${text}`).toContainEqual(valuesIn(text))
    }
  })

  it.each(translations)('leaves no sentence in English in %s', (language) => {
    const english = wordsOf('en', namespace)
    const left = [...wordsOf(language, namespace)].filter(
      ([key, text]) => text === english.get(key) && isSentence(text),
    )
    expect(left).toEqual([])
  })

  it.each(languages)('leaves nothing empty in %s', (language) => {
    const english = wordsOf('en', namespace)
    // A space may stand between sentences in one language and none in another.
    const isGap = (key: string) => english.get(key)?.trim() === ''
    const empty = [...wordsOf(language, namespace)].filter(([key, text]) => text.trim() === '' && !isGap(key))
    expect(empty).toEqual([])
  })
})

/** English's keys, those with a plural in as many forms as the language has. */
function keysIn(language: Language, namespace: Namespace): ReadonlySet<string> {
  const english = wordsOf('en', namespace)
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return new Set(
    [...english.keys()].flatMap((key) => {
      const base = pluralBase(key, english)
      return base === null ? [key] : forms.map((form) => `${base}_${form}`)
    }),
  )
}

/** English's keys of which one has the values a form of the language has to have. */
function sameIn(key: string, english: ReadonlyMap<string, string>): readonly string[] {
  const [, base = '', form] = /^(.*)_(one|many|other)$/.exec(key) ?? []
  if (form === undefined || pluralBase(`${base}_other`, english) === null) return [key]
  // For one, "1 chat" and "a chat" are both said.
  return form === 'one' ? [`${base}_one`, `${base}_other`] : [`${base}_other`]
}

/** Four words of small letters or more, beside values; names, codes and SQL are alike in every language. */
function isSentence(text: string): boolean {
  const words = text.replaceAll(/\{\{\w+\}\}/g, ' ').split(/\s+/)
  return words[0] !== 'SELECT' && words.filter((word) => /^\p{Ll}+[.,;:]?$/u.test(word)).length >= 4
}

function valuesIn(text: string): readonly string[] {
  return (text.match(/\{\{\w+\}\}|<\/?\w+\/?>/g) ?? []).toSorted()
}
