const ideographs = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** "Jonas Weber" → "JW", "陳怡君" → "陳"; at most two letters, whole graphemes. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  const letters = ideographs.test(first) ? letterOf(first) : letterOf(first) + letterOf(last)
  return letters.toLocaleUpperCase()
}

function letterOf(word: string): string {
  const [grapheme] = new Intl.Segmenter().segment(word)
  return grapheme?.segment ?? ''
}
