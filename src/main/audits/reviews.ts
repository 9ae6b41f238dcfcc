/** Reviews as they are begun and typed. */
import { randomUUID } from 'node:crypto'
import {
  changeableFor,
  type NewReview,
  type Review,
  type ReviewContent,
  type SampleRecipe,
} from '../../shared/audits.ts'
import { scoreOf } from '../../shared/scoring.ts'
import { phrase } from '../../shared/phrases.ts'
import { rawSql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { agentReviewed, chatByName, findChat, seenOf, type Chat } from './chats.ts'
import { differences, isSameContent } from './reviewChanges.ts'
import { checkContent, checkName } from './reviewRules.ts'
import {
  addChange,
  historyOf,
  nextMoment,
  putReview,
  readReview,
  reviewsWhere,
  type StoredReview,
} from './reviewStore.ts'
import { reviewOf } from './reviewView.ts'
import { listScorecards, readScorecard } from './scorecards.ts'

export interface ReviewPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: WritableDb
  readonly now: () => number
}

/** Changes of words alone within this time are one entry of the history. Milliseconds. */
const oneSitting = 10 * 60_000

const nothing: ReviewContent = { ratings: [], notes: [], tags: [], comment: '' }

/**
 * Begins a review, or answers the one that was begun: a place in a sample has one, and of a chat outside samples a reviewer
 * has one draft a scorecard. A sample's own scorecard counts; outside samples the newest version where none is named, of the
 * newest scorecard where none is. Throws a `StoreFailure` (`invalid`).
 */
export function beginReview(ports: ReviewPorts, begun: NewReview): Review {
  const { cache, workspaceDb } = ports
  const reviewer = checkName(begun.reviewer, 'reviewer')
  const chat = chatByName(cache, begun.conversation)
  const run = workspaceDb.transaction(() => {
    const place = begun.sample === null ? null : placeIn(workspaceDb, begun.sample, chat, reviewer)
    const card = place?.scorecard ?? chosenScorecard(workspaceDb, begun.scorecard)
    const existing = existingReview(workspaceDb, chat, reviewer, place, card.id)
    if (existing !== null) return existing
    if (place?.closed === true) throw storeFailed('invalid', 'reviews.sampleClosed')
    const at = ports.now()
    const review: StoredReview = {
      id: place === null ? randomUUID() : freeId(workspaceDb, place.review),
      source: chat.source,
      conversation: chat.conversation,
      agent: place === null ? agentReviewed(cache, chat) : place.agent,
      reviewer,
      sample: begun.sample,
      calibration: place?.calibration ?? false,
      scorecard: { id: card.id, version: card.version },
      state: 'draft',
      content: nothing,
      score: null,
      seen: seenOf(cache, chat),
      conversationAt: chat.lastAt,
      begunAt: at,
      changedAt: at,
      submittedAt: null,
      acknowledgedAt: null,
      agentReply: null,
      dispute: null,
      lineage: [],
    }
    putReview(workspaceDb, review)
    addChange(workspaceDb, review.id, {
      at,
      by: reviewer,
      what: 'begun',
      score: null,
      changes: [],
      comment: null,
    })
    return review
  })
  return reviewOf(ports, run.immediate())
}

/**
 * Keeps what was typed so far. A submitted review may still be changed for a day by saving it, until the agent acknowledges
 * or disputes it; each change is told in its history. Throws a `StoreFailure` (`invalid`); what was saved before is kept.
 */
export function saveReview(ports: ReviewPorts, id: string, typed: ReviewContent): Review {
  const { cache, workspaceDb } = ports
  const run = workspaceDb.transaction(() => {
    const before = readReview(workspaceDb, id)
    const { sections } = readScorecard(workspaceDb, before.scorecard.id, before.scorecard.version)
    const chat = findChat(cache, before.source, before.conversation)
    const content = checkContent({ cache, chat, sections }, typed)
    checkMayChange(workspaceDb, before, ports.now())
    if (isSameContent(before.content, content)) return before
    const after: StoredReview = {
      ...before,
      content,
      changedAt: ports.now(),
      score: before.state === 'draft' ? null : scoreOf(sections, content.ratings).value,
    }
    putReview(workspaceDb, after)
    if (before.state !== 'draft') tellChange(workspaceDb, before, after, ports.now())
    return after
  })
  return reviewOf(ports, run.immediate())
}

