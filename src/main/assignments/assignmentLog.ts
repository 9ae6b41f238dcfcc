/** The assignment log: who was assigned what, by whom, how long it was held before, with comments and flags. */
import type { List } from '../../shared/contract.ts'
import type { AssignmentQuery, AssignmentRow } from '../../shared/assigning.ts'
import type { Flag } from '../../shared/flags.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { heldBefore, noteIn } from '../store/assignmentRows.ts'
import { flagsOfConversation } from '../attention/conversationFlags.ts'
import { clampLimit, keyText, pageOf, readKey } from '../store/keyset.ts'
import { conversationName } from '../store/names.ts'
import { createRowNames, type RowNames } from '../store/rowNames.ts'
import { agentRows, all, placeFilter, when, type Filter } from '../store/scopeFilter.ts'

/** A comment belongs to an assignment when it was written this close to it, in milliseconds. */
const commentReach = 120_000

type Row = readonly [
  conversation: number,
  rid: string,
  source: number,
  contact: number,
  at: number,
  hash: number,
  kind: 'assigned' | 'opened',
  from: number | null,
  to: number | null,
  team: number | null,
  byType: string | null,
  byAgent: number | null,
  sourceOf: AssignmentRow['source'] | null,
  extra: string | null,
]

/** Assignments, and openings of conversations nobody was ever assigned. */
const log = `
  SELECT c.id AS conversation, c.rid, c.source, c.contact, a.at, a.hash, 'assigned' AS kind, a.from_agent, a.to_agent, a.team, a.by_type, a.by_agent, a.source_of, a.extra,
    c.channel, c.category
  FROM assignments a JOIN conversations c ON c.id = a.conversation WHERE c.started_at IS NOT NULL AND a.at >= ? AND a.at < ?
  UNION ALL
  SELECT c.id, c.rid, c.source, c.contact, c.started_at, 0, 'opened', NULL, NULL, NULL, NULL, NULL, NULL, NULL, c.channel, c.category
  FROM conversations c WHERE c.started_at >= ? AND c.started_at < ? AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.conversation = c.id)`

const columns = `c.conversation, c.rid, c.source, c.contact, c.at, c.hash, c.kind, c.from_agent, c.to_agent, c.team, c.by_type, c.by_agent, c.source_of, c.extra`

/** Newest first. */
export function listAssignments(
  cache: ReadableDb,
  workspace: ReadableDb,
  query: AssignmentQuery,
  now: number,
): List<AssignmentRow> & { readonly total: number } {
  const names = createRowNames(cache)
  const { scope } = query
  const filter = filterOf(query, names, now)
  const span = [scope.from, scope.to, scope.from, scope.to]
  const after = query.after === null ? null : readKey<string>(query.after, 'string')
  const paged = all([
    filter,
    when(after !== null, `(c.at, c.conversation || ':' || c.hash) < (?, ?)`, ...(after ?? [])),
  ])
  const limit = clampLimit(query.limit)
  const rows = rawSql<Row>(
    cache,
    `SELECT ${columns} FROM (${log}) c WHERE ${paged.sql} ORDER BY c.at DESC, c.conversation || ':' || c.hash DESC LIMIT ?`,
  ).all(...span, ...paged.parameters, limit + 1)
  return {
    ...pageOf(
      rows,
      limit,
      (row) => assignmentRow(cache, workspace, names, row, now),
      (row) => keyText(row[4], `${row[0]}:${row[5]}`),
    ),
    total:
      value<number>(
        cache,
        `SELECT count(*) FROM (${log}) c WHERE ${filter.sql}`,
        ...span,
        ...filter.parameters,
      ) ?? 0,
  }
}

function filterOf(query: AssignmentQuery, names: RowNames, now: number): Filter {
  const agents = agentRows(query.scope, names.dictionary)
  const list = agents === null ? '' : agents.map(() => '?').join(', ')
  return all([
    agents === null
      ? when(false, '')
      : { sql: `c.to_agent IN (${list}) OR c.from_agent IN (${list})`, parameters: [...agents, ...agents] },
    placeFilter(query.scope, names.dictionary),
    when(
      query.flaggedOnly,
      'EXISTS (SELECT 1 FROM flags f WHERE f.conversation = c.conversation AND f.raised_at >= c.at AND f.raised_at <= ?)',
      now,
    ),
  ])
}

function assignmentRow(
  cache: ReadableDb,
  workspace: ReadableDb,
  names: RowNames,
  row: Row,
  now: number,
): AssignmentRow {
  const [conversation, rid, source, contact, at, , kind, from, to, team, byType, byAgent, sourceOf, extra] =
    row
  const nextAt =
    value<number | null>(
      cache,
      'SELECT min(at) FROM assignments WHERE conversation = ? AND at > ?',
      conversation,
      at,
    ) ?? Infinity
  return {
    conversation: conversationName(cache, source, rid),
    contact: names.contact(contact),
    at,
    earliest: at,
    kind,
    from: names.agent(from),
    to: names.agent(to),
    team: names.team(team),
    by: names.agent(byAgent),
    byType: byType ?? 'unknown',
    source: sourceOf ?? 'stated',
    heldBefore: from === null ? null : heldBefore(cache, conversation, at),
    firstAction: null,
    comment: commentNear(cache, conversation, at),
    mentions: [],
    note: noteIn(extra),
    flags: flagsOfConversation(cache, workspace, names, conversation, now).filter(
      (flag: Flag) => flag.raisedAt >= at && flag.raisedAt < nextAt,
    ),
  }
}

function commentNear(cache: ReadableDb, conversation: number, at: number): string | null {
  return (
    value<string | null>(
      cache,
      'SELECT text FROM comments WHERE conversation = ? AND at BETWEEN ? AND ? ORDER BY abs(at - ?) LIMIT 1',
      conversation,
      at - commentReach,
      at + commentReach,
      at,
    ) ?? null
  )
}
