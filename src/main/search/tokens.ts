/**
 * What matching means, in one place: a text cut into the terms it is found by. Words are folded (folding.ts); scripts
 * written without spaces give overlapping pairs of characters and, last, the last one alone, so that any two or more
 * characters in a row are found as a phrase of pairs and one as the beginning of a pair; an emoji is a term of its own.
 * The index, the plain scan and the marks in a snippet all go by these terms.
 */
import { characterClass, classOf } from './characters.ts'
import { foldCluster, foldEmoji, foldTerm } from './folding.ts'

/** `from`, `to`: where it stands in the text, in UTF-16 units. */
export interface SearchToken {
  readonly term: string
  readonly from: number
  readonly to: number
}

/**
 * What is looked for as consecutive terms; `prefix`: the last one may go on. `character`: the one term is a whole
 * character of a script without spaces, found anywhere in it.
 */
export interface Phrase {
  readonly terms: readonly string[]
  readonly prefix: boolean
  readonly character: boolean
}

/** `single`: the character a run of a script without spaces ends with. */
type Kind = 'word' | 'pair' | 'single' | 'emoji'
type Emit = (term: string, from: number, to: number, kind: Kind) => void
type Character = (character: string) => void
const ignored: Character = () => undefined

/** Longer words are known by their beginning: nobody types more, and what is no word (a key, a picture) stays short. */
const longestTerm = 64
/** What comes after is not searched. WhatsApp's own limit is a sixteenth of it. */
const longestText = 65_536

/** The terms of a text in order. */
export function searchTokens(text: string): readonly SearchToken[] {
  const tokens: SearchToken[] = []
  eachToken(text, (term, from, to) => void tokens.push({ term, from, to }))
  return tokens
}

/** Appends the terms of a text, and to `characters` those of scripts without spaces. */
export function collectTerms(text: string, terms: string[], characters: Set<string>): void {
  eachToken(
    text,
    (term) => void terms.push(term),
    (character) => void characters.add(character),
  )
}

/**
 * What a text typed as a query looks for; null when nothing in it can be found. `prefix`: its last word may go on; a word
 * of one letter never does, because everything goes on from one letter.
 */
export function phraseOf(text: string, prefix: boolean): Phrase | null {
  const terms: string[] = []
  const kinds: Kind[] = []
  eachToken(text, (term, _from, _to, kind) => {
    terms.push(term)
    kinds.push(kind)
  })
  const last = terms.at(-1)
  if (last === undefined) return null
  const kind = kinds.at(-1)
  if (kind === 'single') {
    // The text may go on behind the last character, and the pair before it holds it already.
    if (kinds.at(-2) === 'pair') return { terms: terms.slice(0, -1), prefix, character: false }
    return { terms, prefix: terms.length > 1, character: terms.length === 1 }
  }
  return { terms, prefix: prefix && kind === 'word' && last.length > 1, character: false }
}

function eachToken(whole: string, emit: Emit, character: Character = ignored): void {
  const text = whole.length > longestText ? whole.slice(0, longestText) : whole
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0
    const found = classOf(codePoint)
    if (found === characterClass.word) at = word(text, at, emit)
    else if (found === characterClass.dense) at = dense(text, at, emit, character)
    else if (found === characterClass.emoji || found === characterClass.flag) at = emoji(text, at, emit)
    else at += lengthOf(codePoint)
  }
}

function word(text: string, from: number, emit: Emit): number {
  let to = from
  while (to < text.length) {
    const codePoint = text.codePointAt(to) ?? 0
    const found = classOf(codePoint)
    if (found !== characterClass.word && found !== characterClass.attached) break
    to += lengthOf(codePoint)
  }
  const term = foldTerm(text.slice(from, to))
  if (term !== '') emit(term.length > longestTerm ? beginning(term) : term, from, to, 'word')
  return to
}

function dense(text: string, start: number, emit: Emit, each: Character): number {
  let from = start
  let before: { readonly character: string; readonly from: number; readonly to: number } | null = null
  while (from < text.length) {
    const codePoint = text.codePointAt(from) ?? 0
    if (classOf(codePoint) !== characterClass.dense) break
    const to = skipAttached(text, from + lengthOf(codePoint))
    const character = foldCluster(text.slice(from, to))
    each(character)
    if (before !== null) emit(before.character + character, before.from, to, 'pair')
    before = { character, from, to }
    from = to
  }
  if (before !== null) emit(before.character, before.from, before.to, 'single')
  return from
}

/** A sign with its tone and variant, those joined to it, or the two halves of a flag. */
function emoji(text: string, from: number, emit: Emit): number {
  const isFlag = classOf(text.codePointAt(from) ?? 0) === characterClass.flag
  let to = from + lengthOf(text.codePointAt(from) ?? 0)
  const isHalf = (at: number) =>
    at < text.length && classOf(text.codePointAt(at) ?? 0) === characterClass.flag
  if (isFlag && isHalf(to)) to += lengthOf(text.codePointAt(to) ?? 0)
  to = skipAttached(text, to)
  while (text.charCodeAt(to - 1) === joiner && to < text.length) {
    const next = text.codePointAt(to) ?? 0
    if (classOf(next) !== characterClass.emoji) break
    to = skipAttached(text, to + lengthOf(next))
  }
  const term = foldEmoji(text.slice(from, to))
  if (term !== '') emit(beginning(term), from, to, 'emoji')
  return to
}

const joiner = 0x200d

function skipAttached(text: string, from: number): number {
  let to = from
  while (to < text.length) {
    const codePoint = text.codePointAt(to) ?? 0
    if (classOf(codePoint) !== characterClass.attached) break
    to += lengthOf(codePoint)
  }
  return to
}

function beginning(term: string): string {
  const cut = term.slice(0, longestTerm)
  // Half a character is none.
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

function lengthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1
}
