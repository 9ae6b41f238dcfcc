/** What is wrong with a value, as a phrase in a schema's issue, which has room for one string. */
import { inEnglish } from './english.ts'
import { phraseOf, type Given, type Phrase, type PhraseKey } from './phrases.ts'

const mark = 'phrase:'

/** A message for a schema of zod: `z.string(problem('problem.noText'))`. */
export function problem<Key extends PhraseKey>(key: Key, ...[values]: Given<Key>): string {
  return asMessage(phraseOf(key, values))
}

export function asMessage(phrase: Phrase): string {
  return mark + JSON.stringify(phrase)
}

/** The phrase behind an issue's message; zod's own words stay as they are. */
export function problemOf(message: string): Phrase | string {
  return message.startsWith(mark) ? (JSON.parse(message.slice(mark.length)) as Phrase) : message
}

/** An issue's message in English. */
export function problemInEnglish(message: string): string {
  const found = problemOf(message)
  return typeof found === 'string' ? found : inEnglish(found)
}
