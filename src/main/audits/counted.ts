/**
 * Reviews that results are made of: submitted or resolved, no calibration, of chats in the scope. What was drawn plainly or
 * by strata speaks for the rest, each review for as many chats as its place in the draw stands for. What somebody picked by
 * hand, and what was drawn because something seemed wrong (by risk, or flagged), does not: it is told apart as picked.
 */
import type { ReviewState, ScoreLine, ScorecardSection } from '../../shared/audits.ts'
import type { Scope } from '../../shared/contract.ts'
import { scoreOf } from '../../shared/scoring.ts'
import { value, type ReadableDb } from '../store/database.ts'
import { reviewsMatching, type ReviewListPorts } from './reviewList.ts'
import { readReview, type StoredReview } from './reviewStore.ts'
import { readScorecard } from './scorecards.ts'

export interface CountedReview {
  readonly review: StoredReview
  readonly sections: readonly ScorecardSection[]
  /** Each criterion for itself: they do not know the zero of a failed critical one. */
  readonly lines: readonly ScoreLine[]
  /** How many chats it stands for, where one drawn plainly stands for 1. */
  readonly weight: number
  readonly picked: boolean
}

export interface CountedQuery {
  readonly scope: Scope
  readonly scorecard: string | null
  readonly reviewers: readonly string[]
}

/** States of a review that counts, and the same as SQL. */
const counted = ['submitted', 'resolved'] as const satisfies readonly ReviewState[]
export const countedStates = `('${counted.join("', '")}')`

/** The newest chat first. */
export function countedReviews(ports: ReviewListPorts, query: CountedQuery): readonly CountedReview[] {
  const { workspaceDb } = ports
  const sectionsOf = createSections(workspaceDb)
  const places = reviewsMatching(ports, {
    scope: query.scope,
    reviewers: query.reviewers,
    states: counted,
    agents: [],
    conversation: null,
  })
  return places.flatMap(([id]) => {
    const review = readReview(workspaceDb, id)
    if (review.calibration || (query.scorecard !== null && review.scorecard.id !== query.scorecard)) return []
    const sections = sectionsOf(review.scorecard)
    const { lines } = scoreOf(sections, review.content.ratings)
    return [{ review, sections, lines, ...drawnAs(workspaceDb, review) }]
  })
}

function createSections(
  workspaceDb: ReadableDb,
): (card: StoredReview['scorecard']) => readonly ScorecardSection[] {
  const known = new Map<string, readonly ScorecardSection[]>()
  return ({ id, version }) => {
    const key = JSON.stringify([id, version])
    const sections = known.get(key) ?? readScorecard(workspaceDb, id, version).sections
    known.set(key, sections)
    return sections
  }
}

/** Where a review (`r`) was drawn: its place (`i`) in its sample (`s`); found by the chat, as `reviewOfPlace` is. */
export const placeOfReview = `LEFT JOIN sample_items i ON +i.sample = r.sample AND i.source = r.source
  AND i.conversation = r.conversation AND i.reviewer = r.reviewer LEFT JOIN samples s ON s.id = i.sample`

/** How many chats a review stands for; null: by a method that gives no chance that is known, or by none. */
export const weightOfReview = `iif(s.recipe ->> 'method' IN ('plain', 'stratified'), i.weight, NULL)`

function drawnAs(workspaceDb: ReadableDb, { id }: StoredReview): Pick<CountedReview, 'weight' | 'picked'> {
  const weight = value<number | null>(
    workspaceDb,
    `SELECT ${weightOfReview} FROM reviews r ${placeOfReview} WHERE r.id = ?`,
    id,
  )
  return { weight: weight ?? 1, picked: weight == null }
}
