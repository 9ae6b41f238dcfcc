/** Reviews and their history as rows of workspace.db. What may become of a review is decided elsewhere. */
import { createHash } from 'node:crypto'
import type { Dispute, ReviewChange, ReviewContent, ReviewState } from '../../shared/audits.ts'
import { inline } from '../../shared/phrases.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { canonicalJson } from '../store/hash.ts'
import type { Seen } from './chats.ts'

/** A review that was begun: `open` is a queue's place without one. */
export type KeptState = Exclude<ReviewState, 'open'>

/** A review as it is kept. Times are epoch milliseconds. */
export interface StoredReview {
  readonly id: string
  /** Of the chat: its source's own name, and its id there. */
  readonly source: string
  readonly conversation: string
  readonly agent: string | null
  readonly reviewer: string
  readonly sample: string | null
  readonly calibration: boolean
  readonly scorecard: { readonly id: string; readonly version: number }
  readonly state: KeptState
  readonly content: ReviewContent
  /** As submitted; null before, and where nothing was scored. */
  readonly score: number | null
  readonly seen: Seen
  /** When the chat was last active, as it was begun. */
  readonly conversationAt: number
  readonly begunAt: number
  readonly changedAt: number
  readonly submittedAt: number | null
  readonly acknowledgedAt: number | null
  readonly agentReply: string | null
  readonly dispute: Dispute | null
  /** Hashes of the states it had when it came or went in a file, oldest first. */
  readonly lineage: readonly string[]
}

interface Row {
  readonly id: string
  readonly source: string
  readonly conversation: string
  readonly agent: string | null
  readonly reviewer: string
  readonly sample: string | null
  readonly calibration: number
  readonly scorecard: string
  readonly version: number
  readonly state: KeptState
  readonly content: string
  readonly score: number | null
  readonly seen: string
  readonly conversation_at: number
  readonly begun_at: number
  readonly changed_at: number
  readonly submitted_at: number | null
  readonly acknowledged_at: number | null
  readonly agent_reply: string | null
  readonly dispute: string | null
  readonly lineage: string
}

/** Null when there is none of this id. */
export function findReview(db: ReadableDb, id: string): StoredReview | null {
  const row = sql<Row>(db, 'SELECT * FROM reviews WHERE id = ?').get(id)
  return row ? fromRow(row) : null
}

/** Throws a `StoreFailure` (`invalid`) when there is none of this id. */
export function readReview(db: ReadableDb, id: string): StoredReview {
  const found = findReview(db, id)
  if (found) return found
  throw storeFailed('invalid', 'reviews.none', { id: inline(id) })
}

/** The reviews a condition over `reviews` lets through, in its order. */
export function reviewsWhere(
  db: ReadableDb,
  condition: string,
  ...parameters: readonly (string | number | null)[]
): readonly StoredReview[] {
  return sql<Row>(db, `SELECT * FROM reviews WHERE ${condition}`)
    .all(...parameters)
    .map(fromRow)
}

/** Writes a review as it is now, new or not. */
export function putReview(db: WritableDb, review: StoredReview): void {
  sql(
    db,
    `INSERT OR REPLACE INTO reviews(id, source, conversation, agent, reviewer, sample, calibration, scorecard, version, state, content,
       score, seen, conversation_at, begun_at, changed_at, submitted_at, acknowledged_at, agent_reply, dispute, lineage)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    review.id,
    review.source,
    review.conversation,
    review.agent,
    review.reviewer,
    review.sample,
    review.calibration ? 1 : 0,
    review.scorecard.id,
    review.scorecard.version,
    review.state,
    JSON.stringify(review.content),
    review.score,
    JSON.stringify(review.seen),
    review.conversationAt,
    review.begunAt,
    review.changedAt,
    review.submittedAt,
    review.acknowledgedAt,
    review.agentReply,
    review.dispute === null ? null : JSON.stringify(review.dispute),
    JSON.stringify(review.lineage),
  )
}

/** A review's history, oldest first. */
export function historyOf(db: ReadableDb, review: string): readonly ReviewChange[] {
  return rawSql<[string]>(db, 'SELECT entry FROM review_changes WHERE review = ? ORDER BY at, hash')
    .all(review)
    .map(([entry]) => JSON.parse(entry) as ReviewChange)
}

/** Adds an entry to a review's history. The same entry twice is one. */
export function addChange(db: WritableDb, review: string, entry: ReviewChange): void {
  const text = canonicalJson(entry)
  const hash = createHash('sha256').update(text).digest('hex')
  sql(db, 'INSERT OR IGNORE INTO review_changes(review, at, hash, entry) VALUES (?, ?, ?, ?)').run(
    review,
    entry.at,
    hash,
    text,
  )
}

/** A moment for the next entry of a review's history: now, or just after its last, so that their order is that of time. */
export function nextMoment(db: ReadableDb, review: string, now: number): number {
  const last = value<number | null>(db, 'SELECT max(at) FROM review_changes WHERE review = ?', review)
  return Math.max(now, (last ?? 0) + 1)
}

function fromRow(row: Row): StoredReview {
  return {
    id: row.id,
    source: row.source,
    conversation: row.conversation,
    agent: row.agent,
    reviewer: row.reviewer,
    sample: row.sample,
    calibration: row.calibration === 1,
    scorecard: { id: row.scorecard, version: row.version },
    state: row.state,
    content: JSON.parse(row.content) as ReviewContent,
    score: row.score,
    seen: JSON.parse(row.seen) as Seen,
    conversationAt: row.conversation_at,
    begunAt: row.begun_at,
    changedAt: row.changed_at,
    submittedAt: row.submitted_at,
    acknowledgedAt: row.acknowledged_at,
    agentReply: row.agent_reply,
    dispute: row.dispute === null ? null : (JSON.parse(row.dispute) as Dispute),
    lineage: JSON.parse(row.lineage) as readonly string[],
  }
}
