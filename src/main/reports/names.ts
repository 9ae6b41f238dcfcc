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
  const named = (list: readonly Named[], id: string) => list.find((one) => one.id === id)?.name ?? id
  return {
    of(dimension, key) {
      if (dimension === 'error') return failureWords(language, key)
      if (key === null) return words(`none.${noneKey(dimension)}`)
      if (worded.has(dimension)) return words(`key.${dimension}.${key}`, { defaultValue: key })
      switch (dimension) {
        case 'agent':
          return named(workspace.agents, key)
        case 'team':
          return named(workspace.teams, key)
        case 'channel':
          return named(workspace.channels, key)
        case 'country':
          return displayName('region', key, language)
        case 'language':
          return displayName('language', key, language)
        case 'rule':
          return flagWords(language)(`rule.${key}`, { defaultValue: key })
        default:
          return timeName(dimension, key, { language, words, format })
      }
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

/** Days, weeks, months, hours and weekdays; everything else (a category, a goal) is its own name. */
function timeName(
  dimension: Dimension,
  key: string,
  {
    language,
    words,
    format,
  }: { readonly language: Language; readonly words: Words; readonly format: Format },
): string {
  switch (dimension) {
    case 'day':
      return format.dayLabel(key)
    case 'week':
      return words('weekShort', { week: Number(key.slice(-2)) })
    case 'month':
      return new Intl.DateTimeFormat(localeFormats[language].locale, {
        timeZone: 'UTC',
        month: 'short',
        year: 'numeric',
      }).format(Date.parse(`${key}-01T00:00:00Z`))
    case 'weekday':
      return format.weekday(Number(key))
    case 'weekday-hour':
      return `${format.weekday(Number(key.slice(0, 1)))} ${key.slice(2)}`
    default:
      return key
  }
}

/** The name of a language or country in the reader's language; a code Intl does not know stands for itself. */
function displayName(type: 'language' | 'region', code: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type }).of(code.replace('_', '-')) ?? code
  } catch {
    return code
  }
}
