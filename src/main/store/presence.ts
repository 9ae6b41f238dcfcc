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
  const reports = rawSql<[number, ...Change]>(
    db,
    `SELECT a.id, p.at, p.state FROM agents a CROSS JOIN presence p ON p.agent = a.id AND p.at < ?
     AND p.at >= coalesce((SELECT max(at) FROM presence WHERE agent = a.id AND at <= ?), ?) ORDER BY a.id, p.at`,
  ).all(to, from, from)
  return [...Map.groupBy(reports, ([agent]) => agent)].flatMap(([agent, own]) =>
    intervalsOf(changesOf(own), agent, from, to),
  )
}

/** One change an instant, by time. */
function changesOf(reports: readonly (readonly [agent: number, ...Change])[]): readonly Change[] {
  const changes: Change[] = []
  for (const [, at, state] of reports) {
    const last = changes.at(-1)
    if (last?.[0] !== at) changes.push([at, state])
    else if (states.indexOf(state) > states.indexOf(last[1])) changes[changes.length - 1] = [at, state]
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

/** Reports of everybody that are read at once; who said the same in all of them is looked at further back. */
const fewReports = 5
/** How far: a source that repeats itself each minute has hundreds a day. */
const mostReports = 300

/** `since` null: for longer than is worth looking back. */
export interface StatedPresence {
  readonly state: State
  readonly since: number | null
}

/** The state each agent is in at a moment, and since when. Of whom nothing was stated by then there is none. */
export function presenceAt(db: ReadableDb, at: number): ReadonlyMap<number, StatedPresence> {
  const recent = rawSql<[number, ...Change]>(
    db,
    `SELECT a.id, p.at, p.state FROM agents a CROSS JOIN presence p ON p.agent = a.id AND p.at <= ?
     AND p.at >= coalesce((SELECT at FROM presence WHERE agent = a.id AND at <= ? ORDER BY at DESC LIMIT 1 OFFSET ${fewReports}), ?)
     ORDER BY a.id, p.at DESC`,
  ).all(at, at, Number.MIN_SAFE_INTEGER)
  const stated = new Map<number, StatedPresence>()
  for (const [agent, reports] of Map.groupBy(recent, ([of]) => of)) {
    const few = lastState(reports.map(([, when, state]): Change => [when, state]).values())
    const isWhole = few?.isWhole === true || reports.length <= fewReports
    const found = isWhole ? few : lastState(reportsBefore(db, agent, at))
    if (found !== null) stated.set(agent, { state: found.state, since: found.since })
  }
  return stated
}

function reportsBefore(db: ReadableDb, agent: number, at: number): IterableIterator<Change> {
  return rawSql<Change>(
    db,
    'SELECT at, state FROM presence WHERE agent = ? AND at <= ? ORDER BY at DESC',
  ).iterate(agent, at)
}

/** Of reports, newest first. `isWhole`: another state came before, so that since when is certain. */
function lastState(reports: Iterable<Change>): (StatedPresence & { readonly isWhole: boolean }) | null {
  let first: Change | null = null
  let seen = 0
  for (const change of oneAnInstant(reports)) {
    if (first !== null && change[1] !== first[1]) return { state: first[1], since: first[0], isWhole: true }
    if (++seen > mostReports) return { state: change[1], since: null, isWhole: true }
    first = change
  }
  return first === null ? null : { state: first[1], since: first[0], isWhole: false }
}

function* oneAnInstant(reports: Iterable<Change>): Generator<Change> {
  let last: Change | null = null
  for (const change of reports) {
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
