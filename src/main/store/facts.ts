/** Facts: derived from rows, one packed row a conversation, with a number that says when they last changed. */
import type { ConversationFacts, DeriveFacts, FactSettings } from '../metrics/facts.ts'
import type { Settings } from '../../shared/contract.ts'
import { rawSql, sql, type ReadableDb, type WritableDb } from './database.ts'
import { conversationDraft } from './conversations.ts'
import { nextFactsVersion, noteUnread } from './derivation.ts'
import { flagCells, writeFlags } from './flagRows.ts'
import { headCells, noHead, writeHead } from './heads.ts'
import { readTopic } from './textReading.ts'
import { timelinesOf } from './timeline.ts'
import { measureConversation, openWindows } from './windows.ts'
import { referCategory, type Work } from './work.ts'

/** What the store needs to know to derive: the metrics' own functions, and the settings they depend on. */
export interface Derivation {
  readonly derive: DeriveFacts
  readonly pack: (facts: ConversationFacts) => Uint8Array
  readonly settings: FactSettings & Pick<Settings, 'conversationGapHours' | 'topicRules'>
}

/** Derives every dirty conversation of a page once. Answers the rows of all whose facts changed. */
export function deriveDirty(work: Work, derivation: Derivation): readonly number[] {
  const contacts = new Set(work.contacts)
  for (const conversation of work.dirty) {
    const contact = conversationDraft(work, conversation)?.contact ?? 0
    if (contact !== 0) contacts.add(contact)
  }
  readTopics(work, derivation.settings.topicRules)
  deriveAll(work.db, work.dirty, contacts, derivation)
  return [...work.dirty]
}

/** The topics of the conversations whose customer wrote; those of a page too large for it are left to the background. */
function readTopics(work: Work, rules: Settings['topicRules']): void {
  const { db, heard } = work
  if (heard.size === 0) return
  if (!work.readsTexts) return noteUnread(db, Math.min(...heard))
  for (const conversation of heard) {
    const topic = referCategory(work, readTopic(db, conversation, rules))
    sql(db, 'UPDATE conversations SET topic = ? WHERE id = ? AND topic IS NOT ?').run(
      topic,
      conversation,
      topic,
    )
  }
}

/** Measures and derives conversations that are told by their rows alone. Answers them and those whose 24 h window they changed. */
export function deriveAnew(
  db: WritableDb,
  conversations: Iterable<number>,
  derivation: Derivation,
): readonly number[] {
  const all = new Set(conversations)
  const select = rawSql<[number]>(db, 'SELECT contact FROM conversations WHERE id = ?')
  const contacts = new Set([...all].map((id) => select.get(id)?.[0] ?? 0))
  contacts.delete(0)
  deriveAll(db, all, contacts, derivation)
  return [...all]
}

/** Derives the conversations, and adds those of the contacts whose 24 h window they changed. */
function deriveAll(
  db: WritableDb,
  conversations: Set<number>,
  contacts: ReadonlySet<number>,
  { derive, pack, settings }: Derivation,
): void {
  if (conversations.size === 0 && contacts.size === 0) return
  for (const conversation of conversations) measureConversation(db, conversation)
  for (const contact of contacts)
    for (const conversation of openWindows(db, contact)) conversations.add(conversation)
  const version = nextFactsVersion(db)
  for (const [conversation, timeline] of timelinesOf(db, conversations)) {
    const facts = timeline === null ? null : derive(timeline, settings)
    if (facts === null) takeAwayFacts(db, version, [conversation])
    else putFacts(db, conversation, version, pack(facts))
    writeHead(db, conversation, facts === null ? noHead : headCells(db, facts.head))
    writeFlags(db, conversation, facts === null ? [] : facts.flags.map(flagCells))
  }
}

/** Writes a conversation's packed facts. Facts that did not change keep their version. */
export function putFacts(db: WritableDb, conversation: number, version: number, packed: Uint8Array): void {
  sql(
    db,
    `INSERT INTO facts(conversation, version, data) VALUES (?, ?, ?)
     ON CONFLICT(conversation) DO UPDATE SET version = excluded.version, data = excluded.data WHERE data <> excluded.data`,
  ).run(conversation, version, packed)
  sql(db, 'DELETE FROM facts_gone WHERE conversation = ?').run(conversation)
}

/** Takes the facts of these conversations away, and keeps that they are gone. */
export function takeAwayFacts(db: WritableDb, version: number, conversations: readonly number[]): void {
  const gone = sql(db, 'DELETE FROM facts WHERE conversation = ?')
  const keep = sql(db, 'INSERT OR REPLACE INTO facts_gone(conversation, version) VALUES (?, ?)')
  for (const conversation of conversations)
    if (gone.run(conversation).changes > 0) keep.run(conversation, version)
}

/** Packed facts by conversation row; null for one that has none (any more). */
export function readFacts(db: ReadableDb, ids: readonly number[]): ReadonlyMap<number, Uint8Array | null> {
  const select = rawSql<[Uint8Array]>(db, 'SELECT data FROM facts WHERE conversation = ?')
  return new Map(ids.map((id) => [id, select.get(id)?.[0] ?? null]))
}

/** Every conversation's packed facts, by row. Nothing else may run on the connection while it iterates. */
export function* allFacts(db: ReadableDb): Generator<readonly [conversation: number, data: Uint8Array]> {
  yield* rawSql<[number, Uint8Array]>(
    db,
    'SELECT conversation, data FROM facts ORDER BY conversation',
  ).iterate()
}
