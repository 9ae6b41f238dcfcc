/** When agents were there: their presence as intervals, and the shifts they were planned for. Row ids of agents. */
import type { PresenceInterval, ShiftInterval } from '../metrics/special/side.ts'
import { rawSql, type ReadableDb } from './database.ts'

type State = PresenceInterval['state']
type PresenceRow = readonly [agent: number, at: number, state: State]

/** From most to least there: of two states at one instant the later in this list holds. */
const states: readonly State[] = ['online', 'busy', 'unknown', 'away', 'offline']

/**
 * Every interval of a state that overlaps [from, to), by agent and time, cut to it. A state lasts to the next one that
 * differs; the last one known lasts to the end.
 */
export function presenceIn(db: ReadableDb, from: number, to: number): readonly PresenceInterval[] {
  const intervals: PresenceInterval[] = []
  const rows = rawSql<PresenceRow>(
    db,
    `SELECT agent, at, state FROM presence p WHERE at < ?
     AND at >= coalesce((SELECT max(at) FROM presence b WHERE b.agent = p.agent AND b.at <= ?), ?) ORDER BY agent, at`,
  ).all(to, from, from)
  const changes = oneAnInstant(rows)
  for (const [index, [agent, at, state]] of changes.entries()) {
    const next = changes[index + 1]
    const end = next?.[0] === agent ? next[1] : to
    const last = intervals.at(-1)
    if (last?.agent === agent && last.state === state) intervals[intervals.length - 1] = { ...last, to: end }
    else intervals.push({ agent, from: Math.max(at, from), to: end, state })
  }
  return intervals
}

function oneAnInstant(rows: readonly PresenceRow[]): readonly PresenceRow[] {
  const changes: PresenceRow[] = []
  for (const row of rows) {
    const last = changes.at(-1)
    if (last?.[0] !== row[0] || last[1] !== row[1]) changes.push(row)
    else if (states.indexOf(row[2]) > states.indexOf(last[2])) changes[changes.length - 1] = row
  }
  return changes
}

/** Every shift that overlaps [from, to), by agent and begin; whole, not cut. */
export function shiftsIn(db: ReadableDb, from: number, to: number): readonly ShiftInterval[] {
  return rawSql<[number, number, number]>(
    db,
    'SELECT DISTINCT agent, from_at, to_at FROM shifts WHERE from_at < ? AND to_at > ?1 ORDER BY agent, from_at, to_at',
  )
    .all(from, to)
    .map(([agent, begin, end]) => ({ agent, from: begin, to: end }))
}
