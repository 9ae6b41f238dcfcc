/** Sentences with names in them: a name never passes through the words' own syntax, and stays apart to be isolated. */
import type { Pieces } from '../../../shared/reportBlocks.ts'
import type { Words } from '../../print/words.ts'

/** Stands for a name while the sentence is said: no word of ours holds it. */
const place = '\u{F0000}'

/** The sentence of a key; `names` are put where its placeholders of those names are. */
export function pieces(
  words: Words,
  key: string,
  values: Readonly<Record<string, string | number>>,
  names: Readonly<Record<string, string>> = {},
): Pieces {
  const entries = Object.entries(names)
  const places = Object.fromEntries(entries.map(([name], index) => [name, `${place}${index}${place}`]))
  const said = endedOnce(words(key, { ...values, ...places })).split(place)
  return said
    .map((text, index) =>
      index % 2 === 0 ? { text, isName: false } : { text: entries[Number(text)]?.[1] ?? '', isName: true },
    )
    .filter(({ text }) => text !== '')
}

/** As one plain text. */
export function plainText(said: Pieces): string {
  return said.map(({ text }) => text).join('')
}

/** "The target is 1 Min." ends a sentence already: no second stop behind an abbreviation's own. */
export function endedOnce(text: string): string {
  return text.replaceAll(/(?<!\.)\.\.(?!\.)/g, '.')
}
