/** The scores lists show: of the last review that counts for a conversation. */
import { rawSql, value, type ReadableDb } from './database.ts'

/** Submitted and not voided; those of calibration sessions say how reviewers agree, not how a chat was. */
const counts = `state IN ('submitted', 'disputed', 'resolved') AND calibration = 0 AND submitted_at IS NOT NULL`

export interface ReviewScore {
  /** As the source's name and the conversation's record id name it. */
  readonly source: string
  readonly conversation: string
  /** 0…100; null: nothing was scored. */
  readonly score: number | null
}

/** Of every review that counts, oldest first: the last one of a conversation holds. */
export function readReviewScores(workspace: ReadableDb): readonly ReviewScore[] {
  return rawSql<[string, string, number | null]>(
    workspace,
    `SELECT source, conversation, score FROM reviews WHERE ${counts} ORDER BY submitted_at, id`,
  )
    .all()
    .map(([source, conversation, score]) => ({ source, conversation, score }))
}

/** Of one conversation; null when it has none, or nothing was scored. */
export function lastReviewScore(
  cache: ReadableDb,
  workspace: ReadableDb,
  source: number,
  conversation: string,
): number | null {
  return (
    value<number | null>(
      workspace,
      `SELECT score FROM reviews WHERE source = ? AND conversation = ? AND ${counts} ORDER BY submitted_at DESC, id DESC LIMIT 1`,
      value<string>(cache, 'SELECT ref FROM sources WHERE id = ?', source),
      conversation,
    ) ?? null
  )
}
