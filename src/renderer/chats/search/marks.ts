/**
 * Where in a message the words looked for stand, to mark them. Which messages are hits is the engine's answer alone;
 * here only those are looked at, so a mark too few or too many changes nothing that was found.
 */
import type { SearchTerm, SnippetPart } from '../../../shared/searching.ts'

/** The text in parts, those that were looked for marked; one plain part when none is. */
export function markedParts(text: string, terms: readonly SearchTerm[]): readonly SnippetPart[] {
  const wanted = terms.flatMap((term) => (term.kind === 'filter' || term.not ? [] : [wantedOf(term)]))
  const spans = wanted.length === 0 ? [] : joined(spansOf(text, wanted))
  const parts: SnippetPart[] = []
  let at = 0
  for (const [from, to] of spans) {
    if (from > at) parts.push({ text: text.slice(at, from), hit: false })
    parts.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), hit: false })
  return parts
}

interface Wanted {
  readonly folded: string
  /** Whether the word may go on. */
  readonly open: boolean
}
type Span = readonly [from: number, to: number]

function wantedOf(term: Extract<SearchTerm, { text: string }>): Wanted {
  return { folded: folded(term.text).text.trim(), open: term.kind === 'word' && term.prefix }
}

function spansOf(text: string, wanted: readonly Wanted[]): readonly Span[] {
  const { text: plain, places } = folded(text)
  return wanted.flatMap(({ folded: word, open }) => {
    const spans: Span[] = []
    for (let at = word === '' ? -1 : plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
      const to = at + word.length
      if (begins(plain, at) && (open || ends(plain, to)))
        spans.push([places[at] ?? 0, places[to] ?? text.length])
    }
    return spans
  })
}

const inWord = /[\p{L}\p{N}\p{M}]/u
/** Written without spaces: every place may begin and end a word. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function begins(text: string, at: number): boolean {
  return at === 0 || parted(text, at)
}

function ends(text: string, at: number): boolean {
  return at >= text.length || parted(text, at)
}

/** Whether a word ends and another begins between two characters. */
function parted(text: string, at: number): boolean {
  const before = /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? ''
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return !inWord.test(before) || !inWord.test(after) || spaceless.test(before) || spaceless.test(after)
}

/** Case, width and accents aside; `places[i]` is where the folded character i stood in the text. */
function folded(text: string): { readonly text: string; readonly places: readonly number[] } {
  let plain = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const spelt = character
      .normalize('NFKD')
      .replaceAll(accents, '')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replaceAll(alefs, 'ا')
      .replaceAll('ى', 'ي')
      .replaceAll('ة', 'ه')
    // A mark of its own belongs to the letter before it.
    for (let index = 0; index < spelt.length; index += 1) places.push(at)
    plain += spelt
    at += character.length
  }
  places.push(text.length)
  return { text: plain, places }
}

/** Accents, niqqud, harakat and tatweel. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0640\u0670\u093c]/g
const alefs = /[\u0622\u0623\u0625\u0671]/g

function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const [from, to] of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)]
    else result.push([from, to])
  }
  return result
}
