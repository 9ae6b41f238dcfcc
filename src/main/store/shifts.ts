/** When people were on the roster. */
import type { ShiftInterval } from '../metrics/special/side.ts'
import { rawSql, type ReadableDb } from './database.ts'

/** Shifts that overlap the period, by agent and start. */
export function readShifts(db: ReadableDb, from: number, to: number): readonly ShiftInterval[] {
  return rawSql<[number, number, number]>(
    db,
    'SELECT agent, from_at, to_at FROM shifts WHERE from_at < ? AND to_at > ? AND to_at > from_at ORDER BY agent, from_at',
  )
    .all(to, from)
    .map(([agent, start, end]) => ({ agent, from: start, to: end }))
}
