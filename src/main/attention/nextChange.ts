/** When the open flags change next without a record arriving. */
import { value, type ReadableDb } from '../store/database.ts'
import { endOfFlag } from '../store/migrations/cache-0003.ts'
import { nextRestEnd, readCares } from './care.ts'

/** Whoever asks asks again by then: no clock is trusted, nor any machine that slept, for longer. Milliseconds. */
const longestWait = 3_600_000

/** A conversation's flag is raised or ends, or a rest is over: the first after `after`, an hour ahead at most. */
export function nextChange(cache: ReadableDb, workspace: ReadableDb, after: number): number {
  const raised = value<number | null>(
    cache,
    'SELECT min(raised_at) FROM flags INDEXED BY flags_raised WHERE raised_at > ?',
    after,
  )
  const ended = value<number | null>(
    cache,
    `SELECT min(${endOfFlag()}) FROM flags INDEXED BY flags_end WHERE ${endOfFlag()} > ?`,
    after,
  )
  const moments = [raised ?? Infinity, ended ?? Infinity, nextRestEnd(readCares(workspace), after)]
  return Math.min(after + longestWait, ...moments)
}
