/** How values get into the words of the locale files, on screens and on paper. */
import { languageFor, localeFormats } from './languages.ts'

/** Nothing is escaped: React writes text nodes, and paper escapes where words become markup. */
export const interpolation = { escapeValue: false, alwaysFormat: true }

const numbers = new Map<string, Intl.NumberFormat>()

/**
 * For i18next's `use`. Values are put in as they are, but for `count`: it chooses the plural and so is a number, which
 * people read with the separators of their language.
 */
export const valueFormatter = {
  type: 'formatter' as const,
  init(): void {},
  add(): void {},
  addCached(): void {},
  format(
    value: unknown,
    _format?: string,
    language = 'en',
    options?: { readonly interpolationkey?: string },
  ): string {
    if (typeof value !== 'number' || options?.interpolationkey !== 'count') return value as string
    const { locale } = localeFormats[languageFor(language) ?? 'en']
    const known = numbers.get(locale) ?? new Intl.NumberFormat(locale)
    numbers.set(locale, known)
    return known.format(value)
  },
}
