/** The conversations of a page of hits as lists show them: what most of them have not is asked once. */
import type { ConversationRow } from '../../shared/contract.ts'
import { countOpenOf } from '../attention/openNow.ts'
import { unpackFacts } from '../metrics/pack.ts'
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
  const openFlags = countOpenOf(cache, workspaceDb, conversations, now)
  const hasReviews = value(workspaceDb, 'SELECT 1 FROM reviews LIMIT 1') !== undefined
  const rows = conversations.flatMap((id) =>
    readConversationRows(cache, names, [id], () => ({
      openFlags: openFlags.get(id) ?? 0,
      sentiment: sentimentOf(cache, id),
      score: hasReviews ? scoreOf(cache, workspaceDb, id) : null,
    })).map((row) => [id, row] as const),
  )
  return new Map(rows)
}

function sentimentOf(cache: ReadableDb, conversation: number): ConversationRow['sentiment'] {
  const facts = value<Uint8Array>(cache, 'SELECT data FROM facts WHERE conversation = ?', conversation)
  return facts === undefined ? null : (unpackFacts(facts).mood?.sentiment ?? null)
}

function scoreOf(cache: ReadableDb, workspaceDb: ReadableDb, conversation: number): number | null {
  const named = rawSql<[number, string]>(cache, 'SELECT source, rid FROM conversations WHERE id = ?').get(
    conversation,
  )
  return named === undefined ? null : lastReviewScore(cache, workspaceDb, ...named)
}
