/** One spelling for what people type in many: case, accents, lengthened letters, Arabic and Chinese variants. */
import { simplified } from './han.ts'

/**
 * The word as the lexicons know it: lower case, without accents; ä, ö and ü as ae, oe and ue, since German words differ
 * by them ("schön", "schon") and many write them so; a letter repeated more than twice written twice.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  const plain = ascii.test(lower) ? lower : foldLetters(lower)
  return lengthened.test(plain) ? plain.replaceAll(everyLengthened, '$1$1') : plain
}

/** The Simplified form of a Chinese character, where it differs and the lexicons need it. */
export function foldHan(character: string): string {
  return simplified.get(character) ?? character
}

/** The folded word with a letter drawn out ("haaappy", "niiice") written once; null where none is. */
export function shorten(word: string): string | null {
  return drawnOut.test(word) ? foldWord(word.replaceAll(everyDrawnOut, '$1')) : null
}

const ascii = /^[\0-\x7f]*$/
const lengthened = /([a-z])\1\1/
const everyLengthened = /([a-z])\1{2,}/g
const drawnOut = /(\p{L})\1\1/iu
const everyDrawnOut = /(\p{L})\1{2,}/giu

function foldLetters(word: string): string {
  return (
    word
      .normalize('NFC')
      // In Spanish the two dots only keep the u audible: "vergüenza" is written "verguenza" as often.
      .replaceAll(/gü(?=[eéií])/g, 'gu')
      .replaceAll(/[äöüßøœæłı]/g, (letter) => letters[letter] ?? letter)
      .normalize('NFD')
      .replaceAll(marks, '')
      .replaceAll(/[ةىک]/g, (letter) => letters[letter] ?? letter)
  )
}

const letters: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ł: 'l',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  ک: 'ك',
}

/** Accents; the short vowels, hamza and stretching of Arabic; the nukta of Devanagari. Its vowel signs stay. */
const marks = /[\u0300-\u036f\u064b-\u0655\u0640\u093c]/g
