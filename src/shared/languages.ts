/** What each language of the interface and of reports brings along beside its words. */
import { type Language, languages } from './contract.ts'

/** Each language by its own name, for whoever looks for theirs in a list they cannot read. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  'zh-TW': '繁體中文',
}

/** Languages whose texts are read, by the code texts are marked with: what checks and topics can look for words in. */
export const readLanguages = ['en', 'zh', 'de', 'fr', 'es'] as const

/** Punctuation with the spaces the language sets around it. */
export interface Signs {
  /** Between the things of a list. */
  readonly list: string
  /** Between the clauses of a sentence. */
  readonly clause: string
  /** Between parts that have commas of their own. */
  readonly part: string
  readonly colon: string
  /** At the end of a sentence. */
  readonly stop: string
}

/** How a language writes numbers and times, beyond what `Intl` knows of its `locale`. */
export interface LocaleFormat {
  /** BCP 47, with the region whose usual formats are taken. */
  readonly locale: string
  /** Days, hours, minutes and seconds of a duration; points of a change between two rates. */
  readonly units: Readonly<Record<'d' | 'h' | 'min' | 's' | 'pt', string>>
  /** Bytes to terabytes, each a thousand of the one before. */
  readonly bytes: readonly [string, ...string[]]
  /** Whether a space parts a number from its per cent sign. */
  readonly spacedPercent: boolean
  /** What stands between and after words that are put together while the page runs. */
  readonly signs: Signs
  /** Where calendars begin their week: 1 Monday … 7 Sunday. */
  readonly firstWeekday: 1 | 7
}

const signs: Signs = { list: ', ', clause: ', ', part: '; ', colon: ': ', stop: '.' }
const bytes = ['B', 'kB', 'MB', 'GB', 'TB'] as const

export const localeFormats: Readonly<Record<Language, LocaleFormat>> = {
  en: {
    locale: 'en-GB',
    units: { d: 'd', h: 'h', min: 'min', s: 's', pt: 'pt' },
    bytes,
    signs,
    spacedPercent: false,
    firstWeekday: 1,
  },
  de: {
    locale: 'de-DE',
    units: { d: 'Tg.', h: 'Std.', min: 'Min.', s: 'Sek.', pt: 'Pkt.' },
    bytes,
    signs,
    spacedPercent: true,
    firstWeekday: 1,
  },
  fr: {
    locale: 'fr-FR',
    units: { d: 'j', h: 'h', min: 'min', s: 's', pt: 'pt' },
    bytes: ['o', 'ko', 'Mo', 'Go', 'To'],
    signs: { ...signs, part: '\u202f; ', colon: '\u00a0: ' },
    spacedPercent: true,
    firstWeekday: 1,
  },
  es: {
    locale: 'es-ES',
    units: { d: 'd', h: 'h', min: 'min', s: 's', pt: 'pp' },
    bytes,
    signs,
    spacedPercent: true,
    firstWeekday: 1,
  },
  'zh-TW': {
    locale: 'zh-TW',
    units: { d: '天', h: '小時', min: '分', s: '秒', pt: '百分點' },
    bytes,
    signs: { list: '、', clause: '，', part: '；', colon: '：', stop: '。' },
    spacedPercent: false,
    firstWeekday: 7,
  },
}

/** Chinese that is written in traditional characters, whatever its region. */
const traditionalChinese = /^zh-(?:hant|tw|hk|mo)\b/

/** The language that serves a reader of `tag` (BCP 47, in any case); null: none of ours does. */
export function languageFor(tag: string): Language | null {
  const wanted = tag.replaceAll('_', '-').toLowerCase()
  if (traditionalChinese.test(wanted)) return 'zh-TW'
  const [primary] = wanted.split('-')
  return languages.find((language) => language === primary) ?? null
}

/** The first of the tags, most wished for first, that one of our languages serves; English where none is. */
export function languageAmong(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = languageFor(tag)
    if (language !== null) return language
  }
  return 'en'
}
