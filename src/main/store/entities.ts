/** Workspaces, channels, teams and agents: rows merged field by field. Contacts and conversations have files of their own. */
import { assertNever } from '../../shared/assertNever.ts'
import type { RecordOf } from '../../shared/records.ts'
import { rawSql, sql, type Cell } from './database.ts'
import { canonicalJson, extraJson } from './hash.ts'
import { merge, olderText, readOlder, type Field, type Versioned } from './merge.ts'
import type { Work } from './work.ts'

type Entity = RecordOf<'workspace'> | RecordOf<'channel'> | RecordOf<'team'> | RecordOf<'agent'>
type Table = 'workspaces' | 'channels' | 'teams' | 'agents'

const fields: Readonly<Record<Table, readonly Field[]>> = {
  workspaces: greater('name', 'timezone', 'extra'),
  channels: greater('platform', 'name', 'phone', 'extra'),
  teams: greater('name', 'extra'),
  agents: [
    ...greater('name', 'email', 'role', 'teams', 'extra'),
    // Of two records of one version the one that says "left" is the later one.
    { column: 'active', prefer: 'smaller' },
  ],
}

/** Merges the record into its row. True when the row changed. */
export function applyEntity(work: Work, record: Entity): boolean {
  const { table, cells } = rowOf(record)
  const incoming: Versioned = { cells, version: record.updatedAt, older: {} }
  const changed = mergeEntity(work, table, record.id, incoming)
  if (changed) work.dictionaryChanged = true
  return changed
}

function rowOf(record: Entity): { readonly table: Table; readonly cells: readonly Cell[] } {
  const extra = extraJson(record.extra)
  switch (record.kind) {
    case 'workspace':
      return { table: 'workspaces', cells: [record.name, record.timezone, extra] }
    case 'channel':
      return { table: 'channels', cells: [record.platform, record.name, record.phone, extra] }
    case 'team':
      return { table: 'teams', cells: [record.name, extra] }
    case 'agent': {
      const teams = listCell(record.teams, record.updatedAt)
      return {
        table: 'agents',
        cells: [record.name, record.email, record.role, teams, extra, record.active ? 1 : 0],
      }
    }
    default:
      return assertNever(record)
  }
}

/** A list keeps its order: the first team is the one an agent's work counts for. An empty list says something only in a record that says when it was written. */
export function listCell(list: readonly string[], updatedAt: number | null): string | null {
  return list.length === 0 && updatedAt === null ? null : canonicalJson([...new Set(list)])
}

function mergeEntity(work: Work, table: Table, rid: string, incoming: Versioned): boolean {
  const columns = fields[table].map((field) => field.column)
  const stored = rawSql<Cell[]>(
    work.db,
    `SELECT id, version, older, ${columns.join(', ')} FROM ${table} WHERE source = ? AND rid = ?`,
  ).get(work.source, rid)
  if (stored === undefined) {
    const marks = columns.map(() => '?').join(', ')
    sql(
      work.db,
      `INSERT INTO ${table}(source, rid, version, ${columns.join(', ')}) VALUES (?, ?, ?, ${marks})`,
    ).run(work.source, rid, incoming.version, ...incoming.cells)
    return true
  }
  const [id, version, older, ...cells] = stored
  const merged = merge(fields[table], storedRow(version, older, cells), incoming)
  if (merged === null) return false
  const sets = columns.map((column) => `${column} = ?`).join(', ')
  sql(work.db, `UPDATE ${table} SET version = ?, older = ?, ${sets} WHERE id = ?`).run(
    merged.version,
    olderText(merged.older),
    ...merged.cells,
    id,
  )
  return true
}

export function storedRow(
  version: Cell | undefined,
  older: Cell | undefined,
  cells: readonly Cell[],
): Versioned {
  return { cells, version: version as number | null, older: readOlder((older ?? null) as string | null) }
}

function greater(...columns: readonly string[]): readonly Field[] {
  return columns.map((column) => ({ column, prefer: 'greater' }))
}
