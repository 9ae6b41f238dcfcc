/** How well labelled messages are scored: the same count for the printed table and the test. */
import { detectLanguage } from '../../../src/main/text/language.ts'
import { scoreSentiment } from '../../../src/main/text/sentiment.ts'
import { de } from './labelled/de.ts'
import { en } from './labelled/en.ts'
import { es } from './labelled/es.ts'
import { fr } from './labelled/fr.ts'
import { heldOut } from './labelled/heldOut.ts'
import type { Labelled } from './labelled/labelled.ts'
import { otherTrades } from './labelled/otherTrades.ts'
import { others } from './labelled/others.ts'
import { zh } from './labelled/zh.ts'

export const allLabelled: readonly Labelled[] = [
  ...en,
  ...zh,
  ...de,
  ...fr,
  ...es,
  ...others,
  ...otherTrades,
  ...heldOut,
]
export const sentiments = ['negative', 'neutral', 'positive'] as const

/** "labelled scored" → messages. */
export type Confusion = ReadonlyMap<string, number>

export interface Measure {
  readonly total: number
  readonly scored: number
  readonly right: number
  /** Language found; emoji alone have none. */
  readonly languageRight: number
  readonly confusion: Confusion
}

export function measure(messages: readonly Labelled[]): Measure {
  const confusion = new Map<string, number>()
  let scored = 0
  let right = 0
  let languageRight = 0
  for (const { text, sentiment: label, language } of messages) {
    const { sentiment } = scoreSentiment(text)
    if (sentiment !== null) scored += 1
    if (sentiment === label) right += 1
    const expected = /\p{L}/u.test(text) ? language : null
    if (detectLanguage(text).language === expected) languageRight += 1
    confusion.set(`${label} ${sentiment}`, (confusion.get(`${label} ${sentiment}`) ?? 0) + 1)
  }
  return { total: messages.length, scored, right, languageRight, confusion }
}
