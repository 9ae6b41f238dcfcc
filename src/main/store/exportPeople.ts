/** Workspaces, channels, teams, agents and contacts as records. */
import type { RecordInput } from '../../shared/records.ts'
import { rawSql, sql, type Cell, type ReadableDb } from './database.ts'
import { readOlder } from './merge.ts'
import { nameOf } from './names.ts'

type Row = Readonly<Record<string, Cell>>
interface Fields {
  readonly [field: string]: unknown
}

/** RFC 3339 in UTC; null stays null. */
export function iso(ms: Cell | undefined): string | null {
  return typeof ms === 'number' ? new Date(ms).toISOString() : null
}

export function parsed(json: Cell | undefined): unknown {
  return typeof json === 'string' ? JSON.parse(json) : undefined
}

/** Everything sources told of themselves and of people. */
export function entityRecords(db: ReadableDb): readonly RecordInput[] {
  return [
    ...rows(db, 'workspaces').flatMap((row) =>
      versions(row, { name: row['name'], timezone: row['timezone'], extra: parsed(row['extra']) })
        .filter((fields) => typeof fields['name'] === 'string')
        .map((fields) => record('workspace', String(row['rid']), fields)),
    ),
    ...rows(db, 'channels')
      .filter((row) => row['platform'] !== null)
      .flatMap((row) =>
        versions(row, {
          platform: row['platform'],
          name: row['name'],
          phone: row['phone'],
          extra: parsed(row['extra']),
        }).map((fields) => record('channel', entityName(db, 'channels', row), fields)),
      ),
    ...rows(db, 'teams').flatMap((row) =>
      versions(row, { name: row['name'], extra: parsed(row['extra']) }).map((fields) =>
        record('team', entityName(db, 'teams', row), fields),
      ),
    ),
    ...rows(db, 'agents')
      .filter((row) => row['active'] !== null)
      .flatMap((row) =>
        versions(row, {
          name: row['name'],
          email: row['email'],
          role: row['role'],
          teams: parsed(row['teams']),
          active: row['active'] === 1,
          extra: parsed(row['extra']),
        }).map((fields) => record('agent', entityName(db, 'agents', row), fields)),
      ),
  ]
}

/** Contacts after `after`, `limit` at most, each with the other ids it is known by; `last` goes on from there. */
export function contactRecords(
  db: ReadableDb,
  after: number,
  limit: number,
): { readonly records: readonly RecordInput[]; readonly last: number | null } {
  const found = sql<Row>(db, 'SELECT * FROM contacts WHERE id > ? ORDER BY id LIMIT ?').all(after, limit)
  return {
    records: found.flatMap((row) => contactOf(db, row)),
    last: found.length === limit ? Number(found.at(-1)?.['id']) : null,
  }
}

function contactOf(db: ReadableDb, row: Row): readonly RecordInput[] {
  const all = rawSql<[string, string]>(
    db,
    'SELECT type, value FROM contact_aliases WHERE contact = ? ORDER BY type, value',
  ).all(row['id'])
  const aliases = all.filter(([type]) => type !== 'id').map(([type, value]) => ({ type, value }))
  const others = all
    .filter(([type, value]) => type === 'id' && value !== row['rid'])
    .map(([, value]) => value)
  // Only a reference was ever seen: it comes again with whatever refers to it.
  if (row['added_by'] === null && aliases.length === 0) return []
  const name = entityName(db, 'contacts', row)
  const stated = versions(row, {
    name: row['name'],
    phone: row['phone'],
    language: row['language'],
    segment: row['segment'],
    added_at: iso(row['added_at']),
    added_by: row['added_by'] ?? undefined,
    opted_in_at: iso(row['opted_in_at']),
    opted_out_at: iso(row['opted_out_at']),
    deleted_at: iso(row['deleted_at']),
    tags: parsed(row['tags']),
    extra: parsed(row['extra']),
  }).map(({ added_at, added_by, opted_in_at, opted_out_at, deleted_at, ...fields }) =>
    record('contact', name, {
      ...fields,
      addedAt: added_at,
      addedBy: added_by,
      optedInAt: opted_in_at,
      optedOutAt: opted_out_at,
      deletedAt: deleted_at,
      aliases,
    }),
  )
  const shared = aliases.find((alias) => ['wa_id', 'bsuid', 'phone'].includes(alias.type))
  // An id that is itself another's wa_id unites by that; the others by an alias both have.
  return [...stated, ...others.map((id) => record('contact', id, shared ? { aliases: [shared] } : {}))]
}

/** One record a version: the fields of the newest, then those that stem from older ones. */
export function versions(row: Row, fields: Fields): readonly Fields[] {
  const older = readOlder((row['older'] ?? null) as string | null)
  const newest = (row['version'] ?? null) as number | null
  const all = [newest, ...new Set(Object.values(older))]
  return all.map((version) => {
    const own = Object.entries(fields).filter(
      ([field, value]) =>
        value !== undefined && (older[field] === undefined ? newest : older[field]) === version,
    )
    return { ...Object.fromEntries(own), ...(version === null ? {} : { updatedAt: iso(version) }) }
  })
}

/** The schema's own types hold: what is written here was read as such a record. */
export function record(kind: RecordInput['kind'], id: string | null, fields: Fields): RecordInput {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)
  return { kind, ...(id === null ? {} : { id }), ...Object.fromEntries(said) } as RecordInput
}

function rows(db: ReadableDb, table: string): readonly Row[] {
  return sql<Row>(db, `SELECT * FROM ${table} ORDER BY id`).all()
}

function entityName(db: ReadableDb, table: 'channels' | 'teams' | 'agents' | 'contacts', row: Row): string {
  return nameOf(db, table, Number(row['source']), String(row['rid']))
}
