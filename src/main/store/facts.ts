import type { ConversationFacts, DeriveFacts, FactSettings, FlagFact, Head } from '../metrics/facts.ts'
import type { Settings } from '../../shared/contract.ts'
import { rawSql, sql, type ReadableDb, type WritableDb } from './database.ts'
import { directionOf } from './bits.ts'
import { conversationDraft } from './conversations.ts'
import { nextFactsVersion } from './derivation.ts'
import { scatter } from './scatter.ts'
import { allThreads, placeThreads } from './threads.ts'
import { loadTimeline } from './timeline.ts'
import { measureConversation, openWindows } from './windows.ts'
import { startWork, type Work } from './work.ts'

/** What the store needs to know to derive: the metrics' own functions, and the settings they depend on. */
export interface Derivation {
  readonly derive: DeriveFacts
  readonly pack: (facts: ConversationFacts) => Uint8Array
  readonly settings: FactSettings & Pick<Settings, 'conversationGapHours'>
}

const lastTextLength = 200
const states: readonly Head['state'][] = ['open', 'pending', 'snoozed', 'closed']
const rowNone = -1

export function stateNumber(state: Head['state']): number {
  return states.indexOf(state)
}

export function stateName(state: number): Head['state'] {
  return states[state] ?? 'open'
}

/** Derives every dirty conversation of a page once. Answers the rows of all whose facts changed. */
export function deriveDirty(work: Work, derivation: Derivation): readonly number[] {
  const contacts = new Set(work.contacts)
  for (const conversation of work.dirty) {
    const contact = conversationDraft(work, conversation)?.contact ?? 0
    if (contact !== 0) contacts.add(contact)
  }
  deriveAll(work.db, work.dirty, contacts, derivation)
  return [...work.dirty]
}

/** Derives the conversations, and adds those of the contacts whose 24 h window they changed. */
function deriveAll(
  db: WritableDb,
  conversations: Set<number>,
  contacts: ReadonlySet<number>,
  derivation: Derivation,
): void {
  for (const conversation of conversations) measureConversation(db, conversation)
  for (const contact of contacts)
    for (const conversation of openWindows(db, contact)) conversations.add(conversation)
  const version = nextFactsVersion(db)
  for (const conversation of conversations) deriveConversation(db, conversation, derivation, version)
}

/** Derives one conversation from its rows and writes its facts, or takes them away where there is nothing of it. */
function deriveConversation(
  db: WritableDb,
  conversation: number,
  derivation: Derivation,
  version: number,
): void {
  const timeline = loadTimeline(db, conversation)
  if (timeline === null) clearFacts(db, conversation, version)
  else writeFacts(db, derivation.derive(timeline, derivation.settings), derivation.pack, version)
}

