/** What the matched words of a message amount to. */
import { assertNever } from '../../shared/assertNever.ts'
import { emojiValue, isApplause, isIronyMark, isStar } from './emoji.ts'
import type { Entry } from './lexicon.ts'
import type { PhraseMatch } from './phrases.ts'
import type { Reading } from './reading.ts'
import type { FeelingWord } from './sentiment.ts'
import { outline } from './sentences.ts'
import type { Outline } from './sentences.ts'
import type { Token } from './tokens.ts'

export interface Weight {
  readonly sum: number
  /** What spoke for and against, each from zero up. */
  readonly positive: number
  readonly negative: number
  readonly words: readonly FeelingWord[]
}

/** A feeling on its way: where it stands and what it counts for so far. */
interface Feeling {
  readonly from: number
  readonly to: number
  readonly value: number
  readonly kind: 'word' | 'thanks' | 'emoji'
}

export function weigh(reading: Reading): Weight {
  const { tokens, matches } = reading
  const shape = outline(tokens, matches, reading.questions)
  const said = matches.flatMap((match) => feelingOf(match, matches, shape))
  const drawn = tokens.flatMap((token, index) => emojiFeeling(token, index))
  const stars = starRating(tokens)
  const framed = turnIrony(settleThanks(said, tokens, shape), reading, shape).map((feeling) =>
    scale(feeling, contrastFactor(feeling, shape) * questionFactor(feeling, shape)),
  )
  const mood = total(framed)
  const pictures = settleEmoji([...drawn, ...stars], framed, tokens, mood)
  const loud = loudness(tokens, total([...framed, ...pictures]))
  return summarize(
    reading,
    [...framed, ...pictures].toSorted((a, b) => a.from - b.from),
    loud,
  )
}

/** The feeling of one match under the negations and degrees of its clause. */
function feelingOf(
  match: PhraseMatch<Entry>,
  matches: readonly PhraseMatch<Entry>[],
  shape: Outline,
): readonly Feeling[] {
  const entry = match.value
  const place = { from: match.from, to: match.to }
  switch (entry.kind) {
    case 'feeling': {
      const value = entry.value * degreeAt(match, matches, shape)
      const negated = !entry.settled && isNegated(match, matches, shape)
      return [{ ...place, kind: 'word', value: negated ? negate(value) : value }]
    }
    case 'expected':
      return isNegated(match, matches, shape) ? [{ ...place, kind: 'word', value: unmetValue }] : []
    case 'thanks':
      return [{ ...place, kind: 'thanks', value: entry.value }]
    case 'plain':
    case 'loaded':
    case 'negation':
    case 'degree':
    case 'contrast':
      return []
    default:
      return assertNever(entry)
  }
}

/** "Has not arrived". */
const unmetValue = -2

/** "Not good" is nearly bad; "not broken" is hardly praise. */
function negate(value: number): number {
  return value > 0 ? Math.min(-0.8 * value, -1.2) : Math.min(-0.4 * value, 0.8)
}

function isNegated(
  match: PhraseMatch<Entry>,
  matches: readonly PhraseMatch<Entry>[],
  shape: Outline,
): boolean {
  let count = 0
  for (const other of matches) {
    if (other.value.kind !== 'negation' || shape.clauseAt(other.from) !== shape.clauseAt(match.from)) continue
    const right = match.from - other.to
    const left = other.from - match.to
    if ((right >= 0 && right <= other.value.right) || (left >= 0 && left < other.value.left)) count += 1
  }
  // Romance languages negate twice and mean once; nobody doubles on purpose in a chat.
  return count > 0
}

/** The degree words up to two places before the match, or one after it. */
function degreeAt(match: PhraseMatch<Entry>, matches: readonly PhraseMatch<Entry>[], shape: Outline): number {
  let factor = 1
  for (const other of matches) {
    if (other.value.kind !== 'degree' || shape.clauseAt(other.from) !== shape.clauseAt(match.from)) continue
    const before = match.from - other.to
    if (before >= 0 && before <= 1) factor *= other.value.factor
  }
  return Math.max(0.5, Math.min(2, factor))
}

function scale(feeling: Feeling, factor: number): Feeling {
  return factor === 1 ? feeling : { ...feeling, value: feeling.value * factor }
}

function contrastFactor(feeling: Feeling, shape: Outline): number {
  if (shape.lastContrast < 0) return 1
  return feeling.from < shape.lastContrast ? 0.35 : 1.2
}

/** To ask for the good ones is no praise, to ask about damage no complaint; unless asked as a reproach. */
function questionFactor(feeling: Feeling, shape: Outline): number {
  const reproach = feeling.value < 0 && feeling.to - feeling.from >= wordsOfReproach
  if (reproach || !shape.isQuestionAt(feeling.from)) return 1
  if (feeling.value > 0) return 0.3
  return shape.isLoadedAt(feeling.from) ? 1 : 0.4
}

/** "How much longer" is a complaint as it stands. */
const wordsOfReproach = 3

