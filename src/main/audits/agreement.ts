/** How far reviewers of a calibration agree. */
import type { Agreement } from '../../shared/audits.ts'
import { scoreOf } from '../../shared/scoring.ts'
import { alphaInterval, krippendorffAlpha } from '../../shared/statistics.ts'
import { randomFor } from '../../shared/random.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { chatName } from './chats.ts'
import { fewest } from './figures.ts'
import { reviewsWhere, type StoredReview } from './reviewStore.ts'
import { handedInStates, readSample } from './samples.ts'
import { readScorecard } from './scorecards.ts'
import type { AuditDbs } from './reviewView.ts'

/** A chat of the session and what was handed in of it. */
interface Item {
  readonly source: string
  readonly conversation: string
  readonly reviews: readonly StoredReview[]
}

/**
 * Agreement on the chats of a sample, in drawing order: Krippendorff's alpha of the scores and of each criterion's values,
 * on an interval scale. Everything is made of what the asker may see: of a session that is open, the chats they handed in a
 * review of; of one that is closed, all. Throws a `StoreFailure` (`invalid`) when there is no such sample.
 */
export function agreementOn(
  { cache, workspaceDb }: AuditDbs,
  query: { readonly sample: string; readonly asker: string },
): Agreement {
  const { closed, recipe } = readSample(workspaceDb, query.sample)
  const items = itemsOf(workspaceDb, query.sample)
  const shown = items.map((item) => {
    const isSeen = closed || item.reviews.some(({ reviewer }) => reviewer === query.asker)
    return isSeen ? item : { ...item, reviews: [] }
  })
  const units = shown.map(({ reviews }) => reviews.flatMap(({ score }) => score ?? []))
  const interval = alphaInterval(units, 'interval', randomFor('agreement').next, fewest)
  return {
    sample: query.sample,
    units: units.filter((scores) => scores.length > 1).length,
    reviewers: recipe.reviewers.map(({ name }) => name),
    alpha: krippendorffAlpha(units, 'interval'),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    byCriterion: byCriterion(workspaceDb, recipe.scorecard, shown),
    items: shown.map(({ source, conversation, reviews }, index) => {
      const scores = units[index] ?? []
      return {
        conversation: chatName(cache, source, conversation),
        scores: reviews.map(({ id, reviewer, score }) => ({ reviewer, score, review: id })),
        spread: scores.length > 1 ? Math.max(...scores) - Math.min(...scores) : null,
      }
    }),
  }
}

function itemsOf(workspaceDb: ReadableDb, sample: string): readonly Item[] {
  const places = rawSql<[string, string]>(
    workspaceDb,
    'SELECT source, conversation FROM sample_items WHERE sample = ? GROUP BY source, conversation ORDER BY min(place)',
  ).all(sample)
  const reviews = Map.groupBy(
    reviewsWhere(workspaceDb, `sample = ? AND state IN ${handedInStates} ORDER BY reviewer, id`, sample),
    ({ source, conversation }) => JSON.stringify([source, conversation]),
  )
  return places.map(([source, conversation]) => ({
    source,
    conversation,
    reviews: reviews.get(JSON.stringify([source, conversation])) ?? [],
  }))
}

function byCriterion(
  workspaceDb: ReadableDb,
  { id, version }: StoredReview['scorecard'],
  items: readonly Item[],
): Agreement['byCriterion'] {
  const { sections } = readScorecard(workspaceDb, id, version)
  const lines = items.map(({ reviews }) =>
    reviews.map(({ content }) => scoreOf(sections, content.ratings).lines),
  )
  return sections.flatMap(({ criteria }) =>
    criteria.map((criterion) => {
      const units = lines.map((ofItem) =>
        ofItem.flatMap((ofReview) => ofReview.find((line) => line.criterion === criterion.id)?.value ?? []),
      )
      return {
        criterion: criterion.id,
        name: criterion.name,
        alpha: krippendorffAlpha(units, 'interval'),
        units: units.filter((values) => values.length > 1).length,
      }
    }),
  )
}
