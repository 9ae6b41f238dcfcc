/** The filters of the bar and of the Chats screen, as passes over the table: cheap ones first, what asks the cache last. */
import type { ConversationQuery } from '../../shared/contract.ts'
import { authors, openers } from '../../shared/records.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { agentRows, rowsOf } from '../store/scopeFilter.ts'
import type { ContactTexts } from './contactTexts.ts'
import { markBits, sentimentBit, stateBit, type ConversationTable } from './conversationTable.ts'
import { idsWithin, keepAtLeast, keepBits, keepCodes, keepKnown, keepWhere, type Ids } from './ids.ts'
import { ruleBits } from './openFlags.ts'
import type { Silences } from './silences.ts'

export interface FilterSources {
  readonly table: ConversationTable
  readonly silences: Silences
  readonly contactTexts: ContactTexts
  readonly dictionary: WorkspaceDictionary
  /** By conversation: a bit for each rule with an open flag; 1 where there is a review. */
  readonly openRules: Uint8Array
  readonly reviewed: Uint8Array
}

const everyBit = 255
const ratingBits = {
  rated: markBits.rated,
  low: markBits.ratedLow,
  unrated: markBits.unrated,
} as const

/** Ids of the conversations a question is about, written into `list`. */
export function filtered(sources: FilterSources, query: ConversationQuery, list: Uint32Array): Ids {
  const { table } = sources
  const { scope } = query
  const ids = idsWithin(table, scope.from, scope.to, list)
  keepPlaces(ids, sources, query)
  const { authors: wrote = [], openers: opened = [] } = scope
  if (wrote.length > 0) keepBits(ids, table.authors, bitsOf(authors, wrote))
  if (opened.length > 0) keepBits(ids, table.openers, bitsOf(openers, opened))
  if (query.states.length > 0) keepBits(ids, table.state, union(query.states.map(stateBit)))
  if (query.waiting) keepKnown(ids, table.waitingSince)
  if (query.flagged) keepBits(ids, sources.openRules, ruleBits(query.flagRules ?? []) || everyBit)
  const { sentiments = [], reviewed = null, rated = null, minMessages = null } = query
  if (sentiments.length > 0) keepBits(ids, table.sentiment, union(sentiments.map(sentimentBit)))
  if (reviewed !== null) keepBits(ids, sources.reviewed, everyBit, reviewed)
  if (rated !== null) keepBits(ids, table.marks, ratingBits[rated])
  if (query.failed === true) keepBits(ids, table.marks, markBits.failed)
  if (minMessages !== null) keepAtLeast(ids, table.messages, minMessages)
  if (query.contact.trim() !== '')
    keepCodes(ids, table.contact, sources.contactTexts.with(query.contact.trim()))
  keepActive(ids, sources, scope.from, scope.to)
  return ids
}

function keepPlaces(ids: Ids, { table, dictionary }: FilterSources, query: ConversationQuery): void {
  const { scope, languages = [] } = query
  const agents = agentRows(scope, dictionary)
  const spoken = (dictionary.words ?? []).filter(({ kind }) => kind === 'language')
  if (agents !== null) keepCodes(ids, table.crew, shifted(table.crews.with(new Set(agents))))
  if (query.unassigned === true) keepCodes(ids, table.agent, allowing([-1]))
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

function keepActive(ids: Ids, { table, silences }: FilterSources, from: number, to: number): void {
  const { startedAt, lastAt } = table
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

function bitsOf<Word extends string>(words: readonly Word[], wanted: readonly Word[]): number {
  return union(wanted.map((word) => 1 << words.indexOf(word)))
}

function union(bits: readonly number[]): number {
  return bits.reduce((all, bit) => all | bit, 0)
}
