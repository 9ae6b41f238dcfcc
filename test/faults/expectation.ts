/** What a store must hold when it says that it read events up to some position: no record less, and none more. */
import type { SourceRecord } from '../../src/shared/records.ts'
import type { ReadableDb } from '../../src/main/store/database.ts'
import { mapEvent, type CollectorEvent } from '../../src/main/sources/whatsapp-cloud/map.ts'

/** What is wrong with a store, each as a sentence fragment. */
export interface Findings {
  /** Was acknowledged, by an earlier look or by the process before it died, and is gone. */
  readonly lost: string[]
  readonly doubled: string[]
  /** Lies at or before a cursor and never was there. */
  readonly ahead: string[]
  /** Lies beyond every cursor: half of a page. */
  readonly torn: string[]
  readonly damaged: string[]
}

export function noFindings(): Findings {
  return { lost: [], doubled: [], ahead: [], torn: [], damaged: [] }
}

const statusNames = ['sent', 'delivered', 'read', 'played', 'failed', 'deleted'] as const

/** One record, by its identity; `message_status` is one of its message and its name. */
type Name = string

export interface Expectation {
  /** Takes over events that the cursors now cover. */
  expect(events: readonly CollectorEvent[]): void
  /** Everything expected so far was seen or acknowledged: from now on it may not be missing. */
  acknowledge(): void
  /** Compares the store with what is expected, and writes down what is wrong. */
  compare(db: ReadableDb, findings: Findings): void
}

export function createExpectation(): Expectation {
  const fresh = new Set<Name>()
  const known = new Set<Name>()
  return {
    expect(events) {
      for (const event of events) for (const name of namesOf(event)) if (!known.has(name)) fresh.add(name)
    },
    acknowledge() {
      for (const name of fresh) known.add(name)
      fresh.clear()
    },
    compare(db, findings) {
      const held = new Set<Name>()
      for (const name of heldIn(db)) {
        if (held.has(name)) findings.doubled.push(name)
        held.add(name)
        if (!known.has(name) && !fresh.has(name)) findings.torn.push(name)
      }
      // Told once: what is missing is not expected again.
      for (const name of known) if (!held.has(name) && known.delete(name)) findings.lost.push(name)
      for (const name of fresh) if (!held.has(name) && fresh.delete(name)) findings.ahead.push(name)
    },
  }
}

function* namesOf(event: CollectorEvent): Generator<Name> {
  const { records, rejects } = mapEvent(event)
  for (const reject of rejects) yield `reject ${reject.raw}`
  for (const record of records) {
    if ('conversation' in record && record.conversation !== null) yield `conversation ${record.conversation}`
    if ('contact' in record && record.contact !== null) yield `contact ${record.contact}`
    const name = nameOf(record)
    if (name !== null) yield name
  }
}

/** Null for records without a row of their own. */
function nameOf(record: SourceRecord): Name | null {
  if (record.kind === 'assignment') return `assignment ${record.conversation} ${record.at} ${record.to ?? ''}`
  if (record.kind === 'conversation_event') return `event ${record.conversation} ${record.at} ${record.event}`
  if (record.kind === 'message_status' && record.status !== 'unknown')
    return `status ${record.message} ${record.status}`
  return plain.has(record.kind) && 'id' in record ? `${record.kind} ${record.id}` : null
}

const plain: ReadonlySet<string> = new Set(['message', 'comment', 'conversation', 'contact'])

const conversation = '(SELECT rid FROM conversations WHERE id = t.conversation)'
const queries: readonly string[] = [
  "SELECT 'message ' || rid FROM messages",
  "SELECT 'status ' || message || ' ' || status FROM early_statuses WHERE status <> 'unknown'",
  "SELECT 'comment ' || rid FROM comments",
  `SELECT 'assignment ' || ${conversation} || ' ' || at || ' ' ||
     coalesce((SELECT rid FROM agents WHERE id = to_agent), '') FROM assignments t`,
  `SELECT 'event ' || ${conversation} || ' ' || at || ' ' || event FROM conversation_events t`,
  "SELECT 'conversation ' || rid FROM conversations WHERE derived = 0",
  // One id that names two people would come twice.
  "SELECT 'contact ' || value FROM contact_aliases WHERE type = 'id'",
  "SELECT 'reject ' || raw FROM quarantine",
]

function* heldIn(db: ReadableDb): Generator<Name> {
  for (const query of queries) for (const name of db.prepare(query).pluck().all()) yield name as Name
  for (const status of statusNames)
    for (const id of db.prepare(`SELECT rid FROM messages WHERE ${status}_at IS NOT NULL`).pluck().all())
      yield `status ${id as string} ${status}`
}
