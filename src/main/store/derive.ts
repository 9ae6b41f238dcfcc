/** What a page changed, derived from its rows within the page's transaction. */
import type { ConversationFacts, DeriveFacts } from '../metrics/facts.ts'
import type { Settings } from '../../shared/contract.ts'
import { conversationDraft } from './conversations.ts'
import { rawSql, sql, type WritableDb } from './database.ts'
import { nextFactsVersion, noteUnread } from './derivation.ts'
import { putFacts, takeAwayFacts } from './facts.ts'
import { flagCells, writeFlags } from './flagRows.ts'
import { headCells, noHead, writeHead } from './heads.ts'
import { factSettings, type DerivingSettings } from './surroundings.ts'
import { readTopic } from './textReading.ts'
import { timelinesOf } from './timeline.ts'
import { measureConversation, openWindows } from './windows.ts'
import { referCategory, type Work } from './work.ts'

/** What the store needs to know to derive: the metrics' own functions, and the settings they depend on. */
export interface Derivation {
  readonly derive: DeriveFacts
  readonly pack: (facts: ConversationFacts) => Uint8Array
  readonly settings: DerivingSettings & Pick<Settings, 'conversationGapHours' | 'topicRules'>
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
  const { db, heard, unread } = work
  if (!work.readsTexts && heard.size + unread.size > 0) return noteUnread(db, Math.min(...heard, ...unread))
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
  const wanted = factSettings(db, settings)
  for (const [conversation, timeline] of timelinesOf(db, conversations)) {
    const facts = timeline === null ? null : derive(timeline, wanted)
    if (facts === null) takeAwayFacts(db, version, [conversation])
    else putFacts(db, conversation, version, pack(facts))
    writeHead(db, conversation, facts === null ? noHead : headCells(db, facts.head))
    writeFlags(db, conversation, facts === null ? [] : facts.flags.map(flagCells))
  }
}
