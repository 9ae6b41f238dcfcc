/**
 * What a message is besides its words, as terms of one character each that no text can hold (private use): filters then
 * cost the index what one more word does. The numbers are the format of the index: change `indexFormat` with them.
 */
import { authors, contentTypes, directions } from '../../shared/records.ts'
import { packFlags, type Author, type Content, type Direction } from '../store/bits.ts'

/** Stands before the digits of a number and before the words of an error; between two fields stands a gap. */
export const numberMark = '\ue000'
export const gap = '\ue001'
export const errorMark = '\ue002'
/**
 * Stands before every word of a message that failed, which has them twice: few fail, so that what is looked for among them
 * is a list of its own, not one of millions beside another.
 */
export const failedMark = '\ue003'
/** Stands before a character that is no code point alone. */
const characterMark = '\ue004'

export const facet = {
  comment: '\ue010',
  contact: '\ue011',
  failed: '\ue012',
  edited: '\ue013',
  revoked: '\ue014',
  link: '\ue015',
  template: '\ue016',
} as const

/** The planes of Unicode that no text can have letters of; what has letters now fits in as a whole. */
const firstCharacter = 0x40000

/** Of a character of a script without spaces, found anywhere: a term beside those it is part of, next to none of them. */
export function characterTerm(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  const isAlone = character.length === (codePoint > 0xffff ? 2 : 1)
  return isAlone && codePoint < firstCharacter
    ? String.fromCodePoint(firstCharacter + codePoint)
    : characterMark + character
}

/** Sides and authors share a term: of their pairs a message has one. */
const firstPair = 0xe100
const pairBits = 0x7f
const firstContent = 0xe200
const firstSentiment = 0xe300
const rows = {
  agent: { first: 0xf0000, most: 0xfffd, mark: '\ue020' },
  channel: { first: 0x100000, most: 0x3fff, mark: '\ue021' },
  word: { first: 0x104000, most: 0xbffd, mark: '\ue022' },
} as const

/** Of the side a message was on and who wrote it; `flags` are those of its row. */
export function pairFacet(flags: number): string {
  return String.fromCharCode(firstPair + (flags & pairBits))
}

/** All pairs of a side and an author that the condition holds for. */
export function pairFacets(holds: (direction: Direction, author: Author) => boolean): readonly string[] {
  return directions.flatMap((direction) =>
    authors
      .filter((author) => holds(direction, author))
      .map((author) => pairFacet(packFlags(direction, author, 'text'))),
  )
}

export function contentFacet(content: Content): string {
  return String.fromCharCode(firstContent + contentTypes.indexOf(content))
}

/** −1, 0 or 1. */
export function sentimentFacet(sentiment: number): string {
  return String.fromCharCode(firstSentiment + 1 + sentiment)
}

/** Of the row of an agent, a channel, or a word (a template's name, a language). */
export function rowFacet(table: keyof typeof rows, row: number): string {
  const { first, most, mark } = rows[table]
  return row <= most ? String.fromCodePoint(first + row) : mark + row.toString(36)
}

/** Every document has exactly one of these. */
export const everyKind: readonly string[] = [...pairFacets(() => true), facet.comment, facet.contact]
