/**
 * What becomes of a review: draft → submitted → disputed → resolved, and voided from any of them. Each step is one entry of
 * its history, which is never edited.
 */
import { assertNever } from '../../shared/assertNever.ts'
import type { Dispute, Rating, Review, ReviewAction, ReviewChange, Scorecard } from '../../shared/audits.ts'
import { criteriaOf, scoreOf } from '../../shared/scoring.ts'
import { listed, phrase } from '../../shared/phrases.ts'
import { storeFailed } from '../store/errors.ts'
import { readSettings } from '../store/settings.ts'
import { findChat, seenOf, type Chat } from './chats.ts'
import { differences } from './reviewChanges.ts'
import { checkLevel, checkName, checkRatings, checkWords, criterionOf } from './reviewRules.ts'
import {
  addChange,
  nextMoment,
  putReview,
  readReview,
  type KeptState,
  type StoredReview,
} from './reviewStore.ts'
import { reviewOf } from './reviewView.ts'
import { isClosed, type ReviewPorts } from './reviews.ts'
import { readScorecard } from './scorecards.ts'

/** What a step is decided by. */
interface Step extends ReviewPorts {
  readonly review: StoredReview
  readonly card: Scorecard
  readonly chat: Chat | null
  readonly at: number
}

/** What a step makes: the review after it, and how its history tells it. */
interface Taken {
  readonly review: StoredReview
  readonly entry: Pick<ReviewChange, 'by' | 'what' | 'comment'> & {
    readonly changes?: ReviewChange['changes']
  }
}

/** Takes one step in one transaction. Throws a `StoreFailure` (`invalid`) for one that may not be taken; nothing is changed then. */
export function actOnReview(ports: ReviewPorts, id: string, action: ReviewAction): Review {
  const { workspaceDb, cache } = ports
  const run = workspaceDb.transaction(() => {
    const review = readReview(workspaceDb, id)
    const at = nextMoment(workspaceDb, id, ports.now())
    const card = readScorecard(workspaceDb, review.scorecard.id, review.scorecard.version)
    const chat = findChat(cache, review.source, review.conversation)
    const taken = take({ ...ports, review, card, chat, at }, action)
    putReview(workspaceDb, taken.review)
    addChange(workspaceDb, id, { changes: [], ...taken.entry, at, score: taken.review.score })
    return taken.review
  })
  return reviewOf(ports, run.immediate())
}

function take(step: Step, action: ReviewAction): Taken {
  switch (action.kind) {
    case 'submit':
      return submit(step)
    case 'acknowledge':
      return acknowledge(step, action)
    case 'dispute':
      return dispute(step, action)
    case 'answer':
      return answer(step, action)
    case 'void':
      return putAside(step, action)
    default:
      return assertNever(action)
  }
}

function submit({ review, card, chat, cache, workspaceDb, at }: Step): Taken {
  expectState(review, ['draft'], 'submitted')
  if (review.calibration && isClosed(workspaceDb, review.sample))
    throw storeFailed('invalid', 'reviews.closedNotSubmitted')
  const score = scoreOf(card.sections, review.content.ratings)
  const missing = criteriaOf(card.sections).filter((criterion) => score.missing.includes(criterion.id))
  if (missing.length > 0)
    throw storeFailed('invalid', 'reviews.unrated', {
      count: missing.length,
      names: listed(missing.map(({ name }) => phrase('quoted', { text: name }))),
    })
  return {
    review: {
      ...review,
      state: 'submitted',
      score: score.value,
      submittedAt: at,
      changedAt: at,
      seen: chat === null ? review.seen : seenOf(cache, chat),
    },
    entry: { by: review.reviewer, what: 'submitted', comment: null },
  }
}

