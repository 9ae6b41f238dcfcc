/**
 * Reviews as they travel, and which of two states of one is the later. A state has a name: a hash over what a person made
 * and when they last changed it. A review carries the names of the states it had when it came or went in a file, so whoever
 * holds one of those knows that the other grew out of it, in whatever order files are read.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../store/hash.ts'
import type { StoredReview } from './reviewStore.ts'
import type { ReviewChange } from '../../shared/audits.ts'
import { agentAtSource, agentOnScreen, type ChatHere } from './homes.ts'
import type { Home, TravellingReview } from './travelFormat.ts'
import type { ReadableDb } from '../store/database.ts'

/** A stored review with its home and its whole history. */
export function travelling(
  stored: StoredReview,
  home: Home,
  history: readonly ReviewChange[],
): TravellingReview {
  const { source, conversation: _, score: __, lineage, ...kept } = stored
  const review = { ...kept, home, agent: agentAtSource(source, stored.agent), history }
  return { ...review, lineage: joined(lineage, [stateName(review)]) }
}

/** A review that was brought, as it is kept here; its score is worked out anew, not believed. */
export function arrived(
  cache: ReadableDb,
  review: TravellingReview,
  here: ChatHere,
  score: number | null,
): StoredReview {
  const { home: _, history: __, ...kept } = review
  return { ...kept, ...here, agent: agentOnScreen(cache, here.source, review.agent), score }
}

type State = Omit<TravellingReview, 'lineage' | 'history' | 'home'>

/** Name of a state: what was made, and when it was last changed. */
export function stateName(review: State): string {
  return createHash('sha256')
    .update(canonicalJson([madeOf(review), review.changedAt]))
    .digest('hex')
}

/** What people made of a review, without when. */
function madeOf(review: State): unknown {
  const { agent, reviewer, scorecard, state, content, acknowledgedAt, agentReply, dispute } = review
  return {
    agent,
    reviewer,
    scorecard,
    state,
    content,
    acknowledged: acknowledgedAt !== null,
    agentReply,
    dispute,
  }
}

/** `same`: nothing new; `older`: mine grew out of theirs; `updated`: theirs grew out of mine; `conflict`: both were changed. */
export type Verdict = 'same' | 'older' | 'updated' | 'conflict'

/** What theirs is to mine. Both as they travel, each with its own state as the last of its lineage. */
export function compareReviews(mine: TravellingReview, theirs: TravellingReview): Verdict {
  if (mine.lineage.includes(stateName(theirs)))
    return stateName(mine) === stateName(theirs) ? 'same' : 'older'
  if (theirs.lineage.includes(stateName(mine))) return 'updated'
  return canonicalJson(madeOf(mine)) === canonicalJson(madeOf(theirs)) ? 'same' : 'conflict'
}

/** Both lineages in one, each name once. */
export function joined(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])]
}
