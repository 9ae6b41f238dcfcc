import { useLanguage, useText } from '../../ui/text.ts'
import { displayName } from '../../ui/displayName.ts'
import type { SuggestionWords } from './suggestions.ts'

/** What filters and their values mean, in the person's language; a name stands for itself. */
export function useFilterWords(): SuggestionWords {
  const text = useText('search')
  const flags = useText('flags')
  const language = useLanguage()
  return {
    filter: (name) => text(`filter.${name}`),
    value: (name, value) =>
      name === 'language'
        ? displayName('language', value, language)
        : name === 'flag'
          ? flags(`rule.${value}`, { defaultValue: value })
          : text(`value.${name}.${value}`, { defaultValue: value }),
  }
}
