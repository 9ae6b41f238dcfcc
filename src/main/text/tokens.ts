/** A message cut into what rules look at: words, Chinese characters, marks, emoji. */
import { foldHan, foldWord } from './fold.ts'

export interface Token {
  readonly kind: 'word' | 'han' | 'number' | 'mark' | 'emoji'
  /** Folded; a mark or an emoji as written. */
  readonly text: string
  /** As written. */
  readonly raw: string
  /** Where it stands in the message, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

/**
 * The tokens of the message's first 4,000 characters, in order. Chinese, Japanese: one character each, so that a phrase
 * of a lexicon is a sequence of tokens in every language. Addresses of pages and mailboxes are left out.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(0, longest).matchAll(pattern)) {
    const raw = match[0]
    const start = match.index
    const { han, word, number, emoji, mark } = match.groups ?? {}
    if (word !== undefined) pushWord(tokens, word, start)
    else if (han !== undefined)
      tokens.push({ kind: 'han', text: foldHan(raw), raw, start, end: start + raw.length })
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: raw, raw, start, end: start + raw.length })
    else if (emoji !== undefined)
      tokens.push({ kind: 'emoji', text: raw, raw, start, end: start + raw.length })
    else if (number !== undefined)
      tokens.push({ kind: 'number', text: raw, raw, start, end: start + raw.length })
  }
  return tokens
}

const longest = 4000

/** English joins what follows an apostrophe ("isn't" is one word), the Romance languages part there ("n'est"). */
function pushWord(tokens: Token[], word: string, start: number): void {
  const parts = word.split(/['’]/)
  const joined = parts.length === 2 && englishEndings.has((parts[1] ?? '').toLowerCase())
  if (parts.length === 1 || joined) {
    tokens.push({ kind: 'word', text: foldWord(parts.join('')), raw: word, start, end: start + word.length })
    return
  }
  let at = start
  for (const part of parts) {
    tokens.push({ kind: 'word', text: foldWord(part), raw: part, start: at, end: at + part.length })
    at += part.length + 1
  }
}

const englishEndings = new Set(['t', 's', 're', 'll', 've', 'd', 'm'])

const address = String.raw`(?:https?:\/\/|www\.)\S+|[\w.+\-]+@[\w\-]+\.[\w.\-]+`
const emoticon = String.raw`<\/?3|\^_?\^|T_T|(?<![\p{L}\d])[xX]D+(?!\p{L})|(?<![\p{L}\d])[:;=]['’]?-?(?:[\(\)\[\]\|\/\\]+|[DPp3](?![\p{L}\d]))|(?<=\s)\/s(?=\s|$)`
const picture = String.raw`(?:\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*)`
const ideograph = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`
const letter = String.raw`[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]`
const pattern = new RegExp(
  [
    address,
    `(?<emoji>${emoticon}|${picture})`,
    `(?<han>${ideograph})`,
    String.raw`(?<word>${letter}+(?:['’]${letter}+)*)`,
    String.raw`(?<number>\d+(?:[.,:\/\-]\d+)*)`,
    String.raw`(?<mark>[!?！？¡¿؟]+|[.。…।]+|[,，、،;；؛:：\(\)（）\n]|["“”„‟«»「」『』])`,
  ].join('|'),
  'gv',
)
