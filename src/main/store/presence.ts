/** When agents were there: their presence as intervals, and the shifts they were planned for. Row ids of agents. */
import { dayMs } from '../../shared/period.ts'
import type { PresenceInterval, ShiftInterval } from '../metrics/special/side.ts'
import { rawSql, type ReadableDb } from './database.ts'

type State = PresenceInterval['state']
type Change = readonly [at: number, state: State]

/** From most to least there: of two states at one instant the later in this list holds. */
const states: readonly State[] = ['online', 'busy', 'unknown', 'away', 'offline']

/**
 * Every interval of a state that overlaps [from, to), by agent and time, cut to it. A state lasts to the next one that
 * differs; the last one known lasts to the end.
 */
export function presenceIn(db: ReadableDb, from: number, to: number): readonly PresenceInterval[] {
  return rawSql<[number]>(db, 'SELECT id FROM agents ORDER BY id')
    .all()
    .flatMap(([agent]) => intervalsOf(changesOf(db, agent, from, to), agent, from, to))
}

/** What an agent's state changed to in [from, to), after the one it was in at the beginning; one an instant, by time. */
function changesOf(db: ReadableDb, agent: number, from: number, to: number): readonly Change[] {
  const changes: Change[] = []
  for (const change of rawSql<Change>(
    db,
    `SELECT at, state FROM presence WHERE agent = ? AND at < ?
     AND at >= coalesce((SELECT max(at) FROM presence WHERE agent = ? AND at <= ?), ?) ORDER BY at`,
  ).all(agent, to, agent, from, from)) {
    const last = changes.at(-1)
    if (last?.[0] !== change[0]) changes.push(change)
    else if (states.indexOf(change[1]) > states.indexOf(last[1])) changes[changes.length - 1] = change
  }
  return changes
}

function intervalsOf(
  changes: readonly Change[],
  agent: number,
  from: number,
  to: number,
): readonly PresenceInterval[] {
  const intervals: PresenceInterval[] = []
  for (const [index, [at, state]] of changes.entries()) {
    const end = changes[index + 1]?.[0] ?? to
    const last = intervals.at(-1)
    if (last?.state === state) intervals[intervals.length - 1] = { ...last, to: end }
    else intervals.push({ agent, from: Math.max(at, from), to: end, state })
  }
  return intervals
}

/** Reports looked through for since when a state holds: a source that repeats itself each minute has hundreds a day. */
const mostReports = 300

/**
 * The state an agent is in at a moment, and since when (null: for longer than is worth looking back). Null: nothing was
 * stated by then.
 */
export function presenceAt(
  db: ReadableDb,
  agent: number,
  at: number,
): { readonly state: State; readonly since: number | null } | null {
  let first: Change | null = null
  let seen = 0
  for (const change of changesBefore(db, agent, at)) {
    if (first !== null && change[1] !== first[1]) break
    if (++seen > mostReports) return { state: change[1], since: null }
    first = change
  }
  return first === null ? null : { state: first[1], since: first[0] }
}

/** What an agent's state was stated to be up to a moment, newest first; one an instant. */
function* changesBefore(db: ReadableDb, agent: number, at: number): Generator<Change> {
  let last: Change | null = null
  for (const change of rawSql<Change>(
    db,
    'SELECT at, state FROM presence WHERE agent = ? AND at <= ? ORDER BY at DESC',
  ).iterate(agent, at)) {
    if (last?.[0] !== change[0]) {
      if (last !== null) yield last
      last = change
    } else if (states.indexOf(change[1]) > states.indexOf(last[1])) last = change
  }
  if (last !== null) yield last
}

/** Every shift of [from, to), found by agent: one that began more than two days before is none. By agent and begin; whole. */
export function rosterIn(db: ReadableDb, from: number, to: number): readonly ShiftInterval[] {
  return rawSql<[number, number, number]>(
    db,
    `SELECT DISTINCT s.agent, s.from_at, s.to_at FROM agents a CROSS JOIN shifts s ON s.agent = a.id AND s.from_at >= ? AND s.from_at < ?
     WHERE s.to_at > ? ORDER BY 1, 2, 3`,
  )
    .all(from - 2 * dayMs, to, from)
    .map(([agent, begin, end]) => ({ agent, from: begin, to: end }))
}

/** Every shift that overlaps [from, to), by agent and begin; whole, not cut. */
export function shiftsIn(db: ReadableDb, from: number, to: number): readonly ShiftInterval[] {
  return rawSql<[number, number, number]>(
    db,
    'SELECT DISTINCT agent, from_at, to_at FROM shifts WHERE to_at > ? AND from_at < ? ORDER BY agent, from_at, to_at',
  )
    .all(from, to)
    .map(([agent, begin, end]) => ({ agent, from: begin, to: end }))
}
