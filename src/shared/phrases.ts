/**
 * What the engine says of failures, to be said in any language: a key of `locales/<language>/failures.json` and what fills
 * its places. A key there that has a `message` and a `hint` is a failure's; every other is a part of a sentence.
 */
import type failures from './locales/en/failures.json'
import type { SlotKind, slots } from './phraseSlots.ts'

/** A part of a sentence, or both sentences of a failure. JSON-safe. */
export interface Phrase {
  readonly key: string
  readonly values?: Values
}
export type Values = Readonly<Record<string, Value>>

/** Texts stand as they are: names, paths, and what others said. */
export type Value = string | number | Moment | Phrase | Enumeration

/** A sentence that is kept: in English, and to be said in any language. */
export interface Reason {
  readonly text: string
  readonly words?: Phrase
}

/** Epoch milliseconds. */
export interface Moment {
  readonly at: number
}

/** Things put together as the language does: `list` with commas, `part` where they have commas of their own, `or`. */
export interface Enumeration {
  readonly of: readonly (string | Phrase)[]
  readonly by: 'list' | 'part' | 'or'
}

type Words = typeof failures
type KeysOf<Tree, Before extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? never
    : Tree[Name] extends { readonly hint: string }
      ? `${Before}${Name}`
      : KeysOf<Tree[Name], `${Before}${Name}.`>
}[keyof Tree & string]
type PartsOf<Tree, Before extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Before}${Name}`
    : Tree[Name] extends { readonly hint: string }
      ? never
      : PartsOf<Tree[Name], `${Before}${Name}.`>
}[keyof Tree & string]

/** Both sentences of a failure: `transcripts.none`. */
export type FailureKey = KeysOf<Words>
/** A part of a sentence: `hours.weekday.mon`. */
export type PhraseKey = PartsOf<Words>

interface ValueOfKind {
  readonly text: string
  readonly number: number
  readonly moment: Moment
  readonly phrase: Phrase | string
  readonly list: Enumeration
}
type Slots = typeof slots

/** What fills the places of a key. */
type ValuesOf<Key> = Key extends keyof Slots
  ? {
      readonly [Name in keyof Slots[Key]]: Slots[Key][Name] extends SlotKind
        ? ValueOfKind[Slots[Key][Name]]
        : never
    }
  : null

/** The arguments a key asks for: its values, where it has places, and whatever else there may be. */
export type Given<Key, Rest = never> = Key extends keyof Slots
  ? readonly [values: ValuesOf<Key>, rest?: Rest]
  : readonly [values?: null, rest?: Rest]

export function phrase<Key extends PhraseKey>(key: Key, ...[values]: Given<Key>): Phrase {
  return phraseOf(key, values)
}

/** For those whose types have seen that values and key belong together. */
export function phraseOf(key: FailureKey | PhraseKey, values: Values | null | undefined): Phrase {
  return values === null || values === undefined ? { key } : { key, values }
}

const longest = 80

/** Foreign text within quotation marks that stand in the words: on one line, no longer than is readable. */
export function inline(text: string, most = longest): string {
  return JSON.stringify(text.slice(0, most)).slice(1, -1)
}

/** The same with the language's quotation marks around it. */
export function quoted(text: string, most = longest): Phrase {
  return phrase('quoted', { text: inline(text, most) })
}

export function listed(of: Enumeration['of']): Enumeration {
  return { of, by: 'list' }
}
