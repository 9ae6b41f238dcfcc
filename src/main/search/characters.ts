/** What a character is to search: part of a word, of a script written without spaces, of an emoji, or nothing. */

export const characterClass = {
  /** Parts words, and is searched by nobody. */
  separator: 0,
  /** A letter or digit of a script whose words are parted by spaces. */
  word: 1,
  /** A letter of a script written without spaces. */
  dense: 2,
  /** Belongs to what stands before it: accents, vowel signs, joiners, marks of direction, skin tones. */
  attached: 3,
  emoji: 4,
  /** Half of a flag. */
  flag: 5,
} as const
export type CharacterClass = (typeof characterClass)[keyof typeof characterClass]

/** Looked up once a character: the first 65,536 in a table, a block of 256 at a time; the others in a map. */
const unknown = 255
const table = new Uint8Array(0x10000).fill(unknown)
const rare = new Map<number, CharacterClass>()

export function classOf(codePoint: number): CharacterClass {
  if (codePoint < 0x10000) {
    const known = table[codePoint] ?? unknown
    if (known !== unknown) return known as CharacterClass
    const found = classify(codePoint)
    table[codePoint] = found
    return found
  }
  let found = rare.get(codePoint)
  if (found === undefined) rare.set(codePoint, (found = classify(codePoint)))
  return found
}

function classify(codePoint: number): CharacterClass {
  const character = String.fromCodePoint(codePoint)
  if (flagHalf.test(character)) return characterClass.flag
  if (attached.test(character)) return characterClass.attached
  if (number.test(character)) return characterClass.word
  if (dense.test(character)) return characterClass.dense
  if (letter.test(character)) return characterClass.word
  return emoji.test(character) ? characterClass.emoji : characterClass.separator
}

const flagHalf = /\p{Regional_Indicator}/u
/** The stretching of Arabic and the voicing of half-width Kana count as letters elsewhere; the zero-width space parts words. */
const attached = /[[\p{M}\p{Emoji_Modifier}\p{Cf}\u0640\uff9e\uff9f]--\u200b]/v
const number = /\p{N}/u
const dense =
  /[\p{L}&&[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]]/v
const letter = /\p{L}/u
const emoji = /\p{Extended_Pictographic}/u
