/**
 * What an open flag is, said once for lists, search, chats, wall and badge: its time has come, its cause holds, nobody
 * decided, and it does not rest. The first two are in the cache, in SQL; the others are people's, in `Cares`.
 */
import { rawSql, type ReadableDb } from '../store/database.ts'
import { endOfFlag } from '../store/migrations/cache-0003.ts'
import { isSettled, readCares, type Cares } from './care.ts'
import { handFlagsOf, undecidedHandFlags } from './handFlags.ts'
import type { RawFlag } from './rawFlag.ts'

/**
 * In SQL: the cause holds, and the time has come. Takes now twice. `FROM flags INDEXED BY flags_end` finds them without
 * looking at all that ever were, which SQLite left to itself does not.
 */
export function holds(table = ''): string {
  return `${endOfFlag(table)} > ? AND ${table}raised_at <= ?`
}

/** The same of a flag at hand. */
export function isOpen(
  { id, raisedAt, endedAt }: Pick<RawFlag, 'id' | 'raisedAt' | 'endedAt'>,
  cares: Cares,
  now: number,
): boolean {
  return raisedAt <= now && (endedAt === null || endedAt > now) && !isSettled(cares, id, now)
}

/** How many open flags each of these conversations has; none: left out. */
export function countOpenOf(
  cache: ReadableDb,
  workspace: ReadableDb,
  conversations: readonly number[],
  now: number,
): ReadonlyMap<number, number> {
  const cares = readCares(workspace)
  const counts = new Map<number, number>()
  const select = rawSql<[string]>(cache, `SELECT id FROM flags WHERE conversation = ? AND ${holds()}`)
  for (const conversation of conversations) {
    const ofRules = select.all(conversation, now, now).filter(([flag]) => !isSettled(cares, flag, now))
    const byHand = handFlagsOf(cache, workspace, cares, conversation)
    const open = ofRules.length + byHand.filter((flag) => isOpen(flag, cares, now)).length
    if (open > 0) counts.set(conversation, open)
  }
  return counts
}

/** Every open flag that a person made, and the conversation it is about. */
export function openHandFlags(
  cache: ReadableDb,
  workspace: ReadableDb,
  now: number,
): readonly { readonly conversation: number; readonly flag: RawFlag }[] {
  const cares = readCares(workspace)
  return undecidedHandFlags(cache, workspace, cares).flatMap((flag) =>
    flag.subject.kind === 'conversation' && isOpen(flag, cares, now)
      ? [{ conversation: flag.subject.row, flag }]
      : [],
  )
}
