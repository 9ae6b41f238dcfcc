/** What lists show of a conversation: columns of its row, derived with its facts, never written by records. */
import type { Head } from '../metrics/facts.ts'
import { directionOf } from './bits.ts'
import { rawSql, sql, type ReadableDb, type WritableDb } from './database.ts'

const lastTextLength = 200
const states: readonly Head['state'][] = ['open', 'pending', 'snoozed', 'closed']

/** The cells of a head, in the order of `headColumns`. */
export type HeadCells = readonly [
  state: number,
  startedAt: number | null,
  lastAt: number | null,
  agent: number | null,
  team: number | null,
  category: number | null,
  waitingSince: number | null,
  firstResponse: number | null,
  resolution: number | null,
  messages: number,
  lastText: string | null,
  lastDirection: string | null,
]

const headColumns = [
  'state',
  'started_at',
  'last_at',
  'agent',
  'team',
  'category',
  'waiting_since',
  'first_response',
  'resolution',
  'messages',
  'last_text',
  'last_direction',
] as const
const update = `UPDATE conversations SET ${headColumns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`

export function stateNumber(state: Head['state']): number {
  return states.indexOf(state)
}

export function stateName(state: number): Head['state'] {
  return states[state] ?? 'open'
}

/** Of a conversation without facts. */
export const noHead: HeadCells = [0, null, null, null, null, null, null, null, null, 0, null, null]

/** The head's cells, with the words of its last message. */
export function headCells(db: ReadableDb, head: Head): HeadCells {
  const last = lastMessage(db, head.lastMessage)
  return [
    stateNumber(head.state),
    head.startedAt,
    head.lastAt,
    orNull(head.agent),
    orNull(head.team),
    orNull(head.category),
    head.waitingSince,
    head.firstResponse,
    head.resolution,
    head.messages,
    last.text,
    last.direction,
  ]
}

/** Whether the row shows this head, the words of the last message aside: those are in the row of the message alone. */
export function showsHead(cells: HeadCells, head: Head): boolean {
  return (
    cells[0] === stateNumber(head.state) &&
    cells[1] === head.startedAt &&
    cells[2] === head.lastAt &&
    cells[3] === orNull(head.agent) &&
    cells[4] === orNull(head.team) &&
    cells[5] === orNull(head.category) &&
    cells[6] === head.waitingSince &&
    cells[7] === head.firstResponse &&
    cells[8] === head.resolution &&
    cells[9] === head.messages
  )
}

export function isSameHead(a: HeadCells, b: HeadCells): boolean {
  return a.every((cell, index) => cell === b[index])
}

/** The heads of the conversations with `from` ≤ row < `to`. */
export function readHeads(db: ReadableDb, from: number, to: number): ReadonlyMap<number, HeadCells> {
  return new Map(
    rawSql<[number, ...HeadCells]>(
      db,
      `SELECT id, ${headColumns.join(', ')} FROM conversations WHERE id >= ? AND id < ?`,
    )
      .all(from, to)
      .map(([conversation, ...cells]) => [conversation, cells]),
  )
}

export function writeHead(db: WritableDb, conversation: number, cells: HeadCells): void {
  sql(db, update).run(...cells, conversation)
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

function orNull(row: number): number | null {
  return row < 0 ? null : row
}
