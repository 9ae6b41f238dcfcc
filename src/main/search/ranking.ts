/**
 * Best first: how well a document answers, by what BM25 makes of how often a word stands in how long a text. Every hit has
 * every word, so that how rare a word is would weigh all alike and is left out; a contact's name counts for more than a
 * mention. Only the newest hits are ranked, a window at a time: the best of ten years is seldom what is looked for.
 */
import { findPhrase, readTerms } from './conditions.ts'
import type { SearchDocument } from './documents.ts'
import type { SearchPlan } from './plan.ts'

/** Hits ranked among each other. */
export const rankedTogether = 1000

const saturation = 1.2
const lengthWeight = 0.75
/** Terms of a message of usual length. */
const usualLength = 10
const nameWeight = 2

export function scoreOf(document: SearchDocument, { phrases }: SearchPlan): number {
  const read = readTerms(document)
  let score = 0
  for (const [field, { kind }] of document.fields.entries()) {
    const tokens = read.tokensOf(field)
    const length = 1 - lengthWeight + (lengthWeight * tokens.length) / usualLength
    for (const phrase of phrases) {
      let times = 0
      for (let at = findPhrase(phrase, tokens, 0); at >= 0; at = findPhrase(phrase, tokens, at + 1))
        times += 1
      const weight = kind === 'contact' ? nameWeight : 1
      score += (weight * phrase.terms.length * times * (saturation + 1)) / (times + saturation * length)
    }
  }
  return score
}
