/** The filters of the bar and of the Chats screen, as passes over the table: what asks the cache comes last. */
import type { ConversationQuery } from '../../shared/contract.ts'
import { authors, openers } from '../../shared/records.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { agentRows } from '../store/scopeFilter.ts'
import type { ContactTexts } from './contactTexts.ts'
import {
  sentimentOrder,
  stateOrder,
  wordBit,
  wordShift,
  type ConversationTable,
} from './conversationTable.ts'
import { ruleBits } from './openFlags.ts'
import { held, keepAtLeast, keepBits, keepCodes, keepWhere, keepWithin, type Bits } from './selection.ts'
import type { Silences } from './silences.ts'

export interface FilterSources {
  readonly table: ConversationTable
  readonly silences: Silences
  readonly contactTexts: ContactTexts
  readonly dictionary: WorkspaceDictionary
  /** By conversation: a bit for each rule with an open flag; 1 where there is a review. */
  readonly openRules: Uint32Array
  readonly reviewed: Uint8Array
}

const anyRule = -1
const ratingBits = {
  rated: wordBit.rated,
  low: wordBit.ratedLow,
  unrated: wordBit.unrated,
} as const

/** The conversations a question is about. */
export function filtered(sources: FilterSources, query: ConversationQuery): Bits {
  const { table } = sources
  const { from, to } = query.scope
  const bits = held(table, wordMasks(query))
  if (from > table.earliest || to <= table.latest) keepWithin(bits, table, from, to)
  keepPlaces(bits, sources, query)
  const { reviewed = null, minMessages = null } = query
  if (query.flagged) keepBits(bits, sources.openRules, ruleBits(query.flagRules ?? []) || anyRule)
  if (reviewed !== null) keepBits(bits, sources.reviewed, 1, reviewed)
  if (minMessages !== null) keepAtLeast(bits, table.messages, minMessages)
  const contact = query.contact.trim()
  if (contact !== '') keepCodes(bits, table.contact, sources.contactTexts.with(contact))
  keepActive(bits, sources, from, to)
  return bits
}

/** What is asked of the word of a conversation: one bit at least of each mask. */
function wordMasks({ scope, ...query }: ConversationQuery): readonly number[] {
  return [
    ...(query.failed === true ? [wordBit.failed] : []),
    ...(query.waiting ? [wordBit.waiting] : []),
    ...(query.unassigned === true ? [wordBit.unassigned] : []),
    ...(query.rated ? [ratingBits[query.rated]] : []),
    ...oneOf(wordShift.state, stateOrder, query.states),
    ...oneOf(wordShift.sentiment, sentimentOrder, query.sentiments ?? []),
    ...oneOf(wordShift.author, authors, scope.authors ?? []),
    ...oneOf(wordShift.opener, openers, scope.openers ?? []),
  ]
}

/** The bits of the wanted values as one mask; none where nothing is asked. */
function oneOf<Value extends string>(
  shift: number,
  values: readonly Value[],
  wanted: readonly Value[],
): readonly number[] {
  if (wanted.length === 0) return []
  const bits = values.map((value, index) => (wanted.includes(value) ? 1 << (shift + index) : 0))
  return [bits.reduce((mask, bit) => mask | bit, 0)]
}

function keepPlaces(bits: Bits, { table, dictionary }: FilterSources, query: ConversationQuery): void {
  const { scope, languages = [] } = query
  const agents = agentRows(scope, dictionary)
  const spoken = (dictionary.words ?? []).filter(({ kind }) => kind === 'language')
  if (agents !== null) keepCodes(bits, table.crew, shifted(table.crews.with(new Set(agents))))
  if (scope.channels.length > 0)
    keepCodes(
      bits,
      table.channel,
      allowing(dictionary.channels, ({ id }) => scope.channels.includes(id)),
    )
  if (scope.categories.length > 0)
    keepCodes(
      bits,
      table.category,
      allowing(dictionary.categories, ({ name }) => scope.categories.includes(name)),
    )
  if (languages.length > 0)
    keepCodes(
      bits,
      table.language,
      allowing(spoken, ({ text }) => languages.includes(text)),
    )
}

/** Of those the period lies within, whether anything happened in it is still open. */
function keepActive(bits: Bits, { table, silences }: FilterSources, from: number, to: number): void {
  const { startedAt, lastAt } = table
  if (from <= table.earliest || to > table.latest) return
  keepWhere(
    bits,
    (id) => (startedAt[id] ?? 0) >= from || (lastAt[id] ?? 0) < to || silences.wasActive(id, from, to),
  )
}

/** 1 at the place of each code that is wanted, codes counted from -1; the others have a place too, which is faster than none. */
function allowing<Thing extends { readonly row: number }>(
  things: readonly Thing[],
  isWanted: (thing: Thing) => boolean,
): Uint8Array {
  const allowed = new Uint8Array(Math.max(-1, ...things.map(({ row }) => row)) + 2)
  for (const thing of things) if (isWanted(thing)) allowed[thing.row + 1] = 1
  return allowed
}

/** Codes that are counted from 0, counted from -1. */
function shifted(allowed: Uint8Array): Uint8Array {
  const counted = new Uint8Array(allowed.length + 1)
  counted.set(allowed, 1)
  return counted
}
