/** What the metrics of audits read beside the streams. */
import type { ReviewEntry, Side } from '../metrics/special/side.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { countedStates, placeOfReview, weightOfReview } from './counted.ts'
import { handedInStates } from './samples.ts'

interface ReviewDbs {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
}

/** The same reviews, with the same weights, as results are made of. */
export function reviewSide(
  ports: ReviewDbs & { readonly dictionary: () => WorkspaceDictionary },
): Pick<Side, 'reviews' | 'reviewed'> {
  const rowOf = createRowOf(ports.cache)
  return {
    reviews(from, to) {
      const agents = new Map(ports.dictionary().agents.map(({ row, id }) => [id, row]))
      return rawSql<[string, string, string | null, number, number, number]>(
        ports.workspaceDb,
        `SELECT r.source, r.conversation, r.agent, r.conversation_at, r.score, ${weightOfReview}
         FROM reviews r ${placeOfReview}
         WHERE r.conversation_at >= ? AND r.conversation_at < ? AND r.state IN ${countedStates} AND r.calibration = 0
           AND r.score IS NOT NULL AND ${weightOfReview} IS NOT NULL ORDER BY r.conversation_at, r.id`,
      )
        .all(from, to)
        .map(([source, conversation, agent, at, score, weight]): ReviewEntry => ({
          conversation: rowOf(source, conversation) ?? -1,
          agent: agent === null ? -1 : (agents.get(agent) ?? -1),
          at,
          score,
          weight,
        }))
    },
    reviewed: () => reviewedRows(ports),
  }
}

/** The rows of the conversations somebody reviewed, whenever and however they were chosen; calibrations aside. */
export function reviewedRows({ cache, workspaceDb }: ReviewDbs): ReadonlySet<number> {
  const rowOf = createRowOf(cache)
  const chats = rawSql<[string, string]>(
    workspaceDb,
    `SELECT DISTINCT source, conversation FROM reviews WHERE calibration = 0 AND state IN ${handedInStates}`,
  ).all()
  return new Set(chats.flatMap(([source, conversation]) => rowOf(source, conversation) ?? []))
}

/** The row of a conversation by its source's name and its id there; undefined when it is not held. */
function createRowOf(cache: ReadableDb): (source: string, conversation: string) => number | undefined {
  const row = rawSql<[number]>(
    cache,
    'SELECT c.id FROM conversations c JOIN sources s ON s.id = c.source WHERE s.ref = ? AND c.rid = ?',
  )
  return (source, conversation) => row.get(source, conversation)?.[0]
}
