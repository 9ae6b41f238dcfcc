/** One agent beside their team: criterion by criterion, with the messages that show it. */
import { mean } from 'simple-statistics'
import type { Coaching, CoachingExample, Rating } from '../../shared/audits.ts'
import type { Scope } from '../../shared/contract.ts'
import { criteriaOf, valueOfLevel } from '../../shared/scoring.ts'
import type { Weighted } from '../../shared/statistics.ts'
import { chatName, findChat } from './chats.ts'
import { countedReviews, type CountedReview } from './counted.ts'
import { scoreFigure } from './figures.ts'
import { findMessage, type PointedMessage } from './messages.ts'
import { criteriaIn } from './results.ts'
import { reviewsMatching, type ReviewListPorts } from './reviewList.ts'
import { createReviewRows } from './reviewRows.ts'
import { readReview, type StoredReview } from './reviewStore.ts'
import { handedIn } from './samples.ts'

const mostExamples = 5
const mostPraise = 20
const mostReviews = 50

/**
 * An agent's scores beside those of the others in their team, of everybody else where nobody of it was reviewed; the lowest
 * criterion first. Scores are of chats drawn at random; examples, praise and the list of reviews are of all. A rating of the
 * whole chat counts for the agent reviewed, one of a message for who wrote it. The scope's agents and teams do not matter.
 */
export function coachingOf(
  ports: ReviewListPorts,
  query: { readonly agent: string; readonly scope: Scope },
): Coaching {
  const { agent } = query
  const scope: Scope = { ...query.scope, agents: [], teams: [] }
  const all = countedReviews(ports, { scope, scorecard: null, reviewers: [] })
  const fair = all.filter(({ picked }) => !picked)
  const isOwn = (one: string | null) => one === agent
  const isOther = othersOf(ports, agent, fair)
  const rated = createRated(ports)
  const criteria = [...Map.groupBy(all, ({ review }) => review.scorecard.id).values()]
    .flatMap((ofCard) =>
      criteriaIn(ofCard).map(({ id, name }) => {
        const ratings = ofCard.flatMap((one) => rated(one, id))
        const own = ratings.filter((one) => isOwn(one.agent))
        return {
          criterion: id,
          name,
          own: scoreFigure(valuesOf(own)),
          others: scoreFigure(valuesOf(ratings.filter((one) => isOther(one.agent)))),
          causes: causesOf(own),
          examples: examplesOf(ports, own),
        }
      }),
    )
    .filter(({ own: { n }, examples }) => n > 0 || examples.length > 0)
    .sort((a, b) => (a.own.mean ?? 101) - (b.own.mean ?? 101))
  return {
    agent,
    score: scoreFigure(scoresOf(fair, isOwn)),
    team: scoreFigure(scoresOf(fair, isOther)),
    criteria,
    praise: praiseOf(
      ports,
      all.filter(({ review }) => isOwn(review.agent)),
    ),
    reviews: reviewsOf(ports, agent, scope),
  }
}

function scoresOf(
  reviews: readonly CountedReview[],
  isOf: (agent: string | null) => boolean,
): readonly Weighted[] {
  return reviews.flatMap(({ review, weight }) =>
    review.score !== null && isOf(review.agent) ? [{ value: review.score, weight }] : [],
  )
}

/** Whether somebody is one of those the agent is compared with. */
function othersOf(
  { dictionary }: ReviewListPorts,
  agent: string,
  reviews: readonly CountedReview[],
): (other: string | null) => boolean {
  const { agents } = dictionary()
  const [team] = agents.find(({ id }) => id === agent)?.teams ?? []
  const mates = new Set(
    agents
      .filter(({ id, teams: [first] }) => id !== agent && first !== undefined && first === team)
      .map(({ id }) => id),
  )
  const areMates = reviews.some(({ review }) => review.agent !== null && mates.has(review.agent))
  return (other) => (areMates ? other !== null && mates.has(other) : other !== agent)
}

// ── whose a rating is ────────────────────────────────────────────────────────────────────────────────────────────

