import { assertNever } from '../../shared/assertNever.ts'
import type { RecordKind, RecordOf, SourceRecord } from '../../shared/records.ts'
import type { Page } from '../sources/source.ts'
import { applyContact, removeContact } from './contacts.ts'
import {
  applyConversation,
  conversationDraft,
  removeConversation,
  writeConversations,
} from './conversations.ts'
import { sql, type WritableDb } from './database.ts'
import { applyEntity } from './entities.ts'
import { asStoreFailure, sqliteCode } from './errors.ts'
import { applyAssignment, applyComment, applyEvent, applyRating, applySurvey } from './events.ts'
import { deriveDirty, type Derivation } from './derive.ts'
import { applyMessage, findMessage, removeMessage, writeMessages } from './messages.ts'
import { applyPlain } from './plainRecords.ts'
import { keepNotice, quarantine } from './quarantine.ts'
import { keepRemoval } from './removals.ts'
import { applyStatus, claimEarlyStatuses } from './statuses.ts'
import { scatterIfLoose } from './scatter.ts'
import { placeThreads } from './threads.ts'
import { PoisonRecord, startWork, type Work } from './work.ts'

export interface ApplyPorts extends Derivation {
  readonly now: () => number
  /** Of this application: kept with what it could not read. */
  readonly version: string
}

export interface Applied {
  /** Records that changed something. */
  readonly applied: number
  /** Records that said nothing new. */
  readonly duplicates: number
  /** What went to quarantine. */
  readonly rejected: number
  /** Rows of the conversations whose facts changed, or that are gone. */
  readonly touched: readonly number[]
  /** Agents, teams, channels, categories or the workspace changed. */
  readonly changedDictionary: boolean
}

/**
 * Applies a page in one transaction: its records, its rejects, its notices, the facts of every conversation it touched and
 * its cursor. Any order and any repetition of pages and of records ends in the same rows. Throws a `StoreFailure`
 * (`full`, `locked`, `damaged`); then nothing of the page was kept.
 */
export function applyPage(
  cache: WritableDb,
  target: { readonly source: string; readonly stream: string; readonly page: Page },
  ports: ApplyPorts,
): Applied {
  const run = cache.transaction(() => applyInside(cache, target, ports))
  try {
    return run.immediate()
  } catch (error) {
    throw asStoreFailure(error) ?? error
  }
}

function applyInside(
  cache: WritableDb,
  { source, stream, page }: { readonly source: string; readonly stream: string; readonly page: Page },
  ports: ApplyPorts,
): Applied {
  const work = startWork(cache, source, ports.settings.conversationGapHours * 3_600_000)
  const { applied, poison } = applyRecords(work, page.records)
  const rejects = [...page.rejects, ...poison]
  for (const reject of rejects) quarantine(work, reject, ports.now(), ports.version)
  for (const notice of page.notices) keepNotice(work, notice)
  const touched = deriveDirty(work, ports)
  keepCursor(work, stream, page, applied, ports.now())
  return {
    applied,
    duplicates: page.records.length - applied - poison.length,
    rejected: rejects.length,
    touched,
    changedDictionary: work.dictionaryChanged,
  }
}

/**
 * Kinds in the order that looks things up least: people before what they did, conversations before their messages. The
 * result does not depend on it.
 */
