import { functionWords } from '../../text/functionWords.ts'
import type { Token } from '../../text/tokens.ts'
import { nameTokens, writtenByAgents } from './chat.ts'
import { failed, notApplicable, passed, type Check } from './finding.ts'
import { read } from './reading.ts'
import { particles, doubleSurnames, wordsThatAreNames } from './words/surnames.ts'
import { chineseTitles, isTitle } from './words/titles.ts'

/**
 * An agent uses the customer's name: a word of it as a whole word, with or without accents; in Chinese the whole name, the
 * given name of two characters, or the surname before a title.
 */
export const nameUsed: Check = (chat) => {
  const words = latinNames(chat.customer)
  const chinese = chineseNames(chat.customer)
  if (words.size === 0 && chinese.length === 0) return notApplicable('no_name')
  const messages = writtenByAgents(chat)
  if (messages.length === 0) return notApplicable('no_agent_message')
  for (const { message, tokens } of read(messages)) {
    const found = wordIn(tokens, words) ?? chineseIn(tokens, chinese)
    if (found !== null) return passed('name_used', found, [message.id])
  }
  return failed('name_not_used')
}

/** Folded words of a name that can stand for the person. */
function latinNames(name: string | null): ReadonlySet<string> {
  return new Set(
    nameTokens(name)
      .filter(({ kind, raw }) => kind === 'word' && raw.length >= 2)
      .map(({ text }) => text)
      .filter((word) => !isTitle(word) && !particles.has(word)),
  )
}

function wordIn(tokens: readonly Token[], names: ReadonlySet<string>): string | null {
  const found = tokens.find(
    (token, index) => token.kind === 'word' && names.has(token.text) && standsAsName(tokens, index),
  )
  return found?.raw ?? null
}

/** "Will" is a name in "Hi Will" and before a comma, not in "Will it rain" or "it will". */
function standsAsName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  if (token === undefined || !isAlsoWord(token.text)) return true
  if (token.raw.charAt(0) === token.raw.charAt(0).toLowerCase()) return false
  const before = tokens[index - 1]
  const after = tokens[index + 1]
  const opens = before === undefined || before.kind === 'mark' || before.kind === 'emoji'
  if (opens) return after === undefined || after.kind !== 'word'
  return after === undefined || after.kind !== 'word' || isTitle(before.text)
}

function isAlsoWord(word: string): boolean {
  return wordsThatAreNames.has(word) || functionWords.has(word)
}

/** The ways to write a Chinese name, in folded characters. */
function chineseNames(name: string | null): readonly string[] {
  const characters = nameTokens(name)
    .filter(({ kind }) => kind === 'han')
    .map(({ text }) => text)
  if (characters.length < 2) return characters.length === 1 ? withTitles(characters.join('')) : []
  const whole = characters.join('')
  const title = chineseTitles.find((one) => one.length > 1 && whole.endsWith(one))
  // "王先生" is how many a contact is saved: the title is not the given name.
  if (title !== undefined && whole.length > title.length) return withTitles(whole.slice(0, -title.length))
  const double = characters.slice(0, 2).join('')
  const length = doubleSurnames.has(double) && characters.length > 2 ? 2 : 1
  const surname = characters.slice(0, length).join('')
  const given = characters.slice(length).join('')
  return [whole, ...withTitles(surname), ...(given.length >= 2 ? [given] : withTitles(given))]
}

function withTitles(name: string): readonly string[] {
  return chineseTitles.map((title) => name + title)
}

/** Longest stretches of Chinese characters, each looked through for the names. */
function chineseIn(tokens: readonly Token[], names: readonly string[]): string | null {
  if (names.length === 0) return null
  const folded = tokens.map(({ kind, text }) => (kind === 'han' ? text : ' ')).join('')
  return names.find((name) => folded.includes(name)) ?? null
}
