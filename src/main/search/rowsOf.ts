/** The conversations of a page of hits as lists show them: what most of them have not is asked once. */
import type { ConversationRow } from '../../shared/contract.ts'
import { unpackFacts } from '../metrics/pack.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { readConversationRows } from '../store/conversationList.ts'
import { endOfFlag } from '../store/migrations/cache-0003.ts'
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
  const hasReviews = value(workspaceDb, 'SELECT 1 FROM reviews LIMIT 1') !== undefined
  const rows = conversations.flatMap((id) =>
    readConversationRows(cache, names, [id], () => ({
      ...besideOf(cache, workspaceDb, id, now),
      score: hasReviews ? scoreOf(cache, workspaceDb, id) : null,
    })).map((row) => [id, row] as const),
  )
  return new Map(rows)
}

/** In one question: most conversations have no flag that is open. */
function besideOf(
  cache: ReadableDb,
  workspaceDb: ReadableDb,
  conversation: number,
  now: number,
): Pick<ConversationRow, 'openFlags' | 'sentiment'> {
  const [facts, flagged] =
    rawSql<[Uint8Array | null, number]>(cache, selectBeside).get(conversation, conversation, now, now) ?? []
  return {
    openFlags: flagged === 1 ? countOpenFlags(cache, workspaceDb, conversation, now) : 0,
    sentiment: facts == null ? null : (unpackFacts(facts).mood?.sentiment ?? null),
  }
}

const isOpen = `conversation = ? AND raised_at <= ? AND ${endOfFlag()} > ?`
const selectBeside = `SELECT (SELECT data FROM facts WHERE conversation = ?), EXISTS (SELECT 1 FROM flags WHERE ${isOpen})`

function countOpenFlags(
  cache: ReadableDb,
  workspaceDb: ReadableDb,
  conversation: number,
  now: number,
): number {
  return rawSql<[string]>(cache, `SELECT id FROM flags WHERE ${isOpen}`)
    .all(conversation, now, now)
    .filter(([flag]) => value(workspaceDb, 'SELECT 1 FROM flag_decisions WHERE flag = ?', flag) === undefined)
    .length
}

function scoreOf(cache: ReadableDb, workspaceDb: ReadableDb, conversation: number): number | null {
  const named = rawSql<[number, string]>(cache, 'SELECT source, rid FROM conversations WHERE id = ?').get(
    conversation,
  )
  return named === undefined ? null : lastReviewScore(cache, workspaceDb, ...named)
}