/** One rating of a criterion that says something. */
interface Rated {
  readonly of: CountedReview
  readonly rating: Rating
  readonly value: number
  /** Whom it counts for. */
  readonly agent: string | null
}

function createRated(ports: ReviewListPorts): (one: CountedReview, criterion: string) => readonly Rated[] {
  const names = new Map(ports.dictionary().agents.map(({ row, id }) => [row, id]))
  const authorOf = (review: StoredReview, { message }: Rating) => {
    const pointed = messageOf(ports, review, message)
    if (pointed === null) return review.agent
    return pointed.agent === null ? null : (names.get(pointed.agent) ?? null)
  }
  return (of, id) => {
    const criterion = criteriaOf(of.sections).find((one) => one.id === id)
    if (criterion === undefined) return []
    return of.review.content.ratings.flatMap((rating) => {
      if (rating.criterion !== id || rating.level === null) return []
      const agent = criterion.per === 'message' ? authorOf(of.review, rating) : of.review.agent
      return [{ of, rating, value: valueOfLevel(rating.level, criterion.scale.length), agent }]
    })
  }
}

/** One value a review and person: the mean of what their messages were rated. Of chats drawn at random alone. */
function valuesOf(ratings: readonly Rated[]): readonly Weighted[] {
  const fair = ratings.filter(({ of }) => !of.picked)
  return [...Map.groupBy(fair, ({ of, agent }) => JSON.stringify([of.review.id, agent])).values()].flatMap(
    (group) => {
      const [first] = group
      return first === undefined
        ? []
        : [{ value: mean(group.map(({ value }) => value)), weight: first.of.weight }]
    },
  )
}

// ── what shows it ────────────────────────────────────────────────────────────────────────────────────────────────

function causesOf(ratings: readonly Rated[]): Coaching['criteria'][number]['causes'] {
  const named = ratings.flatMap(({ rating }) => rating.causes)
  return [...Map.groupBy(named, (cause) => cause)]
    .map(([cause, times]) => ({ cause, count: times.length }))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1))
}

/** Ratings that point at a message or say why, the lowest first, then the newest. */
function examplesOf(ports: ReviewListPorts, ratings: readonly Rated[]): readonly CoachingExample[] {
  return ratings
    .filter(({ rating }) => rating.message !== null || rating.note !== '')
    .sort((a, b) => a.value - b.value || b.of.review.conversationAt - a.of.review.conversationAt)
    .slice(0, mostExamples)
    .map(({ of, rating }) => exampleOf(ports, of.review, rating.message, rating.note))
}

function praiseOf(ports: ReviewListPorts, reviews: readonly CountedReview[]): readonly CoachingExample[] {
  return reviews
    .flatMap(({ review }) =>
      review.content.notes.flatMap((note) => (note.kind === 'praise' ? [{ review, note }] : [])),
    )
    .slice(0, mostPraise)
    .map(({ review, note }) => exampleOf(ports, review, note.message, note.text))
}

/** `text` is empty where nothing is pointed at, or it is gone. */
function exampleOf(
  ports: ReviewListPorts,
  review: StoredReview,
  message: string | null,
  note: string,
): CoachingExample {
  const pointed = messageOf(ports, review, message)
  return {
    review: review.id,
    conversation: chatName(ports.cache, review.source, review.conversation),
    message,
    text: pointed?.text ?? '',
    note,
    at: pointed?.at ?? review.conversationAt,
  }
}

function messageOf(
  { cache }: ReviewListPorts,
  { source, conversation }: StoredReview,
  message: string | null,
): PointedMessage | null {
  const chat = message === null ? null : findChat(cache, source, conversation)
  return message === null || chat === null ? null : findMessage(cache, chat, message)
}

function reviewsOf(ports: ReviewListPorts, agent: string, scope: Scope): Coaching['reviews'] {
  const rowOf = createReviewRows(ports)
  return reviewsMatching(ports, {
    scope,
    states: handedIn,
    reviewers: [],
    agents: [agent],
    conversation: null,
  })
    .map(([id]) => readReview(ports.workspaceDb, id))
    .filter(({ calibration }) => !calibration)
    .slice(0, mostReviews)
    .map(rowOf)
}
