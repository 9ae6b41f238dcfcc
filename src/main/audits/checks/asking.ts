/** Whether a message asks something. */
import { detectLanguage } from '../../text/language.ts'
import { tokenize, type Token } from '../../text/tokens.ts'
import { findWording, listsFor } from './wording.ts'
import { questionWords } from './words/questions.ts'

/**
 * A question mark, or a question's beginning without one. `language` is what is known of the message's language; null: it
 * is detected. A mark after "ok" or a thank-you asks nothing that needs an answer.
 */
export function asks(text: string, language: string | null = null): boolean {
  const tokens = tokenize(text)
  const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'han')
  if (words.length === 0) return false
  const marked = tokens.some(({ kind, text: mark }) => kind === 'mark' && /[?？؟]/u.test(mark))
  if (marked) return !words.every(({ text: word }) => empty.has(word))
  const detected = language === null ? detectLanguage(text) : { language, sure: true }
  return findWording(questionWords, listsFor(questionWords, detected), tokens, nobody).some(
    ({ from, placed }) => !isExclaimed(tokens, from) && (!placed || !isAddedOn(tokens, from)),
  )
}

/** "What a relief!" asks nothing. */
function isExclaimed(tokens: readonly Token[], from: number): boolean {
  const end = tokens.slice(from).find(({ kind, text }) => kind === 'mark' && !/^[,，、;；:：]/u.test(text))
  return end !== undefined && /[!！]/u.test(end.text)
}

/** Behind a comma and more than a word or two it is a relative clause: "the lid comes off, which saves weight". */
function isAddedOn(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]
  if (before?.kind !== 'mark' || !/^[,，]/u.test(before.text) || tokens[from]?.kind === 'han') return false
  const sentence = tokens
    .slice(0, from)
    .findLastIndex(({ kind, text }) => kind === 'mark' && !/^[,，]/u.test(text))
  return from - 1 - (sentence + 1) > longestLeadIn
}

const longestLeadIn = 2

const nobody: ReadonlySet<string> = new Set()
const empty: ReadonlySet<string> = new Set(
  'ok okay oke thanks thank you danke merci gracias hello hallo hi hola bonjour 好 谢 obrigado obrigada grazie ciao'.split(
    ' ',
  ),
)
