/** Turns phrases into text by a language's words: nothing a value holds is taken for words, a key or markup. */
import type { Enumeration, Phrase, Value, Values } from './phrases.ts'

/** How a language says it. */
export interface Voice {
  /** The words of a key with values filled in as plain text. */
  readonly words: (key: string, values: Readonly<Record<string, string | number>>) => string
  readonly number: (value: number) => string
  readonly moment: (at: number) => string
  /** What stands between things that are listed. */
  readonly signs: Readonly<Record<'list' | 'part', string>>
}

export function spoken({ key, values }: Phrase, voice: Voice): string {
  return voice.words(key, filled(values, voice))
}

/** Both sentences of a failure. */
export function sentencesOf(
  { key, values }: Phrase,
  voice: Voice,
): { readonly message: string; readonly hint: string } {
  const fill = filled(values, voice)
  return { message: voice.words(`${key}.message`, fill), hint: voice.words(`${key}.hint`, fill) }
}

function filled(values: Values = {}, voice: Voice): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    // `count` chooses the plural, so it stays a number: `shared/interpolation.ts` writes it.
    Object.entries(values).map(([name, value]) => [
      name,
      name === 'count' && typeof value === 'number' ? value : valueText(value, voice),
    ]),
  )
}

function valueText(value: Value, voice: Voice): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return voice.number(value)
  if ('at' in value) return voice.moment(value.at)
  return 'of' in value ? enumerated(value, voice) : spoken(value, voice)
}

function enumerated({ of, by }: Enumeration, voice: Voice): string {
  const between = by === 'or' ? voice.words('or', {}) : voice.signs[by]
  return of.map((one) => (typeof one === 'string' ? one : spoken(one, voice))).join(between)
}
