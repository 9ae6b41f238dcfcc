/** The filters of the bar and of the Chats screen, as passes over the table: cheap ones first, what asks the cache last. */
import type { ConversationQuery } from '../../shared/contract.ts'
import { authors, openers } from '../../shared/records.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { agentRows, rowsOf } from '../store/scopeFilter.ts'
import type { ContactTexts } from './contactTexts.ts'
import {
  sentimentOrder,
  stateOrder,
  wordBit,
  wordShift,
  type ConversationTable,
} from './conversationTable.ts'
import { idsWithin, keepAtLeast, keepBits, keepCodes, keepWhere, type Ids } from './ids.ts'
import { ruleBits } from './openFlags.ts'
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

/** Ids of the conversations a question is about, written into `list`. */
export function filtered(sources: FilterSources, query: ConversationQuery, list: Uint32Array): Ids {
  const { table } = sources
  const { from, to } = query.scope
  const ids = idsWithin(table, from, to, list)
  for (const bits of wordMasks(query)) keepBits(ids, table.word, bits)
  keepPlaces(ids, sources, query)
  const { reviewed = null, minMessages = null } = query
  if (query.flagged) keepBits(ids, sources.openRules, ruleBits(query.flagRules ?? []) || anyRule)
  if (reviewed !== null) keepBits(ids, sources.reviewed, 1, reviewed)
  if (minMessages !== null) keepAtLeast(ids, table.messages, minMessages)
  const contact = query.contact.trim()
  if (contact !== '') keepCodes(ids, table.contact, sources.contactTexts.with(contact))
  keepActive(ids, sources, from, to)
  return ids
}

/** What is asked of the word of a conversation: one bit at least of each. */
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

function keepPlaces(ids: Ids, { table, dictionary }: FilterSources, query: ConversationQuery): void {
  const { scope, languages = [] } = query
  const agents = agentRows(scope, dictionary)
  const spoken = (dictionary.words ?? []).filter(({ kind }) => kind === 'language')
  if (agents !== null) keepCodes(ids, table.crew, shifted(table.crews.with(new Set(agents))))
  if (scope.channels.length > 0)
    keepCodes(ids, table.channel, allowing(rowsOf(scope.channels, dictionary.channels)))
  if (scope.categories.length > 0)
    keepCodes(
      ids,
      table.category,
      allowing(rowsNamed(scope.categories, dictionary.categories, ({ name }) => name)),
    )
  if (languages.length > 0)
    keepCodes(ids, table.language, allowing(rowsNamed(languages, spoken, ({ text }) => text)))
}

/** Of those the period lies within, whether anything happened in it is still open. */
function keepActive(ids: Ids, { table, silences }: FilterSources, from: number, to: number): void {
  const { startedAt, lastAt } = table
  if (from <= table.earliest || to > table.latest) return
  keepWhere(
    ids,
    (id) => (startedAt[id] ?? 0) >= from || (lastAt[id] ?? 0) < to || silences.wasActive(id, from, to),
  )
}

function rowsNamed<Thing extends { readonly row: number }>(
  names: readonly string[],
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): readonly number[] {
  return things.filter((thing) => names.includes(nameOf(thing))).map(({ row }) => row)
}

/** 1 at the place of each code, codes counted from -1. */
function allowing(codes: readonly number[]): Uint8Array {
  const allowed = new Uint8Array(Math.max(-1, ...codes) + 2)
  for (const code of codes) allowed[code + 1] = 1
  return allowed
}

/** Codes that are counted from 0, counted from -1. */
function shifted(allowed: Uint8Array): Uint8Array {
  const counted = new Uint8Array(allowed.length + 1)
  counted.set(allowed, 1)
  return counted
}
