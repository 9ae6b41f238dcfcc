/** The outline of a message: its sentences and clauses, which ask, which reproach, what stands in quotation marks. */
import type { Entry } from './lexicon.ts'
import type { PhraseMatch } from './phrases.ts'
import type { Token } from './tokens.ts'

export interface Outline {
  /** Numbers from 0 for the token at an index. */
  readonly sentenceAt: (index: number) => number
  readonly clauseAt: (index: number) => number
  readonly wordsOfClause: (clause: number) => number
  /** From the question word, or the "if", to the sentence's end; the whole sentence where only its mark asks. */
  readonly isQuestionAt: (index: number) => boolean
  /** A question that is a reproach: "still", "again", "???". */
  readonly isLoadedAt: (index: number) => boolean
  readonly isQuotedAt: (index: number) => boolean
  /** Index of the last "but" with something before it; −1 for none. */
  readonly lastContrast: number
}

export function outline(
  tokens: readonly Token[],
  matches: readonly PhraseMatch<Entry>[],
  openings: readonly PhraseMatch<'question'>[],
): Outline {
  const sentences: number[] = []
  const clauses: number[] = []
  const quoted = new Set<number>()
  const asking = new Set<number>()
  const askedFrom = new Map<number, number>()
  const loaded = new Set<number>()
  const sizes = new Map<number, number>()
  const contrasts = new Set(
    matches.filter((match) => match.value.kind === 'contrast').map((match) => match.from),
  )
  let sentence = 0
  let clause = 0
  let quoteFrom = -1
  tokens.forEach((token, index) => {
    if (contrasts.has(index)) clause += 1
    sentences.push(sentence)
    clauses.push(clause)
    if (token.kind === 'word' || token.kind === 'han') sizes.set(clause, (sizes.get(clause) ?? 0) + 1)
    if (token.kind === 'emoji') clause += 1
    if (token.kind !== 'mark') return
    if (quotes.test(token.text)) {
      if (quoteFrom >= 0 && index - quoteFrom <= longestQuote) {
        for (let inside = quoteFrom + 1; inside < index; inside++) quoted.add(inside)
        quoteFrom = -1
      } else quoteFrom = index
      return
    }
    clause += 1
    if (/[?？؟]/.test(token.text)) {
      asking.add(sentence)
      if (/[?？؟]{2}|[?？].*[!！]|[!！].*[?？]/.test(token.text)) loaded.add(sentence)
    }
    if (!/^[,，、،;；؛:：()（）¡¿]/.test(token.text)) sentence += 1
  })
  for (const match of matches) {
    const at = sentences[match.from] ?? 0
    if (match.value.kind === 'loaded' || (match.value.kind === 'negation' && match.value.loaded))
      loaded.add(at)
  }
  for (const { from } of openings) {
    const at = sentences[from] ?? 0
    const clauseFrom = clauses.indexOf(clauses[from] ?? 0)
    const opens = tokens.slice(clauseFrom, from).every((token) => token.kind === 'mark')
    if ((opens || tokens[from]?.kind === 'han') && !askedFrom.has(at)) askedFrom.set(at, clauseFrom)
  }
  const isTurned = (from: number, index: number) => [...contrasts].some((but) => but > from && but <= index)
  const firstWord = tokens.findIndex((token) => token.kind !== 'mark')
  return {
    sentenceAt: (index) => sentences[index] ?? 0,
    clauseAt: (index) => clauses[index] ?? 0,
    wordsOfClause: (number) => sizes.get(number) ?? 0,
    isQuestionAt: (index) => {
      const at = sentences[index] ?? -1
      const from = askedFrom.get(at)
      if (from === undefined) return asking.has(at)
      return index >= from && (asking.has(at) || !isTurned(from, index))
    },
    isLoadedAt: (index) => loaded.has(sentences[index] ?? -1),
    isQuotedAt: (index) => quoted.has(index),
    lastContrast: Math.max(-1, ...[...contrasts].filter((index) => index > firstWord)),
  }
}

const quotes = /^["“”„‟«»「」『』]$/
/** In tokens: longer quotations repeat somebody's words. */
const longestQuote = 4
