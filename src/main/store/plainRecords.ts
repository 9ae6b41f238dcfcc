/** Records that are kept as they are: where agents and shops were, not what happened in a conversation. */
import { assertNever } from '../../shared/assertNever.ts'
import type { RecordOf } from '../../shared/records.ts'
import { rawSql, sql, type Cell } from './database.ts'
import { canonicalJson, extraJson, hash53 } from './hash.ts'
import { better, mergeExtra } from './merge.ts'
import { refer, type Work } from './work.ts'

export type PlainRecord = RecordOf<'presence' | 'shift' | 'working_hours' | 'link_click' | 'conversion'>

/** Keeps the record. True when it said something new. All but conversions are identified by the whole of them. */
export function applyPlain(work: Work, record: PlainRecord): boolean {
  const extra = extraJson(record.extra)
  switch (record.kind) {
    case 'presence':
      return insertOnce(work, 'presence', {
        agent: refer(work, 'agents', record.agent),
        at: record.at,
        hash: identityOf(record, extra),
        state: record.state,
        extra,
      })
    case 'shift':
      return insertOnce(work, 'shifts', {
        agent: refer(work, 'agents', record.agent),
        from_at: record.from,
        to_at: record.to,
        hash: identityOf(record, extra),
        extra,
      })
    case 'working_hours':
      return insertOnce(work, 'working_hours', {
        hash: identityOf(record, extra),
        team: record.scope.team ?? null,
        channel: record.scope.channel ?? null,
        zone: record.zone,
        week: canonicalJson(record.week),
        exceptions: canonicalJson(record.exceptions),
        extra,
      })
    case 'link_click':
      return insertOnce(work, 'link_clicks', {
        hash: identityOf(record, extra),
        at: record.at,
        contact: record.contact,
        message: record.message,
        url: record.url,
        campaign: record.campaign,
        extra,
      })
    case 'conversion':
      return mergeConversion(work, record, extra)
    default:
      return assertNever(record)
  }
}

function identityOf(record: PlainRecord, extra: string | null): number {
  const { extra: _own, ...rest } = record
  return hash53(canonicalJson(extra === null ? rest : record))
}

function insertOnce(work: Work, table: string, cells: Readonly<Record<string, Cell>>): boolean {
  const columns = Object.keys(cells)
  return (
    sql(
      work.db,
      `INSERT OR IGNORE INTO ${table}(source, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
    ).run(work.source, ...Object.values(cells)).changes > 0
  )
}

const conversionColumns = [
  'at',
  'contact',
  'conversation',
  'goal',
  'value',
  'currency',
  'campaign',
  'extra',
] as const

/** A conversion has an id: its earliest time, of every other field the greater value. */
function mergeConversion(work: Work, record: RecordOf<'conversion'>, extra: string | null): boolean {
  const { at, contact, conversation, goal, value, currency, campaign } = record
  const incoming: readonly Cell[] = [at, contact, conversation, goal, value, currency, campaign, extra]
  const stored = rawSql<Cell[]>(
    work.db,
    `SELECT ${conversionColumns.join(', ')} FROM conversions WHERE source = ? AND rid = ?`,
  ).get(work.source, record.id)
  const merged = stored
    ? conversionColumns.map((column, index) => mergeCell(column, stored[index], incoming[index]))
    : incoming
  if (stored && merged.every((cell, index) => cell === stored[index])) return false
  sql(
    work.db,
    `INSERT OR REPLACE INTO conversions(source, rid, ${conversionColumns.join(', ')})
     VALUES (?, ?${', ?'.repeat(conversionColumns.length)})`,
  ).run(work.source, record.id, ...merged)
  return true
}

function mergeCell(column: (typeof conversionColumns)[number], a: Cell = null, b: Cell = null): Cell {
  if (column === 'extra') return mergeExtra(a as string | null, b as string | null)
  return better(a, b, column === 'at' ? 'smaller' : 'greater')
}
