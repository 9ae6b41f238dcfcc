import { rawSql, sql, value, type WritableDb } from './database.ts'
import type { ConversationDraft, MessageDraft, ThreadState } from './drafts.ts'

/** One page being applied: what was looked up and changed, until it is written at the end of the transaction. */
export interface Work {
  readonly db: WritableDb
  /** Row id of the source. */
  readonly source: number
  /** A derived conversation ends after so many milliseconds without a message. */
  readonly gapMs: number
  /** Row ids by record id, for references already seen in this page. */
  readonly rows: Record<
    'agents' | 'teams' | 'channels' | 'contacts' | 'categories' | 'words',
    Map<string, number>
  >
  readonly conversations: Map<string, ConversationDraft>
  readonly conversationRows: Map<number, ConversationDraft>
  nextConversation: number
  readonly messages: Map<string, MessageDraft>
  /** Threads loose messages of this page belong to, by `contact/channel`. */
  readonly threads: Map<string, ThreadState>
  /** Conversations whose facts must be derived again. */
  readonly dirty: Set<number>
  /** Contacts whose conversations changed hands, so that the 24 h windows of all of them are looked at. */
  readonly contacts: Set<number>
  /** Conversations whose topic may be another: by the customer's texts, by a stated category. */
  readonly heard: Set<number>
  /** Conversations with a text of ours nobody read yet. */
  readonly unread: Set<number>
  /** Whether the page's texts are read with it, not in the background. */
  readsTexts: boolean
  /** Whether the source has any: lets most pages skip a look-up a message. */
  readonly has: { loose: boolean; earlyStatuses: boolean; removedMessages: boolean }
  dictionaryChanged: boolean
}

export function startWork(db: WritableDb, source: string, gapMs: number): Work {
  const row = sourceRow(db, source)
  const any = (table: string) => value(db, table, row) !== undefined
  return {
    db,
    source: row,
    gapMs,
    rows: {
      agents: new Map(),
      teams: new Map(),
      channels: new Map(),
      contacts: new Map(),
      categories: new Map(),
      words: new Map(),
    },
    conversations: new Map(),
    conversationRows: new Map(),
    nextConversation: (value<number>(db, 'SELECT max(id) FROM conversations') ?? 0) + 1,
    messages: new Map(),
    threads: new Map(),
    dirty: new Set(),
    contacts: new Set(),
    heard: new Set(),
    unread: new Set(),
    readsTexts: true,
    has: {
      loose: value(db, 'SELECT 1 FROM messages WHERE contact IS NOT NULL LIMIT 1') !== undefined,
      earlyStatuses: any('SELECT 1 FROM early_statuses WHERE source = ? LIMIT 1'),
      removedMessages: any("SELECT 1 FROM removals WHERE source = ? AND of = 'message' LIMIT 1"),
    },
    dictionaryChanged: false,
  }
}

/** A record that can never be applied: it goes to quarantine with this reason, the rest of the page goes on. */
export class PoisonRecord extends Error {
  override readonly name = 'PoisonRecord'
}

/** Row of an agent, team or channel; one not heard of yet gets a row without a name, filled when its record comes. */
export function refer(work: Work, table: 'agents' | 'teams' | 'channels', rid: string): number {
  const known = work.rows[table].get(rid)
  if (known !== undefined) return known
  let row = value<number>(work.db, `SELECT id FROM ${table} WHERE source = ? AND rid = ?`, work.source, rid)
  if (row === undefined) {
    row = Number(
      sql(work.db, `INSERT INTO ${table}(source, rid) VALUES (?, ?)`).run(work.source, rid).lastInsertRowid,
    )
    work.dictionaryChanged = true
  }
  work.rows[table].set(rid, row)
  return row
}

export function referOptional(
  work: Work,
  table: 'agents' | 'teams' | 'channels',
  rid: string | null,
): number | null {
  return rid === null ? null : refer(work, table, rid)
}

export function referCategory(work: Work, name: string | null): number | null {
  if (name === null) return null
  const known = work.rows.categories.get(name)
  if (known !== undefined) return known
  let row = value<number>(work.db, 'SELECT id FROM categories WHERE name = ?', name)
  if (row === undefined) {
    row = Number(sql(work.db, 'INSERT INTO categories(name) VALUES (?)').run(name).lastInsertRowid)
    work.dictionaryChanged = true
  }
  work.rows.categories.set(name, row)
  return row
}

/** Record id of an agent's row. */
export function agentRid(db: WritableDb, row: number | null): string | null {
  return row === null
    ? null
    : (rawSql<[string]>(db, 'SELECT rid FROM agents WHERE id = ?').get(row)?.[0] ?? null)
}

/** Who did something, split into the row of an agent and the id of anything else. */
export function referActor(
  work: Work,
  by: { readonly type: string; readonly id: string | null },
): { readonly agent: number | null; readonly id: string | null } {
  if (by.id === null) return { agent: null, id: null }
  return by.type === 'agent' ? { agent: refer(work, 'agents', by.id), id: null } : { agent: null, id: by.id }
}

function sourceRow(db: WritableDb, ref: string): number {
  sql(db, 'INSERT OR IGNORE INTO sources(ref) VALUES (?)').run(ref)
  return value<number>(db, 'SELECT id FROM sources WHERE ref = ?', ref) ?? 0
}
