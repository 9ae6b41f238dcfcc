/** A review as the screen shows it. */
import type { Review } from '../../shared/audits.ts'
import { scoreOf } from '../../shared/scoring.ts'
import type { ReadableDb } from '../store/database.ts'
import { chatName, findChat, seenOf } from './chats.ts'
import { historyOf, readReview, type StoredReview } from './reviewStore.ts'
import { readScorecard } from './scorecards.ts'

export interface AuditDbs {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
}

/** One review, whole. Throws a `StoreFailure` (`invalid`) when there is none of this id. */
export function viewReview(dbs: AuditDbs, id: string): Review {
  return reviewOf(dbs, readReview(dbs.workspaceDb, id))
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
