/**
 * Contacts. Records that share an alias are one person: their rows are united, the smallest id names the row, and every
 * conversation points to it. Ids, wa_ids, BSUIDs and phone numbers are one namespace; user names and foreign ids unite nobody.
 */
import type { RecordOf } from '../../shared/records.ts'
import { rawSql, sql, value, type Cell } from './database.ts'
import { listCell, storedRow } from './entities.ts'
import { extraJson } from './hash.ts'
import { merge, olderText, type Field, type Versioned } from './merge.ts'
import { scatter } from './scatter.ts'
import type { Work } from './work.ts'

interface Alias {
  readonly type: string
  readonly value: string
}

const uniting: ReadonlySet<string> = new Set(['id', 'wa_id', 'bsuid', 'phone'])

const fields: readonly Field[] = [
  { column: 'name', prefer: 'greater' },
  { column: 'phone', prefer: 'greater' },
  { column: 'language', prefer: 'greater' },
  { column: 'segment', prefer: 'greater' },
  { column: 'added_at', prefer: 'smaller' },
  { column: 'added_by', prefer: 'greater' },
  { column: 'opted_in_at', prefer: 'smaller' },
  { column: 'opted_out_at', prefer: 'smaller' },
  { column: 'deleted_at', prefer: 'smaller' },
  { column: 'tags', prefer: 'greater' },
  { column: 'extra', prefer: 'greater' },
]
const columns = fields.map((field) => field.column)
/** What an erased contact no longer has. */
const personal: ReadonlySet<string> = new Set(['name', 'phone', 'language', 'segment', 'tags', 'extra'])
const select = `SELECT id, rid, removed_at, erased, version, older, ${columns.join(', ')} FROM contacts WHERE id = ?`
const update = `UPDATE contacts SET version = ?, older = ?, removed_at = ?, erased = ?, ${columns
  .map((column) => `${column} = ?`)
  .join(', ')} WHERE id = ?`

interface Stored {
  readonly rid: string
  readonly removedAt: number | null
  readonly erased: number
  readonly row: Versioned
}

/** Row of the contact a record refers to by any of its ids; one not heard of yet gets a row without a name. */
export function referContact(work: Work, ref: string): number {
  const known = work.rows.contacts.get(ref)
  if (known !== undefined) return known
  return nameContact(work, [{ type: 'id', value: ref }]).row
}

/** Merges the record into its contact, after uniting everyone who shares an alias with it. True when anything changed. */
export function applyContact(work: Work, record: RecordOf<'contact'>): boolean {
  const named = nameContact(work, [{ type: 'id', value: record.id }, ...record.aliases])
  const incoming: Versioned = {
    version: record.updatedAt,
    older: {},
    cells: [
      record.name,
      record.phone,
      record.language,
      record.segment,
      record.addedAt,
      record.addedBy,
      record.optedInAt,
      record.optedOutAt,
      record.deletedAt,
      listCell(record.tags, record.updatedAt),
      extraJson(record.extra),
    ],
  }
  const stored = load(work, named.row)
  const merged = merge(fields, stored.row, incoming)
  if (merged === null || !save(work, named.row, { ...stored, row: merged })) return named.changed
  // Whether we were allowed to write to them is a fact of their conversations.
  if (consentOf(merged) !== consentOf(stored.row)) markConversations(work, named.row)
  return true
}

/** Marks a contact as gone from its source; one erased or past its retention loses what identifies it, for good. */
export function removeContact(work: Work, record: RecordOf<'removed'>): boolean {
  const { row } = nameContact(work, [{ type: 'id', value: record.id }])
  const stored = load(work, row)
  const removedAt = Math.min(stored.removedAt ?? Infinity, record.at)
  const erased = record.reason === 'erasure' || record.reason === 'retention' ? 1 : stored.erased
  return save(work, row, { ...stored, removedAt, erased })
}