function checkMayChange(db: ReadableDb, review: StoredReview, now: number): void {
  const { state, submittedAt } = review
  if (review.calibration && isClosed(db, review.sample))
    throw storeFailed('invalid', 'reviews.closedNotSaved')
  if (state === 'draft') return
  if (state !== 'submitted')
    throw storeFailed('invalid', 'reviews.stateNotSaved', { state: phrase(`reviews.state.${state}`) })
  if (review.calibration) throw storeFailed('invalid', 'reviews.calibrationNotSaved')
  if (review.acknowledgedAt !== null) throw storeFailed('invalid', 'reviews.acknowledgedNotSaved')
  if (now > (submittedAt ?? 0) + changeableFor) throw storeFailed('invalid', 'reviews.dayOverNotSaved')
}

/** Words that change stroke by stroke are one entry a sitting; a changed level is always told. */
function tellChange(db: WritableDb, before: StoredReview, after: StoredReview, now: number): void {
  const changes = differences(before.content.ratings, after.content.ratings)
  const last = historyOf(db, after.id).at(-1)
  if (changes.length === 0 && last?.what === 'changed' && now - last.at < oneSitting) return
  addChange(db, after.id, {
    at: nextMoment(db, after.id, now),
    by: after.reviewer,
    what: 'changed',
    score: after.score,
    changes,
    comment: null,
  })
}

interface Place {
  /** Id of the review of this place. */
  readonly review: string
  readonly agent: string | null
  readonly scorecard: { readonly id: string; readonly version: number }
  readonly calibration: boolean
  readonly closed: boolean
}

function placeIn(db: ReadableDb, sample: string, chat: Chat, reviewer: string): Place {
  const found = rawSql<[number, string | null, string, number]>(
    db,
    `SELECT i.place, i.agent, s.recipe, s.closed FROM sample_items i JOIN samples s ON s.id = i.sample
     WHERE i.sample = ? AND i.source = ? AND i.conversation = ? AND i.reviewer = ? ORDER BY i.place LIMIT 1`,
  ).get(sample, chat.source, chat.conversation, reviewer)
  if (!found) throw storeFailed('invalid', 'reviews.notTheirs', { reviewer })
  const [place, agent, recipe, closed] = found
  const { scorecard, calibration } = JSON.parse(recipe) as SampleRecipe
  readScorecard(db, scorecard.id, scorecard.version)
  return { review: placeReview(sample, place), agent, scorecard, calibration, closed: closed === 1 }
}

/** Id of the review of a place in a sample: the same wherever the sample is taken. */
export function placeReview(sample: string, place: number): string {
  return `${sample}.${place}`
}

function existingReview(
  db: ReadableDb,
  chat: Chat,
  reviewer: string,
  place: Place | null,
  scorecard: string,
): StoredReview | null {
  const [found] =
    place === null
      ? reviewsWhere(
          db,
          `source = ? AND conversation = ? AND reviewer = ? AND scorecard = ? AND calibration = 0 AND state = 'draft' ORDER BY begun_at LIMIT 1`,
          chat.source,
          chat.conversation,
          reviewer,
          scorecard,
        )
      : reviewsWhere(
          db,
          `(id = ? OR id GLOB ?) AND state <> 'voided' ORDER BY id LIMIT 1`,
          place.review,
          `${place.review}.*`,
        )
  return found ?? null
}

/** A voided review keeps its id; the next of the same place counts on. */
function freeId(db: ReadableDb, id: string): string {
  const voided =
    value<number>(db, 'SELECT count(*) FROM reviews WHERE id = ? OR id GLOB ?', id, `${id}.*`) ?? 0
  return voided === 0 ? id : `${id}.${voided}`
}

function chosenScorecard(
  db: ReadableDb,
  chosen: NewReview['scorecard'],
): { readonly id: string; readonly version: number } {
  const card =
    chosen === null
      ? listScorecards(db).find((one) => one.newest && !one.archived)
      : readScorecard(db, chosen.id, chosen.version)
  if (card === undefined) throw storeFailed('invalid', 'reviews.noScorecard')
  if (card.archived) throw storeFailed('invalid', 'reviews.scorecardArchived', { name: card.name })
  return card
}

/** Whether a sample is closed; one that is not known is not. */
export function isClosed(db: ReadableDb, sample: string | null): boolean {
  return value<number>(db, 'SELECT closed FROM samples WHERE id = ?', sample) === 1
}