function acknowledge({ review, at }: Step, action: Extract<ReviewAction, { kind: 'acknowledge' }>): Taken {
  expectState(review, ['submitted', 'resolved'], 'acknowledged')
  expectNoCalibration(review)
  const by = checkName(action.by, 'acknowledges')
  const reply = action.reply.trim() === '' ? null : checkWords(action.reply, 'reply')
  const before = review.acknowledgedAt !== null
  if (before && reply === null) throw storeFailed('invalid', 'reviews.acknowledgedBefore')
  return {
    review: {
      ...review,
      acknowledgedAt: review.acknowledgedAt ?? at,
      agentReply: reply ?? review.agentReply,
      changedAt: at,
    },
    entry: { by, what: before ? 'replied' : 'acknowledged', comment: reply },
  }
}

function dispute(step: Step, action: Extract<ReviewAction, { kind: 'dispute' }>): Taken {
  const { review, card, workspaceDb, at, now } = step
  expectState(review, ['submitted'], 'disputed')
  expectNoCalibration(review)
  const hours = readSettings(workspaceDb).disputeHours
  const until = disputableUntil(review, hours)
  if (hours === 0) throw storeFailed('invalid', 'reviews.noDisputes')
  if (now() > until) throw storeFailed('invalid', 'reviews.disputeTooLate', { until: { at: until } })
  const by = checkName(action.by, 'disputes')
  const comment = checkWords(action.comment, 'dispute')
  for (const proposal of action.proposed)
    checkLevel(criterionOf(card.sections, proposal.criterion), proposal.level)
  const disputed: Dispute = {
    by,
    at,
    comment,
    proposed: action.proposed.map(({ criterion, level }) => ({ criterion, level })),
    dueAt: at + hours * 3_600_000,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    answerComment: null,
  }
  return {
    review: { ...review, state: 'disputed', dispute: disputed, changedAt: at },
    entry: { by, what: 'disputed', comment },
  }
}

function answer(
  { review, card, chat, cache, at }: Step,
  action: Extract<ReviewAction, { kind: 'answer' }>,
): Taken {
  expectState(review, ['disputed'], 'answered')
  const { dispute: open } = review
  if (open === null) throw storeFailed('invalid', 'reviews.noDispute')
  const by = checkName(action.by, 'answers')
  const comment = action.comment.trim() === '' ? null : checkWords(action.comment, 'answer')
  const ratings: readonly Rating[] = checkRatings({ cache, chat, sections: card.sections }, action.ratings)
  const changes = differences(review.content.ratings, ratings)
  if (action.answer === 'rejected' && changes.length > 0)
    throw storeFailed('invalid', 'reviews.rejectedChanges')
  const score = scoreOf(card.sections, ratings)
  if (score.missing.length > 0) throw storeFailed('invalid', 'reviews.answerUnrated')
  return {
    review: {
      ...review,
      state: 'resolved',
      content: { ...review.content, ratings },
      score: score.value,
      dispute: { ...open, answer: action.answer, answeredBy: by, answeredAt: at, answerComment: comment },
      changedAt: at,
    },
    entry: { by, what: 'answered', comment, changes },
  }
}

function putAside({ review, at }: Step, action: Extract<ReviewAction, { kind: 'void' }>): Taken {
  expectState(review, ['draft', 'submitted', 'disputed', 'resolved'], 'voided')
  const by = checkName(action.by, 'voids')
  const comment = checkWords(action.comment, 'reason')
  return { review: { ...review, state: 'voided', changedAt: at }, entry: { by, what: 'voided', comment } }
}

/** Until when an agent may dispute a review that was submitted. Epoch milliseconds. */
export function disputableUntil(review: Pick<StoredReview, 'submittedAt'>, disputeHours: number): number {
  return (review.submittedAt ?? 0) + disputeHours * 3_600_000
}

type Act = 'submitted' | 'acknowledged' | 'disputed' | 'answered' | 'voided'

function expectState(review: StoredReview, states: readonly KeptState[], act: Act): void {
  if (states.includes(review.state)) return
  throw storeFailed('invalid', 'reviews.wrongState', {
    state: phrase(`reviews.state.${review.state}`),
    act: phrase(`reviews.act.${act}`),
  })
}

function expectNoCalibration(review: StoredReview): void {
  if (!review.calibration) return
  throw storeFailed('invalid', 'reviews.ofCalibration')
}
