/** Where in a text the words looked for stand, and the stretch of it worth showing. */
import type { SnippetPart } from '../../shared/searching.ts'
import { findPhrase } from './conditions.ts'
import { rangesOfNumber, type NumberPattern } from './phones.ts'
import type { Phrase, SearchToken } from './tokens.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Ranges of a text that were looked for, in order, none within another. */
export function marksIn(
  text: string,
  tokens: readonly SearchToken[],
  phrases: readonly Phrase[],
  numbers: readonly NumberPattern[],
): readonly Range[] {
  const found: Range[] = numbers.flatMap((number) => rangesOfNumber(number, text))
  for (const phrase of phrases)
    for (let at = findPhrase(phrase, tokens, 0); at >= 0; at = findPhrase(phrase, tokens, at + 1)) {
      const first = tokens[at]
      const last = tokens[at + phrase.terms.length - 1]
      if (first !== undefined && last !== undefined)
        found.push({ from: first.from, to: phrase.character ? endOfFirst(text, first) : last.to })
    }
  return united(found)
}

/** Characters a snippet has, more or less: it ends where a character ends. */
const snippetLength = 160
/** What stands before the first hit. */
const lead = 40

/** The stretch round the first hits, hits and the rest apart; `…` where the text goes on. Plain text, never markup. */
export function snippetOf(text: string, marks: readonly Range[]): readonly SnippetPart[] {
  const begin = (marks[0]?.from ?? 0) > snippetLength - lead || text.length > snippetLength
  const wanted = begin ? Math.max(0, (marks[0]?.from ?? 0) - lead) : 0
  const from = wanted === 0 ? 0 : startOfWord(text, wanted, marks[0]?.from ?? wanted)
  const to = endOfStretch(text, Math.min(text.length, from + snippetLength))
  const parts: SnippetPart[] = []
  const add = (part: string, hit: boolean) => {
    const plain = part.replaceAll(directions, '')
    if (plain !== '') parts.push({ text: plain, hit })
  }
  if (from > 0) add('…', false)
  let at = from
  for (const mark of marks) {
    if (mark.to <= at || mark.from >= to) continue
    add(text.slice(at, mark.from), false)
    add(text.slice(Math.max(mark.from, at), Math.min(mark.to, to)), true)
    at = Math.min(mark.to, to)
  }
  add(text.slice(at, to), false)
  if (to < text.length) add('…', false)
  return parts
}

/** What turns the direction of all that follows would reach out of a stretch that was cut. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function startOfWord(text: string, wanted: number, most: number): number {
  const space = text.slice(wanted, most).search(/\s\S/)
  return space >= 0 ? wanted + space + 1 : startOfCharacter(text, wanted)
}

function endOfStretch(text: string, wanted: number): number {
  return wanted >= text.length ? text.length : startOfCharacter(text, wanted)
}

/** Start of the character at a place; what people see as one character is never cut. */
function startOfCharacter(text: string, at: number): number {
  // Joined characters are short: what stands far before does not tell where this one begins.
  const base = Math.max(0, at - 64)
  const near = text.slice(base, at + 64)
  return base + (segmenter.segment(near).containing(at - base)?.index ?? at - base)
}

function endOfFirst(text: string, { from, to }: SearchToken): number {
  const next = segmenter.segment(text.slice(from, to)).containing(0)
  return from + (next?.segment.length ?? to - from)
}

function united(ranges: readonly Range[]): readonly Range[] {
  const sorted = ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)
  const all: Range[] = []
  for (const range of sorted) {
    const last = all.at(-1)
    if (last !== undefined && range.from <= last.to)
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else all.push(range)
  }
  return all
}
