/** The only door to i18next. A screen's words live in `locales/<language>/<screen>.json`; the file's name is its namespace. */
import i18next, { changeLanguage, exists, t as translate, use } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../shared/contract.ts'
import { interpolation, valueFormatter } from '../../shared/interpolation.ts'
import { languageAmong, languageFor } from '../../shared/languages.ts'
import { isPseudo, pseudoLanguage, pseudoWords } from './pseudo.ts'

type Words = Record<string, unknown>
type WordFiles = Readonly<Record<string, Words>>
export type Values = Readonly<Record<string, string | number>>
/** `text('key', {count: 3})`: the sentence of that key in the chosen language, values filled in as plain text. */
export type Text = (key: string, values?: Values) => string

/** English is always there: it stands in where a language lacks a word. */
const english = import.meta.glob<Words>(
  [
    '../locales/en/*.json',
    '../../shared/locales/en/{metrics,codes,conversation,definitions,failures,flags}.json',
  ],
  { eager: true, import: 'default' },
)
/** Each a chunk of its own: nobody parses four languages to read one. */
const others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly files: WordFiles }>>> = {
  de: () => import('../locales/de.ts'),
  fr: () => import('../locales/fr.ts'),
  es: () => import('../locales/es.ts'),
  'zh-TW': () => import('../locales/zh-TW.ts'),
}

void use(initReactI18next)
  .use(valueFormatter)
  .init({
    lng: isPseudo ? pseudoLanguage : 'en',
    fallbackLng: 'en',
    // What happens in a conversation is said alike on every screen, and on paper.
    fallbackNS: 'conversation',
    // Between sentences of Chinese stands nothing, which is not the same as no words.
    returnEmptyString: true,
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

/** Whether there are words for a key, in the language chosen now or in English. */
export function isSaid(namespace: string, key: string): boolean {
  return exists(key, { ns: namespace, count: 1 })
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return languageFor(i18n.language) ?? 'en'
}

/** A word as it stands at the head of a column. */
export function capitalised(word: string, language: Language): string {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1)
}

let wanted: string | null = null

/** Null follows the system. Resolves when the page speaks it; where its words cannot be had, it speaks English. */
export async function setLanguage(language: Language | null): Promise<void> {
  const next = language ?? systemLanguage()
  wanted = next
  if (!isPseudo) await fetchWords(next).catch(() => undefined)
  // Somebody may have chosen another one meanwhile.
  if (wanted !== next) return
  document.documentElement.lang = isPseudo ? pseudoLanguage : next
  if (!isPseudo) await changeLanguage(next)
}

async function fetchWords(language: Language): Promise<void> {
  if (language === 'en' || i18next.hasResourceBundle(language, 'frame')) return
  const { files } = await others[language]()
  for (const [namespace, words] of namespacesIn(files)) i18next.addResourceBundle(language, namespace, words)
}

function systemLanguage(): Language {
  return languageAmong(navigator.languages)
}

function resources(): Record<string, Record<string, Words>> {
  const en = Object.fromEntries(namespacesIn(english))
  return { en, ...(isPseudo && { [pseudoLanguage]: pseudoWords(en) }) }
}

function namespacesIn(files: WordFiles): readonly (readonly [namespace: string, words: Words])[] {
  return Object.entries(files).map(([path, words]) => [/(\w+)\.json$/.exec(path)?.[1] ?? '', words])
}
