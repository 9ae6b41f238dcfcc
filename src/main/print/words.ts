import i18next, { type i18n } from 'i18next'
import type { ExclusionReason, Failure, Language } from '../../shared/contract.ts'
import { interpolation, valueFormatter } from '../../shared/interpolation.ts'
import { localeFormats } from '../../shared/languages.ts'
import { de } from '../../shared/locales/de.ts'
import { en } from '../../shared/locales/en.ts'
import { es } from '../../shared/locales/es.ts'
import { fr } from '../../shared/locales/fr.ts'
import { zhTW } from '../../shared/locales/zh-TW.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import type { Format } from '../../shared/numbers.ts'
import type { Phrase } from '../../shared/phrases.ts'
import { sentencesOf, spoken, type Voice } from '../../shared/speaking.ts'

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

type Namespace = keyof typeof en
interface WordTree {
  readonly [key: string]: string | WordTree
}

/** Where a language has no words for a key, English's are said. */
const resources: Readonly<Record<Language, Readonly<Record<Namespace, WordTree>>>> = {
  en: { ...en, metrics: { ...en.metrics, ...catalogue() } },
  de,
  fr,
  es,
  'zh-TW': zhTW,
}

const dictionary: i18n = i18next.createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources,
  interpolation,
  // Chinese puts nothing between two sentences.
  returnEmptyString: true,
  initAsync: false,
})
void dictionary.use(valueFormatter).init()

/** The metrics' English, which stands with their definitions. */
function catalogue(): WordTree {
  const fieldOf = (field: 'name' | 'definition' | 'credit') =>
    Object.fromEntries(Object.entries(metrics).map(([id, metric]) => [id, metric[field]]))
  return { name: fieldOf('name'), definition: fieldOf('definition'), credit: fieldOf('credit') }
}

/** The words of one namespace. What is printed has its language, whatever the interface speaks. */
function wordsOf(namespace: Namespace): (language: Language) => Words {
  return (language) => {
    const say = dictionary.getFixedT(language, namespace)
    return (key, values) => say(key, { ...values })
  }
}

/** The report's own words. */
export const reportWords = wordsOf('report')

/** The words of what happens in a conversation. */
export const conversationWords = wordsOf('conversation')

/** The words of flags and their rules. */
export const flagWords = wordsOf('flags')

/** What is told of reports that were made when they were due. */
export const scheduleWords = wordsOf('schedule')

/** The words of notifications, digests and the tray. */
export const tellingWords = wordsOf('telling')

/** What the columns of rows as files mean. */
export const rowWords = wordsOf('rows')

/** What the reporting views and their columns mean. */
export const viewWords = wordsOf('views')

/** The words of the window's menu. */
export const menuWords = wordsOf('menu')

/** A metric's name, definition and credit. */
export function metricWords(
  language: Language,
  id: MetricId,
): { name: string; definition: string; credit: string } {
  const say = dictionary.getFixedT(language, 'metrics')
  return { name: say(`name.${id}`), definition: say(`definition.${id}`), credit: say(`credit.${id}`) }
}

/** Why something that might have counted did not. */
export function reasonWords(language: Language, reason: ExclusionReason): string {
  return dictionary.getFixedT(language, 'metrics')(`reason.${reason}`)
}

/** A phrase of a failure, in the language of whoever reads it; `format` writes its times. */
export function phraseWords(language: Language, phrase: Phrase, format: Pick<Format, 'dateTime'>): string {
  return spoken(phrase, voiceOf(language, format))
}

/** Both sentences of a failure. */
export function failureSentences(
  language: Language,
  { message, hint, words }: Failure,
  format: Pick<Format, 'dateTime'>,
): Pick<Failure, 'message' | 'hint'> {
  return words === undefined ? { message, hint } : sentencesOf(words, voiceOf(language, format))
}

function voiceOf(language: Language, { dateTime }: Pick<Format, 'dateTime'>): Voice {
  const say = dictionary.getFixedT(language, 'failures')
  const { locale, signs } = localeFormats[language]
  return {
    words: (key, values) => say(key, { ...values }),
    number: (value) => value.toLocaleString(locale),
    moment: dateTime,
    signs,
  }
}

/** Why a message failed, in words where there are any for the platform's code. */
export function failureWords(language: Language, code: string | null): string {
  const say = dictionary.getFixedT(language, 'codes')
  return say(code ?? 'none', { defaultValue: say('unknown') })
}
