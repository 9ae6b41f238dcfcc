/** The engine's own English: what the command line, logs and tests read of failures. */
import i18next, { type i18n } from 'i18next'
import { interpolation, valueFormatter } from './interpolation.ts'
import { localeFormats } from './languages.ts'
import failures from './locales/en/failures.json' with { type: 'json' }
import type { Phrase } from './phrases.ts'
import { sentencesOf, spoken, type Voice } from './speaking.ts'

/** Digits and ISO times, which other programs can read. */
const voice: Voice = {
  words: (key, values) => dictionaryOnce().t(key, { ...values }),
  number: String,
  moment: (at) => new Date(at).toISOString(),
  signs: localeFormats.en.signs,
}

export function inEnglish(phrase: Phrase): string {
  return spoken(phrase, voice)
}

export function sentencesInEnglish(phrase: Phrase): { readonly message: string; readonly hint: string } {
  return sentencesOf(phrase, voice)
}

let dictionary: i18n | null = null

/** Made when something fails for the first time, which is seldom. */
function dictionaryOnce(): i18n {
  if (dictionary !== null) return dictionary
  dictionary = i18next.createInstance({
    lng: 'en',
    defaultNS: 'failures',
    resources: { en: { failures } },
    interpolation,
    initAsync: false,
  })
  void dictionary.use(valueFormatter).init()
  return dictionary
}
