/** What is asked, by kind: taken from what is written, so that nearly every question has an answer. */
import { rawSql, type ReadableDb } from '../../../src/main/store/database.ts'
import { firstK } from '../../../src/main/store/bits.ts'
import { below, randomFrom, type Random } from '../metrics/random.ts'
import { characterOf, company, until, vocabulary, type SearchSize } from './data.ts'

export interface Question {
  /** In the query language; a space at the end: the last word is whole. */
  readonly text: string
  /** The same in SQL: what the text contains, and what else must be so. */
  readonly contains: readonly string[]
  readonly agent?: number
  readonly channel?: number
  readonly before?: number
  readonly failed?: true
}

export const kinds = [
  'common word',
  'any word',
  '2-word phrase',
  '3-character prefix',
  '5-character prefix',
  '2 CJK characters',
  '3 CJK characters',
  'digits',
  'word and agent',
  'word, channel, before',
  'phrase and failed',
] as const
export type QuestionKind = (typeof kinds)[number]

export const questionsEach = 40

export function questionsOf(
  cache: ReadableDb,
  size: SearchSize,
): ReadonlyMap<QuestionKind, readonly Question[]> {
  const random = randomFrom(77)
  const texts = sampleTexts(cache, size, random)
  return new Map(
    kinds.map((kind) => [kind, Array.from({ length: questionsEach }, () => question(kind, random, texts))]),
  )
}

function question(kind: QuestionKind, random: Random, texts: readonly string[]): Question {
  const language = below(random, 3)
  const common = vocabulary(language)[below(random, 20)] ?? ''
  const word = () => drawFrom(random, texts, /[a-záçãñéóí]{4,}/g)
  const phrase = () => drawFrom(random, texts, /[a-záçãñéóí]{2,} [a-záçãñéóí]{3,}/g)
  const day = new Date(until - below(random, 300) * 24 * 3_600_000)
  const date = day.toISOString().slice(0, 10)
  switch (kind) {
    case 'common word':
      return { text: `${common} `, contains: [common] }
    case 'any word': {
      const any = word()
      return { text: `${any} `, contains: [any] }
    }
    case '2-word phrase': {
      const two = phrase()
      return { text: `"${two}" `, contains: [two] }
    }
    case '3-character prefix': {
      const beginning = word().slice(0, 3)
      return { text: `${beginning}*`, contains: [beginning] }
    }
    case '5-character prefix': {
      const beginning = word().slice(0, 5)
      return { text: `${beginning}*`, contains: [beginning] }
    }
    case '2 CJK characters':
    case '3 CJK characters': {
      const length = kind === '2 CJK characters' ? 2 : 3
      const run = drawFrom(random, texts, length === 2 ? /[\u4e00-\u9fff]{2}/g : /[\u4e00-\u9fff]{3}/g)
      const found = run === '' ? characterOf(1) + characterOf(2) : run
      return { text: found, contains: [found] }
    }
    case 'digits': {
      const number = drawFrom(random, texts, /\b\d{6}\b/g)
      return { text: `${number} `, contains: [number] }
    }
    case 'word and agent': {
      const agent = 1 + below(random, company.agents)
      return { text: `${common} from:agent-${agent}`, contains: [common], agent }
    }
    case 'word, channel, before': {
      const any = word()
      const channel = 1 + below(random, company.channels)
      return {
        text: `${any} in:channel-${channel} before:${date}`,
        contains: [any],
        channel,
        before: Date.parse(date),
      }
    }
    case 'phrase and failed': {
      const two = phrase()
      return { text: `"${two}" is:failed`, contains: [two], failed: true }
    }
  }
}

function drawFrom(random: Random, texts: readonly string[], pattern: RegExp): string {
  for (let tries = 0; tries < 1000; tries += 1) {
    const found = [...(texts[below(random, texts.length)] ?? '').matchAll(pattern)]
    const match = found[below(random, Math.max(1, found.length))]
    if (match !== undefined) return match[0]
  }
  return ''
}

function sampleTexts(cache: ReadableDb, { conversations }: SearchSize, random: Random): readonly string[] {
  return Array.from({ length: 3000 }, () => {
    const k = firstK(1 + below(random, conversations)) + below(random, 12)
    return rawSql<[string]>(cache, 'SELECT text FROM messages WHERE k = ?').get(k)?.[0] ?? ''
  })
}
