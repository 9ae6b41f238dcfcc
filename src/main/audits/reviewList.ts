/** Lists of reviews, newest chat first, keyset-paged, by the filters of the bar. */
import type { ReviewQuery, ReviewRow } from '../../shared/audits.ts'
import type { List, Scope } from '../../shared/contract.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { clampLimit, keyText, pageOf, readKey } from '../store/keyset.ts'
import { conversationByName } from '../store/names.ts'
import { agentRows, all, placeFilter, when, type Filter } from '../store/scopeFilter.ts'
import { chatByRow } from './chats.ts'
import { createReviewRows } from './reviewRows.ts'
import { readReview } from './reviewStore.ts'
import type { AuditDbs } from './reviewView.ts'

export interface ReviewListPorts extends AuditDbs {
  readonly dictionary: () => WorkspaceDictionary
}

/** A review's id, and its chat: when it was last active, and what its source calls it. */
type Place = readonly [id: string, at: number, source: string, conversation: string]

/**
 * Reviews of chats last active in the scope as they were begun. Those of a calibration that is still open are listed only
 * where one reviewer is asked for, so that nobody sees the others' before their own is in.
 */
export function listReviews(
  ports: ReviewListPorts,
  query: ReviewQuery,
): List<ReviewRow> & { readonly total: number } {
  const { workspaceDb } = ports
  const after = query.after === null ? null : readKey<string>(query.after, 'string')
  const limit = clampLimit(query.limit)
  const matching = reviewsMatching(ports, query)
  const rest = after === null ? matching : matching.filter((place) => isBehind(place, after))
  const rowOf = createReviewRows(ports)
  return {
    ...pageOf(
      rest,
      limit,
      ([id]) => rowOf(readReview(workspaceDb, id)),
      ([id, at]) => keyText(at, id),
    ),
    total: matching.length,
  }
}

/** All reviews the filters let through, newest chat first. */
export function reviewsMatching(
  ports: ReviewListPorts,
  query: Omit<ReviewQuery, 'after' | 'limit'>,
): readonly Place[] {
  const filter = filterOf(ports, query)
  // Without what they hold: where a chat is stands in another database, and there are few reviews.
  return rawSql<Place>(
    ports.workspaceDb,
    `SELECT r.id, r.conversation_at, r.source, r.conversation FROM reviews r WHERE ${filter.sql} ORDER BY r.conversation_at DESC, r.id DESC`,
  )
    .all(...filter.parameters)
    .filter(isWithin(ports, query.scope))
}

function filterOf(
  { cache, dictionary }: ReviewListPorts,
  query: Omit<ReviewQuery, 'after' | 'limit'>,
): Filter {
  const { scope } = query
  const rows = agentRows(scope, dictionary())
  const agents =
    rows === null
      ? null
      : dictionary()
          .agents.filter((agent) => rows.includes(agent.row))
          .map((agent) => agent.id)
  return all([
    { sql: 'r.conversation_at >= ? AND r.conversation_at < ?', parameters: [scope.from, scope.to] },
    agents === null ? when(false, '') : among('r.agent', agents),
    when(query.states.length > 0, among('r.state', query.states).sql, ...query.states),
    when(query.reviewers.length > 0, among('r.reviewer', query.reviewers).sql, ...query.reviewers),
    when(query.agents.length > 0, among('r.agent', query.agents).sql, ...query.agents),
    query.conversation === null ? when(false, '') : ofChat(cache, query.conversation),
    when(
      query.reviewers.length !== 1,
      'r.calibration = 0 OR r.sample IN (SELECT id FROM samples WHERE closed = 1)',
    ),
  ])
}

/** By the id screens use; a chat that was erased is still called as its source called it. */
function ofChat(cache: ReadableDb, name: string): Filter {
  const row = conversationByName(cache, name)
  const chat = row === null ? null : chatByRow(cache, row)
  return chat === null
    ? { sql: 'r.conversation = ?', parameters: [name] }
    : { sql: 'r.source = ? AND r.conversation = ?', parameters: [chat.source, chat.conversation] }
}

/** Whether a review's chat is in the channels and categories of the scope; an erased one is in none. */
function isWithin({ cache, dictionary }: ReviewListPorts, scope: Scope): (place: Place) => boolean {
  if (scope.channels.length === 0 && scope.categories.length === 0) return () => true
  const filter = placeFilter(scope, dictionary())
  const query = `SELECT 1 FROM conversations c JOIN sources s ON s.id = c.source
    WHERE s.ref = ? AND c.rid = ? AND c.started_at IS NOT NULL AND ${filter.sql}`
  return ([, , source, conversation]) =>
    value(cache, query, source, conversation, ...filter.parameters) !== undefined
}

function isBehind([id, at]: Place, [lastAt, lastId]: readonly [number, string]): boolean {
  return at < lastAt || (at === lastAt && id < lastId)
}

function among(column: string, values: readonly string[]): Filter {
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: values }
}
