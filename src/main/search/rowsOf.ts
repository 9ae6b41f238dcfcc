/** The conversations of a page of hits as lists show them: what most of them have not is asked once. */
import type { ConversationRow } from '../../shared/contract.ts'
import { countOpenOf } from '../attention/openNow.ts'
import { unpackGlance, type FactsGlance } from '../metrics/pack.ts'
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
  const glances = readGlances(cache, conversations)
  // Most have no flag whose cause holds, which their facts say; people's flags are in none of them.
  const hasHandFlags = value(workspaceDb, 'SELECT 1 FROM hand_flags LIMIT 1') !== undefined
  const mayBeFlagged = (id: number) => hasHandFlags || (glances.get(id)?.flagsEnd ?? Infinity) > now
  const openFlags = countOpenOf(cache, workspaceDb, conversations.filter(mayBeFlagged), now)
  const hasReviews = value(workspaceDb, 'SELECT 1 FROM reviews LIMIT 1') !== undefined
  const rows = conversations.flatMap((id) =>
    readConversationRows(cache, names, [id], () => ({
      openFlags: openFlags.get(id) ?? 0,
      sentiment: glances.get(id)?.mood?.sentiment ?? null,
      score: hasReviews ? scoreOf(cache, workspaceDb, id) : null,
    })).map((row) => [id, row] as const),
  )
  return new Map(rows)
}

function readGlances(cache: ReadableDb, conversations: readonly number[]): ReadonlyMap<number, FactsGlance> {
  return new Map(
    rawSql<[number, Uint8Array]>(cache, selectFacts)
      .all(JSON.stringify(conversations))
      .map(([conversation, facts]) => [conversation, unpackGlance(facts)]),
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
