/** One spelling for what is written in many: case, width, accents, vowel points and the variants of a letter. */
import { foldHan } from '../text/fold.ts'

/** The word as it is searched; empty where nothing of it is. */
export function foldTerm(word: string): string {
  if (ascii.test(word)) return word.toLowerCase()
  const known = folded.get(word)
  if (known !== undefined) return known
  const term = foldLetters(word)
  if (folded.size >= mostKept) folded.clear()
  folded.set(word, term)
  return term
}

/** A character of a script without spaces: wide and narrow forms are one, Traditional Chinese is searched as Simplified. */
export function foldCluster(cluster: string): string {
  const character = cluster.normalize('NFKC').replaceAll(unseen, '')
  return foldHan(character)
}

/** The sign alone: no skin tone, no variant, nothing that joins. */
export function foldEmoji(emoji: string): string {
  return emoji.replaceAll(tones, '')
}

/** Words repeat: most are folded once. */
const folded = new Map<string, string>()
const mostKept = 50_000

const ascii = /^[\0-\x7f]*$/
const unseen = /[\p{Cf}\ufe00-\ufe0f]/gu
const tones = /[\p{Emoji_Modifier}\p{Cf}\ufe00-\ufe0f]/gu

function foldLetters(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(marks, '')
    .replaceAll(variants, (letter) => letters[letter] ?? letter)
    .replaceAll(otherDigits, asciiDigit)
    .replaceAll(neither, '')
    .normalize('NFC')
}

/**
 * Accents of Latin, Greek and Cyrillic, the points of Hebrew, the short vowels, hamza and stretching of Arabic, the nukta
 * of the Indic scripts. Their vowel signs stay: without them words would be others.
 */
const marks =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/g
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ς: 'σ',
  ґ: 'г',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
}
const variants = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
const otherDigits = /[^\P{Nd}0-9]/gu
/** What a compatibility form is made of besides letters, as the stroke of ½. */
const neither = /[^\p{L}\p{M}\p{N}]/gu
const digit = /\p{Nd}/u

/** The digits of a script follow each other from its zero. */
function asciiDigit(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  let zero = codePoint
  while (codePoint - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(codePoint - zero)
}
