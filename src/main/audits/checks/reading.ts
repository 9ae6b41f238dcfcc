/** Messages as tokens, with the language they are in. */
import { detectLanguage, type DetectedLanguage } from '../../text/language.ts'
import { tokenize, type Token } from '../../text/tokens.ts'
import { nameTokens, type Chat, type Written } from './chat.ts'
import { findWording, listsFor, type Wording } from './wording.ts'

export interface Read {
  readonly message: Written
  readonly tokens: readonly Token[]
}

export function read(messages: readonly Written[]): readonly Read[] {
  return messages.map((message) => ({ message, tokens: tokenize(message.text) }))
}

/** The language of several messages taken together; the chat's where they do not tell. */
export function languageOf(chat: Chat, messages: readonly Written[]): DetectedLanguage {
  const own = detectLanguage(
    messages
      .map(({ text }) => text)
      .join('\n')
      .slice(0, enough),
  )
  return own.language !== null || chat.language === null ? own : { language: chat.language, sure: false }
}

/** Characters that tell a language. */
const enough = 2000

/** Folded words of the customer's name. */
function namesIn(chat: Chat): ReadonlySet<string> {
  return new Set(nameTokens(chat.customer).map(({ text }) => text))
}

export interface Hit {
  readonly message: string
  readonly phrase: string
}

/** The first phrase of a wording in these messages; null: none. */
export function firstHit(
  lists: Wording,
  detected: DetectedLanguage,
  chat: Chat,
  messages: readonly Written[],
): Hit | null {
  // A short "Cualquier duda nos escribe" is easily taken for its neighbour's language.
  const languages = [...new Set([...listsFor(lists, detected), chat.language ?? 'en'])]
  const names = namesIn(chat)
  for (const { message, tokens } of read(messages)) {
    const [match] = findWording(lists, languages, tokens, names)
    if (match !== undefined) return { message: message.id, phrase: match.phrase }
  }
  return null
}
