/** Two letters for a name of two words, one otherwise; of Chinese names the first sign. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = firstOf(words[0])
  const last = words.length > 1 ? firstOf(words.at(-1)) : ''
  return (first + last).toLocaleUpperCase()
}

/** The first sign of a word, of however many code units. */
function firstOf(word = ''): string {
  return String.fromCodePoint(...(word === '' ? [] : [word.codePointAt(0) ?? 0]))
}
