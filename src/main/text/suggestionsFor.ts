/** Suggestions for topic rules as a screen shows them: with the words of a few messages, and the language they are in. */
import type { TopicSuggestion } from '../../shared/contract.ts'
import { suggestTopics } from './topicSuggestions.ts'

/** A message less often seen than this is chance. */
const fewestMessages = 5
const shownLength = 160

/** `language` is that of most examples; null where they are mixed or it is not known. */
export function suggestionsFor(
  texts: readonly { readonly id: string; readonly text: string; readonly language: string | null }[],
): readonly TopicSuggestion[] {
  const byId = new Map(texts.map((text) => [text.id, text]))
  return suggestTopics(texts)
    .suggestions.filter(({ count }) => count >= fewestMessages)
    .map(({ keywords, count, examples }) => {
      const shown = examples.flatMap((id) => byId.get(id) ?? [])
      return {
        keywords,
        count,
        language: mostOf(shown.map(({ language }) => language)),
        examples: shown.map(({ text }) => shortened(text)),
      }
    })
}

function mostOf(languages: readonly (string | null)[]): string | null {
  const groups = [...Map.groupBy(languages, (language) => language)]
  const [most] = groups.toSorted(([, one], [, other]) => other.length - one.length)
  return most !== undefined && most[1].length * 2 > languages.length ? most[0] : null
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length <= shownLength ? line : `${line.slice(0, shownLength)}…`
}