/** Thanks that close a message of another subject are a formula; so are those beside a request. */
function settleThanks(
  feelings: readonly Feeling[],
  tokens: readonly Token[],
  shape: Outline,
): readonly Feeling[] {
  const firstWord = tokens.findIndex((token) => token.kind === 'word' || token.kind === 'han')
  const asks = tokens.some((_, index) => shape.isQuestionAt(index))
  const troubled = feelings.some((feeling) => feeling.value < 0)
  const content = feelings.some((feeling) => feeling.kind === 'word' && feeling.value > 0)
  return feelings.map((feeling) => {
    if (feeling.kind !== 'thanks') return feeling
    const opens = shape.sentenceAt(feeling.from) === shape.sentenceAt(firstWord)
    return (opens || content) && !asks && !troubled ? feeling : { ...feeling, value: 0 }
  })
}

/** Praise under a rolling eye, in quotation marks, marked "/s", or opening a complaint by itself means the opposite. */
function turnIrony(feelings: readonly Feeling[], reading: Reading, shape: Outline): readonly Feeling[] {
  const { tokens } = reading
  const trouble = feelings.some((feeling) => feeling.value <= -1.5) && shape.lastContrast < 0
  const marked = tokens.some(
    ({ kind, text }) => kind === 'emoji' && (isIronyMark(text) || (trouble && isApplause(text))),
  )
  const opening = opensAlone(feelings, shape)
  return feelings.map((feeling, index) => {
    if (feeling.value <= 0) return feeling
    const ironic = marked || shape.isQuotedAt(feeling.from) || (opening && index === 0)
    return ironic ? { ...feeling, value: -Math.max(1.2, 0.7 * feeling.value) } : feeling
  })
}

/** "Great, another delay": the first clause is praise alone, what follows is trouble, and no "but" between. */
function opensAlone(feelings: readonly Feeling[], shape: Outline): boolean {
  const [first, ...rest] = feelings
  if (first === undefined || first.value <= 0 || first.kind === 'thanks' || shape.lastContrast >= 0)
    return false
  if (shape.wordsOfClause(shape.clauseAt(first.from)) > 2 || first.from > 2) return false
  const later = total(rest.filter((feeling) => shape.clauseAt(feeling.from) !== shape.clauseAt(first.from)))
  return later <= -1
}

function emojiFeeling(token: Token, index: number): readonly Feeling[] {
  if (token.kind !== 'emoji' || isStar(token.text)) return []
  const value = emojiValue(token.text)
  return value === null ? [] : [{ from: index, to: index + 1, kind: 'emoji', value }]
}

/** One or two stars are a verdict, four and more another. */
function starRating(tokens: readonly Token[]): readonly Feeling[] {
  const first = tokens.findIndex((token) => token.kind === 'emoji' && isStar(token.text))
  if (first < 0) return []
  let to = first
  while (tokens[to]?.kind === 'emoji' && isStar(tokens[to]?.text ?? '')) to += 1
  const count = to - first
  const value = count >= 4 ? 3 : count === 3 ? 0 : -2
  return [{ from: first, to, kind: 'emoji', value: count === 1 && tokens.length > 1 ? 0.5 : value }]
}

/** The same sign three times says it once, a little louder; a smile below a complaint does not lighten it. */
function settleEmoji(
  pictures: readonly Feeling[],
  words: readonly Feeling[],
  tokens: readonly Token[],
  mood: number,
): readonly Feeling[] {
  const seen = new Set<string>()
  return pictures.flatMap((picture) => {
    const sign = tokens[picture.from]?.text ?? ''
    if (seen.has(sign)) return []
    seen.add(sign)
    if (picture.value > 0 && (mood < 0 || words.some((word) => word.value <= -1))) return []
    const repeated = tokens.filter((token) => token.text === sign).length > 1
    return [repeated ? scale(picture, 1.3) : picture]
  })
}

/** Shouting and rows of exclamation marks raise what was said; shouting alone is a little angry. */
function loudness(
  tokens: readonly Token[],
  sum: number,
): { readonly factor: number; readonly added: number } {
  const rows = tokens.some((token) => token.kind === 'mark' && /[!！]{3}/.test(token.text))
  const shouted = isShouted(tokens)
  return { factor: (rows ? 1.2 : 1) * (shouted ? 1.2 : 1), added: shouted && sum <= 0 ? -1.2 : 0 }
}

function isShouted(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word').map((token) => token.raw)
  const capitals = words.filter((word) => /^[\p{Lu}'’]+$/u.test(word)).join('')
  return capitals.length >= 12 && !words.some((word) => /\p{Ll}/u.test(word))
}

function total(feelings: readonly Feeling[]): number {
  return feelings.reduce((sum, feeling) => sum + feeling.value, 0)
}

function summarize(
  reading: Reading,
  feelings: readonly Feeling[],
  loud: { readonly factor: number; readonly added: number },
): Weight {
  let positive = 0
  let negative = 0
  const words: FeelingWord[] = []
  for (const { from, to, value } of feelings) {
    if (value > 0) positive += value
    else negative -= value
    const start = reading.tokens[from]?.start ?? 0
    const end = reading.tokens[to - 1]?.end ?? start
    if (value !== 0) words.push({ text: reading.text.slice(start, end), start, end, value })
  }
  return { sum: (positive - negative) * loud.factor + loud.added, positive, negative, words }
}
