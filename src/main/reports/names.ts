/** What keys of broken-down answers, contacts and agents are called in a report. */
import type { Dimension, Language, Named, Workspace } from '../../shared/contract.ts'
import type { Format } from '../../shared/numbers.ts'
import { localeFormats } from '../../shared/languages.ts'
import { failureWords, flagWords, type Words } from '../print/words.ts'

export interface Names {
  /** Null: nobody or none. */
  of(dimension: Dimension, key: string | null): string
  /** A contact by name, or numbered in the order they come where names are hidden. */
  contact(contact: Named): string
}

/** Dimensions whose keys are words of ours. */
const worded: ReadonlySet<Dimension> = new Set<Dimension>([
  'author',
  'opened-by',
  'closed-by',
  'added-by',
  'pricing',
  'sentiment',
  'step',
])

export function createNames(parts: {
  readonly workspace: Workspace
  readonly language: Language
  readonly hideNames: boolean
  readonly words: Words
  readonly format: Format
}): Names {
  const { workspace, language, words, format } = parts
  const numbers = new Map<string, number>()
  const named = (list: readonly Named[]) => (id: string) => list.find((one) => one.id === id)?.name ?? id
  /** Whose keys are neither words of ours nor their own name. */
  const namers: Readonly<Partial<Record<Dimension, (key: string) => string>>> = {
    agent: named(workspace.agents),
    team: named(workspace.teams),
    channel: named(workspace.channels),
    country: (key) => displayName('region', key, language),
    language: (key) => displayName('language', key, language),
    rule: (key) => flagWords(language)(`rule.${key}`, { defaultValue: key }),
    day: format.dayLabel,
    week: (key) => words('weekShort', { week: Number(key.slice(-2)) }),
    month: (key) => monthName(key, language),
    weekday: (key) => format.weekday(Number(key)),
    'weekday-hour': (key) => `${format.weekday(Number(key.slice(0, 1)))} ${key.slice(2)}`,
  }
  return {
    of(dimension, key) {
      if (dimension === 'error') return failureWords(language, key)
      if (key === null) return words(`none.${noneKey(dimension)}`)
      if (worded.has(dimension)) return words(`key.${dimension}.${key}`, { defaultValue: key })
      return namers[dimension]?.(key) ?? key
    },
    contact({ id, name }) {
      if (!parts.hideNames) return name
      const number = numbers.get(id) ?? numbers.size + 1
      numbers.set(id, number)
      return words('customer', { id: number })
    },
  }
}

const nothings: readonly Dimension[] = ['agent', 'team', 'category', 'template', 'language', 'sentiment']

function noneKey(dimension: Dimension): string {
  return nothings.includes(dimension) ? dimension : 'other'
}

/** `2026-05` to `May 2026`. */
function monthName(key: string, language: Language): string {
  const { locale } = localeFormats[language]
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' })
  return format.format(Date.parse(`${key}-01T00:00:00Z`))
}

/** The name of a language or country in the reader's language; a code Intl does not know stands for itself. */
function displayName(type: 'language' | 'region', code: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type }).of(code.replace('_', '-')) ?? code
  } catch {
    return code
  }
}
