/** Files for other workspaces: a reviewer's queue to take along, or their reviews to bring back. */
import type { Api } from '../../shared/contract.ts'
import type { SampleRecipe, Stratum } from '../../shared/audits.ts'
import { rawSql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { findChat } from './chats.ts'
import { agentAtSource, homeOf, type ChatHere } from './homes.ts'
import { workspaceIdentity } from './identity.ts'
import { checkName } from './reviewRules.ts'
import { historyOf, putReview, readReview, reviewsWhere, type StoredReview } from './reviewStore.ts'
import type { ReviewPorts } from './reviews.ts'
import { reviewOfPlace } from './samples.ts'
import { fixVersion, readScorecard } from './scorecards.ts'
import {
  travelText,
  type Home,
  type TravellingChat,
  type TravellingReview,
  type TravellingSample,
  type TravellingScorecard,
} from './travelFormat.ts'
import { travellingChat } from './travellingChats.ts'
import { travelling } from './travellingReviews.ts'

/**
 * The text of a file. `queue`: what waits for the reviewer in samples that are not closed, chats and drafts included.
 * `reviews`: all they have made, of chats of other workspaces where there are such. What goes in a file is remembered, so
 * that it is known again when it comes back. Throws a `StoreFailure` (`invalid`) where there is nothing to take.
 */
export function queueFile(ports: ReviewPorts, query: Parameters<Api['saveQueueFile']>[0]): string {
  const reviewer = checkName(query.reviewer, 'reviewer')
  const run = ports.workspaceDb.transaction(() =>
    query.content === 'queue' ? takeQueue(ports, reviewer) : takeReviews(ports, reviewer),
  )
  return run.immediate()
}

function takeQueue(ports: ReviewPorts, reviewer: string): string {
  const { cache, workspaceDb } = ports
  const workspace = workspaceIdentity(workspaceDb, cache)
  const chats = new Map<string, TravellingChat>()
  const drafts: TravellingReview[] = []
  const samples = openSamples(workspaceDb).map(({ origin, ...sample }): TravellingSample => {
    const items = openPlaces(workspaceDb, sample.id, reviewer).flatMap(
      ({ source, conversation, draft, ...place }) => {
        const chat = findChat(cache, source, conversation)
        if (chat === null) return []
        const home = homeOf(workspaceDb, workspace.id, chat, origin)
        const key = JSON.stringify(home)
        if (!chats.has(key)) chats.set(key, travellingChat(cache, chat, home))
        if (draft !== null) drafts.push(take(workspaceDb, readReview(workspaceDb, draft), home))
        return { ...place, agent: agentAtSource(source, place.agent), home, reviewer }
      },
    )
    return { ...sample, items }
  })
  const taken = samples.filter((sample) => sample.items.length > 0)
  if (taken.length === 0) throw storeFailed('invalid', 'together.nothingWaits', { reviewer })
  const pinned = [...taken.map(({ recipe }) => recipe.scorecard), ...drafts.map((draft) => draft.scorecard)]
  return travelText({
    kind: 'queue',
    workspace,
    madeAt: ports.now(),
    reviewer,
    scorecards: takeScorecards(workspaceDb, pinned),
    samples: taken,
    chats: [...chats.values()],
    reviews: drafts,
  })
}

function takeReviews(ports: ReviewPorts, reviewer: string): string {
  const { cache, workspaceDb } = ports
  const workspace = workspaceIdentity(workspaceDb, cache)
  const all = reviewsWhere(workspaceDb, 'reviewer = ? ORDER BY id', reviewer).map((review) => ({
    review,
    home: homeOfReview(workspaceDb, workspace.id, review),
  }))
  const foreign = all.filter(({ home }) => home.workspace !== workspace.id)
  const chosen = foreign.length > 0 ? foreign : all
  if (chosen.length === 0) throw storeFailed('invalid', 'together.noReviews', { reviewer })
  return travelText({
    kind: 'reviews',
    workspace,
    madeAt: ports.now(),
    reviewer,
    scorecards: takeScorecards(
      workspaceDb,
      chosen.map(({ review }) => review.scorecard),
    ),
    samples: [],
    chats: [],
    reviews: chosen.map(({ review, home }) => take(workspaceDb, review, home)),
  })
}

/** A review of a sample is at home where the sample was drawn; one of a chat picked by hand where the chat is. */
function homeOfReview(workspaceDb: ReadableDb, workspace: string, review: StoredReview): Home {
  const { source, conversation } = review
  const origin = value<string | null>(workspaceDb, 'SELECT origin FROM samples WHERE id = ?', review.sample)
  if (review.sample !== null && origin === null) return { workspace, source, conversation }
  return homeOf(workspaceDb, workspace, review, origin ?? null)
}

/** A review as it travels; it remembers the state it left with. */
function take(workspaceDb: WritableDb, review: StoredReview, home: Home): TravellingReview {
  const taken = travelling(review, home, historyOf(workspaceDb, review.id))
  putReview(workspaceDb, { ...review, lineage: taken.lineage })
  return taken
}

function takeScorecards(
  workspaceDb: WritableDb,
  pinned: readonly { readonly id: string; readonly version: number }[],
): TravellingScorecard[] {
  const different = new Map(pinned.map((one) => [JSON.stringify([one.id, one.version]), one]))
  return [...different.values()].map((one) => {
    fixVersion(workspaceDb, one)
    const { id, version, name, language, sections, madeAt } = readScorecard(workspaceDb, one.id, one.version)
    return { id, version, name, language, sections, madeAt }
  })
}

function openSamples(
  workspaceDb: ReadableDb,
): readonly (Omit<TravellingSample, 'items'> & { readonly origin: string | null })[] {
  return rawSql<[string, string, number, number, string, string | null]>(
    workspaceDb,
    'SELECT id, recipe, drawn_at, candidates, strata, origin FROM samples WHERE closed = 0 ORDER BY drawn_at, id',
  )
    .all()
    .map(([id, recipe, drawnAt, candidates, strata, origin]) => ({
      id,
      recipe: JSON.parse(recipe) as SampleRecipe,
      drawnAt,
      candidates,
      strata: JSON.parse(strata) as readonly Stratum[],
      closed: false,
      origin,
    }))
}

interface OpenPlace extends ChatHere {
  readonly place: number
  readonly agent: string | null
  readonly weight: number
  readonly risks: readonly string[]
  /** Id of the draft that was begun; null: none. */
  readonly draft: string | null
}

/** Places of a sample whose review the reviewer has not handed in. */
function openPlaces(workspaceDb: ReadableDb, sample: string, reviewer: string): readonly OpenPlace[] {
  return rawSql<[number, string, string, string | null, number, string, string | null]>(
    workspaceDb,
    `SELECT i.place, i.source, i.conversation, i.agent, i.weight, i.risks, r.id FROM sample_items i ${reviewOfPlace}
     WHERE i.sample = ? AND i.reviewer = ? AND (r.id IS NULL OR r.state = 'draft') ORDER BY i.place`,
  )
    .all(sample, reviewer)
    .map(([place, source, conversation, agent, weight, risks, draft]) => ({
      place,
      source,
      conversation,
      agent,
      weight,
      risks: JSON.parse(risks) as readonly string[],
      draft,
    }))
}