/** Writes facts, head and flags of one conversation. Facts that did not change keep their version. */
function writeFacts(
  db: WritableDb,
  facts: ConversationFacts,
  pack: Derivation['pack'],
  version: number,
): void {
  sql(
    db,
    `INSERT INTO facts(conversation, version, data) VALUES (?, ?, ?)
     ON CONFLICT(conversation) DO UPDATE SET version = excluded.version, data = excluded.data WHERE data <> excluded.data`,
  ).run(facts.conversation, version, pack(facts))
  sql(db, 'DELETE FROM facts_gone WHERE conversation = ?').run(facts.conversation)
  writeHead(db, facts.conversation, facts.head)
  writeFlags(db, facts.conversation, facts.flags)
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

/** How far a rederivation is. */
export interface Rederived {
  readonly done: number
  readonly total: number
}

const slice = 500

/**
 * Derives everything again, after settings changed: places the threads by the new gap, then every conversation, in
 * transactions of a few hundred, so that reading and syncing go on between two. Yields after each; what comes to the
 * store meanwhile is derived with the new settings by its own page.
 */
export function* rederiveSome(db: WritableDb, derivation: Derivation): Generator<Rederived, void> {
  for (const [ref] of rawSql<[string]>(db, 'SELECT ref FROM sources').all()) placeAgain(db, ref, derivation)
  const ids = rawSql<[number]>(db, 'SELECT id FROM conversations').all()
  for (let start = 0; start < ids.length; start += slice) {
    const run = db.transaction(() => {
      const part = new Set(ids.slice(start, start + slice).map(([id]) => id))
      deriveAll(db, part, contactsOf(db, part), derivation)
    })
    run.immediate()
    yield { done: Math.min(start + slice, ids.length), total: ids.length }
  }
}

/** The same, at once. `onProgress` hears how many conversations are done, of how many. */
export function rederiveAll(
  db: WritableDb,
  derivation: Derivation,
  onProgress: (done: number, total: number) => void = () => {},
): void {
  for (const { done, total } of rederiveSome(db, derivation)) onProgress(done, total)
}

function placeAgain(db: WritableDb, source: string, derivation: Derivation): void {
  const run = db.transaction(() => {
    const work = startWork(db, source, derivation.settings.conversationGapHours * 3_600_000)
    for (const [contact, channel] of allThreads(work)) scatter(work, contact, channel)
    placeThreads(work)
    deriveDirty(work, derivation)
  })
  run.immediate()
}

function contactsOf(db: ReadableDb, conversations: ReadonlySet<number>): ReadonlySet<number> {
  const select = rawSql<[number]>(db, 'SELECT contact FROM conversations WHERE id = ?')
  const contacts = new Set([...conversations].map((id) => select.get(id)?.[0] ?? 0))
  contacts.delete(0)
  return contacts
}

/** Takes the facts of these conversations away, and keeps that they are gone. */
export function takeAwayFacts(db: WritableDb, version: number, conversations: readonly number[]): void {
  const gone = sql(db, 'DELETE FROM facts WHERE conversation = ?')
  const keep = sql(db, 'INSERT OR REPLACE INTO facts_gone(conversation, version) VALUES (?, ?)')
  for (const conversation of conversations)
    if (gone.run(conversation).changes > 0) keep.run(conversation, version)
}

function clearFacts(db: WritableDb, conversation: number, version: number): void {
  takeAwayFacts(db, version, [conversation])
  sql(db, 'DELETE FROM flags WHERE conversation = ?').run(conversation)
  sql(
    db,
    `UPDATE conversations SET state = 0, started_at = NULL, last_at = NULL, last_text = NULL, last_direction = NULL,
     agent = NULL, team = NULL, category = NULL, waiting_since = NULL, first_response = NULL, resolution = NULL, messages = 0
     WHERE id = ?`,
  ).run(conversation)
}

function writeHead(db: WritableDb, conversation: number, head: Head): void {
  const last = lastMessage(db, head.lastMessage)
  sql(
    db,
    `UPDATE conversations SET state = ?, started_at = ?, last_at = ?, last_text = ?, last_direction = ?, agent = ?, team = ?,
     category = ?, waiting_since = ?, first_response = ?, resolution = ?, messages = ? WHERE id = ?`,
  ).run(
    stateNumber(head.state),
    head.startedAt,
    head.lastAt,
    last.text,
    last.direction,
    orNull(head.agent),
    orNull(head.team),
    orNull(head.category),
    head.waitingSince,
    head.firstResponse,
    head.resolution,
    head.messages,
    conversation,
  )
}

function lastMessage(
  db: ReadableDb,
  k: number,
): { readonly text: string | null; readonly direction: string | null } {
  if (k < 0) return { text: null, direction: null }
  const row = rawSql<[string | null, number]>(
    db,
    `SELECT substr(coalesce(text, caption, template ->> 'name'), 1, ${lastTextLength}), flags FROM messages WHERE k = ?`,
  ).get(k)
  return row ? { text: row[0], direction: directionOf(row[1]) } : { text: null, direction: null }
}

function writeFlags(db: WritableDb, conversation: number, flags: readonly FlagFact[]): void {
  sql(db, 'DELETE FROM flags WHERE conversation = ?').run(conversation)
  for (const flag of flags)
    sql(
      db,
      `INSERT OR REPLACE INTO flags(id, conversation, rule, severity, agent, team, raised_at, ended_at, seconds, target, code, text, message)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      flag.id,
      conversation,
      flag.rule,
      flag.severity,
      orNull(flag.agent),
      orNull(flag.team),
      flag.raisedAt,
      flag.endedAt,
      flag.seconds,
      flag.target,
      flag.code,
      flag.text,
      flag.message,
    )
}

function orNull(row: number): number | null {
  return row === rowNone ? null : row
}
