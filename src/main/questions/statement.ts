/** What kind of question a text is, before SQLite sees it: one statement, and one that reads. */
import { failed } from '../engine/failure.ts'

/** Longer than anybody writes by hand. */
const longest = 100_000
const readers: ReadonlySet<string> = new Set(['SELECT', 'WITH', 'VALUES'])

/**
 * The one statement of a text, without what follows its semicolon. Throws `Failed` (`invalid`) for none, several, or one
 * that does not read. What gets past this is still held by the guard: this is for the sentence.
 */
export function onlyStatement(text: string): string {
  if (text.length > longest) throw failed('invalid', 'questions.longer', { count: longest })
  if (text.includes('\0')) throw failed('invalid', 'questions.nul')
  const tokens = topLevel(text)
  const first = tokens.find(({ kind }) => kind === 'other')
  if (first === undefined) throw failed('invalid', 'questions.none')
  const end = tokens.find(({ kind, at }) => kind === 'semicolon' && at > first.at)
  if (end !== undefined && tokens.some(({ kind, at }) => kind === 'other' && at > end.at))
    throw failed('invalid', 'questions.several')
  const statement = text.slice(first.at, end?.at)
  const word = firstWord(statement)
  const asked =
    word === 'EXPLAIN' ? (/^EXPLAIN(?:\s+QUERY\s+PLAN)?\s+(.*)$/is.exec(statement)?.[1] ?? '') : statement
  if (!readers.has(firstWord(asked)))
    throw word === ''
      ? failed('invalid', 'questions.noQuestion')
      : failed('invalid', 'questions.wordIsNoQuestion', { word })
  return statement
}

function firstWord(text: string): string {
  return /^[A-Za-z]+/.exec(text)?.[0].toUpperCase() ?? ''
}

interface Token {
  readonly kind: 'semicolon' | 'other'
  readonly at: number
}

/** Semicolons and the beginnings of all else that is neither space nor comment; texts and quoted names are one token. */
function topLevel(text: string): readonly Token[] {
  // Quotes by their numbers: ' is 27, " is 22 and ` is 60.
  const pattern =
    /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|([\x27\x22\x60])(?:(?!\1)[\s\S]|\1\1)*(?:\1|$)|\[[^\]]*(?:\]|$)|[\w$\u0080-\u{10FFFF}]+|[\s\S]/guy
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const [token] = match
    // SQLite knows six characters as space; others, such as a no-break space, begin a name.
    if (/^[ \t\n\f\r\v]/.test(token) || token.startsWith('--') || token.startsWith('/*')) continue
    tokens.push({ kind: token === ';' ? 'semicolon' : 'other', at: match.index })
  }
  return tokens
}
