/** The flags of a conversation's facts as rows. What people see and decide of them is in flags.ts. */
import type { FlagFact } from '../metrics/facts.ts'
import { rawSql, sql, type Cell, type ReadableDb, type WritableDb } from './database.ts'

/** A flag's cells, in the order of `flagColumns`; the id comes first. */
export type FlagCells = readonly Cell[]

const flagColumns = [
  'id',
  'rule',
  'severity',
  'agent',
  'team',
  'from_at',
  'raised_at',
  'ended_at',
  'seconds',
  'target',
  'code',
  'text',
  'message',
  'messages',
] as const
const insert = `INSERT OR REPLACE INTO flags(conversation, ${flagColumns.join(', ')}) VALUES (?${', ?'.repeat(flagColumns.length)})`

export function flagCells(flag: FlagFact): FlagCells {
  return [
    flag.id,
    flag.rule,
    flag.severity,
    flag.agent < 0 ? null : flag.agent,
    flag.team < 0 ? null : flag.team,
    flag.from,
    flag.raisedAt,
    flag.endedAt,
    flag.seconds,
    flag.target,
    flag.code,
    flag.text,
    flag.message,
    flag.messages.length === 0 ? null : JSON.stringify(flag.messages),
  ]
}

/** The stored flags of the conversations with `from` ≤ row < `to`, by conversation. */
export function readFlags(
  db: ReadableDb,
  from: number,
  to: number,
): ReadonlyMap<number, readonly FlagCells[]> {
  const byConversation = new Map<number, FlagCells[]>()
  for (const [conversation, ...cells] of rawSql<[number, ...Cell[]]>(
    db,
    `SELECT conversation, ${flagColumns.join(', ')} FROM flags WHERE conversation >= ? AND conversation < ?`,
  ).all(from, to)) {
    const flags = byConversation.get(conversation)
    if (flags) flags.push(cells)
    else byConversation.set(conversation, [cells])
  }
  return byConversation
}

export function writeFlags(db: WritableDb, conversation: number, flags: readonly FlagCells[]): void {
  sql(db, 'DELETE FROM flags WHERE conversation = ?').run(conversation)
  for (const cells of flags) sql(db, insert).run(conversation, ...cells)
}

/** Whether both are the same flags, in whatever order. */
export function areSameFlags(a: readonly FlagCells[], b: readonly FlagCells[]): boolean {
  if (a.length !== b.length) return false
  if (a.length === 0) return true
  const byId = new Map(a.map((cells) => [cells[0], cells]))
  return b.every((cells) => byId.get(cells[0])?.every((cell, index) => cell === cells[index]) ?? false)
}
