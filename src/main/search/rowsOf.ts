/** The conversations of a page of hits as lists show them: what most of them have not is asked once. */
import type { ConversationRow } from '../../shared/contract.ts'
import { countOpenOf, holds } from '../attention/openNow.ts'
import { unpackMoodAlone } from '../metrics/pack.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { readConversationRows } from '../store/conversationList.ts'
import { lastReviewScore } from '../store/reviewScores.ts'
import type { RowNames } from '../store/rowNames.ts'

/** By row; those that are gone are left out. */
export function readRowsOf(
  cache: ReadableDb,
  workspaceDb: ReadableDb,
  names: RowNames,
  conversations: readonly number[],
  now: number,
): ReadonlyMap<number, ConversationRow> {
  const openFlags = countOpenOf(cache, workspaceDb, mayBeFlagged(cache, workspaceDb, conversations, now), now)
  const sentiments = readSentiments(cache, conversations)
  const hasReviews = value(workspaceDb, 'SELECT 1 FROM reviews LIMIT 1') !== undefined
  const rows = conversations.flatMap((id) =>
    readConversationRows(cache, names, [id], () => ({
      openFlags: openFlags.get(id) ?? 0,
      sentiment: sentiments.get(id) ?? null,
      score: hasReviews ? scoreOf(cache, workspaceDb, id) : null,
    })).map((row) => [id, row] as const),
  )
  return new Map(rows)
}

/** Most have no flag: those that may have an open one are asked for at once. */
function mayBeFlagged(
  cache: ReadableDb,
  workspaceDb: ReadableDb,
  conversations: readonly number[],
  now: number,
): readonly number[] {
  if (value(workspaceDb, 'SELECT 1 FROM hand_flags LIMIT 1') !== undefined) return conversations
  return rawSql<[number]>(cache, selectFlagged)
    .all(JSON.stringify(conversations), now, now)
    .map(([conversation]) => conversation)
}

const selectFlagged = `SELECT DISTINCT f.conversation FROM json_each(?) asked CROSS JOIN flags f ON f.conversation = asked.value
  WHERE ${holds('f.')}`

function readSentiments(
  cache: ReadableDb,
  conversations: readonly number[],
): ReadonlyMap<number, ConversationRow['sentiment']> {
  return new Map(
    rawSql<[number, Uint8Array]>(cache, selectFacts)
      .all(JSON.stringify(conversations))
      .map(([conversation, facts]) => [conversation, unpackMoodAlone(facts)?.sentiment ?? null]),
  )
}

const selectFacts =
  'SELECT f.conversation, f.data FROM json_each(?) asked CROSS JOIN facts f ON f.conversation = asked.value'

function scoreOf(cache: ReadableDb, workspaceDb: ReadableDb, conversation: number): number | null {
  const named = rawSql<[number, string]>(cache, 'SELECT source, rid FROM conversations WHERE id = ?').get(
    conversation,
  )
  return named === undefined ? null : lastReviewScore(cache, workspaceDb, ...named)
}
