/** The assignment log: who was given what, by whom, how long it was held before, with comments and flags. */
import type { AssignmentLog, AssignmentQuery, AssignmentRow } from '../../shared/assigning.ts'
import { actorOf, commentNear } from '../store/assignmentRows.ts'
import type { ReadableDb } from '../store/database.ts'
import { flagsOfConversation } from '../attention/conversationFlags.ts'
import { clampLimit, keyText, pageOf, readKey, unreadableKey } from '../store/keyset.ts'
import { createRowNames, type RowNames } from '../store/rowNames.ts'
import type { Held } from './intervals.ts'
import { firstActionWithin, readKnown, type KnownConversation } from './known.ts'
import { changesOf, newestFirst, type LogChange, type LogPorts } from './logRows.ts'

export interface AssignmentLogPorts extends LogPorts {
  readonly workspaceDb: ReadableDb
}

/** Newest first, with the exact number of all. Throws a `StoreFailure` of kind `invalid` for a key that is none. */
export function listAssignments(ports: AssignmentLogPorts, query: AssignmentQuery): AssignmentLog {
  const names = createRowNames(ports.cache)
  const changes = changesOf(ports, names, query)
  const limit = clampLimit(query.limit)
  const after = query.after === null ? null : keyOf(query.after)
  const first = after === null ? 0 : changes.findIndex((one) => newestFirst(after, one) < 0)
  const page = pageOf(
    first < 0 ? [] : changes.slice(first, first + limit + 1),
    limit,
    (change) => rowOf(ports, names, change),
    ({ at, conversation, turn }) => keyText(at, `${conversation}:${turn}`),
  )
  return {
    // The columns may be a moment behind the rows, in which such a conversation is gone.
    rows: page.rows.filter((row) => row !== null),
    next: page.next,
    total: changes.length,
  }
}

/** Only what the order goes by is read from a key. */
function keyOf(text: string): LogChange {
  const [at, place] = readKey<string>(text, 'string')
  const match = /^(\d+):(\d+)$/.exec(place)
  if (match === null) throw unreadableKey()
  const [, conversation, turn] = match
  return {
    at,
    conversation: Number(conversation),
    turn: Number(turn),
    kind: 'opened',
    from: 0,
    to: 0,
    source: 'stated',
  }
}

function rowOf(
  { cache, workspaceDb, now }: AssignmentLogPorts,
  names: RowNames,
  change: LogChange,
): AssignmentRow | null {
  const { conversation, at, kind, from, to, source } = change
  const known = readKnown(cache, names, conversation)
  if (known === null) return null
  const fact = known.facts.assignments.find((one) => one.at === at && Math.max(0, one.to) === to)
  const guess = known.facts.inferred.find((one) => one.at === at && Math.max(0, one.to) === to)
  const actor =
    source === 'inferred' || kind === 'opened'
      ? { by: null, byType: 'unknown', note: null }
      : actorOf(cache, conversation, at, to === 0 ? null : to)
  const nextAt = nextChangeAfter(known, at)
  const comment = commentNear(cache, conversation, at)
  const team = (source === 'inferred' ? guess : fact)?.team ?? -1
  return {
    conversation: known.id,
    contact: known.contact,
    at,
    earliest: fact?.earliest ?? at,
    kind,
    from: names.agent(from),
    to: names.agent(to),
    team: names.team(team),
    by: names.agent(actor.by),
    byType: actor.byType,
    source,
    heldBefore: from === 0 ? null : heldUntil(known.intervals, from, at),
    firstAction: to === 0 ? null : firstActionWithin(known, to, at, nextAt),
    comment: comment?.text ?? null,
    mentions: comment?.mentions ?? [],
    note: actor.note,
    flags: flagsOfConversation(cache, workspaceDb, names, conversation, now()).filter(
      (flag) => flag.raisedAt >= at && (nextAt === null || flag.raisedAt < nextAt),
    ),
  }
}

/** When the conversation changed hands the next time; null: it did not. */
function nextChangeAfter({ facts }: KnownConversation, at: number): number | null {
  const later = [...facts.assignments, ...facts.inferred].filter((one) => one.at > at)
  return later.reduce<number | null>((next, one) => Math.min(next ?? Infinity, one.at), null)
}

/** Seconds an agent had held the conversation at the end of their time; null: they are not known to have. */
function heldUntil(intervals: readonly Held[], agent: number, at: number): number | null {
  const last = intervals.findLastIndex((one) => one.to === at || (one.from < at && one.to === null))
  let since: number | null = null
  for (let index = last; index >= 0; index--) {
    const held = intervals[index]
    if (held === undefined || held.agent !== agent) break
    if (since !== null && held.to !== since) break
    since = held.from
  }
  return since === null ? null : (at - since) / 1000
}
