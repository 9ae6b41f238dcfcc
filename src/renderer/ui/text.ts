/** The only door to i18next. A screen's words live in `locales/<language>/<screen>.json`; the file's name is its namespace. */
import { changeLanguage, t as translate, use } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../shared/contract.ts'
import { interpolation, valueFormatter } from '../../shared/interpolation.ts'
import { languageAmong, languageFor } from '../../shared/languages.ts'
import { isPseudo, pseudoLanguage, pseudoWords } from './pseudo.ts'

type Words = Record<string, unknown>
export type Values = Readonly<Record<string, string | number>>
/** `text('key', {count: 3})`: the sentence of that key in the chosen language, values filled in as plain text. */
export type Text = (key: string, values?: Values) => string

const files = import.meta.glob<Words>(
  ['../locales/*/*.json', '../../shared/locales/*/{metrics,codes,conversation,flags}.json'],
  {
    eager: true,
    import: 'default',
  },
)

void use(initReactI18next)
  .use(valueFormatter)
  .init({
    lng: isPseudo ? pseudoLanguage : systemLanguage(),
    fallbackLng: 'en',
    // What happens in a conversation is said alike on every screen, and on paper.
    fallbackNS: 'conversation',
    resources: resources(),
    interpolation,
    initAsync: false,
  })

/** The words of one screen, in the language chosen now. */
export function useText(namespace: string): Text {
  const { t } = useTranslation(namespace)
  return (key, values) => t(key, { ...values })
}

/** For code outside React. Inside, use `useText`, which follows a change of language. */
export function say(namespace: string, key: string, values?: Values): string {
  return translate(key, { ns: namespace, ...values })
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return languageFor(i18n.language) ?? 'en'
}

/** A word as it stands at the head of a column. */
export function capitalised(word: string, language: Language): string {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1)
}

/** Null follows the system. */
export function setLanguage(language: Language | null): void {
  const next = isPseudo ? pseudoLanguage : (language ?? systemLanguage())
  document.documentElement.lang = next
  void changeLanguage(next)
}

function systemLanguage(): Language {
  return languageAmong(navigator.languages)
}

function resources(): Record<string, Record<string, Words>> {
  const result: Record<string, Record<string, Words>> = {}
  for (const [path, words] of Object.entries(files)) {
    const [, language = '', namespace = ''] = /([\w-]+)\/(\w+)\.json$/.exec(path) ?? []
    result[language] = { ...result[language], [namespace]: words }
  }
  if (isPseudo) result[pseudoLanguage] = pseudoWords(result['en'] ?? {})
  return result
}