function nameContact(
  work: Work,
  aliases: readonly Alias[],
): { readonly row: number; readonly changed: boolean } {
  const { db, source } = work
  const found = new Set<number>()
  const missing: Alias[] = []
  for (const alias of aliases) {
    let known = false
    for (const [type, contact] of rawSql<[string, number]>(
      db,
      'SELECT type, contact FROM contact_aliases WHERE source = ? AND value = ?',
    ).iterate(source, alias.value)) {
      if (uniting.has(alias.type) && uniting.has(type)) found.add(contact)
      known ||= type === alias.type && uniting.has(type)
    }
    if (!known) missing.push(alias)
  }
  const [first, ...others] = [...found].sort((a, b) => a - b)
  const row =
    first ??
    Number(
      sql(db, 'INSERT INTO contacts(source, rid) VALUES (?, ?)').run(source, aliases[0]?.value ?? '')
        .lastInsertRowid,
    )
  for (const other of others) unite(work, row, other)
  let changed = others.length > 0 || first === undefined
  for (const { type, value } of missing) {
    const insert = sql(
      db,
      'INSERT OR IGNORE INTO contact_aliases(source, value, type, contact) VALUES (?, ?, ?, ?)',
    ).run(source, value, type, row)
    if (insert.changes > 0) changed = true
  }
  if (changed && first !== undefined) rename(work, row)
  for (const { type, value } of aliases) if (type === 'id') work.rows.contacts.set(value, row)
  return { row, changed }
}

/** Moves everything of `loser` to `winner`. The fields merge as if one contact's records had brought them all. */
function unite(work: Work, winner: number, loser: number): void {
  const { db } = work
  const kept = load(work, winner)
  const gone = load(work, loser)
  sql(db, 'UPDATE OR IGNORE contact_aliases SET contact = ? WHERE contact = ?').run(winner, loser)
  sql(db, 'DELETE FROM contact_aliases WHERE contact = ?').run(loser)
  sql(db, 'DELETE FROM contacts WHERE id = ?').run(loser)
  save(work, winner, {
    rid: kept.rid,
    removedAt:
      kept.removedAt === null ? gone.removedAt : Math.min(kept.removedAt, gone.removedAt ?? Infinity),
    erased: Math.max(kept.erased, gone.erased),
    row: merge(fields, kept.row, gone.row) ?? kept.row,
  })
  // Those of both: what is known of one is now known of the other.
  markConversations(work, winner)
  markConversations(work, loser)
  sql(db, 'UPDATE conversations SET contact = ? WHERE contact = ?').run(winner, loser)
  sql(db, 'UPDATE messages SET contact = ? WHERE contact = ?').run(winner, loser)
  for (const [ref, row] of work.rows.contacts) if (row === loser) work.rows.contacts.set(ref, winner)
  work.contacts.add(winner)
}

/** Their conversations are derived anew. */
function markConversations(work: Work, contact: number): void {
  for (const [conversation] of rawSql<[number]>(
    work.db,
    'SELECT id FROM conversations WHERE contact = ?',
  ).iterate(contact))
    work.dirty.add(conversation)
}

function consentOf({ cells }: Versioned): string {
  return JSON.stringify([cells[columns.indexOf('opted_in_at')], cells[columns.indexOf('opted_out_at')]])
}

/** The smallest id names the contact; derived conversations are named by it, so their threads are placed again. */
function rename(work: Work, row: number): void {
  const { db } = work
  let rid: string | null = null
  for (const [id] of rawSql<[string]>(
    db,
    "SELECT value FROM contact_aliases WHERE contact = ? AND type = 'id'",
  ).iterate(row))
    if (rid === null || id < rid) rid = id
  sql(db, 'UPDATE contacts SET rid = ? WHERE id = ? AND rid <> ?').run(rid, row, rid)
  for (const [channel] of rawSql<[number]>(db, 'SELECT DISTINCT channel FROM messages WHERE contact = ?').all(
    row,
  ))
    scatter(work, row, channel)
  // Messages of this very page are not written yet.
  for (const thread of work.threads.values()) if (thread.contact === row) thread.scattered = true
}

function load(work: Work, row: number): Stored {
  const stored = rawSql<Cell[]>(work.db, select).get(row) ?? []
  const [, rid, removedAt, erased, version, older, ...cells] = stored
  return {
    rid: String(rid),
    removedAt: (removedAt ?? null) as number | null,
    erased: Number(erased),
    row: storedRow(version ?? null, older, cells),
  }
}

function save(work: Work, row: number, contact: Stored): boolean {
  const gone = (column: string | undefined) => contact.erased === 1 && personal.has(column ?? '')
  const cells = contact.row.cells.map((cell, index) => (gone(columns[index]) ? null : cell))
  const older = Object.fromEntries(Object.entries(contact.row.older).filter(([column]) => !gone(column)))
  const before = value<string>(work.db, fingerprint, row)
  sql(work.db, update).run(
    contact.row.version,
    olderText(older),
    contact.removedAt,
    contact.erased,
    ...cells,
    row,
  )
  return value<string>(work.db, fingerprint, row) !== before
}

const fingerprint = `SELECT json_array(version, older, removed_at, erased, ${columns.join(', ')}) FROM contacts WHERE id = ?`