function applyRecords(
  work: Work,
  records: readonly SourceRecord[],
): { readonly applied: number; readonly poison: readonly Page['rejects'][number][] } {
  const byKind = Map.groupBy(records, (record) => record.kind)
  const poison: Page['rejects'][number][] = []
  let applied = 0
  const each = <K extends RecordKind>(kinds: readonly K[], apply: (record: RecordOf<K>) => boolean) => {
    for (const kind of kinds)
      for (const record of byKind.get(kind) ?? []) {
        const outcome = attempt(() => apply(record as RecordOf<K>))
        if (typeof outcome === 'string') poison.push({ reason: outcome, raw: rawOf(record) })
        else if (outcome) applied += 1
      }
  }
  each(['workspace', 'channel', 'team', 'agent'], (record) => applyEntity(work, record))
  each(['contact'], (record) => applyContact(work, record))
  each(['removed'], (record) => applyRemoved(work, record))
  each(['conversation'], (record) => applyConversation(work, record))
  each(['conversation_event'], (record) => applyEvent(work, record))
  each(['assignment'], (record) => applyAssignment(work, record))
  each(['comment'], (record) => applyComment(work, record))
  each(['survey'], (record) => applySurvey(work, record))
  each(['rating'], (record) => applyRating(work, record))
  const [loose, stated] = divide(byKind.get('message') ?? [])
  byKind.set('message', stated)
  each(['message'], (record) => applyMessage(work, record))
  writeConversations(work)
  byKind.set('message', loose.sort(byTime))
  each(['message'], (record) => applyMessage(work, record))
  if (work.has.earlyStatuses)
    for (const draft of work.messages.values()) if (draft.k === 0) claimEarlyStatuses(work, draft)
  each(['message_status'], (record) => applyStatus(work, record))
  each(['presence', 'shift', 'working_hours', 'link_click', 'conversion'], (record) =>
    applyPlain(work, record),
  )
  for (const [kind, unknown] of byKind)
    if (!known.has(kind))
      for (const record of unknown)
        poison.push({ reason: `unknown kind of record: ${kind}`, raw: rawOf(record) })
  settle(work)
  return { applied, poison }
}

const known: ReadonlySet<string> = new Set<RecordKind>([
  'workspace',
  'channel',
  'team',
  'agent',
  'contact',
  'removed',
  'conversation',
  'conversation_event',
  'assignment',
  'comment',
  'survey',
  'rating',
  'message',
  'message_status',
  'presence',
  'shift',
  'working_hours',
  'link_click',
  'conversion',
])

/** Writes what the records changed and places what has no place yet. */
function settle(work: Work): void {
  writeConversations(work)
  writeMessages(work)
  if (work.has.loose)
    for (const id of work.dirty) {
      const draft = conversationDraft(work, id)
      if (draft && !draft.derived) scatterIfLoose(work, draft.contact, draft.channel)
    }
  placeThreads(work)
}

function applyRemoved(work: Work, record: RecordOf<'removed'>): boolean {
  const isNew = keepRemoval(work, record)
  switch (record.of) {
    case 'contact':
      return removeContact(work, record) || isNew
    case 'conversation':
      return removeConversation(work, record) || isNew
    case 'message':
      if (isNew || findMessage(work, record.id)) removeMessage(work, record)
      return isNew
    default:
      return assertNever(record.of)
  }
}

/** Runs one record; a text when it can never be applied. What concerns the whole store is thrown on. */
function attempt(apply: () => boolean): boolean | string {
  try {
    return apply()
  } catch (error) {
    if (error instanceof PoisonRecord) return error.message
    const code = sqliteCode(error)
    if (code?.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH' || code === 'SQLITE_TOOBIG')
      return `it does not fit the store (${code})`
    // A value of a type no schema lets through: a bug of the source, and no reason to stop the others.
    if (code === null && (error instanceof TypeError || error instanceof RangeError))
      return `it could not be read: ${error.message}`
    throw error
  }
}

function divide(
  messages: readonly SourceRecord[],
): readonly [loose: RecordOf<'message'>[], stated: RecordOf<'message'>[]] {
  const loose: RecordOf<'message'>[] = []
  const stated: RecordOf<'message'>[] = []
  for (const record of messages as readonly RecordOf<'message'>[])
    (record.conversation === null ? loose : stated).push(record)
  return [loose, stated]
}

function byTime(a: RecordOf<'message'>, b: RecordOf<'message'>): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1)
}

function rawOf(record: SourceRecord): string {
  try {
    return JSON.stringify(record)
  } catch {
    return `a ${record.kind} that cannot be written down`
  }
}

function keepCursor(work: Work, stream: string, page: Page, applied: number, now: number): void {
  sql(
    work.db,
    `INSERT INTO cursors(source, stream, cursor, complete_to, backfilled_to, done, records, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT(source, stream) DO UPDATE SET cursor = excluded.cursor, complete_to = coalesce(excluded.complete_to, complete_to),
       backfilled_to = coalesce(excluded.backfilled_to, backfilled_to), done = excluded.done,
       records = records + excluded.records, updated_at = excluded.updated_at`,
  ).run(work.source, stream, page.cursor, page.completeTo, page.backfilledTo, page.more ? 0 : 1, applied, now)
}
