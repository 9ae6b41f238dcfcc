/** What kind of question a text is, before SQLite sees it: one statement, and one that reads. */
import { Failed } from '../engine/failure.ts'

/** Longer than anybody writes by hand. */
const longest = 100_000
const readers: ReadonlySet<string> = new Set(['SELECT', 'WITH', 'VALUES'])

/**
 * The one statement of a text, without what follows its semicolon. Throws `Failed` (`invalid`) for none, several, or one
 * that does not read. What gets past this is still held by the guard: this is for the sentence.
 */
export function onlyStatement(text: string): string {
  if (text.length > longest)
    throw new Failed(
      'invalid',
      `The question is longer than ${longest.toLocaleString('en')} characters; it was not asked.`,
      'Shorten it.',
    )
  if (text.includes('\0'))
    throw new Failed('invalid', 'The question holds a NUL character; it was not asked.', 'Take it out.')
  const tokens = topLevel(text)
  const first = tokens.find(({ kind }) => kind === 'other')
  if (first === undefined)
    throw new Failed(
      'invalid',
      'There is no question in this text.',
      'Write one, as in: SELECT * FROM agents',
    )
  const end = tokens.find(({ kind, at }) => kind === 'semicolon' && at > first.at)
  if (end !== undefined && tokens.some(({ kind, at }) => kind === 'other' && at > end.at))
    throw new Failed(
      'invalid',
      'This is more than one statement; none was run.',
      'Ask one after the other, or join them with UNION.',
    )
  const statement = text.slice(first.at, end?.at)
  const word = firstWord(statement)
  const asked =
    word === 'EXPLAIN' ? (/^EXPLAIN(?:\s+QUERY\s+PLAN)?\s+(.*)$/is.exec(statement)?.[1] ?? '') : statement
  if (!readers.has(firstWord(asked)))
    throw new Failed(
      'invalid',
      `${word === '' ? 'This' : `“${word}”`} is no question: the console only reads, and nothing was changed.`,
      'Begin with SELECT, WITH or VALUES; EXPLAIN may stand before them.',
    )
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
