/** Reviews as lists show them. */
import type { ReviewRow } from '../../shared/audits.ts'
import { value } from '../store/database.ts'
import { readSettings } from '../store/settings.ts'
import { chatName, findChat, nobody } from './chats.ts'
import { disputableUntil } from './reviewActions.ts'
import type { StoredReview } from './reviewStore.ts'
import type { AuditDbs } from './reviewView.ts'

/** Makes rows for one answer: what was looked up once is not looked up again. */
export function createReviewRows({ cache, workspaceDb }: AuditDbs): (review: StoredReview) => ReviewRow {
  const { disputeHours } = readSettings(workspaceDb)
  const scorecards = new Map<string, string>()
  const scorecardName = (id: string, version: number) => {
    const key = JSON.stringify([id, version])
    const known = scorecards.get(key)
    if (known !== undefined) return known
    const name =
      value<string>(workspaceDb, 'SELECT name FROM scorecards WHERE id = ? AND version = ?', id, version) ??
      id
    scorecards.set(key, name)
    return name
  }
  return (review) => ({
    id: review.id,
    conversation: chatName(cache, review.source, review.conversation),
    contact: findChat(cache, review.source, review.conversation)?.contact ?? nobody,
    agent: review.agent,
    reviewer: review.reviewer,
    scorecard: {
      ...review.scorecard,
      name: scorecardName(review.scorecard.id, review.scorecard.version),
    },
    state: review.state,
    score: review.score,
    at: review.conversationAt,
    disputeDueAt: disputeDueAt(review, disputeHours),
  })
}

/** Until when it may be disputed; of a disputed one, when the answer is due. Null where neither waits. */
function disputeDueAt(review: StoredReview, disputeHours: number): number | null {
  if (review.state === 'disputed') return review.dispute?.dueAt ?? null
  if (review.state !== 'submitted' || review.calibration || disputeHours === 0) return null
  return disputableUntil(review, disputeHours)
}
