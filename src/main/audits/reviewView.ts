/** A review as the screen shows it. */
import type { Review } from '../../shared/audits.ts'
import { scoreOf } from '../../shared/scoring.ts'
import type { ReadableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { chatName, findChat, seenOf } from './chats.ts'
import { historyOf, readReview, reviewsWhere, type StoredReview } from './reviewStore.ts'
import { handedInStates, readSample } from './samples.ts'
import { readScorecard } from './scorecards.ts'

export interface AuditDbs {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
}

/** One review, whole. Throws a `StoreFailure` (`invalid`) when there is none of this id. */
export function viewReview(dbs: AuditDbs, id: string): Review {
  return reviewOf(dbs, readReview(dbs.workspaceDb, id))
}

/**
 * One review as the asker may see it. Throws a `StoreFailure` (`invalid`) when there is none of this id, and for another's review of a
 * calibration that is open, until the asker has handed in their own of the same chat: reviewers score blind.
 */
export function showReview(
  dbs: AuditDbs,
  query: { readonly id: string; readonly asker: string | null },
): Review {
  const stored = readReview(dbs.workspaceDb, query.id)
  if (isBlind(dbs.workspaceDb, stored, query.asker))
    throw query.asker === null
      ? storeFailed('invalid', 'reviews.blindNobody')
      : storeFailed('invalid', 'reviews.blind', { asker: query.asker })
  return reviewOf(dbs, stored)
}

function isBlind(workspaceDb: ReadableDb, review: StoredReview, asker: string | null): boolean {
  const { calibration, sample, reviewer, source, conversation } = review
  if (!calibration || sample === null || reviewer === asker || readSample(workspaceDb, sample).closed)
    return false
  const own = `sample = ? AND source = ? AND conversation = ? AND reviewer = ? AND state IN ${handedInStates}`
  return reviewsWhere(workspaceDb, own, sample, source, conversation, asker).length === 0
}

/** A stored review with its scorecard, its score, its history, and whether its chat is still the one it was made of. */
export function reviewOf({ cache, workspaceDb }: AuditDbs, stored: StoredReview): Review {
  const { source, scorecard, content, conversationAt: _, lineage: __, ...kept } = stored
  const chat = findChat(cache, source, stored.conversation)
  const card = readScorecard(workspaceDb, scorecard.id, scorecard.version)
  return {
    ...kept,
    ...content,
    conversation: chatName(cache, source, stored.conversation),
    scorecard: card,
    score: scoreOf(card.sections, content.ratings),
    changedSince: chat === null ? null : seenOf(cache, chat).hash !== stored.seen.hash,
    history: historyOf(workspaceDb, stored.id),
  }
}
